#include <fmt/format.h>

#include <numeric>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/estimator/estimator.h"
#include "core/export/predictions_csv.h"
#include "core/export/torchscript.h"

namespace luce::cli {

namespace {

struct Options {
  std::string workspace;
  std::string run;
  std::string format = "torchscript";
  std::string out;
  std::string checkpoint = "result";
  PolicyChoice choice;
  Output output;
};

void exportPredictions(const Workspace& workspace, const TrainedRun& trained,
                       const Options& options) {
  const SlateTable table =
      workspace.loadDataset(trained.record.dataset, progressLine(), stopToken());
  const PolicySettings settings = policySettings(table, trained.experiment, options.choice);
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  const Predictions predictions =
      Estimator::fromCheckpoint(trained.checkpoint).predict(table, slates, stopToken());
  exportPredictionsCsv(table, predictions, settings, options.out, progressLine(), stopToken());
  finishProgressLine();
}

void exportModel(const TrainedRun& trained, const Options& options) {
  const Estimator estimator = Estimator::fromCheckpoint(trained.checkpoint);
  const std::vector<std::string>& tasks = estimator.shape().tasks;
  const TaskWeights weights = options.choice.weights.empty()
                                  ? valueWeights(trained.experiment, tasks)
                                  : parseTaskWeights(options.choice.weights, tasks);
  exportTorchScript(estimator, weights, options.out);
}

void run(const Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  const TrainedRun trained = loadRun(workspace, options.run, options.checkpoint);
  if (options.format == "torchscript") {
    exportModel(trained, options);
  } else {
    exportPredictions(workspace, trained, options);
  }
  if (options.output.json) {
    printJson({{"run", options.run}, {"format", options.format}, {"out", options.out}});
  } else {
    fmt::print("Wrote {}\n", options.out);
  }
}

}  // namespace

void addExport(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("export", "Write a run's model or predictions");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--run", options->run, "A trained run")->required();
  command->add_option("--format", options->format, "torchscript or predictions")
      ->check(CLI::IsMember({"torchscript", "predictions"}));
  command->add_option("--out", options->out, "File to write")->required();
  addCheckpointOption(*command, options->checkpoint);
  addPolicyOptions(*command, options->choice);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
