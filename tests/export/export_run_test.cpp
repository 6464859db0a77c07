#include "core/export/export_run.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <fstream>
#include <numeric>
#include <regex>
#include <sstream>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/evaluation/evaluate.h"
#include "core/export/python_snippet.h"
#include "core/training/experiment.h"
#include "tests/export/outside.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

/// A run of a tiny log that never was trained, as a workspace would tell of it.
struct TinyRun {
  explicit TinyRun(SlateTable log) : table(std::move(log)) {
    std::vector<std::uint32_t> slates(table.slateCount());
    std::iota(slates.begin(), slates.end(), 0u);
    EstimatorSettings settings;
    settings.hidden = {8};
    settings.embeddingDimension = 3;
    const Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                               numericMoments(table, slates), settings},
                              7);
    Experiment experiment;
    experiment.temperature = 0.25;
    source.run.name = "tiny";
    source.run.experiment = experimentToJson(experiment);
    source.run.environment = R"({"luce": "0"})";
    source.dataset.name = "log | of *stars*";
    source.dataset.source = "tiny.csv";
    source.dataset.schema = table.schema();
    source.dataset.slates = static_cast<std::int64_t>(table.slateCount());
    source.dataset.rows = static_cast<std::int64_t>(table.loggedCount());
    for (std::size_t task = 0; task < table.taskCount(); ++task) {
      source.dataset.taskMeans.push_back(table.taskMean(task));
    }
    source.weights = estimator.checkpoint();
    source.supervised = source.weights;
    request.settings = {TaskWeights(table.taskCount(), 1.5), TaskWeights(table.taskCount(), 1),
                        0.25, naturalRowKind(table), PropensityRule::One};
  }

  std::vector<fs::path> to(const fs::path& file, const std::string& format) {
    request.file = file;
    request.format = format;
    return exportRun(table, source, request);
  }

  SlateTable table;
  ExportSource source;
  ExportRequest request;
};

std::string contentOf(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

std::vector<double> scoresOf(const TinyRun& run, const ExampleRows& rows) {
  const Estimator estimator = Estimator::fromCheckpoint(run.source.weights);
  const std::vector<float> p = estimator.probabilities(gather(rows, estimator.shape()));
  std::vector<float> scores(rows.texts.size());
  scoreCandidates(p, run.request.settings.valueWeights, scores);
  return {scores.begin(), scores.end()};
}

void expectNear(const json& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(found[i].get<double>(), expected[i], 1e-5);
  }
}

/// The card's own Python with other rows in it.
std::string withRows(const std::string& snippet, const std::string& numbers,
                     const std::string& texts) {
  const std::string first =
      std::regex_replace(snippet, std::regex("\nnumbers = [^\n]*"), "\nnumbers = " + numbers);
  return std::regex_replace(first, std::regex("\ntexts = [^\n]*"), "\ntexts = " + texts);
}

class CardsOf : public testing::TestWithParam<const char*> {};

std::string modulesOf(const std::string& format) {
  if (format == "torchscript") return "torch";
  return format == "onnx" ? "numpy, onnxruntime" : "numpy, safetensors";
}

