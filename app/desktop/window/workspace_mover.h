// Saves the workspace under another name when it can no longer be written where it is, and goes on
// with the copy.
#pragma once

#include <QObject>
#include <QWidget>

#include "app/desktop/read_only_bar.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class WorkspaceMover : public QObject {
  Q_OBJECT

 public:
  /// window: owns it, and the dialogs that it opens.
  WorkspaceMover(Study& study, const ReadOnlyBar& bar, QWidget& window);

 Q_SIGNALS:
  void told(QString message);

 private:
  void askForCopy();
  QString suggestion() const;

  Study& study_;
  QWidget& window_;
};

}  // namespace luce::desktop
