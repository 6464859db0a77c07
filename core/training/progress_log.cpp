#include "core/training/progress_log.h"

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kSnapshotInterval = std::chrono::milliseconds(33);
constexpr std::int64_t kMetricPoints = 1000;

template <class Combine>
void forEachAverage(StepAverages& a, const StepAverages& b, Combine&& combine) {
  combine(a.bce, b.bce);
  combine(a.rewardLoss, b.rewardLoss);
  combine(a.kl, b.kl);
  combine(a.entropy, b.entropy);
  combine(a.total, b.total);
  combine(a.gradientNorm, b.gradientNorm);
  combine(a.learningRate, b.learningRate);
  combine(a.policy.clipped.low, b.policy.clipped.low);
  combine(a.policy.clipped.high, b.policy.clipped.high);
  combine(a.policy.ratioQuantile10, b.policy.ratioQuantile10);
  combine(a.policy.ratioQuantile50, b.policy.ratioQuantile50);
  combine(a.policy.ratioQuantile90, b.policy.ratioQuantile90);
  combine(a.policy.ratioQuantile99, b.policy.ratioQuantile99);
  combine(a.policy.effectiveSampleSize, b.policy.effectiveSampleSize);
  combine(a.policy.klLogging, b.policy.klLogging);
  combine(a.policy.advantageMean, b.policy.advantageMean);
  combine(a.policy.advantageDeviation, b.policy.advantageDeviation);
  combine(a.policy.slatesWithoutGradient, b.policy.slatesWithoutGradient);
}

}  // namespace

StepMean::StepMean() {
  forEachAverage(sum_, count_, [](double& sum, double) { sum = 0; });
  count_ = sum_;
}

void StepMean::add(const StepAverages& step) {
  forEachAverage(sum_, step, [](double& sum, double value) {
    if (!std::isnan(value)) sum += value;
  });
  forEachAverage(count_, step, [](double& count, double value) { count += !std::isnan(value); });
  // fmax prefers a number to NaN.
  ratioMaximum_ = std::fmax(ratioMaximum_, step.policy.ratioMaximum);
  ++steps_;
}

StepAverages StepMean::mean() const {
  StepAverages mean = sum_;
  // 0/0 is NaN: no step could say it.
  forEachAverage(mean, count_, [](double& value, double count) { value /= count; });
  mean.policy.ratioMaximum = ratioMaximum_;
  return mean;
}

ProgressLog::ProgressLog(TrainingRecorder* recorder, Publish publish)
    : recorder_(recorder), publish_(std::move(publish)), start_(Clock::now()), latest_(start_) {
  state_.heldOut = std::make_shared<const std::vector<HeldOutPoint>>();
}

void ProgressLog::plan(std::int64_t steps, std::int64_t supervisedSteps, double work) {
  state_.steps = steps;
  state_.supervisedSteps = supervisedSteps;
  work_ = work;
  metricInterval_ = std::max<std::int64_t>(1, steps / kMetricPoints);
}

void ProgressLog::replan(std::int64_t left, std::optional<std::int64_t> supervised) {
  state_.steps = state_.step + left;
  if (supervised) state_.supervisedSteps = state_.step + *supervised;
}

double ProgressLog::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressLog::step(const StepAverages& averages, std::span<const double> ratios, double work) {
  ++state_.step;
  workDone_ += work;
  sincePoint_.add(averages);
  sinceMetric_.add(averages);
  ratios_.assign(ratios.begin(), ratios.end());
  if (state_.step % metricInterval_ == 0) recordMetrics();
}

bool ProgressLog::due() const {
  return Clock::now() - latest_ >= kSnapshotInterval;
}

// A judgement of the held-out slates takes longer than the time between two snapshots, so that the
// step after it would be a point of its own: one batch, among means of hundreds.
void ProgressLog::addPoint() {
  if (sincePoint_.empty()) return;
  if (2 * sincePoint_.steps() < usual_) {
    usual_ /= 2;
    return;
  }
  usual_ = sincePoint_.steps();
  state_.averages = sincePoint_.mean();
  std::vector<StepPoint>& recent = state_.recent;
  if (recent.size() == TrainingSnapshot::kRecent) recent.erase(recent.begin());
  recent.push_back({state_.step, state_.averages});
  sincePoint_.clear();
}

void ProgressLog::publishNow() {
  latest_ = Clock::now();
  addPoint();
  if (!ratios_.empty()) state_.ratios = ratioHistogram(ratios_);
  if (state_.heldOut->size() != points_.size()) {
    state_.heldOut = std::make_shared<const std::vector<HeldOutPoint>>(points_);
  }
  state_.secondsElapsed = seconds();
  if (workDone_ > 0) {
    state_.secondsLeft = std::max(0.0, work_ - workDone_) * state_.secondsElapsed / workDone_;
  }
  if (publish_) publish_(std::make_shared<const TrainingSnapshot>(state_));
}

void ProgressLog::phase(TrainingPhase phase) {
  if (!sincePoint_.empty()) publishNow();
  state_.phase = phase;
  sincePoint_.clear();
  usual_ = 0;
  sinceMetric_.clear();
  publishNow();
}

void ProgressLog::heldOut(const HeldOutPoint& point, double bce,
                          std::shared_ptr<const Predictions> predictions) {
  points_.push_back(point);
  state_.predictions = std::move(predictions);
  const auto interval = [&](const std::string& name, const Interval& value) {
    record("held_out/" + name, value.value);
    record("held_out/" + name + "_low", value.low);
    record("held_out/" + name + "_high", value.high);
  };
  interval("ips", point.estimate.ips());
  interval("snips", point.estimate.snips());
  interval("logging", point.estimate.logging);
  record("held_out/effective_sample_size", point.estimate.effectiveSampleSize);
  record("held_out/bce", bce);
}

void ProgressLog::recordMetrics() {
  const StepAverages mean = sinceMetric_.mean();
  sinceMetric_.clear();
  record("loss/bce", mean.bce);
  record("loss/total", mean.total);
  record("gradient_norm", mean.gradientNorm);
  record("learning_rate", mean.learningRate);
  if (state_.phase != TrainingPhase::Aligning) return;
  record("loss/reward", mean.rewardLoss);
  record("loss/kl", mean.kl);
  record("loss/entropy", mean.entropy);
  const PolicyDiagnostics& policy = mean.policy;
  record("ratio/effective_sample_size", policy.effectiveSampleSize);
  record("ratio/clipped_low", policy.clipped.low);
  record("ratio/clipped_high", policy.clipped.high);
  record("ratio/quantile_10", policy.ratioQuantile10);
  record("ratio/quantile_50", policy.ratioQuantile50);
  record("ratio/quantile_90", policy.ratioQuantile90);
  record("ratio/quantile_99", policy.ratioQuantile99);
  record("ratio/maximum", policy.ratioMaximum);
  record("policy/kl_logging", policy.klLogging);
  record("advantage/mean", policy.advantageMean);
  record("advantage/deviation", policy.advantageDeviation);
  record("slates_without_gradient", policy.slatesWithoutGradient);
}

void ProgressLog::record(const std::string& name, double value) {
  if (recorder_ != nullptr && std::isfinite(value)) recorder_->metric(state_.step, name, value);
}

}  // namespace luce
