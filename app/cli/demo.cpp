#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/painter.h"
#include "app/cli/training_session.h"
#include "core/common/error.h"
#include "core/common/sample_data.h"
#include "core/dataset/importers/importer.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/report_json.h"
#include "core/export/export_run.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writer_lock.h"

namespace luce::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct Options {
  std::string out = "luce-demo";
  Output output;
};

constexpr const char* kDataset = "slate_log";
constexpr const char* kRun = "aligned";

/// What the demonstration says and finds.
class Demonstration {
 public:
  Demonstration(fs::path folder, bool talk) : folder_(std::move(folder)), talk_(talk) {}

  ordered_json run() {
    makeFolder();
    importLog();
    train();
    evaluate();
    exportResults();
    drawCharts();
    say("\nAll of it is in {}. Open the workspace with the desktop: luce {}\n", folder_.string(),
        workspaceFile().string());
    return result_;
  }

 private:
  template <class... Values>
  void say(fmt::format_string<Values...> text, Values&&... values) const {
    if (!talk_) return;
    fmt::print(text, std::forward<Values>(values)...);
    std::fflush(stdout);
  }

  void makeFolder() const {
    std::error_code failure;
    fs::create_directories(folder_, failure);
    const bool writable = !failure && access(folder_.c_str(), W_OK | X_OK) == 0;
    if (!writable) {
      throw Error(fmt::format("The folder {} cannot be {}: {}. Choose another one with --out.",
                              folder_.string(), failure ? "made" : "written to",
                              failure ? failure.message() : std::strerror(errno)));
    }
  }

  fs::path workspaceFile() const { return folder_ / "demo.luce"; }

  void importLog() {
    const fs::path log = sampleData("slate_log.csv");
    say("1. Import {} into {}\n", log.filename().string(), workspaceFile().string());
    {
      // Not under the feet of another program that has it open.
      const WriterLock alone(workspaceFile());
      for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(workspaceFile().string() + suffix);
      }
    }
    Workspace workspace = Workspace::open(workspaceFile());
    ImportRequest request;
    request.files = {log};
    const auto writer = workspace.createDataset(kDataset, log.filename().string());
    chooseImporter("auto", request.files).import(request, *writer, {}, stopToken());
    writer->commit();
    const DatasetSummary summary = workspace.dataset(kDataset);
    say("   {} slates, {} candidates, {} tasks\n", summary.slates, summary.candidates,
        summary.schema.tasks.size());
    table_ = workspace.loadDataset(kDataset);
    result_["workspace"] = workspaceFile().string();
    result_["slates"] = summary.slates;
  }

  void train() {
    experiment_ =
        experimentFromJson(readFile(sampleData("experiments/ips_observed.json").string()));
    say("\n2. Train: supervised warm-up, then alignment ({} on {} rows, KL weight {})\n",
        experiment_.objective.scheme, toString(*experiment_.objective.rows),
        experiment_.objective.klWeight);
    outcome_ = trainRun(table_, workspaceFile(), kDataset, kRun, experiment_, talk_);
    if (outcome_.phase == TrainingPhase::Stopped) throw Cancelled();
    if (outcome_.phase == TrainingPhase::Failed) throw Error(outcome_.message);
    result_["steps"] = outcome_.steps;
  }

  void evaluate() {
    say("\n3. Judge on test slates, at the temperature of training\n");
    const Split split = splitSlates(table_, experiment_.split);
    const std::vector<std::string>& tasks = table_.schema().tasks;
    const PolicySettings settings{valueWeights(experiment_, tasks),
                                  rewardWeights(experiment_, tasks), experiment_.temperature,
                                  naturalRowKind(table_), experiment_.objective.propensityRule};
    const Predictions supervised =
        Estimator::fromCheckpoint(outcome_.supervised).predict(table_, split.test);
    const Predictions aligned =
        Estimator::fromCheckpoint(outcome_.result).predict(table_, split.test);
    tell("uniform", evaluateUniform(table_, split.test, settings, {}));
    tell("logging", evaluateLogging(table_, split.test, settings, {}));
    tell("supervised", evaluatePredictions(table_, supervised, settings, &supervised, {}));
    tell("aligned", evaluatePredictions(table_, aligned, settings, &supervised, {}));
  }

  void tell(const char* name, const PolicyReport& report) {
    const Interval& value = report.estimate.snips();
    say("   {:<10}  reward {:.4g} [{:.4g}, {:.4g}]  NDCG {}\n", name, value.value, value.low,
        value.high, shortNumber(report.ndcg));
    result_["evaluation"][name] = ordered_json::parse(reportToJson(report));
  }

  void exportResults() {
    const std::vector<std::string>& tasks = table_.schema().tasks;
    const TaskWeights weights = valueWeights(experiment_, tasks);
    const Workspace workspace = Workspace::open(workspaceFile(), Access::Read);
    const ExportSource source = exportSource(workspace, workspace.run(kRun), "result");
    ExportRequest request;
    request.settings = {weights, rewardWeights(experiment_, tasks), experiment_.temperature,
                        naturalRowKind(table_), experiment_.objective.propensityRule};
    say("\n4. Export\n");
    result_["exports"] = ordered_json::array();
    for (const ExportFormat& format : exportFormats()) {
      request.format = format.id;
      request.file =
          folder_ / ((format.isModel ? "ranker" : format.id) + std::string(format.ending));
      for (const fs::path& file : exportRun(table_, source, request)) {
        say("   {}\n", file.filename().string());
        result_["exports"].push_back(file.string());
      }
    }
  }

  /// The charts are Qt's, so the program beside this one draws them.
  void drawCharts() {
    if (!hasPainter()) {
      say("5. No charts: luce-charts is not beside luce-cli (built without the desktop)\n");
      result_["charts"] = ordered_json::array();
      return;
    }
    if (runPainter({workspaceFile().string(), "--run", kRun, "--out", folder_.string()}) != 0) {
      throw Error("luce-charts could not draw the charts.");
    }
    ordered_json charts = ordered_json::array();
    for (const char* name : {"slate.png", "ratios.png", "held_out.png", "losses.png"}) {
      if (fs::exists(folder_ / name)) charts.push_back((folder_ / name).string());
    }
    say("5. Drew {} charts as PNG\n", charts.size());
    result_["charts"] = charts;
  }

  fs::path folder_;
  bool talk_;
  SlateTable table_;
  Experiment experiment_;
  TrainingOutcome outcome_;
  ordered_json result_;
};

void run(const Options& options) {
  const ordered_json result = Demonstration(options.out, !options.output.json).run();
  if (options.output.json) printJson(result);
}

}  // namespace

void addDemo(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "demo", "The whole story on sample data: import, train, align, evaluate, export, charts");
  command->add_option("--out", options->out, "Folder for the results");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
