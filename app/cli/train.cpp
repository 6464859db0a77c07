#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/training_session.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
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

void run(const Options& options) {
  const Workspace workspace = openExisting(options.workspace, Access::Write);
  Experiment experiment = experimentOf(options, workspace);
  if (!options.device.empty()) experiment.device = options.device;
  if (options.seed >= 0) experiment.seed = static_cast<std::uint64_t>(options.seed);
  if (options.threads >= 0) experiment.threads = options.threads;
  const bool ofSource = options.dataset.empty() && experiment.start;
  const std::string dataset = ofSource ? workspace.run(experiment.start->run).dataset
                                       : chooseDataset(workspace, options.dataset).name;
  const std::string name = options.run.empty() ? workspace.freeRunName("run") : options.run;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  for (const std::string& advice : adviceOn(table, experiment.objective)) spdlog::warn(advice);
  const auto start = loadStart(workspace, experiment);
  const TrainingOutcome outcome = trainRun(table, options.workspace, dataset, name, experiment,
                                           !options.output.json, start.get());
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
  command->add_option(
      "--dataset", options->dataset,
      "Dataset; standard: the only one there is, or that of the run that is continued");
  command->add_option("--experiment", options->experiment, "Experiment document (JSON)");
  command->add_option("--run", options->run, "Name of the run; standard: the next free one");
  command->add_option(
      "--continue", options->start,
      "RUN or RUN:CHECKPOINT to start from: result (standard), best, supervised or a step of its "
      "trail. Without --experiment: what that run did, without its warm-up. The optimiser and the "
      "order of slates start anew");
  command->add_option("--device", options->device, "auto, cpu, cuda or cuda:N");
  command->add_option("--seed", options->seed, "Seed instead of the experiment's")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--threads", options->threads, "Threads instead of the experiment's")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
