#include "core/evaluation/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/evaluation/ranking_metrics.h"
#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

std::vector<std::int64_t> offsetsOf(const SlateTable& table,
                                    std::span<const std::uint32_t> slates) {
  std::vector<std::int64_t> offsets{0};
  for (const std::uint32_t slate : slates) {
    offsets.push_back(offsets.back() + table.candidates(slate).count);
  }
  return offsets;
}

/// policyOf(rows, i): π of the row's candidate, NaN = leave the row out; ratioOf(rows, i, π): ρ.
template <class PolicyOf, class RatioOf>
WeightedRows weigh(const SlateTable& table, std::span<const std::uint32_t> slates,
                   const PolicySettings& settings, PolicyOf&& policyOf, RatioOf&& ratioOf) {
  LoggedRows rows;
  selectRows(table, slates, settings.rows, settings.rule, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, settings.rewardWeights, rewards);
  WeightedRows weighted;
  weighted.kind = settings.rows;
  weighted.slates = static_cast<std::int64_t>(slates.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double policy = policyOf(rows, i);
    if (std::isnan(policy)) continue;
    weighted.slate.push_back(rows.slate[i]);
    weighted.ratio.push_back(ratioOf(rows, i, policy));
    weighted.reward.push_back(rewards[i]);
    if (std::isnan(rows.behaviour[i])) weighted.statedPropensities = false;
  }
  return weighted;
}

PolicyReport report(const std::string& name, const SlateTable& table,
                    std::span<const std::uint32_t> slates, const WeightedRows& rows,
                    const PolicySettings& settings, const OffPolicySettings& offPolicy) {
  PolicyReport result;
  result.policy = name;
  result.rows = settings.rows;
  result.rule = settings.rule;
  result.estimate =
      estimateValue(rows, loggingRewards(table, slates, settings.rewardWeights), offPolicy);
  if (!rows.statedPropensities) {
    result.estimate.warnings.push_back("Not every row states a propensity. " +
                                       describe(settings.rule));
  }
  return result;
}

std::vector<TaskQuality> taskQualities(const SlateTable& table, const Predictions& predictions) {
  LoggedRows rows;
  selectRows(table, predictions.slates, naturalRowKind(table), PropensityRule::One, rows);
  const LoggedColumns& logged = table.logged();
  std::vector<TaskQuality> qualities;
  std::vector<double> seen(rows.size()), labels(rows.size());
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = static_cast<std::size_t>(rows.loggedRow[i]);
      const double examination = logged.examination.empty() ? 1.0 : logged.examination[row];
      seen[i] = examination * predictions.task(task)[static_cast<std::size_t>(rows.candidate[i])];
      labels[i] = logged.labels(row, task);
    }
    qualities.push_back({table.schema().tasks[task], areaUnderCurve(seen, labels),
                         logLoss(seen, labels), expectedCalibrationError(seen, labels)});
  }
  return qualities;
}

double meanGain(const SlateTable& table, const Predictions& predictions,
                std::span<const float> scores, std::span<const double> weights) {
  if (table.shape() == LogShape::Bandit) return kMissing;
  LoggedRows rows;
  selectRows(table, predictions.slates, RowKind::Observed, PropensityRule::One, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, weights, rewards);
  double sum = 0;
  std::int64_t slates = 0;
  for (std::size_t b = 0; b + 1 < predictions.offsets.size(); ++b) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[b]);
    const auto count = static_cast<std::size_t>(predictions.offsets[b + 1]) - begin;
    const double gain = normalisedDiscountedGain(
        scores.subspan(begin, count), std::span<const double>(rewards).subspan(begin, count));
    if (std::isnan(gain)) continue;
    sum += gain;
    ++slates;
  }
  return slates > 0 ? sum / static_cast<double>(slates) : kMissing;
}

double meanDivergence(const Predictions& predictions, const Predictions& reference,
                      const PolicySettings& settings) {
  const auto logPolicy = [&](const Predictions& of, std::vector<double>& policy) {
    const auto count = static_cast<std::size_t>(of.candidates());
    std::vector<float> scores(count);
    scoreCandidates(of.probabilities, settings.valueWeights, scores);
    const std::vector<double> exact(scores.begin(), scores.end());
    std::vector<double> logarithm(count);
    policy.resize(count);
    firstPlacePolicy<double>(of.offsets, exact, settings.temperature, logarithm, policy);
    return logarithm;
  };
  std::vector<double> policy, ignored;
  const std::vector<double> own = logPolicy(predictions, policy);
  const std::vector<double> other = logPolicy(reference, ignored);
  double sum = 0;
  for (std::size_t i = 0; i < own.size(); ++i) sum += policy[i] * (own[i] - other[i]);
  return predictions.slates.empty() ? kMissing
                                    : sum / static_cast<double>(predictions.slates.size());
}

/// The π_β of a row's candidate as logged.
double loggedPolicy(const SlateTable& table, const LoggedRows& rows, std::size_t i) {
  return table.logged().propensity[static_cast<std::size_t>(rows.loggedRow[i])];
}

