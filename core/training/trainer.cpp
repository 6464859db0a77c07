#include "core/training/trainer.h"

#include <algorithm>

#include "core/common/give_way.h"

namespace luce {

std::string toString(TrainingPhase phase) {
  switch (phase) {
    case TrainingPhase::Preparing:
      return "preparing";
    case TrainingPhase::Supervised:
      return "supervised";
    case TrainingPhase::Aligning:
      return "aligning";
    case TrainingPhase::Finished:
      return "finished";
    case TrainingPhase::Stopped:
      return "stopped";
    case TrainingPhase::Failed:
      break;
  }
  return "failed";
}

void TrainingControl::pause() {
  paused_ = true;
}

void TrainingControl::resume() {
  {
    const std::lock_guard lock(mutex_);
    paused_ = false;
  }
  condition_.notify_all();
}

void TrainingControl::stop() {
  {
    const std::lock_guard lock(mutex_);
    source_.request_stop();
  }
  condition_.notify_all();
}

void TrainingControl::watch(std::vector<std::uint32_t> slates) {
  std::sort(slates.begin(), slates.end());
  slates.erase(std::unique(slates.begin(), slates.end()), slates.end());
  {
    const std::lock_guard lock(mutex_);
    watched_ = std::move(slates);
    ++watchCount_;
  }
  condition_.notify_all();
}

std::vector<std::uint32_t> TrainingControl::watched() const {
  const std::lock_guard lock(mutex_);
  return watched_;
}

bool TrainingControl::proceed(const std::function<void()>& whenPaused) {
  std::unique_lock lock(mutex_);
  while (paused_ && !source_.stop_requested()) {
    const std::int64_t seen = watchCount_;
    lock.unlock();
    if (whenPaused) whenPaused();
    lock.lock();
    condition_.wait(lock,
                    [&] { return !paused_ || source_.stop_requested() || watchCount_ != seen; });
  }
  return !source_.stop_requested();
}

Trainer::Trainer(std::shared_ptr<const SlateTable> table, Experiment experiment,
                 std::unique_ptr<TrainingRecorder> recorder,
                 std::shared_ptr<const StartingWeights> start)
    : thread_([this, table = std::move(table), experiment = std::move(experiment),
               recorder = std::move(recorder), start = std::move(start)] {
        giveWay();
        const auto publish = [this](std::shared_ptr<const TrainingSnapshot> snapshot) {
          snapshots_.publish(std::move(snapshot));
        };
        try {
          outcome_ = train(*table, experiment, control_, recorder.get(), publish, start.get());
        } catch (const std::exception& error) {
          outcome_.phase = TrainingPhase::Failed;
          outcome_.message = error.what();
          auto failed = std::make_shared<TrainingSnapshot>();
          failed->phase = TrainingPhase::Failed;
          failed->message = error.what();
          failed->heldOut = std::make_shared<const std::vector<HeldOutPoint>>();
          publish(std::move(failed));
        }
        finished_ = true;
      }) {}

Trainer::~Trainer() {
  control_.stop();
}

const TrainingOutcome& Trainer::wait() {
  if (thread_.joinable()) thread_.join();
  return outcome_;
}

}  // namespace luce
