#include "core/workspace/run_recorder.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "core/workspace/workspace_file.h"

namespace luce {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kFlushInterval = std::chrono::milliseconds(500);
/// An import may hold the file for a while; a finished run is worth waiting for.
constexpr auto kFinalPatience = std::chrono::minutes(2);

struct Checkpoint {
  std::int64_t step = 0;
  std::vector<std::byte> content;
};

/// What has been recorded and is not written yet.
struct Pending {
  std::vector<MetricPoint> metrics;
  std::map<std::string, Checkpoint> checkpoints;
  std::map<std::int64_t, std::vector<std::byte>> trail;
  std::vector<std::int64_t> droppedTrail;  ///< before `trail` is added
};

RunStatus statusOf(TrainingPhase phase) {
  switch (phase) {
    case TrainingPhase::Finished:
      return RunStatus::Finished;
    case TrainingPhase::Stopped:
      return RunStatus::Stopped;
    default:
      return RunStatus::Failed;
  }
}

}  // namespace

/// A thread of its own writes, so that training never waits for the disk or for another writer.
struct RunRecorder::State {
  State(const std::filesystem::path& path, const RunRecord& record)
      : workspace(Workspace::open(path)),
        run(workspace.createRun(record)),
        writer([this](const std::stop_token& stop) { writeUntil(stop); }) {}

  void writeUntil(const std::stop_token& stop) {
    try {
      while (!stop.stop_requested()) {
        {
          std::unique_lock lock(mutex);
          condition.wait_for(lock, stop, kFlushInterval, [] { return false; });
        }
        writePending();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  }

  /// False if another program held the file; what is pending then stays so.
  bool writePending() {
    Pending batch;
    {
      const std::lock_guard lock(mutex);
      batch = std::exchange(pending, {});
    }
    try {
      if (!batch.metrics.empty()) workspace.appendMetrics(run, batch.metrics);
      batch.metrics.clear();
      while (!batch.checkpoints.empty()) {
        const auto& [role, checkpoint] = *batch.checkpoints.begin();
        workspace.saveCheckpoint(run, {.step = checkpoint.step, .role = role}, checkpoint.content);
        batch.checkpoints.erase(batch.checkpoints.begin());
      }
      if (!batch.droppedTrail.empty()) workspace.dropTrail(run, batch.droppedTrail);
      batch.droppedTrail.clear();
      while (!batch.trail.empty()) {
        const auto& [step, content] = *batch.trail.begin();
        workspace.saveTrail(run, step, content);
        batch.trail.erase(batch.trail.begin());
      }
      return true;
    } catch (const BusyError&) {
      const std::lock_guard lock(mutex);
      batch.metrics.insert(batch.metrics.end(), pending.metrics.begin(), pending.metrics.end());
      pending.metrics = std::move(batch.metrics);
      pending.checkpoints.merge(batch.checkpoints);
      for (const std::int64_t step : pending.droppedTrail) batch.trail.erase(step);
      pending.trail.merge(batch.trail);
      pending.droppedTrail.insert(pending.droppedTrail.end(), batch.droppedTrail.begin(),
                                  batch.droppedTrail.end());
      return false;
    }
  }

  void throwFailure() const {
    if (failure) std::rethrow_exception(failure);
  }

  /// Repeats work() while another program holds the file, up to a limit.
  template <class Work>
  void insist(Work&& work) {
    const auto end = Clock::now() + kFinalPatience;
    while (true) {
      try {
        if (work()) return;
      } catch (const BusyError&) {
        if (Clock::now() > end) throw;
      }
      if (Clock::now() > end) {
        throw BusyError("\"" + workspace.file().string() +
                        "\" is in use by another program; the end of the run was not saved.");
      }
    }
  }

  const Clock::time_point begin = Clock::now();
  Workspace workspace;
  std::int64_t run;
  std::mutex mutex;
  std::condition_variable_any condition;
  Pending pending;
  std::exception_ptr failure;
  std::jthread writer;
};

RunRecorder::RunRecorder(const std::filesystem::path& workspace, const std::string& run,
                         const std::string& dataset, const Experiment& experiment,
                         const std::string& environment) {
  RunRecord record;
  record.name = run;
  record.dataset = dataset;
  record.experiment = experimentToJson(experiment);
  record.environment = environment;
  state_ = std::make_unique<State>(workspace, record);
}

RunRecorder::~RunRecorder() = default;

void RunRecorder::metric(std::int64_t step, const std::string& name, double value) {
  const std::lock_guard lock(state_->mutex);
  state_->throwFailure();
  const std::chrono::duration<double> sinceBegin = Clock::now() - state_->begin;
  state_->pending.metrics.push_back(
      {.step = step, .name = name, .value = value, .seconds = sinceBegin.count()});
}

void RunRecorder::checkpoint(std::int64_t step, const std::string& role,
                             std::span<const std::byte> content) {
  const std::lock_guard lock(state_->mutex);
  state_->throwFailure();
  state_->pending.checkpoints[role] = {.step = step, .content = {content.begin(), content.end()}};
}

void RunRecorder::trail(std::int64_t step, std::span<const std::byte> content) {
  const std::lock_guard lock(state_->mutex);
  state_->throwFailure();
  state_->pending.trail[step] = {content.begin(), content.end()};
}

void RunRecorder::dropTrail(std::int64_t step) {
  const std::lock_guard lock(state_->mutex);
  state_->throwFailure();
  state_->pending.trail.erase(step);
  state_->pending.droppedTrail.push_back(step);
}

void RunRecorder::finish(const TrainingOutcome& outcome) {
  state_->writer.request_stop();
  if (state_->writer.joinable()) state_->writer.join();
  state_->throwFailure();
  state_->insist([&] { return state_->writePending(); });
  state_->insist([&] {
    state_->workspace.finishRun(state_->run, statusOf(outcome.phase), outcome.message,
                                outcome.seconds);
    return true;
  });
}

}  // namespace luce
