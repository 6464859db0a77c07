#include "core/training/comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"
#include "core/simulation/known_log.h"

namespace luce {

namespace {

void requirePlan(const ComparisonPlan& plan) {
  if (plan.schemes.empty()) {
    throw Error(fmt::format("No scheme is named to compare; choose from {}.",
                            fmt::join(comparableSchemes(), ", ")));
  }
  if (plan.seeds.empty()) throw Error("A comparison needs at least one seed.");
  std::set<std::string> seen;
  for (const std::string& scheme : plan.schemes) {
    comparedExperiment(plan.base, scheme, 0);
    if (!seen.insert(scheme).second) {
      throw Error(fmt::format("The scheme \"{}\" is named twice; name each once.", scheme));
    }
  }
  const std::set<std::uint64_t> seeds(plan.seeds.begin(), plan.seeds.end());
  if (seeds.size() != plan.seeds.size()) {
    throw Error("A seed is named twice; the same seed would only give the same numbers again.");
  }
}

/// What would fail every run alike is told before the first one.
void requireFits(const ComparisonPlan& plan, const SlateTable& table) {
  const std::vector<std::string>& tasks = table.schema().tasks;
  valueWeights(plan.base, tasks);
  rewardWeights(plan.base, tasks);
  requireRows(table, plan.base.objective.rows.value_or(naturalRowKind(table)));
  requireStart(table, plan.base, plan.start.get());
  if (splitSlates(table, plan.base.split).test.empty()) {
    throw Error(
        "No test slate is left to compare on. Give the split a larger test share, or use a log "
        "with more slates.");
  }
}

class Queue {
 public:
  Queue(const ComparisonPlan& plan, const ComparisonMonitor& monitor)
      : plan_(plan), monitor_(monitor) {}

  /// test: fresh slates of the same world; null = none.
  void runSeed(std::uint64_t seed, const SlateTable& table, const KnownLog* test, int topK);
  bool stopped() const { return monitor_.stop.stop_requested(); }
  std::vector<ComparedRun> take() { return std::move(runs_); }

 private:
  ComparedRun train(const std::string& scheme, std::uint64_t seed, const SlateTable& table,
                    const KnownLog* test, int topK) const;
  void judge(ComparedRun& run, const Experiment& experiment, const TrainingOutcome& outcome,
             const SlateTable& table) const;
  void judgeInTruth(ComparedRun& run, const Experiment& experiment, const TrainingOutcome& outcome,
                    const KnownLog& test, int topK) const;
  void tell(const ComparedRun& run, const TrainingSnapshot& snapshot) const;

