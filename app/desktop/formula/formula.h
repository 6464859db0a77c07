// A formula that can be drawn at any size: sharp on every screen, and made of letters and lines,
// not of pixels, when printed.
#pragma once

#include <QPainter>
#include <QSizeF>
#include <QString>

#include "app/desktop/formula/formula_layout.h"

namespace luce::desktop {

class Formula {
 public:
  /// Throws FormulaError.
  explicit Formula(const QString& source, bool displayed = true,
                   const FormulaFont& font = FormulaFont::best());

  /// What was written, in TeX; what is read aloud and copied.
  const QString& source() const { return source_; }
  const FormulaLayout& layout() const { return layout_; }
  /// em: size of the letters, in the units of whatever it is drawn on.
  QSizeF size(double em) const;
  double ascent(double em) const { return em * layout_.ascent; }
  double descent(double em) const { return em * layout_.descent; }
  /// baseline: its left end. In the colour of the painter's pen.
  void draw(QPainter& painter, const QPointF& baseline, double em) const;

 private:
  QString source_;
  FormulaFont font_;
  FormulaLayout layout_;
};

}  // namespace luce::desktop
