// Judges one policy on the slates of a dataset: value, ranking quality and calibration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/policy_rows.h"
#include "core/policy/policy_view.h"

namespace luce {

/// How well one task is predicted, over the logged rows. NaN where undefined (no positive label…).
struct TaskQuality {
  std::string task;
  double auc = 0;
  double logLoss = 0;                   ///< nats
  double expectedCalibrationError = 0;  ///< 15 bins of equal width (Guo et al. 2017)
};

struct PolicyReport {
  std::string policy;  ///< see policy_reference.h
  RowKind rows = RowKind::Drawn;
  PropensityRule rule = PropensityRule::One;
  OffPolicyEstimate estimate;
  std::string category;  ///< of MIPS; empty = not available
  SupportViolations support;
  std::vector<TaskQuality> tasks;  ///< empty for policies that predict nothing
  /// For `tasks`, p was multiplied by the examination probability that the log states.
  bool tasksOfPlaces = false;
  double ndcg = kMissing;  ///< of the score order against the rewards, slate logs only, whole list,
                           ///< linear gain, mean over slates with a positive reward
  double entropy = kMissing;  ///< mean over slates, nats
  double kl = kMissing;       ///< mean KL(π ‖ supervised), when a reference is given; nats
};

/// What the report's `tasks` are of, where that is not p alone; else empty. For people.
std::string remarkOnTasks(const PolicyReport& report);

/// A run's estimator as a policy. reference: predictions of the same slates, for KL.
PolicyReport evaluatePredictions(const SlateTable& table, const Predictions& predictions,
                                 const PolicySettings& settings, const Predictions* reference,
                                 const OffPolicySettings& offPolicy,
                                 const EvaluationAids& aids = {});

/// π = 1/N.
PolicyReport evaluateUniform(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy,
                             const EvaluationAids& aids = {});

/// π = π_β as logged. For observed rows every candidate of a used slate must have a propensity.
PolicyReport evaluateLogging(const SlateTable& table, std::span<const std::uint32_t> slates,
                             const PolicySettings& settings, const OffPolicySettings& offPolicy,
                             const EvaluationAids& aids = {});

}  // namespace luce
