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
  combine(a.effectiveSampleSize, b.effectiveSampleSize);
  combine(a.clipped.low, b.clipped.low);
  combine(a.clipped.high, b.clipped.high);
}

}  // namespace

void StepMean::add(const StepAverages& step) {
  forEachAverage(sum_, step, [](double& sum, double value) { sum += value; });
  ++count_;
}

StepAverages StepMean::mean() const {
  StepAverages mean;
  const double count = static_cast<double>(std::max<std::int64_t>(1, count_));
  forEachAverage(mean, sum_, [&](double& value, double sum) { value = sum / count; });
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

double ProgressLog::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressLog::step(const StepAverages& averages, std::span<const double> ratios, double work) {
  ++state_.step;
  workDone_ += work;
  sinceSnapshot_.add(averages);
  sinceMetric_.add(averages);
  ratios_.assign(ratios.begin(), ratios.end());
  if (state_.step % metricInterval_ == 0) recordMetrics();
}

bool ProgressLog::due() const {
  return Clock::now() - latest_ >= kSnapshotInterval;
}

void ProgressLog::publishNow() {
  latest_ = Clock::now();
  if (!sinceSnapshot_.empty()) state_.averages = sinceSnapshot_.mean();
  sinceSnapshot_.clear();
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
  if (!sinceSnapshot_.empty()) publishNow();
  state_.phase = phase;
  sinceSnapshot_.clear();
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
  interval("ips", point.estimate.ips);
  interval("snips", point.estimate.snips);
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
  if (state_.phase != TrainingPhase::Aligning) return;
  record("loss/reward", mean.rewardLoss);
  record("loss/kl", mean.kl);
  record("loss/entropy", mean.entropy);
  record("ratio/effective_sample_size", mean.effectiveSampleSize);
  record("ratio/clipped_low", mean.clipped.low);
  record("ratio/clipped_high", mean.clipped.high);
}

void ProgressLog::record(const std::string& name, double value) {
  if (recorder_ != nullptr && std::isfinite(value)) recorder_->metric(state_.step, name, value);
}

}  // namespace luce
