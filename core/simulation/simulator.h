// A world with known truth. Users and items have features; each task's probability is a known
// function of them, part of which a linear estimator cannot express; a stochastic logging policy
// ranks by noisy scores, and what it shows lower is examined less.
//
//   p_t(user, item)  = sigmoid(bias_t + strength · f_t(user, item))
//   f_t              = √(1 − nonLinearity)·linear_t + √nonLinearity·rest_t
//   examination(k)   = k ^ (−positionBias)                              (1 for the first place)
//   action_t         ~ Bernoulli(examination(place) · p_t)
//   logging score    = quality·(true value, standardised) + √(1 − quality²)·noise
//   logging order    ~ Plackett–Luce(logging score / loggingTemperature), first-place
//                      probabilities logged as propensities
//
// linear_t and rest_t have mean 0 and deviation 1 over random pairs each. Over a finite pool of
// items they correlate a little, so that the deviation of f_t and the share that is linear differ
// from world to world around what strength and nonLinearity say.
//
// The log shows users' and items' numbers, their categories and an affinity of the pair. Everything
// follows from the seeds: the same settings give the same log on any machine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/common/matrix.h"
#include "core/dataset/dataset_sink.h"
#include "core/dataset/slate_table.h"

namespace luce {

struct SimulationTask {
  std::string name;
  double rate = 0.1;  ///< mean probability over random (user, item) pairs, 0..1
  bool operator==(const SimulationTask&) const = default;
};

struct SimulationSettings {
  LogShape shape = LogShape::Slate;
  int slates = 10000;    ///< ≥ 1
  int slateSize = 10;    ///< candidates of a slate log, ≥ 1
  int items = 400;       ///< size of the item pool; a bandit log's catalogue, ≥ 1
  int userFeatures = 6;  ///< observed numbers a user, ≥ 1
  int itemFeatures = 6;  ///< observed numbers an item, ≥ 1
  std::vector<SimulationTask> tasks{{"click", 0.25}, {"long_view", 0.12}, {"like", 0.05}};
  double strength = 1.5;      ///< spread of the truth's logits, ≥ 0
  double nonLinearity = 0.7;  ///< share of f_t's variance that is not linear in the numbers, 0..1
  double positionBias = 0.5;  ///< ≥ 0, slate logs only
  double loggingTemperature = 1;  ///< > 0
  double loggingQuality = 0.3;    ///< correlation of logging scores with true value, -1..1
  std::vector<double> valueWeights{1, 2, 4};  ///< one a task
  std::uint64_t seed = 1;                     ///< of the log
  std::uint64_t worldSeed = 1;                ///< of the truth: logs of one world share it
  bool operator==(const SimulationSettings&) const = default;
};

/// Members left out get their default. Throws Error naming the member at fault.
SimulationSettings simulationFromJson(const std::string& json);
std::string simulationToJson(const SimulationSettings& settings);
/// Throws Error naming what is out of range.
void requireValid(const SimulationSettings& settings);

class World;  // simulation/world.h

class Simulator {
 public:
  /// Throws Error for settings out of range.
  explicit Simulator(const SimulationSettings& settings);

  const Schema& schema() const;
  /// Writes the whole log. When `truth` is given it receives p_t of every candidate row
  /// (candidates × tasks, rows as in SlateTable; virtual rows of a bandit log included). Throws
  /// Error when the logging policy is so sharp that a propensity cannot be told from 0.
  void writeLog(DatasetSink& sink, Matrix<float>* truth = nullptr) const;

 private:
  SimulationSettings settings_;
  Schema schema_;
  std::shared_ptr<const World> world_;
};

/// Exact values of policies in the simulator's truth; rewards are Σ_t w_t · p_t at first place.
struct TrueValue {
  double stochastic = 0;  ///< mean over slates of Σ_i π_i r_i
  double greedy = 0;      ///< mean reward of the best-scored candidate
  double greedyTop = 0;   ///< mean over slates of the mean reward of the K best-scored
};
/// policy and score: one a candidate, cut by offsets; truth as from writeLog, same rows.
TrueValue trueValue(std::span<const std::int64_t> offsets, std::span<const float> score,
                    std::span<const float> policy, const Matrix<float>& truth,
                    std::span<const double> rewardWeights, int topK);

}  // namespace luce
