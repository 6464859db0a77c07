// Keeps what waits in the queue through a close or a crash: one small file a workspace in the
// program's own data folder, since waiting is a plan of this person on this computer and no part of
// a study that is handed on. Files are read and written in a thread of its own, in the order asked.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <vector>

#include "app/desktop/queue/queued_run.h"

namespace luce::desktop {

class QueueStore : public QObject {
  Q_OBJECT

 public:
  QueueStore();
  /// Waits until everything is written.
  ~QueueStore() override;

  /// In place of what was kept for the workspace; nothing waiting = no file.
  void save(const QString& workspace, const std::vector<QueuedRun>& waiting);
  /// Answered by loaded(), or refused().
  void load(const QString& workspace);

  static QString fileOf(const QString& workspace);

 Q_SIGNALS:
  /// Ids are not set. What can no longer be read comes as failed with the reason.
  void loaded(QString workspace, std::vector<luce::desktop::QueuedRun> waiting);
  void refused(QString reason);

 private:
  void attempt(const std::function<void()>& work);

  QThreadPool thread_;
};

}  // namespace luce::desktop
