// Offers the colours of runs, and any other.
#pragma once

#include <QColor>
#include <QMenu>

namespace luce::desktop {

class ColourMenu : public QMenu {
  Q_OBJECT

 public:
  explicit ColourMenu(QWidget* parent = nullptr);
  /// From which another one is chosen.
  void setCurrent(const QColor& colour) { current_ = colour; }

 Q_SIGNALS:
  /// "#rrggbb"; empty = by the run's number.
  void chosen(QString colour);

 private:
  QColor current_ = Qt::white;
};

}  // namespace luce::desktop