TEST_P(CardsOf, HoldPythonThatRuns) {
  const std::string python = pythonWith(modulesOf(GetParam()));
  if (python.empty()) GTEST_SKIP() << kNoPython;
  const ExportFormat& format = exportFormat(GetParam());
  for (const bool bandit : {false, true}) {
    const TemporaryFolder folder;
    TinyRun run(bandit ? tinyBanditLog(60) : tinySlateLog(60));
    const std::string name = std::string("my \"ranker\"") + format.ending;
    const std::vector<fs::path> written = run.to(folder / name, GetParam());
    EXPECT_EQ(written, exportedFiles(format, folder / name));
    const std::string card = contentOf(written.back());
    const std::string snippet = codeBlock(card, "python");
    const std::string tail = "\no = np.asarray(scores).tolist()\n";
    const json asItStands =
        runPython(python, folder / "", snippet + "\nimport numpy as np" + tail, {});
    const EstimatorShape shape = Estimator::fromCheckpoint(run.source.weights).shape();
    expectNear(asItStands, scoresOf(run, exampleRows(shape)));
    expectNear(json::parse(codeBlock(card, "text")), scoresOf(run, exampleRows(shape)));

    // Rows that test the hash: an empty text, one beyond ASCII, one of the log.
    ExampleRows rows;
    const std::size_t numbers = shape.features.numeric.size();
    const std::size_t texts = shape.features.category.size();
    rows.numbers = {std::vector<float>(numbers, 0.5f), std::vector<float>(numbers, -1e30f),
                    std::vector<float>(numbers, std::nanf(""))};
    rows.texts = {std::vector<std::string>(texts), std::vector<std::string>(texts, "Größe 🎬"),
                  std::vector<std::string>(texts, "good")};
    const auto list = [](const std::string& value, std::size_t count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += value + ", ";
      return "[" + text + "]";
    };
    const std::string other = withRows(snippet,
                                       "[" + list("0.5", numbers) + "," + list("-1e30", numbers) +
                                           "," + list("nan", numbers) + "]",
                                       "[" + list("''", texts) + "," + list("'Größe 🎬'", texts) +
                                           "," + list("'good'", texts) + "]");
    ASSERT_NE(other, snippet);
    expectNear(runPython(python, folder / "", other + "\nimport numpy as np" + tail, {}),
               scoresOf(run, rows));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, CardsOf, testing::Values("torchscript", "onnx", "safetensors"),
                         [](const auto& format) { return std::string(format.param); });

TEST(ModelCards, TellWhatWasJudgedAndHow) {
  const TemporaryFolder folder;
  TinyRun run(tinySlateLog(60));
  const std::string card = contentOf(run.to(folder / "a.safetensors", "safetensors").back());
  const Split split = splitSlates(run.table, SplitSettings{});
  const Estimator estimator = Estimator::fromCheckpoint(run.source.weights);
  const PolicyReport report = evaluatePredictions(
      run.table, estimator.predict(run.table, split.test), run.request.settings, nullptr, {});
  const Interval snips = report.estimate.snips();
  char line[200];
  std::snprintf(line, sizeof line, "| SNIPS | %.4g | %.4g to %.4g |", snips.value, snips.low,
                snips.high);
  EXPECT_THAT(card, HasSubstr(line));
  EXPECT_THAT(card, HasSubstr("log \\| of \\*stars\\*"));
  EXPECT_THAT(card, HasSubstr("KL from the supervised model 0."));
  EXPECT_THAT(card, HasSubstr("GPL-3.0-or-later"));
  EXPECT_THAT(card, HasSubstr("softmax(scores / 0.25)"));
  EXPECT_EQ(experimentFromJson(codeBlock(card, "json")),
            experimentFromJson(run.source.run.experiment));
  run.request.judge = false;
  EXPECT_THAT(contentOf(run.to(folder / "b.safetensors", "safetensors").back()),
              HasSubstr("not judged"));
}

std::vector<std::string> namesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

TEST(ExportFailures, LeaveNothingBehindAndNameTheFile) {
  const TemporaryFolder folder;
  TinyRun run(tinySlateLog(20));
  for (const ExportFormat& format : exportFormats()) {
    const fs::path missing = folder / "no such folder" / (std::string("x") + format.ending);
    EXPECT_THAT(errorOf([&] { run.to(missing, format.id); }), HasSubstr(missing.string()));
    EXPECT_TRUE(fs::is_empty(folder / ""));
  }
  fs::create_directory(folder / "x.pt.md");
  EXPECT_THAT(errorOf([&] { run.to(folder / "x.pt", "torchscript"); }), HasSubstr("x.pt.md"));
  EXPECT_THAT(namesIn(folder / ""), testing::ElementsAre("x.pt.md"));
  EXPECT_THAT(errorOf([&] { run.to(folder / "x", "pickle"); }), HasSubstr("torchscript"));
}

/// No file may grow beyond this while it lives: as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST(ExportFailures, AFullDiskHarmsNothing) {
  const TemporaryFolder folder;
  TinyRun run(tinySlateLog(40));
  run.request.judge = false;
  for (const ExportFormat& format : exportFormats()) {
    const std::string name = std::string("x") + format.ending;
    folder.write(name, "earlier");
    const std::vector<std::string> before = namesIn(folder / "");
    {
      const FullDisk full(2000);
      EXPECT_THAT(errorOf([&] { run.to(folder / name, format.id); }), HasSubstr("disk"))
          << format.id;
    }
    EXPECT_EQ(contentOf(folder / name), "earlier");
    EXPECT_EQ(namesIn(folder / ""), before);
  }
}

TEST(ExportFailures, ACancelLeavesNothing) {
  TinyRun run(tinyBanditLog(200));
  for (const ExportFormat& format : exportFormats()) {
    const TemporaryFolder folder;
    std::stop_source stop;
    run.request.format = format.id;
    run.request.file = folder / (std::string("x") + format.ending);
    EXPECT_THROW(exportRun(
                     run.table, run.source, run.request,
                     [&](double, std::string_view) { stop.request_stop(); }, stop.get_token()),
                 Cancelled)
        << format.id;
    EXPECT_TRUE(fs::is_empty(folder / ""));
  }
}

}  // namespace
}  // namespace luce