  const ComparisonPlan& plan_;
  const ComparisonMonitor& monitor_;
  std::vector<ComparedRun> runs_;
};

void Queue::runSeed(std::uint64_t seed, const SlateTable& table, const KnownLog* test, int topK) {
  for (const std::string& scheme : plan_.schemes) {
    if (stopped()) return;
    runs_.push_back(train(scheme, seed, table, test, topK));
    if (monitor_.finished) monitor_.finished(runs_.back());
  }
}

ComparedRun Queue::train(const std::string& scheme, std::uint64_t seed, const SlateTable& table,
                         const KnownLog* test, int topK) const {
  ComparedRun run;
  run.scheme = scheme;
  run.seed = seed;
  try {
    const Experiment experiment = comparedExperiment(plan_.base, scheme, seed);
    std::unique_ptr<TrainingRecorder> recorder;
    if (monitor_.record) recorder = monitor_.record(comparedRunName(scheme, seed), experiment);
    TrainingControl control;
    const std::stop_callback forward(monitor_.stop, [&] { control.stop(); });
    const TrainingOutcome outcome = luce::train(
        table, experiment, control, recorder.get(),
        [&](const std::shared_ptr<const TrainingSnapshot>& snapshot) { tell(run, *snapshot); },
        plan_.start.get());
    run.phase = outcome.phase;
    run.message = outcome.message;
    run.seconds = outcome.seconds;
    if (!run.finished()) return run;
    judge(run, experiment, outcome, table);
    if (test != nullptr) judgeInTruth(run, experiment, outcome, *test, topK);
    if (!std::isfinite(run.value())) {
      throw Error("The policy's value is not a finite number: the test slates have no usable row.");
    }
  } catch (const Cancelled& stopped) {
    run.phase = TrainingPhase::Stopped;
    run.message = stopped.what();
  } catch (const std::exception& error) {
    run.phase = TrainingPhase::Failed;
    run.message = error.what();
  }
  return run;
}

void Queue::judge(ComparedRun& run, const Experiment& experiment, const TrainingOutcome& outcome,
                  const SlateTable& table) const {
  const std::vector<std::string>& tasks = table.schema().tasks;
  const PolicySettings settings{valueWeights(experiment, tasks), rewardWeights(experiment, tasks),
                                experiment.temperature, naturalRowKind(table),
                                experiment.objective.propensityRule};
  const Predictions predictions =
      Estimator::fromCheckpoint(outcome.result)
          .predict(table, splitSlates(table, experiment.split).test, monitor_.stop);
  OffPolicySettings offPolicy;
  offPolicy.estimators = {ValueEstimator::Snips};
  const OffPolicyEstimate estimate =
      estimateValue(weighRows(table, predictions, settings),
                    loggingRewards(table, predictions.slates, settings.rewardWeights), offPolicy);
  run.estimate = estimate.snips();
  run.logging = estimate.logging.value;
  run.effectiveSampleSize = estimate.effectiveSampleSize;
}

void Queue::judgeInTruth(ComparedRun& run, const Experiment& experiment,
                         const TrainingOutcome& outcome, const KnownLog& test, int topK) const {
  const std::vector<std::string>& tasks = test.table.schema().tasks;
  const Predictions predictions = Estimator::fromCheckpoint(outcome.result)
                                      .predict(test.table, allSlates(test.table), monitor_.stop);
  run.truth = valueInTruth(predictions, test.truth, valueWeights(experiment, tasks),
                           rewardWeights(experiment, tasks), experiment.temperature, topK);
}

void Queue::tell(const ComparedRun& run, const TrainingSnapshot& snapshot) const {
  if (!monitor_.progress) return;
  ComparisonProgress progress;
  progress.run = runs_.size();
  progress.runs = plan_.schemes.size() * plan_.seeds.size();
  progress.scheme = run.scheme;
  progress.seed = run.seed;
  const double share =
      snapshot.steps > 0 ? static_cast<double>(snapshot.step) / static_cast<double>(snapshot.steps)
                         : 0.0;
  progress.fraction =
      (static_cast<double>(progress.run) + share) / static_cast<double>(progress.runs);
  double seconds = snapshot.secondsElapsed + snapshot.secondsLeft;
  for (const ComparedRun& earlier : runs_) seconds += earlier.seconds;
  const double secondsPerRun = seconds / static_cast<double>(progress.run + 1);
  progress.secondsLeft =
      snapshot.secondsLeft + secondsPerRun * static_cast<double>(progress.runs - progress.run - 1);
  monitor_.progress(progress);
}

}  // namespace

std::vector<std::string> comparableSchemes() {
  std::vector<std::string> ids{kSupervisedOnly};
  for (const Scheme* scheme : schemes()) ids.push_back(scheme->description().id);
  return ids;
}

std::string comparedTitle(const std::string& scheme) {
  if (scheme == kSupervisedOnly) return "Supervised only";
  const std::vector<std::string> known = comparableSchemes();
  if (std::find(known.begin(), known.end(), scheme) == known.end()) {
    throw Error(fmt::format("There is no scheme \"{}\" to compare; choose from {}.", scheme,
                            fmt::join(known, ", ")));
  }
  return findScheme(scheme).description().title;
}

Experiment comparedExperiment(const Experiment& base, const std::string& scheme,
                              std::uint64_t seed) {
  comparedTitle(scheme);  // refuses unknown schemes
  Experiment experiment = base;
  experiment.seed = seed;
  // So many trails would fill the workspace.
  experiment.schedule.trail = false;
  if (scheme == kSupervisedOnly) {
    experiment.schedule.supervisedEpochs += experiment.schedule.alignmentEpochs;
    experiment.schedule.alignmentEpochs = 0;
  } else if (scheme != base.objective.scheme) {
    experiment.objective.scheme = scheme;
    experiment.objective.parameters.clear();
    experiment.objective.advantage.reset();
  }
  return experiment;
}

std::string comparedRunName(const std::string& scheme, std::uint64_t seed) {
  return fmt::format("{} seed {}", scheme, seed);
}

std::vector<ComparedRun> compareOnLog(const ComparisonPlan& plan, const SlateTable& table,
                                      const ComparisonMonitor& monitor) {
  requirePlan(plan);
  requireFits(plan, table);
  Queue queue(plan, monitor);
  for (const std::uint64_t seed : plan.seeds) queue.runSeed(seed, table, nullptr, 0);
  return queue.take();
}

std::vector<ComparedRun> compareInWorlds(const ComparisonPlan& plan,
                                         const SimulationSettings& simulation,
                                         const TruthSettings& truth,
                                         const ComparisonMonitor& monitor) {
  requirePlan(plan);
  requireValid(simulation);
  Queue queue(plan, monitor);
  for (const std::uint64_t seed : plan.seeds) {
    if (queue.stopped()) break;
    const KnownLog log = simulateLog(simulation, simulation.slates, seed, seed);
    if (seed == plan.seeds.front()) requireFits(plan, log.table);
    const KnownLog test = simulateTestLog(simulation, truth.testSlates, seed, seed);
    queue.runSeed(seed, log.table, &test, truth.topK);
  }
  return queue.take();
}

}  // namespace luce
