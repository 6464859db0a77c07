// Over the whole window while the workspace cannot be written: says why, and offers what helps.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QToolBar>

namespace luce::desktop {

class ReadOnlyBar : public QToolBar {
  Q_OBJECT

 public:
  ReadOnlyBar();

  /// why: empty = the workspace may be written, and the bar goes away. lost: the file is not in its
  /// place, so that it cannot be opened again.
  void tell(const QString& why, bool lost);

  /// For what shows or hides all tool bars: shown if there is something to tell.
  void showIfNeeded();
  QPushButton& copyButton() { return *copy_; }

 Q_SIGNALS:
  void againAsked();
  void copyAsked();

 private:
  QLabel* text_;
  QPushButton* copy_;
  QAction* again_;
};

}  // namespace luce::desktop
