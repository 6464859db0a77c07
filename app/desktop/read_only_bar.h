// Over the whole window while the workspace may only be read: says why, and offers to try again.
#pragma once

#include <QLabel>
#include <QToolBar>

namespace luce::desktop {

class ReadOnlyBar : public QToolBar {
  Q_OBJECT

 public:
  ReadOnlyBar();

  /// why: empty = the workspace may be written, and the bar goes away.
  void tell(const QString& why);

 Q_SIGNALS:
  void againAsked();

 private:
  QLabel* text_;
};

}  // namespace luce::desktop
