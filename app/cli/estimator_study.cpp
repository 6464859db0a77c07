#include "app/cli/estimator_study.h"

#include <fmt/format.h>

#include <cmath>

#include "app/cli/console.h"
#include "core/common/error.h"
#include "core/evaluation/policy_rows.h"
#include "core/simulation/known_log.h"
#include "core/training/reward_model.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

/// Running sums of one estimator over logs.
struct Tally {
  int logs = 0;
  double sum = 0, squares = 0;
  std::array<int, 3> covered{};

  void add(const EstimatedValue& value, double truth) {
    if (!std::isfinite(value.value)) return;
    ++logs;
    sum += value.value - truth;
    squares += (value.value - truth) * (value.value - truth);
    for (std::size_t kind = 0; kind < covered.size(); ++kind) {
      const Interval& interval = value.intervals[kind];
      covered[kind] += interval.low <= truth && truth <= interval.high;
    }
  }

  EstimatorRecord record(ValueEstimator estimator) const {
    EstimatorRecord record;
    record.estimator = estimator;
    record.logs = logs;
    record.bias = sum / logs;
    record.error = std::sqrt(squares / logs);
    record.deviation = std::sqrt(std::max(0.0, squares - sum * sum / logs) / std::max(1, logs - 1));
    for (std::size_t kind = 0; kind < covered.size(); ++kind) {
      record.cover[kind] = static_cast<double>(covered[kind]) / logs;
    }
    return record;
  }
};

EstimatorStudyResult studySize(const EstimatorStudyPlan& plan, int size, double truth,
                               const std::function<void(int, int)>& tell,
                               const std::stop_token& stop) {
  PolicySettings settings;
  settings.valueWeights = settings.rewardWeights = plan.world.valueWeights;
  settings.temperature = plan.temperature;
  OffPolicySettings offPolicy;
  offPolicy.resamples = plan.resamples;
  const RewardModelSettings model;
  EstimatorStudyResult result;
  result.size = size;
  result.truth = truth;
  std::array<Tally, kValueEstimators> tallies;
  for (int log = 0; log < plan.logs; ++log) {
    if (stop.stop_requested()) throw Cancelled();
    const std::uint64_t seed = plan.seed + static_cast<std::uint64_t>(log);
    const KnownLog known = simulateLog(plan.world, size, seed, plan.world.worldSeed);
    const Predictions predictions = truthAsPredictions(known);
    const PolicyProbabilities policy = policyOf(predictions, settings);
    const Predictions rewards = fitRewardModel(known.table, policy.slates, model, {}, stop);
    EvaluationAids aids;
    aids.rewardModel = &rewards;
    aids.balanced = true;
    offPolicy.seed = seed;
    const OffPolicyEstimate estimate = estimateValue(
        weighRows(known.table, policy, settings, aids),
        loggingRewards(known.table, policy.slates, settings.rewardWeights), offPolicy);
    for (std::size_t i = 0; i < kValueEstimators; ++i) tallies[i].add(estimate.values[i], truth);
    result.logging += estimate.logging.value / plan.logs;
    result.effectiveShare +=
        estimate.effectiveSampleSize / static_cast<double>(estimate.rows) / plan.logs;
    tell(size, log + 1);
  }
  for (std::size_t i = 0; i < kValueEstimators; ++i) {
    if (tallies[i].logs > 1) {
      result.records.push_back(tallies[i].record(static_cast<ValueEstimator>(i)));
    }
  }
  return result;
}

}  // namespace

EstimatorStudyPlan standardEstimatorStudy() {
  EstimatorStudyPlan plan;
  plan.world.shape = LogShape::Bandit;
  plan.world.items = 20;
  plan.world.loggingTemperature = 1.5;
  plan.sizes = {250, 1000, 4000};
  return plan;
}

std::vector<EstimatorStudyResult> studyEstimators(const EstimatorStudyPlan& plan,
                                                  const std::function<void(int, int)>& tell,
                                                  std::stop_token stop) {
  if (plan.world.shape != LogShape::Bandit) {
    throw Error("Estimators are studied on bandit logs; set the world's \"shape\" to \"bandit\".");
  }
  const KnownLog wide =
      simulateTestLog(plan.world, plan.truthSlates, plan.seed, plan.world.worldSeed);
  const double truth = valueInTruth(truthAsPredictions(wide), wide.truth, plan.world.valueWeights,
                                    plan.world.valueWeights, plan.temperature, 1)
                           .stochastic;
  std::vector<EstimatorStudyResult> results;
  for (const int size : plan.sizes) results.push_back(studySize(plan, size, truth, tell, stop));
  return results;
}

ordered_json estimatorStudyJson(const EstimatorStudyPlan& plan,
                                const std::vector<EstimatorStudyResult>& results) {
  ordered_json object{{"world", ordered_json::parse(simulationToJson(plan.world))},
                      {"logs", plan.logs},
                      {"truth_slates", plan.truthSlates},
                      {"temperature", plan.temperature},
                      {"resamples", plan.resamples},
                      {"seed", plan.seed},
                      {"sizes", ordered_json::array()}};
  for (const EstimatorStudyResult& result : results) {
    ordered_json size{{"rows", result.size},
                      {"truth", result.truth},
                      {"logging_value", result.logging},
                      {"effective_share", result.effectiveShare},
                      {"estimators", ordered_json::object()}};
    for (const EstimatorRecord& record : result.records) {
      size["estimators"][describe(record.estimator).key] = {
          {"logs", record.logs},
          {"bias", record.bias},
          {"standard_deviation", record.deviation},
          {"root_mean_squared_error", record.error},
          {"claims_coverage", describe(record.estimator).claimsCoverage},
          {"cover_bootstrap", record.cover[0]},
          {"cover_normal", record.cover[1]},
          {"cover_bernstein", record.cover[2]}};
    }
    object["sizes"].push_back(size);
  }
  return object;
}

}  // namespace luce::cli
