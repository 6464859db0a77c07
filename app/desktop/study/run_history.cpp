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
      {"held_out/snips", [](HeldOutPoint& p, double v) { p.estimate.snips.value = v; }},
      {"held_out/snips_low", [](HeldOutPoint& p, double v) { p.estimate.snips.low = v; }},
      {"held_out/snips_high", [](HeldOutPoint& p, double v) { p.estimate.snips.high = v; }},
      {"held_out/ips", [](HeldOutPoint& p, double v) { p.estimate.ips.value = v; }},
      {"held_out/ips_low", [](HeldOutPoint& p, double v) { p.estimate.ips.low = v; }},
      {"held_out/ips_high", [](HeldOutPoint& p, double v) { p.estimate.ips.high = v; }},
      {"held_out/logging", [](HeldOutPoint& p, double v) { p.estimate.logging.value = v; }},
      {"held_out/logging_low", [](HeldOutPoint& p, double v) { p.estimate.logging.low = v; }},
      {"held_out/logging_high", [](HeldOutPoint& p, double v) { p.estimate.logging.high = v; }},
      {"held_out/effective_sample_size",
       [](HeldOutPoint& p, double v) { p.estimate.effectiveSampleSize = v; }}};
  return setters;
}

using LossMember = double StepAverages::*;

const std::map<std::string, LossMember>& lossMembers() {
  static const std::map<std::string, LossMember> members{
      {"loss/bce", &StepAverages::bce},     {"loss/reward", &StepAverages::rewardLoss},
      {"loss/kl", &StepAverages::kl},       {"loss/entropy", &StepAverages::entropy},
      {"loss/total", &StepAverages::total}, {"gradient_norm", &StepAverages::gradientNorm}};
  return members;
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
    const auto member = lossMembers().find(metric.name);
    if (member != lossMembers().end()) steps[metric.step].*(member->second) = metric.value;
  }
  return {steps.begin(), steps.end()};
}

std::int64_t lastSupervisedStep(std::span<const HeldOutPoint> points) {
  const auto aligned = std::find_if(points.begin(), points.end(),
                                    [](const HeldOutPoint& point) { return point.aligned; });
  if (aligned != points.end()) return aligned->step;
  return points.empty() ? 0 : points.back().step;
}

std::int64_t keptStep(std::span<const CheckpointRecord> checkpoints) {
  std::int64_t best = -1;
  for (const CheckpointRecord& checkpoint : checkpoints) {
    if (checkpoint.role == "result") return checkpoint.step;
    if (checkpoint.role == "best") best = checkpoint.step;
  }
  return best;
}

std::optional<Interval> keptEstimate(std::span<const HeldOutPoint> points, std::int64_t keptStep) {
  std::optional<Interval> estimate;
  for (const HeldOutPoint& point : points) {
    if (point.step == keptStep) estimate = point.estimate.snips;
  }
  return estimate;
}

}  // namespace luce::desktop
