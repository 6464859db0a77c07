#include "app/desktop/study/run_history.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

namespace luce::desktop {

namespace {

using Setter = void (*)(HeldOutPoint&, double);

const std::map<std::string, Setter>& heldOutSetters() {
  static const std::map<std::string, Setter> setters{
      {"held_out/snips",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Snips).value = v; }},
      {"held_out/snips_low",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Snips).low = v; }},
      {"held_out/snips_high",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Snips).high = v; }},
      {"held_out/ips",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Ips).value = v; }},
      {"held_out/ips_low",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Ips).low = v; }},
      {"held_out/ips_high",
       [](HeldOutPoint& p, double v) { p.estimate.of(ValueEstimator::Ips).high = v; }},
      {"held_out/logging", [](HeldOutPoint& p, double v) { p.estimate.logging.value = v; }},
      {"held_out/logging_low", [](HeldOutPoint& p, double v) { p.estimate.logging.low = v; }},
      {"held_out/logging_high", [](HeldOutPoint& p, double v) { p.estimate.logging.high = v; }},
      {"held_out/effective_sample_size",
       [](HeldOutPoint& p, double v) { p.estimate.effectiveSampleSize = v; }}};
  return setters;
}

using StepSetter = void (*)(StepAverages&, double);

const std::map<std::string, StepSetter>& stepSetters() {
  static const std::map<std::string, StepSetter> setters{
      {"loss/bce", [](StepAverages& s, double v) { s.bce = v; }},
      {"loss/reward", [](StepAverages& s, double v) { s.rewardLoss = v; }},
      {"loss/kl", [](StepAverages& s, double v) { s.kl = v; }},
      {"loss/entropy", [](StepAverages& s, double v) { s.entropy = v; }},
      {"loss/total", [](StepAverages& s, double v) { s.total = v; }},
      {"gradient_norm", [](StepAverages& s, double v) { s.gradientNorm = v; }},
      {"learning_rate", [](StepAverages& s, double v) { s.learningRate = v; }},
      {"ratio/clipped_low", [](StepAverages& s, double v) { s.policy.clipped.low = v; }},
      {"ratio/clipped_high", [](StepAverages& s, double v) { s.policy.clipped.high = v; }},
      {"ratio/quantile_10", [](StepAverages& s, double v) { s.policy.ratioQuantile10 = v; }},
      {"ratio/quantile_50", [](StepAverages& s, double v) { s.policy.ratioQuantile50 = v; }},
      {"ratio/quantile_90", [](StepAverages& s, double v) { s.policy.ratioQuantile90 = v; }},
      {"ratio/quantile_99", [](StepAverages& s, double v) { s.policy.ratioQuantile99 = v; }},
      {"ratio/maximum", [](StepAverages& s, double v) { s.policy.ratioMaximum = v; }},
      {"ratio/effective_sample_size",
       [](StepAverages& s, double v) { s.policy.effectiveSampleSize = v; }},
      {"policy/kl_logging", [](StepAverages& s, double v) { s.policy.klLogging = v; }},
      {"advantage/mean", [](StepAverages& s, double v) { s.policy.advantageMean = v; }},
      {"advantage/deviation", [](StepAverages& s, double v) { s.policy.advantageDeviation = v; }},
      {"slates_without_gradient",
       [](StepAverages& s, double v) { s.policy.slatesWithoutGradient = v; }}};
  return setters;
}

}  // namespace

std::vector<HeldOutPoint> heldOutHistory(std::span<const MetricPoint> metrics) {
  std::map<std::int64_t, HeldOutPoint> points;
  constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
  std::int64_t firstAlignedLoss = kNever;
  for (const MetricPoint& metric : metrics) {
    if (metric.name == "loss/reward") firstAlignedLoss = std::min(firstAlignedLoss, metric.step);
    const auto setter = heldOutSetters().find(metric.name);
    if (setter == heldOutSetters().end()) continue;
    HeldOutPoint& point = points[metric.step];
    point.step = metric.step;
    setter->second(point, metric.value);
  }
  std::vector<HeldOutPoint> history;
  for (auto& [step, point] : points) {
    point.aligned = step >= firstAlignedLoss;
    // The judgement that alignment starts from is the last before its first loss.
    if (point.aligned && !history.empty()) history.back().aligned = true;
    history.push_back(std::move(point));
  }
  return history;
}

std::vector<std::pair<std::int64_t, StepAverages>> lossHistory(
    std::span<const MetricPoint> metrics) {
  std::map<std::int64_t, StepAverages> steps;
  for (const MetricPoint& metric : metrics) {
    const auto setter = stepSetters().find(metric.name);
    if (setter != stepSetters().end()) setter->second(steps[metric.step], metric.value);
  }
  return {steps.begin(), steps.end()};
}

std::int64_t lastSupervisedStep(std::span<const HeldOutPoint> points) {
  const auto aligned = std::find_if(points.begin(), points.end(),
                                    [](const HeldOutPoint& point) { return point.aligned; });
  if (aligned != points.end()) return aligned->step;
  return points.empty() ? 0 : points.back().step;
}

std::int64_t lastSupervisedStep(std::span<const HeldOutPoint> points,
                                std::span<const std::pair<std::int64_t, StepAverages>> losses) {
  const std::int64_t step = lastSupervisedStep(points);
  const bool aligned = std::any_of(points.begin(), points.end(),
                                   [](const HeldOutPoint& point) { return point.aligned; });
  return aligned || losses.empty() ? step : std::max(step, losses.back().first);
}

std::optional<Interval> keptEstimate(std::span<const HeldOutPoint> points, std::int64_t keptStep) {
  std::optional<Interval> estimate;
  for (const HeldOutPoint& point : points) {
    if (point.step == keptStep) estimate = point.estimate.snips();
  }
  return estimate;
}

}  // namespace luce::desktop
