// Offers the colours of runs, and any other.
#pragma once

#include <QMenu>

namespace luce::desktop {

class ColourMenu : public QMenu {
  Q_OBJECT

 public:
  explicit ColourMenu(QWidget* parent = nullptr);

 Q_SIGNALS:
  /// "#rrggbb"; empty = by the run's number.
  void chosen(QString colour);
};

}  // namespace luce::desktop