nlohmann::json number(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

nlohmann::json interval(const Interval& value) {
  return {{"value", number(value.value)}, {"low", number(value.low)}, {"high", number(value.high)}};
}

}  // namespace

std::vector<double> loggingRewards(const SlateTable& table, std::span<const std::uint32_t> slates,
                                   std::span<const double> rewardWeights) {
  const bool slateLog = table.shape() == LogShape::Slate;
  LoggedRows rows;
  selectRows(table, slates, naturalRowKind(table), PropensityRule::One, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, rewardWeights, rewards);
  if (!slateLog || !table.schema().hasPosition) return rewards;
  std::vector<double> first;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<std::size_t>(rows.loggedRow[i]);
    if (table.logged().position[row] == 1) first.push_back(rewards[i]);
  }
  return first.empty() ? rewards : first;
}

WeightedRows weighRows(const SlateTable& table, const Predictions& predictions,
                       const PolicySettings& settings) {
  const ScoredCandidates scored = applySettings(predictions, settings);
  return weigh(
      table, predictions.slates, settings,
      [&](const LoggedRows& rows, std::size_t i) -> double {
        return scored.policy[static_cast<std::size_t>(rows.candidate[i])];
      },
      [&](const LoggedRows& rows, std::size_t i, double probability) {
        const std::size_t slate = rows.slate[i];
        const std::int64_t size = predictions.offsets[slate + 1] - predictions.offsets[slate];
        return probability / resolveBehaviour(rows.behaviour[i], rows.rule, probability, size);
      });
}

PolicyReport evaluatePredictions(const SlateTable& table, const Predictions& predictions,
                                 const PolicySettings& settings, const Predictions* reference,
                                 const OffPolicySettings& offPolicy) {
  PolicyReport result = report("run", table, predictions.slates,
                               weighRows(table, predictions, settings), settings, offPolicy);
  const ScoredCandidates scored = applySettings(predictions, settings);
  result.tasks = taskQualities(table, predictions);
  result.ndcg = meanGain(table, predictions, scored.scores, settings.rewardWeights);
  result.entropy = meanEntropy(predictions.offsets, scored.policy);
  if (reference != nullptr) result.kl = meanDivergence(predictions, *reference, settings);
  return result;
}

PolicyReport evaluateUniform(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy) {
  const std::vector<std::int64_t> offsets = offsetsOf(table, slates);
  const auto sizeOf = [&](std::size_t slate) { return offsets[slate + 1] - offsets[slate]; };
  const WeightedRows rows = weigh(
      table, slates, settings,
      [&](const LoggedRows& logged, std::size_t i) {
        return 1.0 / static_cast<double>(sizeOf(logged.slate[i]));
      },
      [&](const LoggedRows& logged, std::size_t i, double probability) {
        return probability / resolveBehaviour(logged.behaviour[i], logged.rule, probability,
                                              sizeOf(logged.slate[i]));
      });
  PolicyReport result = report("uniform", table, slates, rows, settings, offPolicy);
  double entropy = 0;
  double filled = 0;
  for (std::size_t slate = 0; slate < slates.size(); ++slate) {
    if (sizeOf(slate) == 0) continue;
    entropy += std::log(static_cast<double>(sizeOf(slate)));
    filled += 1;
  }
  result.entropy = filled > 0 ? entropy / filled : kMissing;
  return result;
}

PolicyReport evaluateLogging(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy) {
  const WeightedRows rows = weigh(
      table, slates, settings,
      [&](const LoggedRows& logged, std::size_t i) { return loggedPolicy(table, logged, i); },
      [&](const LoggedRows&, std::size_t, double probability) {
        return settings.rows == RowKind::Observed ? probability : 1.0;
      });
  return report("logging", table, slates, rows, settings, offPolicy);
}

std::string reportToJson(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  nlohmann::json tasks = nlohmann::json::object();
  for (const TaskQuality& task : report.tasks) {
    tasks[task.task] = {{"auc", number(task.auc)},
                        {"logloss", number(task.logLoss)},
                        {"ece", number(task.expectedCalibrationError)}};
  }
  return nlohmann::json{{"policy", report.policy},
                        {"rows", toString(report.rows)},
                        {"propensity_rule", toString(report.rule)},
                        {"n", estimate.rows},
                        {"slates", estimate.slates},
                        {"ess", number(estimate.effectiveSampleSize)},
                        {"mean_weight", number(estimate.meanWeight)},
                        {"max_weight", number(estimate.maxWeight)},
                        {"estimators",
                         {{"ips", interval(estimate.ips)},
                          {"clipped_ips", interval(estimate.clippedIps)},
                          {"snips", interval(estimate.snips)}}},
                        {"logging_value", interval(estimate.logging)},
                        {"tasks", tasks},
                        {"ndcg", number(report.ndcg)},
                        {"entropy", number(report.entropy)},
                        {"kl", number(report.kl)},
                        {"warnings", estimate.warnings}}
      .dump();
}

}  // namespace luce
