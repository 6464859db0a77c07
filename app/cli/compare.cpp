#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/training_session.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/training/comparison_summary.h"
#include "core/workspace/comparison_recorder.h"
#include "core/workspace/run_start.h"

namespace luce::cli {

namespace {

struct Options {
  std::string workspace;
  std::string dataset;
  std::string simulation;
  std::string experiment;
  std::vector<std::string> schemes;
  int seeds = 3;
  TruthSettings truth;
  bool noRecord = false;
  std::string csv;
  Output output;
};

ComparisonPlan planOf(const Options& options) {
  ComparisonPlan plan;
  if (!options.experiment.empty()) plan.base = experimentFromJson(readFile(options.experiment));
  plan.schemes = options.schemes.empty() ? comparableSchemes() : options.schemes;
  for (const std::string& scheme : plan.schemes) comparedTitle(scheme);  // refuses unknown ones
  plan.seeds.resize(static_cast<std::size_t>(options.seeds));
  std::iota(plan.seeds.begin(), plan.seeds.end(), 1u);
  return plan;
}

void tellRun(const ComparedRun& run) {
  finishProgressLine();
  const std::string name = comparedRunName(run.scheme, run.seed);
  if (!run.finished()) {
    fmt::print(stderr, "{}: {}. {}\n", name, toString(run.phase), run.message);
    return;
  }
  const std::string truth =
      run.truth ? fmt::format("true value {}, ", shortNumber(run.truth->stochastic)) : "";
  fmt::print(stderr, "{}: {}held out {} [{}, {}], {:.1f} s\n", name, truth,
             shortNumber(run.estimate.value), shortNumber(run.estimate.low),
             shortNumber(run.estimate.high), run.seconds);
}

std::vector<ComparedRun> compare(const Options& options, const ComparisonPlan& plan) {
  ComparisonMonitor monitor;
  monitor.stop = stopToken();
  monitor.finished = tellRun;
  monitor.progress = [line = progressLine()](const ComparisonProgress& progress) {
    if (!line) return;
    line(progress.fraction,
         fmt::format("run {} of {} · {} · {:.0f} s left", progress.run + 1, progress.runs,
                     comparedRunName(progress.scheme, progress.seed), progress.secondsLeft));
  };
  if (!options.simulation.empty()) {
    const SimulationSettings simulation = simulationFromJson(readFile(options.simulation));
    warnOfSlowBlas();
    return compareInWorlds(plan, simulation, options.truth, monitor);
  }
  // Held to the end, so that no other program takes the workspace between two runs.
  const Workspace workspace =
      openExisting(options.workspace, options.noRecord ? Access::Read : Access::Write);
  const std::string dataset = chooseDataset(workspace, options.dataset).name;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  if (!options.noRecord) monitor.record = recordInWorkspace(options.workspace, dataset);
  warnOfSlowBlas();
  ComparisonPlan started = plan;
  started.start = loadStart(workspace, plan.base);
  return compareOnLog(started, table, monitor);
}

std::string withHalfWidth(const SeedMean& mean) {
  if (std::isnan(mean.mean)) return "–";
  return std::isnan(mean.halfWidth)
             ? shortNumber(mean.mean)
             : fmt::format("{} ± {}", shortNumber(mean.mean), shortNumber(mean.halfWidth));
}

/// withValue: false = the bounds alone.
std::string intervalOf(const Interval& estimate, bool withValue) {
  if (std::isnan(estimate.value)) return "–";
  const std::string bounds =
      fmt::format("[{}, {}]", shortNumber(estimate.low), shortNumber(estimate.high));
  return withValue ? shortNumber(estimate.value) + " " + bounds : bounds;
}

void print(const std::vector<ComparedScheme>& schemes, const Options& options) {
  const bool truth = comparisonMeasure(schemes) == "true_stochastic";
  std::vector<std::string> heading{"scheme", truth ? "true value" : "held-out reward",
                                   "difference to " + schemes.front().scheme};
  if (truth) {
    heading.insert(heading.end(), {"greedy", fmt::format("greedy top {}", options.truth.topK)});
  }
  heading.insert(heading.end(), {truth ? "held-out estimate" : "interval of the log",
                                 "effective sample size", "seconds a run", "failures"});
  std::vector<std::vector<std::string>> table{heading};
  for (const ComparedScheme& scheme : schemes) {
    std::vector<std::string> row{scheme.scheme, withHalfWidth(scheme.value),
                                 withHalfWidth(scheme.difference)};
    if (truth) {
      row.push_back(withHalfWidth(scheme.greedy));
      row.push_back(withHalfWidth(scheme.greedyTop));
    }
    row.push_back(intervalOf(scheme.estimate, truth));
    row.push_back(shortNumber(scheme.effectiveSampleSize));
    row.push_back(shortNumber(scheme.seconds));
    row.push_back(fmt::format("{} of {}", scheme.failed, scheme.runs.size()));
    table.push_back(std::move(row));
  }
  printTable(table);
  fmt::print("±: half the 95 % interval over {}.\n",
             truth ? "the seeds, each a world of its own"
                   : "the seeds, chance in training alone; the log's own is the interval");
}

void run(const Options& options) {
  if (options.workspace.empty() == options.simulation.empty()) {
    throw CLI::ValidationError("compare", "give either a workspace or --simulation");
  }
  const ComparisonPlan plan = planOf(options);
  const std::vector<ComparedRun> runs = compare(options, plan);
  finishProgressLine();
  const std::vector<ComparedScheme> schemes = summariseComparison(plan.schemes, runs);
  if (options.output.json) {
    printJson(nlohmann::ordered_json::parse(comparisonToJson(schemes)));
  } else {
    print(schemes, options);
  }
  if (!options.csv.empty()) {
    writeFileSafely(options.csv, [&](std::ostream& file) { file << comparisonToCsv(schemes); });
  }
  if (stopToken().stop_requested()) throw Cancelled();
  const bool any = std::any_of(runs.begin(), runs.end(),
                               [](const ComparedRun& each) { return each.finished(); });
  if (!any) throw Error("No run finished. The first says: " + runs.front().message);
}

}  // namespace

void addCompare(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "compare", "The same experiment under several schemes and seeds, in one table");
  command->add_option("workspace", options->workspace, "Workspace file");
  command->add_option("--dataset", options->dataset, "Dataset; standard: the only one there is");
  command->add_option("--simulation", options->simulation,
                      "Simulation document (JSON) instead of a workspace: every seed is a world of "
                      "its own, judged by its truth");
  command->add_option("--experiment", options->experiment, "Experiment document (JSON)");
  command
      ->add_option("--schemes", options->schemes,
                   "Schemes, with commas between; differences are to the first. \"supervised\" "
                   "spends all epochs supervised. Standard: all there are")
      ->delimiter(',');
  command->add_option("--seeds", options->seeds, "Number of seeds, from 1 on")
      ->check(CLI::Range(1, 1000));
  command->add_option("--test-slates", options->truth.testSlates, "Fresh slates of each world")
      ->check(CLI::Range(1, 10'000'000));
  command->add_option("--top-k", options->truth.topK, "Places of the greedy top K")
      ->check(CLI::Range(1, 1000));
  command->add_flag("--no-record", options->noRecord, "Train in memory; record no runs");
  command->add_option("--csv", options->csv, "File to write the table to");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
