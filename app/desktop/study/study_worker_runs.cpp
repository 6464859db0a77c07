// The part of StudyWorker that changes the runs and policies of the workspace.
#include "app/desktop/study/study_worker.h"

namespace luce::desktop {

void StudyWorker::changeRuns(const std::vector<RunChange>& changes, int number) {
  try {
    workspace().changeRuns(changes);
  } catch (const std::exception& error) {
    Q_EMIT runsChangeAnswered(number, QString::fromStdString(error.what()));
    return;
  }
  Q_EMIT runsChangeAnswered(number, QString());
  tellChanged();
}

void StudyWorker::changePolicies(const std::vector<PolicyChange>& changes, int number) {
  try {
    workspace().changePolicies(changes);
  } catch (const std::exception& error) {
    Q_EMIT policiesChangeAnswered(number, QString::fromStdString(error.what()));
    return;
  }
  Q_EMIT policiesChangeAnswered(number, QString());
  tellChanged();
}

void StudyWorker::purge() {
  try {
    workspace().purge();
  } catch (const std::exception& error) {
    constexpr int kNone = 0;
    Q_EMIT runsChangeAnswered(kNone, QString::fromStdString(error.what()));
    return;
  }
  tellChanged();
}

void StudyWorker::tellChanged() {
  try {
    Q_EMIT workspaceChanged(view());
  } catch (const std::exception& error) {
    Q_EMIT advised(QString::fromStdString(error.what()));
  }
}

}  // namespace luce::desktop
