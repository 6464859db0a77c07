// The part of StudyWorker that changes the runs and policies of the workspace.
#include "app/desktop/study/study_worker.h"

namespace luce::desktop {

void StudyWorker::changeRuns(const std::vector<RunChange>& changes, int number) {
  try {
    workspace().changeRuns(changes);
    Q_EMIT workspaceChanged(view());
    Q_EMIT runsChangeAnswered(number, QString());
  } catch (const std::exception& error) {
    Q_EMIT runsChangeAnswered(number, QString::fromStdString(error.what()));
  }
}

void StudyWorker::changePolicies(const std::vector<PolicyChange>& changes, int number) {
  try {
    workspace().changePolicies(changes);
    Q_EMIT workspaceChanged(view());
    Q_EMIT policiesChangeAnswered(number, QString());
  } catch (const std::exception& error) {
    Q_EMIT policiesChangeAnswered(number, QString::fromStdString(error.what()));
  }
}

void StudyWorker::purgeRuns() {
  try {
    workspace().purgeRuns();
    workspace().purgePolicies();
    Q_EMIT workspaceChanged(view());
  } catch (const std::exception& error) {
    constexpr int kNone = 0;
    Q_EMIT runsChangeAnswered(kNone, QString::fromStdString(error.what()));
  }
}

}  // namespace luce::desktop
