// The part of Study that changes the runs and policies of the workspace, and names new ones.
#include <algorithm>

#include "app/desktop/study/post.h"
#include "app/desktop/study/study.h"
#include "core/workspace/good_name.h"

namespace luce::desktop {

void Study::changeRuns(const std::vector<RunChange>& changes, int number) {
  post(worker_, [worker = worker_, changes, number] { worker->changeRuns(changes, number); });
}

void Study::changePolicies(const std::vector<PolicyChange>& changes, int number) {
  post(worker_, [worker = worker_, changes, number] { worker->changePolicies(changes, number); });
}

void Study::purgeRuns() {
  if (refusesToWrite()) return;
  // The numbers of removed runs are given to later ones, which earlier steps must not reach.
  undo_.clear();
  post(worker_, [worker = worker_] { worker->purge(); });
}

void Study::followOpenedRun() {
  if (!run_) return reopenRun();
  const RunRecord& opened = run_->record;
  const auto& runs = workspace_->runs;
  const auto now = std::find_if(runs.begin(), runs.end(), [&](const RunEntry& entry) {
    return entry.record.id == opened.id && entry.record.started == opened.started;
  });
  if (now == runs.end()) {
    putAwayRun_ = {opened.id, opened.started};
    closeRun();
  } else if (now->record.name != opened.name) {
    auto renamed = std::make_shared<RunView>(*run_);
    renamed->record = now->record;
    run_ = std::move(renamed);
    Q_EMIT runChanged();
  }
}

void Study::reopenRun() {
  if (!putAwayRun_ || busy() || training() || !workspace_ || !dataset_) return;
  for (const RunEntry& entry : workspace_->runs) {
    const RunRecord& run = entry.record;
    if (std::pair(run.id, run.started) != *putAwayRun_) continue;
    if (run.dataset != dataset_->summary.name) return;
    putAwayRun_.reset();
    // The sliders stay where they are: undo has brought back the run alone.
    ask([name = QString::fromStdString(run.name), table = dataset_->table](StudyWorker& worker) {
      worker.openRun(name, table);
    });
    return;
  }
}

void Study::closeRun() {
  ++generation_;
  run_.reset();
  predictions_.reset();
  slatePredictions_.reset();
  shownStep_.reset();
  Q_EMIT runChanged();
  Q_EMIT predictionsChanged();
  requestPolicy();
}

QString Study::suggestedRunName() const {
  return freeRunName(QString::fromStdString(experiment_.objective.scheme));
}

QString Study::freeRunName(const QString& base, const QStringList& alsoTaken) const {
  QStringList taken = alsoTaken;
  if (workspace_) {
    for (const auto* runs : {&workspace_->runs, &workspace_->runsPutAway}) {
      for (const RunEntry& run : *runs) taken.append(QString::fromStdString(run.record.name));
    }
  }
  const auto numbered = [name = base.toStdString()](int number) {
    return QString::fromStdString(numberedName(name, number));
  };
  int number = 1;
  while (taken.contains(numbered(number))) ++number;
  return numbered(number);
}

}  // namespace luce::desktop
