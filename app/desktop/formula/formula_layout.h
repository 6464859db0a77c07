// Where everything in a formula stands. Lengths are in em of the text around, y grows downwards,
// and the origin is the left end of the formula's baseline.
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <vector>

#include "app/desktop/formula/formula_font.h"
#include "app/desktop/formula/formula_node.h"

namespace luce::desktop {

struct FormulaLayout {
  struct Text {
    QString text;
    QPointF at;       ///< left end of its baseline
    double size = 1;  ///< of its letters
    bool italic = false;
    QRectF ink;  ///< what it covers
  };
  double width = 0, ascent = 0, descent = 0;
  std::vector<Text> texts;
  std::vector<QRectF> rules;
  std::vector<QPainterPath> outlines;  ///< to be filled: stretched delimiters, roots
};

/// displayed: on a line of its own, where sums have their limits above and below.
FormulaLayout layOut(const FormulaNode& formula, bool displayed, const FormulaFont& font);

/// Letters never get smaller than this, however deep they are nested.
inline constexpr double kSmallestFormulaText = 0.55;

}  // namespace luce::desktop
