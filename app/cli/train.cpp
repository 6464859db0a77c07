#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/training_session.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/training/requirements.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string experiment;
  std::string run;
  std::string device;
  std::int64_t seed = -1;
  int threads = -1;
  Output output;
};

ordered_json describe(const std::string& run, const TrainingOutcome& outcome) {
  ordered_json points = ordered_json::array();
  for (const HeldOutPoint& point : outcome.heldOut) {
    points.push_back({{"step", point.step},
                      {"aligned", point.aligned},
                      {"snips", jsonNumber(point.estimate.snips().value)},
                      {"low", jsonNumber(point.estimate.snips().low)},
                      {"high", jsonNumber(point.estimate.snips().high)},
                      {"logging", jsonNumber(point.estimate.logging.value)},
                      {"ess", jsonNumber(point.estimate.effectiveSampleSize)}});
  }
  return {{"run", run},
          {"status", toString(outcome.phase)},
          {"message", outcome.message},
          {"steps", outcome.steps},
          {"result_step", outcome.resultStep},
          {"seconds", outcome.seconds},
          {"held_out", points}};
}

void run(const Options& options) {
  Experiment experiment;
  if (!options.experiment.empty()) experiment = experimentFromJson(readFile(options.experiment));
  if (!options.device.empty()) experiment.device = options.device;
  if (options.seed >= 0) experiment.seed = static_cast<std::uint64_t>(options.seed);
  if (options.threads >= 0) experiment.threads = options.threads;
  const Workspace workspace = openExisting(options.workspace, Access::Write);
  const std::string dataset = chooseDataset(workspace, options.dataset).name;
  const std::string name = options.run.empty() ? workspace.freeRunName("run") : options.run;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  for (const std::string& advice : adviceOn(table, experiment.objective)) spdlog::warn(advice);
  const TrainingOutcome outcome =
      trainRun(table, options.workspace, dataset, name, experiment, !options.output.json);
  if (options.output.json) {
    printJson(describe(name, outcome));
  } else {
    fmt::print("Run \"{}\" {} after {} steps in {:.1f} s; it keeps the weights of step {}.\n", name,
               toString(outcome.phase), outcome.steps, outcome.seconds, outcome.resultStep);
  }
  if (outcome.phase == TrainingPhase::Failed) throw Error(outcome.message);
  if (outcome.phase == TrainingPhase::Stopped) throw Cancelled();
}

}  // namespace

void addTrain(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("train", "Train a run: supervised, then aligned");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset, "Dataset; standard: the only one there is");
  command->add_option("--experiment", options->experiment, "Experiment document (JSON)");
  command->add_option("--run", options->run, "Name of the run; standard: the next free one");
  command->add_option("--device", options->device, "auto, cpu, cuda or cuda:N");
  command->add_option("--seed", options->seed, "Seed instead of the experiment's")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--threads", options->threads, "Threads instead of the experiment's")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
