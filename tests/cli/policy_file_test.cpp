#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PolicyFile : public TrainedSample {
 protected:
  static ProgramResult judge(const std::string& file, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"evaluate", workspace(), "--policy-file", file, "--json",
                                     "--resamples", "100"});
    return runLuce(options);
  }
  static std::string exported(const std::string& format, const std::string& name) {
    const std::string file = (*folder_ / name).string();
    const ProgramResult result =
        runCommand("export", {"--format", format, "--out", file, "--no-evaluation"});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return file;
  }
  static json ofRun() { return runCommand("evaluate", {"--json", "--resamples", "100"}).json(); }
  static void expectSameEstimates(const json& found, const json& expected) {
    for (const char* estimator : {"ips", "snips"}) {
      for (const char* number : {"value", "low", "high"}) {
        EXPECT_NEAR(found.at("estimators").at(estimator).at(number).get<double>(),
                    expected.at("estimators").at(estimator).at(number).get<double>(), 1e-5);
      }
    }
    for (const char* measure : {"ndcg", "entropy", "ess"}) {
      EXPECT_NEAR(found.at(measure).get<double>() / expected.at(measure).get<double>(), 1, 1e-5);
    }
    EXPECT_EQ(found.at("n"), expected.at("n"));
  }
  static const std::vector<std::string>& asTheRun() {
    static const std::vector<std::string> options{"--reward-weights", "click=1,long_view=2,like=4",
                                                  "--temperature", "0.3"};
    return options;
  }
};

TEST_F(PolicyFile, PredictionsReadBackAreJudgedLikeTheRun) {
  const json expected = ofRun();
  const ProgramResult found = judge(exported("predictions", "scores.csv"), asTheRun());
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), expected);
  EXPECT_EQ(found.json().at("slate_value").at("drawn").at("value").is_number(), true);
  EXPECT_TRUE(found.json().at("tasks").empty()) << "scores alone say nothing of tasks";
}

TEST_F(PolicyFile, AComparedRunLendsItsSlatesRewardsAndTemperature) {
  const ProgramResult found = judge(exported("predictions", "scores.csv"), {"--compare", "a"});
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), ofRun());
  const json snips = found.json().at("differences").at("snips");
  EXPECT_NEAR(snips.at("difference").get<double>(), 0, 1e-6);
}

TEST_F(PolicyFile, AnExportedModelIsJudgedLikeTheRun) {
  const std::string model = exported("torchscript", "model.pt");
  const json expected = ofRun();
  const ProgramResult found = judge(model, asTheRun());
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), expected);
  // With weights, the model's p take part, and its tasks can be judged.
  std::vector<std::string> options = asTheRun();
  options.insert(options.end(), {"--weights", "click=1,long_view=2,like=4"});
  const json weighed = judge(model, options).json();
  expectSameEstimates(weighed, expected);
  EXPECT_NEAR(weighed.at("tasks").at("like").at("auc").get<double>(),
              expected.at("tasks").at("like").at("auc").get<double>(), 1e-6);
}

TEST_F(PolicyFile, FaultyScoresAreToldByLine) {
  std::vector<std::string> lines;
  std::ifstream file(exported("predictions", "scores.csv"));
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  file.close();
  ASSERT_EQ(lines.size(), 12001u);
  const auto judged = [&](const std::vector<std::string>& changed) {
    std::ostringstream text;
    for (const std::string& line : changed) text << line << '\n';
    return judge(folder_->write("faulty.csv", text.str()).string()).errors;
  };
  const auto changed = [&](std::size_t line, const std::string& text) {
    std::vector<std::string> copy = lines;
    copy[line - 1] = text;
    return judged(copy);
  };
  const std::string last = lines.back();
  const std::string key = last.substr(0, last.find(',', last.find(',') + 1));
  EXPECT_THAT(changed(12001, key + ",0,0,0,nan,0,0,0,0"), HasSubstr("faulty.csv:12001"));
  EXPECT_THAT(changed(12001, key + ",0,0,0,inf,0,0,0,0"), HasSubstr("a finite number"));
  EXPECT_THAT(changed(12001, "nowhere,item-1,0,0,0,1,0,0,0,0"),
              HasSubstr("a slate of the dataset"));
  EXPECT_THAT(changed(12001, "slate-1,no item,0,0,0,1,0,0,0,0"),
              HasSubstr("an item of the dataset"));
  EXPECT_THAT(changed(12001, lines[12000 - 1]), HasSubstr("line 12000 has it already"));
  EXPECT_THAT(changed(12001, key + ",1"), HasSubstr("3 fields"));
  EXPECT_THAT(changed(1, "a,b,c,d,e,f,g,h,i,j"), HasSubstr("no column slate_id"));
  std::vector<std::string> shorter = lines;
  shorter.pop_back();
  EXPECT_THAT(judged(shorter), AllOf(HasSubstr("no score for item"), Not(HasSubstr("imported"))));
  // Other slates' lines may be missing: only test slates are judged.
  std::vector<std::string> testOnly(lines.end() - 1800, lines.end());
  testOnly.insert(testOnly.begin(), lines.front());
  std::string text;
  for (const std::string& line : testOnly) text += line + "\n";
  EXPECT_EQ(judge(folder_->write("test.csv", text).string()).exitCode, 0);
}

TEST_F(PolicyFile, WrongUsageIsRefused) {
  EXPECT_EQ(judge("x.csv", {"--policy", "uniform"}).exitCode, 2);
  EXPECT_EQ(judge("x.csv", {"--run", "a"}).exitCode, 2);
  const ProgramResult missing = judge("no such.csv");
  EXPECT_EQ(missing.exitCode, 1);
  EXPECT_THAT(missing.errors, HasSubstr("no such.csv"));
}

}  // namespace
}  // namespace luce
