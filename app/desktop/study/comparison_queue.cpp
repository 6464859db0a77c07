#include "app/desktop/study/comparison_queue.h"

#include "app/desktop/study/post.h"
#include "core/common/give_way.h"
#include "core/workspace/comparison_recorder.h"
#include "core/workspace/run_start.h"

namespace luce::desktop {

namespace {

using Summary = std::vector<ComparedScheme>;

}  // namespace

void ComparisonQueue::start(const ComparisonPlan& plan, std::shared_ptr<const SlateTable> table,
                            const QString& workspace, const QString& dataset) {
  running_ = true;
  thread_ = std::jthread(
      [this, plan, table = std::move(table), workspace, dataset](const std::stop_token& stop) {
        giveWay();
        work(plan, *table, workspace, dataset, stop);
      });
}

void ComparisonQueue::work(const ComparisonPlan& plan, const SlateTable& table,
                           const QString& workspace, const QString& dataset,
                           const std::stop_token& stop) {
  std::vector<ComparedRun> runs;
  const auto tellSummary = [&] {
    const auto summary = std::make_shared<const Summary>(summariseComparison(plan.schemes, runs));
    post(this, [this, summary] { Q_EMIT changed(summary); });
  };
  ComparisonMonitor monitor;
  monitor.stop = stop;
  monitor.record =
      recordInWorkspace(workspace.toStdString(), dataset.toStdString(), {{"qt", qVersion()}});
  monitor.progress = [this](const ComparisonProgress& progress) {
    post(this, [this, progress] { Q_EMIT progressed(progress); });
  };
  monitor.finished = [&](const ComparedRun& run) {
    runs.push_back(run);
    tellSummary();
  };
  try {
    tellSummary();
    ComparisonPlan started = plan;
    started.start = loadStart(Workspace::open(workspace.toStdString(), Access::Read), plan.base);
    compareOnLog(started, table, monitor);
  } catch (const std::exception& error) {
    post(this, [this, reason = QString::fromStdString(error.what())] { Q_EMIT refused(reason); });
  }
  post(this, [this, stopped = stop.stop_requested()] {
    running_ = false;
    Q_EMIT ended(stopped);
  });
}

}  // namespace luce::desktop
