// The same experiment under several schemes and seeds, one run after another: which scheme earns
// more, and how much of it is luck.
//
//   ComparisonPlan plan{experiment, {"supervised", "ips", "grpo"}, {1, 2, 3}};
//   std::vector<ComparedRun> runs = compareOnLog(plan, table, monitor);
//   std::vector<ComparedScheme> result = summariseComparison(plan.schemes, runs);
//
// All runs of a seed come before the next seed's, so that a queue that is stopped early has whole
// pairs to compare.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/simulation/simulator.h"
#include "core/training/experiment.h"
#include "core/training/trainer.h"

namespace luce {

/// Stands among the schemes for the run without alignment: as many epochs in all, every one of them
/// supervised.
inline constexpr const char* kSupervisedOnly = "supervised";

struct ComparisonPlan {
  Experiment base;
  std::vector<std::string> schemes;  ///< of comparableSchemes(); others are held against the first
  std::vector<std::uint64_t> seeds;  ///< of the weights and the order; in simulations of the world
  /// What base.start names, for all runs; null = none. Not in simulations.
  std::shared_ptr<const StartingWeights> start = nullptr;
};

/// kSupervisedOnly, then every scheme of the registry.
std::vector<std::string> comparableSchemes();
/// For people. Throws Error that lists the schemes there are.
std::string comparedTitle(const std::string& scheme);

/// The base experiment under another scheme, without a trail. Parameters and advantage of the base
/// belong to its own scheme; every other scheme takes its standard ones. Throws Error for an
/// unknown scheme.
Experiment comparedExperiment(const Experiment& base, const std::string& scheme,
                              std::uint64_t seed);

/// "grpo seed 2": what a run is called.
std::string comparedRunName(const std::string& scheme, std::uint64_t seed);

/// One run of the queue.
struct ComparedRun {
  std::string scheme;
  std::uint64_t seed = 0;
  TrainingPhase phase = TrainingPhase::Finished;  ///< Finished, Stopped or Failed
  std::string message;                            ///< why it stopped or failed
  double seconds = 0;                             ///< of training
  /// SNIPS on the test slates, on the rows that the log supports without bias; 95 % over slates.
  /// NaN unless finished, as are the next two.
  Interval estimate{kMissing, kMissing, kMissing};
  double logging = kMissing;  ///< the logging policy's own estimate on the same slates
  double effectiveSampleSize = kMissing;
  std::optional<TrueValue> truth;  ///< simulations only, on fresh slates of the seed's world

  bool finished() const { return phase == TrainingPhase::Finished; }
  /// What schemes are compared by: the true value of the stochastic policy, else the estimate.
  double value() const { return truth ? truth->stochastic : estimate.value; }
};

struct ComparisonProgress {
  std::size_t run = 0;   ///< from 0
  std::size_t runs = 0;  ///< of the whole queue
  std::string scheme;
  std::uint64_t seed = 0;
  double fraction = 0;     ///< of the whole queue, 0..1
  double secondsLeft = 0;  ///< of the whole queue
};

/// Called from the thread that runs the queue; every member may be empty.
struct ComparisonMonitor {
  std::function<void(const ComparisonProgress&)> progress;  ///< at most about 30 times a second
  std::function<void(const ComparedRun&)> finished;         ///< after every run, also failed ones
  /// Where a run is recorded; empty = nowhere. What it throws fails that run alone.
  std::function<std::unique_ptr<TrainingRecorder>(const std::string& run, const Experiment&)>
      record;
  std::stop_token stop;  ///< answered within a step; the run in progress then ends as Stopped
};

/// Every seed trains on the same slates and is judged on the same test slates: the spread over
/// seeds is what chance in training does, not what another log would have said. Runs that fail are
/// rows with a message. Throws Error before the first run for a plan that no run could carry out.
std::vector<ComparedRun> compareOnLog(const ComparisonPlan& plan, const SlateTable& table,
                                      const ComparisonMonitor& monitor);

/// What the truth is asked in a simulation.
struct TruthSettings {
  int testSlates = 5000;  ///< fresh ones of each world, ≥ 1
  int topK = 3;           ///< ≥ 1
};

/// Every seed is a log and a world of its own, shared by all schemes. Otherwise like compareOnLog.
std::vector<ComparedRun> compareInWorlds(const ComparisonPlan& plan,
                                         const SimulationSettings& simulation,
                                         const TruthSettings& truth,
                                         const ComparisonMonitor& monitor);

}  // namespace luce
