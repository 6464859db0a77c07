#include "app/desktop/formula/formula_label.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>
#include <cmath>

#include "app/desktop/formula/formula_parser.h"

namespace luce::desktop {

namespace {

constexpr double kMargin = 2;
constexpr double kLarger = 1.15;  // serif letters look smaller than those of the interface

}  // namespace

FormulaLabel::FormulaLabel(const QString& source, QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setSource(source);
}

void FormulaLabel::setSource(const QString& source) {
  source_ = source;
  formula_.reset();
  setAccessibleName(source);
  setToolTip({});
  try {
    formula_.emplace(source);
  } catch (const FormulaError& error) {
    setToolTip(error.what());
  }
  updateGeometry();
  update();
}

double FormulaLabel::em() const {
  return kLarger * QFontInfo(font()).pixelSize();
}

QSize FormulaLabel::sizeHint() const {
  const QSizeF size =
      formula_ ? formula_->size(em()) : QSizeF(fontMetrics().size(Qt::TextSingleLine, source_));
  return {static_cast<int>(std::ceil(size.width() + 2 * kMargin)),
          static_cast<int>(std::ceil(size.height() + 2 * kMargin))};
}

void FormulaLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  if (formula_) {
    formula_->draw(painter, {kMargin, kMargin + formula_->ascent(em())}, em());
  } else {
    painter.drawText(rect(), Qt::AlignVCenter, source_);
  }
}

void FormulaLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

}  // namespace luce::desktop
