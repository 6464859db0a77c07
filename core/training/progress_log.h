// Turns single steps into what others see: snapshots at most about 30 times a second, and metrics
// at fixed steps, so that the same run records the same metrics however fast it was.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/training/learner.h"
#include "core/training/snapshot.h"
#include "core/training/trainer.h"

namespace luce {

/// Running mean of StepAverages, each number over the steps that could say it.
class StepMean {
 public:
  StepMean();
  void add(const StepAverages& step);
  StepAverages mean() const;
  bool empty() const { return steps_ == 0; }
  std::int64_t steps() const { return steps_; }
  void clear() { *this = {}; }

 private:
  StepAverages sum_, count_;
  double ratioMaximum_ = PolicyDiagnostics::kUnknown;
  std::int64_t steps_ = 0;
};

class ProgressLog {
 public:
  using Publish = std::function<void(std::shared_ptr<const TrainingSnapshot>)>;

  ProgressLog(TrainingRecorder* recorder, Publish publish);

  /// What every snapshot carries; to be filled by the run.
  TrainingSnapshot& state() { return state_; }
  /// work: of all steps together, in the units that step() counts; the measure of time left.
  void plan(std::int64_t steps, std::int64_t supervisedSteps, double work);

  /// Other numbers of steps are left than were planned. supervised: of them, where warm-up goes on.
  void replan(std::int64_t left, std::optional<std::int64_t> supervised);

  /// One step was made. ratios: of its rows, empty in warm-up.
  void step(const StepAverages& averages, std::span<const double> ratios, double work);
  void heldOut(const HeldOutPoint& point, double bce,
               std::shared_ptr<const Predictions> predictions);
  void phase(TrainingPhase phase);
  /// Whether it is time for another snapshot.
  bool due() const;
  void publishNow();
  const std::vector<HeldOutPoint>& heldOutPoints() const { return points_; }
  /// Since the start, pauses left out.
  double seconds() const;
  /// To be called when a pause is over.
  void addPause(std::chrono::steady_clock::duration length) { start_ += length; }

 private:
  /// Adds a point to state_.recent, unless so few steps were made that it would show chance.
  void addPoint();
  void recordMetrics();
  void record(const std::string& name, double value);

  TrainingRecorder* recorder_;
  Publish publish_;
  TrainingSnapshot state_;
  StepMean sincePoint_, sinceMetric_;
  std::int64_t usual_ = 0;      ///< steps of a point; halved when one was not added
  std::vector<double> ratios_;  ///< of the latest step
  std::vector<HeldOutPoint> points_;
  std::int64_t metricInterval_ = 1;
  double work_ = 0, workDone_ = 0;
  std::chrono::steady_clock::time_point start_, latest_;
};

}  // namespace luce
