#include "app/cli/training_session.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/cli/console.h"
#include "core/estimator/blas_check.h"
#include "core/estimator/device.h"
#include "core/training/requirements.h"
#include "core/training/trail.h"
#include "core/workspace/run_environment.h"
#include "core/workspace/run_recorder.h"

namespace luce::cli {

namespace {

/// Prints what is new in a snapshot.
class Narrator {
 public:
  explicit Narrator(bool talk) : talk_(talk), progress_(progressLine()) {}

  void tell(const TrainingSnapshot& snapshot) {
    if (talk_) {
      for (; told_ < snapshot.heldOut->size(); ++told_) tellPoint((*snapshot.heldOut)[told_]);
    }
    if (progress_ && snapshot.steps > 0) {
      progress_(static_cast<double>(snapshot.step) / static_cast<double>(snapshot.steps),
                fmt::format("{}, {:.0f} s left", toString(snapshot.phase), snapshot.secondsLeft));
    }
  }

 private:
  void tellPoint(const HeldOutPoint& point) {
    finishProgressLine();
    const Interval& value = point.estimate.snips();
    fmt::print(
        "{:>8}  {:<10}  held-out reward {:.4g} [{:.4g}, {:.4g}]  logging policy {:.4g}  "
        "effective rows {:.0f} of {}\n",
        point.step, point.aligned ? "aligned" : "supervised", value.value, value.low, value.high,
        point.estimate.logging.value, point.estimate.effectiveSampleSize, point.estimate.rows);
    std::fflush(stdout);
  }

  bool talk_;
  Progress progress_;
  std::size_t told_ = 0;
};

TrainingOutcome trainTelling(const SlateTable& table, const Experiment& experiment,
                             TrainingRecorder* recorder, bool talk, const StartingWeights* start,
                             const DataShare* share) {
  TrainingControl control;
  const std::stop_callback forward(stopToken(), [&] { control.stop(); });
  Narrator narrator(talk);
  const bool leads = share == nullptr || share->leads();
  TrainingOutcome outcome = train(
      table, experiment, control, recorder,
      [&](std::shared_ptr<const TrainingSnapshot> snapshot) {
        if (leads) narrator.tell(*snapshot);
      },
      start, share);
  if (leads) finishProgressLine();
  if (leads && experiment.schedule.trail) {
    const std::string why = whyNoTrail(experiment, outcome.result.size());
    if (!why.empty()) spdlog::warn(why);
  }
  return outcome;
}

}  // namespace

void warnOfSlowBlas() {
  const BlasCheck check = checkBlas();
  spdlog::debug("Linear algebra: {:.0f} GFLOP/s", check.gigaflops);
  if (!check.fast) spdlog::warn("{} ({:.0f} GFLOP/s measured)", check.advice, check.gigaflops);
}

TrainingOutcome trainRun(const SlateTable& table, const std::filesystem::path& workspace,
                         const std::string& dataset, const std::string& run,
                         const Experiment& experiment, bool talk, const StartingWeights* start) {
  // Before the run is recorded.
  requireTrainable(table, experiment);
  requireStart(table, experiment, start);
  const int threads = useThreads(experiment.threads);
  warnOfSlowBlas();
  RunRecorder recorder(workspace, run, dataset, experiment,
                       environmentJson(resolveDevice(experiment.device), threads));
  return trainTelling(table, experiment, &recorder, talk, start, nullptr);
}

TrainingOutcome trainShare(const SlateTable& table, const DataShare& share,
                           const std::filesystem::path& workspace, const std::string& dataset,
                           const std::string& run, const Experiment& experiment, bool talk,
                           const StartingWeights* start) {
  requireTrainable(table, experiment);
  requireStart(table, experiment, start);
  const int threads = useThreads(experiment.threads);
  if (!share.leads()) return trainTelling(table, experiment, nullptr, false, start, &share);
  warnOfSlowBlas();
  RunRecorder recorder(workspace, run, dataset, experiment,
                       environmentJson(resolveDevice(experiment.device), threads,
                                       {{"processes", std::to_string(share.group->size())}}));
  return trainTelling(table, experiment, &recorder, talk, start, &share);
}

}  // namespace luce::cli
