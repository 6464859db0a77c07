#include "app/desktop/tuning/tuning_worker.h"

#include <utility>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// Runs a task whose failure is told by `refuse`; being cancelled is no failure.
template <class Task, class Refuse>
void attempt(Task&& task, Refuse&& refuse) {
  try {
    task();
  } catch (const Cancelled&) {
    return;
  } catch (const std::exception& error) {
    refuse(QString::fromStdString(error.what()));
  }
}

}  // namespace

TuningWorker::~TuningWorker() {
  for (std::stop_source* source : {&sweepStop_, &weighStop_, &solveStop_}) cancel(*source);
}

std::stop_token TuningWorker::renew(std::stop_source& source) {
  const std::lock_guard lock(mutex_);
  source.request_stop();
  source = std::stop_source();
  return source.get_token();
}

void TuningWorker::cancel(std::stop_source& source) {
  const std::lock_guard lock(mutex_);
  source.request_stop();
}

void TuningWorker::cancelSweep() {
  cancel(sweepStop_);
}

void TuningWorker::cancelSolving() {
  cancel(solveStop_);
}

void TuningWorker::sweep(int question, const TuningSource& source, const Sweep& sweep,
                         const TuningSetting& base) {
  sweep_.run([this, question, source, sweep, base, stop = renew(sweepStop_)] {
    attempt(
        [&] {
          if (stop.stop_requested()) return;
          const std::vector<std::string>& tasks = source.table->schema().tasks;
          const std::vector<TuningSetting> settings = sweepSettings(sweep, tasks, base);
          SweepView view{
              source, SettingEvaluator(*source.table, *source.predictions, source.basis), {}};
          const Progress progress = [&](double fraction, std::string_view) {
            Q_EMIT sweepProgressed(question, fraction);
          };
          view.result = runSweep(view.evaluator, tasks, settings, base, progress, stop);
          Q_EMIT swept(question, std::make_shared<const SweepView>(std::move(view)));
        },
        [&](const QString& reason) { Q_EMIT sweepRefused(question, reason); });
  });
}

void TuningWorker::judge(int question, std::shared_ptr<const SweepView> sweep,
                         const TuningSetting& setting) {
  judge_.run([this, question, sweep = std::move(sweep), setting] {
    Q_EMIT judged(question, std::make_shared<const SweepPoint>(judgeSetting(
                                sweep->evaluator, setting, sweep->result.base.setting)));
  });
}

void TuningWorker::weigh(int question, std::shared_ptr<const Predictions> predictions,
                         const TaskWeights& weights) {
  weigh_.run(
      [this, question, predictions = std::move(predictions), weights, stop = renew(weighStop_)] {
        attempt(
            [&] {
              Q_EMIT weighed(question, std::make_shared<const std::vector<TaskImportance>>(
                                           taskImportance(*predictions, weights, stop)));
            },
            [](const QString&) {});
      });
}

void TuningWorker::solve(int question, std::shared_ptr<const Predictions> predictions,
                         const std::vector<std::string>& tasks, const TaskWeights& base,
                         const std::vector<double>& wanted) {
  solve_.run([this, question, predictions = std::move(predictions), tasks, base, wanted,
              stop = renew(solveStop_)] {
    attempt(
        [&] {
          const Progress progress = [&](double fraction, std::string_view) {
            Q_EMIT solveProgressed(question, fraction);
          };
          Q_EMIT solved(question, std::make_shared<const ImportanceSolution>(solveImportance(
                                      *predictions, tasks, base, wanted, {}, progress, stop)));
        },
        [&](const QString& reason) { Q_EMIT solveRefused(question, reason); });
  });
}

}  // namespace luce::desktop
