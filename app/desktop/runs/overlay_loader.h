// Reads the curves of runs that are laid over the charts, on a thread of its own and from a
// connection of its own. Curves of runs that have ended are kept.
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "app/desktop/charts/overlaid_run.h"
#include "app/desktop/study/newest_job.h"
#include "core/workspace/workspace.h"

namespace luce::desktop {

class OverlayLoader : public QObject {
  Q_OBJECT

 public:
  OverlayLoader();
  ~OverlayLoader() override;

  /// Answered by loaded(), unless newer runs are asked for meanwhile.
  void load(const QString& workspace, const std::vector<RunRecord>& runs);

 Q_SIGNALS:
  /// In the order asked for; without runs that are gone.
  void loaded(luce::desktop::OverlaidRuns runs);
  void refused(QString reason);

 private:
  struct Known {
    std::string started;
    double seconds = 0;
    OverlaidRun curves;  ///< name and colour are those of now
  };
  OverlaidRun curvesOf(const Workspace& workspace, const RunRecord& run);

  // Of the thread.
  QString file_;
  std::map<std::int64_t, Known> known_;
  NewestJob job_;
};

}  // namespace luce::desktop
