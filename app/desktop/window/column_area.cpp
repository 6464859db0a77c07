#include "app/desktop/window/column_area.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

namespace luce::desktop {

ColumnArea::ColumnArea(QWidget* controls, int least, QWidget* parent)
    : QScrollArea(parent), least_(least) {
  setWidget(controls);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  fit();
}

bool ColumnArea::eventFilter(QObject* watched, QEvent* event) {
  const bool done = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
  return done;
}

void ColumnArea::fit() {
  const int needed = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
  setMinimumWidth(std::max(least_, needed));
}

}  // namespace luce::desktop
