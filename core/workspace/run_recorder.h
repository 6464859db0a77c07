// Writes a run into a workspace while it trains: the run's row at once, metrics and checkpoints
// from a thread of its own at least once a second, so that training never waits for the disk. A
// kill loses at most the last second. While another program writes, what is recorded waits in
// memory. When writing fails otherwise (a full disk), the next call throws the Error.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/training/trainer.h"
#include "core/workspace/workspace.h"

namespace luce {

class RunRecorder final : public TrainingRecorder {
 public:
  /// Creates the run, status Running. Opens its own connection to the workspace: use from the
  /// training thread is safe while another thread reads. environment: JSON, see
  /// estimator/device.h. Throws Error if the name is taken.
  RunRecorder(const std::filesystem::path& workspace, const std::string& run,
              const std::string& dataset, const Experiment& experiment,
              const std::string& environment);
  ~RunRecorder() override;  ///< a run not finished by finish() stays Running, like after a crash

  void metric(std::int64_t step, const std::string& name, double value) override;
  void checkpoint(std::int64_t step, const std::string& role,
                  std::span<const std::byte> content) override;
  void trail(std::int64_t step, std::span<const std::byte> content) override;
  void dropTrail(std::int64_t step) override;
  void finish(const TrainingOutcome& outcome) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luce
