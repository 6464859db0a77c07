// Looks every second whether the open workspace still stands where it was opened. In a thread of
// its own: a disk of another computer may take long to answer.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "core/workspace/file_place.h"

namespace luce::desktop {

class WorkspaceWatch : public QObject {
  Q_OBJECT

 public:
  WorkspaceWatch();

  /// In place of the one that was watched.
  void follow(const FilePlace& place);
  /// See whyOutOfPlace().
  const QString& whyLost() const { return whyLost_; }

 Q_SIGNALS:
  /// Another whyLost(): the file is gone, or is there again.
  void changed();

 private:
  void look();
  void take(const FilePlace& place, const QString& why);

  FilePlace place_;
  QString whyLost_;
  QTimer timer_;
  bool looking_ = false;
  QThreadPool thread_;
};

}  // namespace luce::desktop
