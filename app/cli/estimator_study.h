// Do the estimators of a policy's value keep their word? Many simulated bandit logs of one world, a
// policy whose true value is known, and what every estimator says of it: bias, spread, and how
// often its intervals hold the truth.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/simulation/simulator.h"

namespace luce::cli {

struct EstimatorStudyPlan {
  SimulationSettings world;   ///< a bandit log's
  std::vector<int> sizes;     ///< rows of a log, each ≥ 10
  int logs = 300;             ///< of each size, ≥ 2
  int truthSlates = 100'000;  ///< contexts over which the true value is averaged, ≥ 1
  double temperature = 1;     ///< of the judged policy, which knows the truth, > 0
  int resamples = 400;
  std::uint64_t seed = 1;
};

/// A world of rare and frequent actions, logged by a policy that is neither uniform nor the best.
EstimatorStudyPlan standardEstimatorStudy();

struct EstimatorRecord {
  ValueEstimator estimator = ValueEstimator::Ips;
  int logs = 0;  ///< with an estimate
  double bias = 0;
  double deviation = 0;           ///< standard deviation of the estimates
  double error = 0;               ///< root of the mean squared error
  std::array<double, 3> cover{};  ///< share of 95 % intervals that hold the truth, by IntervalKind
};

struct EstimatorStudyResult {
  int size = 0;
  double truth = 0;
  double logging = 0;                    ///< the logging policy's true value, as its logs' mean
  double effectiveShare = 0;             ///< effective sample size over rows, mean over logs
  std::vector<EstimatorRecord> records;  ///< of the estimators that such a log allows
};

/// tell(size, logs done) after each log. Throws Error for a plan out of range; Cancelled.
std::vector<EstimatorStudyResult> studyEstimators(const EstimatorStudyPlan& plan,
                                                  const std::function<void(int, int)>& tell,
                                                  std::stop_token stop);

nlohmann::ordered_json estimatorStudyJson(const EstimatorStudyPlan& plan,
                                          const std::vector<EstimatorStudyResult>& results);

}  // namespace luce::cli
