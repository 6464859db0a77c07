#include "app/desktop/row_height.h"

#include <QEvent>
#include <QHeaderView>
#include <cmath>

namespace luce::desktop {

namespace {

class TextSizeFollower : public QObject {
 public:
  TextSizeFollower(QTableView& view, int margin) : QObject(&view), view_(view), margin_(margin) {
    view.installEventFilter(this);
    fitRows();
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::FontChange) {
      const int before = line_;
      fitRows();
      if (line_ != before) fitColumns(static_cast<double>(line_) / before);
    }
    return QObject::eventFilter(watched, event);
  }

 private:
  void fitRows() {
    line_ = view_.fontMetrics().height();
    view_.verticalHeader()->setDefaultSectionSize(line_ + margin_);
  }

  /// Widths that people have chosen stay in proportion.
  void fitColumns(double factor) {
    QHeaderView& header = *view_.horizontalHeader();
    header.setDefaultSectionSize(
        static_cast<int>(std::lround(factor * header.defaultSectionSize())));
    for (int column = 0; column < header.count(); ++column) {
      if (header.isSectionHidden(column)) continue;
      header.resizeSection(column,
                           static_cast<int>(std::lround(factor * header.sectionSize(column))));
    }
  }

  QTableView& view_;
  int margin_;
  int line_ = 1;
};

}  // namespace

void followTextSize(QTableView& view, int margin) {
  new TextSizeFollower(view, margin);
}

}  // namespace luce::desktop
