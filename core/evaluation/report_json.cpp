#include "core/evaluation/report_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace luce {

namespace {

using nlohmann::ordered_json;

ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json();
}

/// Hyper-parameters are infinite where nothing is clipped.
ordered_json parameterJson(double value) {
  return std::isinf(value) ? ordered_json("infinity") : number(value);
}

ordered_json bounds(const Interval& value) {
  return {{"low", number(value.low)}, {"high", number(value.high)}};
}

ordered_json estimated(const EstimatedValue& value) {
  ordered_json object{
      {"value", number(value.value)}, {"low", number(value.low)}, {"high", number(value.high)}};
  if (!value.available()) {
    object["unavailable"] = value.unavailable;
    return object;
  }
  if (!std::isnan(value.parameter)) {
    object["parameter"] = parameterJson(value.parameter);
    object["parameter_choice"] = value.parameterChoice;
    for (const double tried : value.parameterGrid)
      object["parameter_grid"].push_back(parameterJson(tried));
  }
  for (const IntervalKind kind :
       {IntervalKind::Bootstrap, IntervalKind::Normal, IntervalKind::Bernstein}) {
    object["intervals"][toString(kind)] = bounds(value.intervals[static_cast<std::size_t>(kind)]);
  }
  return object;
}

}  // namespace

std::string reportToJson(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  ordered_json estimators = ordered_json::object();
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    estimators[description.key] = estimated(estimate.of(description.estimator));
  }
  if (!report.category.empty()) estimators["mips"]["category"] = report.category;
  ordered_json tasks = ordered_json::object();
  for (const TaskQuality& task : report.tasks) {
    tasks[task.task] = {{"auc", number(task.auc)},
                        {"logloss", number(task.logLoss)},
                        {"ece", number(task.expectedCalibrationError)}};
  }
  return ordered_json{{"policy", report.policy},
                      {"rows", toString(report.rows)},
                      {"propensity_rule", toString(report.rule)},
                      {"n", estimate.rows},
                      {"slates", estimate.slates},
                      {"ess", number(estimate.effectiveSampleSize)},
                      {"mean_weight", number(estimate.meanWeight)},
                      {"max_weight", number(estimate.maxWeight)},
                      {"top_share", number(estimate.topShare)},
                      {"support",
                       {{"candidates", report.support.candidates},
                        {"items", report.support.items},
                        {"probability", number(report.support.probability)}}},
                      {"estimators", estimators},
                      {"logging_value", estimated(estimate.logging)},
                      {"tasks", tasks},
                      {"ndcg", number(report.ndcg)},
                      {"entropy", number(report.entropy)},
                      {"kl", number(report.kl)},
                      {"warnings", estimate.warnings}}
      .dump();
}

std::string differencesToJson(const std::vector<PairedDifference>& differences) {
  ordered_json object = ordered_json::object();
  for (const PairedDifference& paired : differences) {
    object[describe(paired.estimator).key] = {{"difference", number(paired.difference.value)},
                                              {"low", number(paired.difference.low)},
                                              {"high", number(paired.difference.high)},
                                              {"share_better", number(paired.shareBetter)}};
  }
  return object.dump();
}

}  // namespace luce
