#include "core/evaluation/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/evaluation/evaluate_scores.h"
#include "core/evaluation/ranking_metrics.h"
#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

std::string percent(double share) {
  return fmt::format("{:.{}f} %", 100 * share, share < 0.001 ? 3 : 1);
}

void addSupportWarning(const SlateTable& table, const SupportViolations& support,
                       std::vector<std::string>& warnings) {
  constexpr double kWorthTelling = 0.001;
  if (support.probability < kWorthTelling) return;
  const std::string where =
      table.shape() == LogShape::Bandit
          ? fmt::format("{} of {} items that no row took", support.items, table.catalogue().size())
          : fmt::format("{} candidates without a propensity", support.candidates);
  warnings.push_back(
      fmt::format("{} of the policy's probability lies on {}: no row tells what they earn, so "
                  "estimates by ratios miss it and the reward model guesses.",
                  percent(support.probability), where));
}

PolicyReport report(const std::string& name, const SlateTable& table,
                    const PolicyProbabilities& policy, const PolicySettings& settings,
                    const OffPolicySettings& offPolicy, const EvaluationAids& aids) {
  PolicyReport result;
  result.policy = name;
  result.rows = settings.rows;
  result.rule = settings.rule;
  const WeightedRows rows = weighRows(table, policy, settings, aids);
  result.estimate =
      estimateValue(rows, loggingRewards(table, policy.slates, settings.rewardWeights), offPolicy);
  result.category = rows.category;
  result.support = supportViolations(table, policy, settings);
  std::vector<std::string>& warnings = result.estimate.warnings;
  addSupportWarning(table, result.support, warnings);
  if (!rows.statedPropensities) {
    warnings.push_back("Not every row states a propensity. " + describe(settings.rule));
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

}  // namespace

PolicySettings scoreSettings(PolicySettings settings) {
  settings.valueWeights = {1.0};
  return settings;
}

PolicyReport evaluateScores(const SlateTable& table, const Predictions& scores,
                            const PolicySettings& settings, const OffPolicySettings& offPolicy,
                            const EvaluationAids& aids) {
  const ScoredCandidates scored = applySettings(scores, scoreSettings(settings));
  const PolicyProbabilities policy{scores.slates, scores.offsets, scored.policy};
  PolicyReport result = report("scores", table, policy, settings, offPolicy, aids);
  result.ndcg = meanGain(table, scores, scored.scores, settings.rewardWeights);
  result.entropy = meanEntropy(scores.offsets, scored.policy);
  return result;
}

std::string remarkOnTasks(const PolicyReport& report) {
  if (!report.tasksOfPlaces) return {};
  return "AUC, log loss and calibration error are of p times the probability that the item's place "
         "is looked at, as the log states it; p itself is of an item that is looked at.";
}

PolicyReport evaluatePredictions(const SlateTable& table, const Predictions& predictions,
                                 const PolicySettings& settings, const Predictions* reference,
                                 const OffPolicySettings& offPolicy, const EvaluationAids& aids) {
  const ScoredCandidates scored = applySettings(predictions, settings);
  const PolicyProbabilities policy{predictions.slates, predictions.offsets, scored.policy};
  PolicyReport result = report("run", table, policy, settings, offPolicy, aids);
  result.tasks = taskQualities(table, predictions);
  result.tasksOfPlaces = table.schema().hasExamination;
  result.ndcg = meanGain(table, predictions, scored.scores, settings.rewardWeights);
  result.entropy = meanEntropy(predictions.offsets, scored.policy);
  if (reference != nullptr) result.kl = meanDivergence(predictions, *reference, settings);
  return result;
}

PolicyReport evaluateUniform(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy,
                             const EvaluationAids& aids) {
  const PolicyProbabilities policy = uniformPolicy(table, slates);
  PolicyReport result = report("uniform", table, policy, settings, offPolicy, aids);
  double entropy = 0, filled = 0;
  for (std::size_t slate = 0; slate < slates.size(); ++slate) {
    const auto count = static_cast<double>(policy.offsets[slate + 1] - policy.offsets[slate]);
    if (count == 0) continue;
    entropy += std::log(count);
    filled += 1;
  }
  result.entropy = filled > 0 ? entropy / filled : kMissing;
  return result;
}

PolicyReport evaluateLogging(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy,
                             const EvaluationAids& aids) {
  return report("logging", table, loggingPolicy(table, slates), settings, offPolicy, aids);
}

}  // namespace luce
