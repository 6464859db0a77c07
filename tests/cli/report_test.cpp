// luce-cli export: reports say what evaluate says, and event files are read by TensorBoard.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "core/workspace/workspace.h"
#include "tests/cli/trained_sample.h"
#include "tests/support/peer_python.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::string kSecond = "<script>'中'</script>";

class ReportCommand : public TrainedSample {
 protected:
  static void SetUpTestSuite() {
    TrainedSample::SetUpTestSuite();
    const auto experiment = folder_->write("aligned.json", R"({"temperature": 0.3,
      "estimator": {"hidden": [8]}, "value_weights": {"click": 1, "long_view": 2, "like": 4},
      "objective": {"scheme": "grpo", "rows": "drawn", "kl_weight": 0.2},
      "schedule": {"supervised_epochs": 2, "alignment_epochs": 2}, "threads": 1, "seed": 5})");
    const ProgramResult trained =
        runLuce({"train", workspace(), "--experiment", experiment.string(), "--run", kSecond});
    ASSERT_EQ(trained.exitCode, 0) << trained.errors;
  }

  static json page(const std::vector<std::string>& runs) {
    const std::string out = (*folder_ / "report.html").string();
    std::vector<std::string> arguments{"export", workspace(), "--format", "report", "--out", out};
    for (const std::string& run : runs) arguments.insert(arguments.end(), {"--run", run});
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return json::parse(runPeer("tests/report/read_page.py", {out}));
  }

  /// The row of a table that begins with these cells; empty if there is none.
  static std::vector<std::string> row(const json& page, const std::vector<std::string>& begin) {
    for (const json& table : page.at("tables")) {
      for (const json& row : table) {
        const std::vector<std::string> cells = row;
        if (cells.size() > begin.size() && std::equal(begin.begin(), begin.end(), cells.begin())) {
          return cells;
        }
      }
    }
    return {};
  }

  static std::string number(const json& value) {
    return value.is_null() ? "–" : fmt::format("{:.4g}", value.get<double>());
  }
};

TEST_F(ReportCommand, SaysWhatEvaluateSays) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const json found = page({kSecond});
  EXPECT_EQ(found.at("errors"), json::array());
  const json judged = runLuce({"evaluate", workspace(), "--run", kSecond, "--json"}).json();
  for (const auto& [key, title] :
       std::vector<std::pair<std::string, std::string>>{{"ips", "IPS"}, {"snips", "SNIPS"}}) {
    const json& estimator = judged.at("estimators").at(key);
    const auto cells = row(found, {title, number(estimator.at("value"))});
    ASSERT_EQ(cells.size(), 6u) << title;
    EXPECT_EQ(cells[2], number(estimator.at("low")) + " … " + number(estimator.at("high")));
  }
  EXPECT_EQ(row(found, {"logging policy"})[1], number(judged.at("logging_value").at("value")));
  for (const auto& [task, quality] : judged.at("tasks").items()) {
    const auto cells = row(found, {kSecond, task});
    ASSERT_EQ(cells.size(), 6u) << task;
    EXPECT_EQ(cells[2], number(quality.at("auc")));
    EXPECT_EQ(cells[3], number(quality.at("logloss")));
    EXPECT_EQ(cells[4], number(quality.at("ece")));
    EXPECT_EQ(cells[5], number(quality.at("brier")));
  }
  EXPECT_EQ(row(found, {kSecond, "NDCG@5"})[2],
            number(judged.at("ranking").at("ndcg_at_5").at("value")));
  EXPECT_EQ(row(found, {kSecond, "KL from the supervised policy, nats"})[2],
            number(judged.at("kl")));
  const std::string text = found.at("text");
  for (const json& warning : judged.at("warnings")) {
    EXPECT_THAT(text, HasSubstr(warning.get<std::string>()));
  }
  std::set<std::string> reasons;
  for (const json& estimator : judged.at("estimators")) {
    if (estimator.contains("unavailable")) reasons.insert(estimator.at("unavailable"));
  }
  EXPECT_FALSE(reasons.empty());
  for (const std::string& reason : reasons) {
    const std::size_t first = text.find(reason);
    EXPECT_NE(first, std::string::npos) << reason;
    EXPECT_EQ(text.find(reason, first + 1), std::string::npos) << "once is enough: " << reason;
  }
}

