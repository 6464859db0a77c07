// Training: supervised warm-up (BCE), then alignment (BCE + λ·scheme + β·KL).
//
//   Trainer trainer(table, experiment, recorder);   // its own thread starts
//   while (auto snapshot = trainer.snapshots().take()) …   // any thread, any time
//   trainer.pause(); trainer.resume(); trainer.stop();     // answered within a step (100 ms)
//
// A loss or weight that is not finite ends the run as Failed with a message, keeping the last good
// checkpoint. The recorder is called from the training thread only.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/common/latest_value.h"
#include "core/dataset/slate_table.h"
#include "core/training/experiment.h"
#include "core/training/parallel/data_share.h"
#include "core/training/snapshot.h"
#include "core/training/start.h"

namespace luce {

/// Where a run's numbers and weights go; workspace/run_recorder.h writes them into a workspace.
struct TrainingOutcome;

class TrainingRecorder {
 public:
  virtual ~TrainingRecorder() = default;
  /// Named as in "loss/bce", "held_out/ips".
  virtual void metric(std::int64_t step, const std::string& name, double value) = 0;
  /// role: "supervised" = after warm-up, "best" = the best held-out estimate so far, "result" =
  /// what the run ends on (the best or the latest weights, by the schedule). content: see
  /// estimator/estimator.h.
  virtual void checkpoint(std::int64_t step, const std::string& role,
                          std::span<const std::byte> content) = 0;
  /// A checkpoint of the run's trail (see trail.h), in place of one of the same step.
  virtual void trail(std::int64_t /*step*/, std::span<const std::byte> /*content*/) {}
  virtual void dropTrail(std::int64_t /*step*/) {}
  /// Called once, after everything else.
  virtual void finish(const TrainingOutcome& outcome) = 0;
};

struct TrainingOutcome {
  TrainingPhase phase = TrainingPhase::Finished;  ///< Finished, Stopped or Failed
  std::string message;  ///< why it stopped or failed, or what was done otherwise than asked
  std::int64_t steps = 0;
  double seconds = 0;
  std::vector<std::byte> supervised;  ///< checkpoint after warm-up; empty if never reached
  std::vector<std::byte> result;      ///< the run's checkpoint: best or last, by the schedule
  std::int64_t resultStep = 0;
  std::vector<HeldOutPoint> heldOut;
};

/// Pause, stop and the slates to watch, shared by the thread that trains and those that command it.
class TrainingControl {
 public:
  void pause();
  void resume();
  void stop();
  /// Every snapshot from now on carries what the estimator says of these slates.
  void watch(std::vector<std::uint32_t> slates);
  bool paused() const { return paused_.load(); }
  /// Ascending, each once.
  std::vector<std::uint32_t> watched() const;
  /// Changes with every watch().
  std::int64_t watchCount() const { return watchCount_.load(); }
  std::stop_token token() const { return source_.get_token(); }
  /// Blocks while paused, calling whenPaused at first and whenever other slates are watched.
  /// True = go on, false = stopped.
  bool proceed(const std::function<void()>& whenPaused = {});

 private:
  std::atomic<bool> paused_{false};
  std::vector<std::uint32_t> watched_;
  std::atomic<std::int64_t> watchCount_{0};
  std::stop_source source_;
  mutable std::mutex mutex_;
  std::condition_variable condition_;
};

/// Trains in the calling thread. publish is called at most about 30 times a second and at every
/// change of phase. start: what experiment.start names; null = none. Throws Error only for a wrong
/// experiment, before the first step, or when the recorder cannot write the end of the run.
///
/// share: where several processes train one run, the slates of this one, which the table then holds
/// alone; all call train() with the same experiment, and only process 0 has a recorder. Their
/// weights are the same bits, and up to rounding those of one process. When one is lost the run is
/// Failed in all others; when one is stopped it is Stopped in all.
TrainingOutcome train(const SlateTable& table, const Experiment& experiment,
                      TrainingControl& control, TrainingRecorder* recorder,
                      const std::function<void(std::shared_ptr<const TrainingSnapshot>)>& publish,
                      const StartingWeights* start = nullptr, const DataShare* share = nullptr);

/// train() on a thread of its own, which gives way to others: a person waits for those. Destroying
/// it stops the run and waits.
class Trainer {
 public:
  Trainer(std::shared_ptr<const SlateTable> table, Experiment experiment,
          std::unique_ptr<TrainingRecorder> recorder,
          std::shared_ptr<const StartingWeights> start = nullptr);
  ~Trainer();

  void pause() { control_.pause(); }
  void resume() { control_.resume(); }
  void stop() { control_.stop(); }
  void watch(std::vector<std::uint32_t> slates) { control_.watch(std::move(slates)); }
  bool paused() const { return control_.paused(); }
  bool finished() const { return finished_.load(); }
  LatestValue<TrainingSnapshot>& snapshots() { return snapshots_; }
  /// Waits for the end.
  const TrainingOutcome& wait();

 private:
  TrainingControl control_;
  LatestValue<TrainingSnapshot> snapshots_;
  std::atomic<bool> finished_{false};
  TrainingOutcome outcome_;
  std::jthread thread_;
};

}  // namespace luce
