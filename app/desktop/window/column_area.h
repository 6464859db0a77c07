// A column of controls that is scrolled upwards and downwards only: always as wide as what it
// holds, in every language and size of letters.
#pragma once

#include <QScrollArea>

namespace luce::desktop {

class ColumnArea : public QScrollArea {
  Q_OBJECT

 public:
  /// least: pixels that it is wide at least.
  ColumnArea(QWidget* controls, int least, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fit();

  int least_;
};

}  // namespace luce::desktop
