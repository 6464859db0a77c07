#include "app/desktop/formula/formula.h"

#include "app/desktop/formula/formula_parser.h"

namespace luce::desktop {

namespace {

constexpr double kEm = 100;  // pixels of the letters that are scaled to their size

}  // namespace

Formula::Formula(const QString& source, bool displayed, const FormulaFont& font)
    : source_(source), font_(font), layout_(layOut(*parseFormula(source), displayed, font)) {}

QSizeF Formula::size(double em) const {
  return {em * layout_.width, em * (layout_.ascent + layout_.descent)};
}

void Formula::draw(QPainter& painter, const QPointF& baseline, double em) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(baseline);
  painter.scale(em, em);
  const QColor colour = painter.pen().color();
  for (const FormulaLayout::Text& text : layout_.texts) {
    painter.save();
    painter.translate(text.at);
    painter.scale(text.size / kEm, text.size / kEm);
    painter.setFont(font_.at(kEm, text.italic));
    painter.drawText(QPointF(), text.text);
    painter.restore();
  }
  for (const QRectF& rule : layout_.rules) painter.fillRect(rule, colour);
  for (const QPainterPath& outline : layout_.outlines) painter.fillPath(outline, colour);
  painter.restore();
}

}  // namespace luce::desktop
