#include "app/desktop/text_size.h"

#include <QEvent>
#include <QHeaderView>
#include <QPointer>
#include <cmath>

namespace luce::desktop {

namespace {

class RowFitter : public QObject {
 public:
  RowFitter(QTableView& view, int margin) : QObject(&view), view_(view), margin_(margin) {
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

/// Qt tells a widget with letters or a style sheet of its own nothing, but its parent.
class LetterFitter : public QObject {
 public:
  LetterFitter(QWidget& widget, double scale) : QObject(&widget), widget_(widget), scale_(scale) {
    widget.installEventFilter(this);
    followParent();
    fit();
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == &widget_ && event->type() == QEvent::ParentChange) followParent();
    if (watched == parent_ && event->type() == QEvent::FontChange) fit();
    return QObject::eventFilter(watched, event);
  }

 private:
  void followParent() {
    if (parent_ != nullptr) parent_->removeEventFilter(this);
    parent_ = widget_.parentWidget();
    if (parent_ == nullptr) return;
    parent_->installEventFilter(this);
    fit();
  }

  void fit() {
    QFont font = parent_ != nullptr ? parent_->font() : QApplication::font();
    font.setPointSizeF(scale_ * font.pointSizeF());
    widget_.setFont(font);
  }

  QWidget& widget_;
  double scale_;
  QPointer<QWidget> parent_;
};

}  // namespace

void followTextSize(QTableView& view, int margin) {
  new RowFitter(view, margin);
}

void followTextSize(QWidget& widget, double scale) {
  new LetterFitter(widget, scale);
}

// A dock whose font is the program's draws its title with the one that the program had when the
// dock was made. A font that differs from it in nothing that is seen has it use its own.
void followTextSize(QDockWidget& dock) {
  QFont own;
  own.setStyleStrategy(QFont::PreferQuality);
  dock.setFont(own);
}

}  // namespace luce::desktop
