#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/number_checks.h"
#include "app/cli/training_session.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/estimator/device.h"
#include "core/training/parallel/data_share.h"
#include "core/training/requirements.h"
#include "core/workspace/run_start.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string experiment;
  std::string run;
  std::string start;
  std::string device;
  std::optional<std::uint64_t> seed;
  int threads = -1;
  int patience = 300;
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

/// RUN or RUN:CHECKPOINT; a run's own name may hold colons.
StartSettings startNamed(const std::string& text, const Workspace& workspace) {
  StartSettings start;
  start.run = text;
  const std::vector<RunRecord> runs = workspace.runs();
  const auto taken = [&](const RunRecord& run) { return run.name == text; };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || std::any_of(runs.begin(), runs.end(), taken)) return start;
  start.run = text.substr(0, colon);
  start.role = text.substr(colon + 1);
  const std::vector<std::string>& roles = startRoles();
  if (std::find(roles.begin(), roles.end(), start.role) != roles.end()) return start;
  std::int64_t step = 0;
  const char* const end = start.role.data() + start.role.size();
  const auto [rest, error] = std::from_chars(start.role.data(), end, step);
  if (error != std::errc() || rest != end || step < 0) {
    throw Error(
        fmt::format("\"{}\" is no checkpoint to start from; choose {}, or a step of the run's "
                    "trail.",
                    start.role, fmt::join(roles, ", ")));
  }
  start.step = step;
  start.role = StartSettings().role;
  return start;
}

/// The document given; without one, what the run that is continued did, its warm-up left out, held
/// near the same policy.
Experiment experimentOf(const Options& options, const Workspace& workspace) {
  Experiment experiment;
  if (!options.experiment.empty()) experiment = experimentFromJson(readFile(options.experiment));
  if (options.start.empty()) return experiment;
  StartSettings start = startNamed(options.start, workspace);
  if (options.experiment.empty()) {
    experiment = experimentFromJson(workspace.run(start.run).experiment);
    experiment.schedule.supervisedEpochs = 0;
    start.reference = StartReference::Source;
  } else if (experiment.start) {
    start.reference = experiment.start->reference;
  }
  experiment.start = start;
  return experiment;
}

Experiment experimentWithChoices(const Options& options, const Workspace& workspace) {
  Experiment experiment = experimentOf(options, workspace);
  if (!options.device.empty()) experiment.device = options.device;
  if (options.seed) experiment.seed = *options.seed;
  if (options.threads >= 0) experiment.threads = options.threads;
  return experiment;
}

std::string datasetOf(const Options& options, const Workspace& workspace,
                      const Experiment& experiment) {
  const bool ofSource = options.dataset.empty() && experiment.start;
  return ofSource ? workspace.run(experiment.start->run).dataset
                  : chooseDataset(workspace, options.dataset).name;
}

void finish(const Options& options, const std::string& name, const TrainingOutcome& outcome,
            bool tell) {
  if (tell && options.output.json) {
    printJson(describe(name, outcome));
  } else if (tell) {
    fmt::print("Run \"{}\" {} after {} steps in {:.1f} s; it keeps the weights of step {}.\n", name,
               toString(outcome.phase), outcome.steps, outcome.seconds, outcome.resultStep);
  }
  if (outcome.phase == TrainingPhase::Failed) throw Error(outcome.message);
  if (tell && outcome.phase == TrainingPhase::Finished && !outcome.message.empty()) {
    spdlog::warn(outcome.message);
  }
  if (outcome.phase == TrainingPhase::Stopped) throw Cancelled();
}

void runAlone(const Options& options) {
  const Workspace workspace = openExisting(options.workspace, Access::Write);
  const Experiment experiment = experimentWithChoices(options, workspace);
  const std::string dataset = datasetOf(options, workspace, experiment);
  const std::string name = options.run.empty() ? workspace.freeRunName("run") : options.run;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  for (const std::string& advice : adviceOn(table, experiment.objective)) spdlog::warn(advice);
  const auto start = loadStart(workspace, experiment);
  const TrainingOutcome outcome = trainRun(table, options.workspace, dataset, name, experiment,
                                           !options.output.json, start.get());
  requireInPlace(workspace, name);
  finish(options, name, outcome, true);
}

/// A processor or a GPU for each process of a machine.
void shareMachine(const LaunchPlace& place, Experiment& experiment) {
  if (experiment.threads == 0) {
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    experiment.threads = std::max(1, processors / place.localSize);
  }
  const std::string device = resolveDevice(experiment.device);
  const auto gpus = static_cast<int>(devices().size()) - 1;
  if (device != "cpu" && gpus > 0) {
    experiment.device = fmt::format("cuda:{}", place.localRank % gpus);
  }
}

void runTogether(const Options& options, const LaunchPlace& place) {
  const bool leads = place.rank == 0;
  // Number 0 alone writes.
  const Workspace workspace = openExisting(options.workspace, leads ? Access::Write : Access::Read);
  Experiment experiment = experimentWithChoices(options, workspace);
  const std::string dataset = datasetOf(options, workspace, experiment);
  shareMachine(place, experiment);
  const std::string name = options.run.empty() ? workspace.freeRunName("run") : options.run;
  const auto start = loadStart(workspace, experiment);
  const std::unique_ptr<ProcessGroup> group = joinProcessGroup(
      place, std::chrono::seconds(options.patience), resolveDevice(experiment.device));
  const DataShare share =
      shareSlates(workspace.loadSlateIndex(dataset, stopToken()), experiment.split, *group);
  const SlateTable table =
      workspace.loadSlates(dataset, share.keep, leads ? progressLine() : Progress(), stopToken());
  if (leads) {
    finishProgressLine();
    for (const std::string& advice : adviceOn(table, experiment.objective)) spdlog::warn(advice);
  }
  const TrainingOutcome outcome = trainShare(table, share, options.workspace, dataset, name,
                                             experiment, !options.output.json, start.get());
  if (leads) requireInPlace(workspace, name);
  finish(options, name, outcome, leads);
}

void run(const Options& options) {
  const std::optional<LaunchPlace> place = launchPlace();
  if (place) {
    runTogether(options, *place);
  } else {
    runAlone(options);
  }
}

}  // namespace

void addTrain(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("train", "Train a run: supervised, then aligned");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option(
      "--dataset", options->dataset,
      "Dataset; standard: the only one there is, or that of the run that is continued");
  command->add_option("--experiment", options->experiment,
                      "Experiment document (JSON); - = standard input");
  command->add_option("--run", options->run, "Name of the run; standard: the next free one");
  command->add_option(
      "--continue", options->start,
      "RUN or RUN:CHECKPOINT to start from: result (standard), best, supervised or a step of its "
      "trail. Without --experiment: what that run did, without its warm-up. The optimiser and the "
      "order of slates start anew");
  command->add_option("--device", options->device, "auto, cpu, cuda or cuda:N");
  command->add_option("--seed", options->seed, "Seed instead of the experiment's")
      ->check(wholeNumber());
  command->add_option("--threads", options->threads, "Threads instead of the experiment's")
      ->check(CLI::Range(0, kMostThreads));
  command
      ->add_option("--patience", options->patience,
                   "Where a launcher such as torchrun starts several processes that train one run: "
                   "seconds to wait for another of them before it counts as lost")
      ->check(CLI::Range(1, 86400));
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