TEST_F(ReportCommand, TellsExperimentDataAndProvenance) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const json found = page({kSecond});
  EXPECT_EQ(row(found, {"objective.kl_weight"})[1], "0.2");
  EXPECT_EQ(row(found, {"slates"})[1], "1200");
  EXPECT_EQ(row(found, {"candidates"})[1], "12000");
  EXPECT_EQ(row(found, {"seed"})[1], "5");
  EXPECT_EQ(row(found, {"threads"})[1], "1");
  const json environment =
      runLuce({"runs", workspace(), "--run", kSecond, "--json"}).json()["runs"][0]["environment"];
  for (const char* fact : {"luce", "libtorch", "sqlite"}) {
    ASSERT_TRUE(environment.contains(fact)) << environment;
    EXPECT_EQ(row(found, {fact})[1], environment.at(fact)) << fact;
  }
  EXPECT_EQ(environment.at("device"), "cpu");
  const Workspace opened = Workspace::open(workspace(), Access::Read);
  EXPECT_THAT(found.at("text").get<std::string>(),
              HasSubstr(json::parse(opened.run(kSecond).experiment).dump(2)));
  for (const json& chart : found.at("charts")) {
    EXPECT_EQ(chart.at("role"), "img");
    EXPECT_FALSE(chart.at("names")[0].get<std::string>().empty());
    EXPECT_FALSE(chart.at("names")[1].get<std::string>().empty());
  }
  std::vector<std::string> titles;
  for (const json& chart : found.at("charts")) titles.push_back(chart.at("names")[0]);
  for (const char* title : {"Held-out reward", "Task loss", "KL", "Importance ratios",
                            "Effective sample size in training"}) {
    EXPECT_THAT(titles, Contains(title));
  }
}

TEST_F(ReportCommand, ComparesRuns) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const json found = page({"a", kSecond});
  EXPECT_EQ(found.at("errors"), json::array());
  EXPECT_EQ(row(found, {"objective.scheme"}),
            (std::vector<std::string>{"objective.scheme", "ips", "grpo"}));
  const json compared =
      runLuce({"evaluate", workspace(), "--run", kSecond, "--compare", "a", "--json"}).json();
  const json& snips = compared.at("differences").at("snips");
  const auto cells = row(found, {"SNIPS", number(snips.at("difference"))});
  ASSERT_FALSE(cells.empty());
  EXPECT_EQ(cells[2], number(snips.at("low")) + " … " + number(snips.at("high")));
}

TEST_F(ReportCommand, WritesPdfWithVectorCharts) {
  if (!std::filesystem::exists(LUCE_BINARY_DIR "/bin/luce-charts")) {
    GTEST_SKIP() << "needs the desktop's luce-charts";
  }
  const std::string out = (*folder_ / "report.pdf").string();
  const ProgramResult result =
      runLuce({"export", workspace(), "--run", "a", "--run", kSecond, "--format", "report",
               "--title", "Größer 5 < 6", "--out", out});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  if (std::system("command -v pdftotext pdfimages > /dev/null") != 0) {
    GTEST_SKIP() << "needs poppler-utils";
  }
  const auto output = [&](const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    for (int letter = fgetc(pipe); letter != EOF; letter = fgetc(pipe))
      text += static_cast<char>(letter);
    EXPECT_EQ(pclose(pipe), 0);
    return text;
  };
  const std::string text = output("pdftotext -layout '" + out + "' -");
  EXPECT_THAT(text, AllOf(HasSubstr("Größer 5 < 6"), HasSubstr("Held-out reward"),
                          HasSubstr("What the policy would earn"), HasSubstr("Provenance"),
                          HasSubstr("kl_weight")));
  // Two lines of heading and no image.
  const std::string images = output("pdfimages -list '" + out + "'");
  EXPECT_EQ(std::count(images.begin(), images.end(), '\n'), 2) << images;
}

TEST_F(ReportCommand, WritesEventsOfSeveralRuns) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const std::string out = (*folder_ / "events").string();
  const ProgramResult result = runLuce({"export", workspace(), "--run", "a", "--run", kSecond,
                                        "--format", "tensorboard", "--out", out});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const json found = json::parse(runPeer("tests/export/read_events.py", {out}));
  ASSERT_EQ(found.size(), 2u);
  const Workspace opened = Workspace::open(workspace(), Access::Read);
  const json& scalars = found.at("a").at("scalars");
  std::size_t points = 0;
  for (const auto& entry : scalars.items()) points += entry.value().size();
  EXPECT_EQ(points, opened.metrics(opened.run("a").id).size());
}

TEST_F(ReportCommand, MistakesAreTold) {
  constexpr int kFailed = 1, kWrongUsage = 2;
  const auto fails = [&](const std::vector<std::string>& options, int code,
                         const std::string& error) {
    std::vector<std::string> arguments{"export", workspace()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, code) << error;
    EXPECT_THAT(result.errors, HasSubstr(error));
  };
  fails({"--run", "a", "--format", "report", "--out", "x.txt"}, kWrongUsage, ".html or .pdf");
  fails({"--run", "nobody", "--format", "report", "--out", "x.html"}, kFailed, "\"nobody\"");
  fails({"--run", "nobody", "--format", "report", "--out", "x.pdf"}, kFailed, "\"nobody\"");
  fails({"--run", "a", "--format", "report", "--out", "/nowhere/x.html"}, kFailed,
        "/nowhere/x.html");
  fails({"--run", "a", "--run", kSecond, "--out", "x.pt"}, kWrongUsage, "one run at a time");
}

}  // namespace
}  // namespace luce
