// A policy's statistics by one plain loop in double after another: what PolicySummariser must
// agree with, and what its speed is measured against.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/policy/policy_summary.h"

namespace luce {

inline PolicySummary plainSummary(const SlateTable& table, const Predictions& predictions,
                                  const PolicySettings& settings, double lowBound,
                                  double highBound) {
  const auto candidates = static_cast<std::size_t>(predictions.candidates());
  std::vector<double> policy(candidates);
  PolicySummary summary;
  double slates = 0;
  for (std::size_t slate = 0; slate < predictions.slates.size(); ++slate) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[slate]);
    const auto end = static_cast<std::size_t>(predictions.offsets[slate + 1]);
    if (begin == end) continue;
    double top = -1e300, mass = 0;
    for (std::size_t i = begin; i < end; ++i) {
      policy[i] = 0;
      for (std::size_t task = 0; task < predictions.tasks; ++task) {
        policy[i] += settings.valueWeights[task] * predictions.task(task)[i];
      }
      policy[i] /= settings.temperature;
      top = std::max(top, policy[i]);
    }
    for (std::size_t i = begin; i < end; ++i) mass += policy[i] = std::exp(policy[i] - top);
    for (std::size_t i = begin; i < end; ++i) {
      policy[i] /= mass;
      if (policy[i] > 0) summary.entropy -= policy[i] * std::log(policy[i]);
    }
    ++slates;
  }
  LoggedRows rows;
  selectRows(table, predictions.slates, settings.rows, settings.rule, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, settings.rewardWeights, rewards);
  std::vector<double> ratios(rows.size());
  double weighted = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double pi = policy[static_cast<std::size_t>(rows.candidate[i])];
    const std::size_t slate = rows.slate[i];
    const std::int64_t size = predictions.offsets[slate + 1] - predictions.offsets[slate];
    const bool itself = rows.rule == PropensityRule::Self && std::isnan(rows.behaviour[i]);
    ratios[i] = itself ? 1 : pi / resolveBehaviour(rows.behaviour[i], rows.rule, pi, size);
    weighted += ratios[i] * rewards[i];
    sum += ratios[i];
    squares += ratios[i] * ratios[i];
    summary.largestRatio = std::max(summary.largestRatio, ratios[i]);
  }
  const auto count = static_cast<double>(rows.size());
  const double divisor =
      settings.rows == RowKind::Observed ? static_cast<double>(predictions.slates.size()) : count;
  summary.rows = static_cast<std::int64_t>(rows.size());
  summary.ips = divisor > 0 ? weighted / divisor : 0;
  summary.snips = sum > 0 ? weighted / sum : 0;
  summary.meanRatio = count > 0 ? sum / count : 0;
  summary.effectiveSampleSize = squares > 0 ? sum * sum / squares : 0;
  summary.ratios = ratioHistogram(ratios);
  summary.clipped = clippedShare(ratios, lowBound, highBound);
  summary.entropy = slates > 0 ? summary.entropy / slates : 0;
  return summary;
}

}  // namespace luce
