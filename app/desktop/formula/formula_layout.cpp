#include "app/desktop/formula/formula_layout.h"

#include <QFontMetricsF>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/desktop/formula/formula_symbols.h"

namespace luce::desktop {

namespace {

using Box = FormulaLayout;
using Kind = FormulaNode::Kind;
using Class = FormulaClass;

constexpr double kEm = 100;  // pixels in which letters are measured
constexpr double kScript = 0.72;
constexpr double kLargeDisplayed = 1.5;
constexpr double kLargeInline = 1.1;
constexpr double kThin = 3.0 / 18, kMedium = 4.0 / 18, kThick = 5.0 / 18;
constexpr QChar kPrime(0x2032);
constexpr double kColumnGap = 0.9;
constexpr double kRowGap = 0.32;
constexpr double kFractionEnds = 0.1;
constexpr double kHighEnough = 1.15;  // a delimiter may be a little lower than what it holds

/// How large letters are, and how much room there is.
struct Style {
  bool displayed = false;
  double size = 1;

  bool isScript() const { return size < 1; }
  Style script() const { return {false, std::max(kSmallestFormulaText, size * kScript)}; }
  Style inside() const { return {false, size}; }
};

void move(Box& box, double x, double y) {
  for (Box::Text& text : box.texts) {
    text.at += QPointF(x, y);
    text.ink.translate(x, y);
  }
  for (QRectF& rule : box.rules) rule.translate(x, y);
  for (QPainterPath& outline : box.outlines) outline.translate(x, y);
}

/// Adds the part at a place; the box grows to hold it.
void put(Box& box, Box part, double x, double y) {
  move(part, x, y);
  box.width = std::max(box.width, x + part.width);
  box.ascent = std::max(box.ascent, part.ascent - y);
  box.descent = std::max(box.descent, part.descent + y);
  std::move(part.texts.begin(), part.texts.end(), std::back_inserter(box.texts));
  std::move(part.rules.begin(), part.rules.end(), std::back_inserter(box.rules));
  std::move(part.outlines.begin(), part.outlines.end(), std::back_inserter(box.outlines));
}

/// Room between two neighbours, in em; of TeX's table, what these formulas need.
double roomBetween(Class left, Class right, bool script) {
  if (left == Class::Open || right == Class::Close || right == Class::Punctuation) return 0;
  const auto either = [&](Class wanted) { return left == wanted || right == wanted; };
  if (left == Class::Operator && right == Class::Open) return 0;
  if (left == Class::Operator || (right == Class::Operator && left != Class::Binary &&
                                  left != Class::Relation && left != Class::Punctuation)) {
    if (right != Class::Relation && right != Class::Binary) return kThin;
  }
  if (script) return 0;
  if (either(Class::Relation)) return left == right ? 0 : kThick;
  if (either(Class::Binary)) return kMedium;
  if (left == Class::Punctuation) return kThin;
  if (left == Class::Inner || (right == Class::Inner && left == Class::Ordinary)) return kThin;
  return 0;
}

class Layouter {
 public:
  explicit Layouter(const FormulaFont& font)
      : font_(font), upright_(font.at(kEm, false)), italic_(font.at(kEm, true)) {
    const QRectF minus = inkOf(QChar(0x2212), upright_);
    axis_ = -minus.center().y() / kEm;
    line_ = std::clamp(0.8 * minus.height() / kEm, 0.04, 0.07);
  }

  Box lay(const FormulaNode& node, const Style& style) const {
    switch (node.kind) {
      case Kind::Row:
        return layRow(node, style);
      case Kind::Symbol:
        return laySymbol(node, style);
      case Kind::Upright:
        return layText(node.text, style.size, false);
      case Kind::Operator:
        return node.large ? layLarge(node, style) : layText(node.text, style.size, false);
      case Kind::Fraction:
        return layFraction(node, style);
      case Kind::Root:
        return layRoot(node, style);
      case Kind::Scripts:
        return layScripts(node, style);
      case Kind::Accent:
        return layAccent(node, style);
      case Kind::Fenced:
        return layFenced(node, style);
      case Kind::Cases:
        return layCases(node, style);
      case Kind::Space:
        break;
    }
    Box space;
    space.width = node.width * style.size;
    return space;
  }

 private:
  /// Of letters on the baseline. A font's tight bounds would always reach down to the baseline.
  static QRectF inkOf(const QString& text, const QFont& font) {
    QPainterPath path;
    path.addText(0, 0, font, text);
    return path.boundingRect();
  }

  Box layText(const QString& text, double size, bool italic) const {
    const QFontMetricsF metrics(italic ? italic_ : upright_);
    const double scale = size / kEm;
    const QRectF ink = inkOf(text, italic ? italic_ : upright_);
    Box box;
    box.width = metrics.horizontalAdvance(text) * scale;
    box.ascent = std::max(0.0, -ink.top() * scale);
    box.descent = std::max(0.0, ink.bottom() * scale);
    box.texts.push_back(
        {text, {0, 0}, size, italic, QRectF(ink.topLeft() * scale, ink.size() * scale)});
    return box;
  }

  Box laySymbol(const FormulaNode& node, const Style& style) const {
    const QString letter = slanted(node.text);
    const bool isVariable = letter != node.text;
    if (font_.mathematical) return layText(letter, style.size, false);
    return layText(node.text, style.size, isVariable);
  }

  /// A sum or a product, in the middle of the axis.
  Box layLarge(const FormulaNode& node, const Style& style) const {
    const double size = style.size * (style.displayed ? kLargeDisplayed : kLargeInline);
    Box sign = layText(node.text, size, false);
    const QRectF ink = sign.texts.front().ink;
    const double down = -axis_ * style.size - ink.center().y();
    Box box;
    sign.ascent = -ink.top();
    sign.descent = ink.bottom();
    put(box, std::move(sign), 0, down);
    return box;
  }

  Box layRow(const FormulaNode& row, const Style& style) const {
    Box box;
    double x = 0;
    Class before = Class::Open;
    bool first = true;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const FormulaNode& child = *row.children[i];
      if (child.kind == Kind::Space) {
        x += child.width * style.size;
        box.width = std::max(box.width, x);
        continue;
      }
      Class spacing = child.spacing;
      if (spacing == Class::Binary && (first || !isOperand(before) || !hasOperand(row, i + 1))) {
        spacing = Class::Ordinary;  // a sign, as in −1
      }
      if (!first) x += roomBetween(before, spacing, style.isScript()) * style.size;
      Box part = lay(child, style);
      const double width = part.width;
      put(box, std::move(part), x, 0);
      x += width;
      before = spacing;
      first = false;
    }
    box.width = std::max(box.width, x);
    return box;
  }

  static bool isOperand(Class spacing) {
    return spacing == Class::Ordinary || spacing == Class::Close || spacing == Class::Inner;
  }

  static bool hasOperand(const FormulaNode& row, std::size_t from) {
    for (; from < row.children.size(); ++from) {
      if (row.children[from]->kind == Kind::Space) continue;
      const Class spacing = row.children[from]->spacing;
      return spacing != Class::Relation && spacing != Class::Close && spacing != Class::Punctuation;
    }
    return false;
  }

  Box layFraction(const FormulaNode& node, const Style& style) const {
    const Style part = style.displayed ? style.inside() : style.script();
    Box above = lay(*node.children[0], part);
    Box below = lay(*node.children[1], part);
    const double line = line_ * style.size;
    const double gap = (style.displayed ? 3 : 1.8) * line;
    const double width = std::max(above.width, below.width) + 2 * kFractionEnds * style.size;
    const double axis = -axis_ * style.size;
    Box box;
    box.rules.push_back(QRectF(0, axis - line / 2, width, line));
    const double aboveX = (width - above.width) / 2, belowX = (width - below.width) / 2;
    const double aboveY = axis - line / 2 - gap - above.descent;
    const double belowY = axis + line / 2 + gap + below.ascent;
    put(box, std::move(above), aboveX, aboveY);
    put(box, std::move(below), belowX, belowY);
    box.width = width;
    return box;
  }

  Box layRoot(const FormulaNode& node, const Style& style) const {
    Box inside = lay(*node.children[0], style.inside());
    const double line = line_ * style.size;
    const double gap = 2.5 * line;
    const double top = -(std::max(inside.ascent, 0.5 * style.size) + gap + line);
    const double bottom = inside.descent + gap;
    const double foot = 0.30 * style.size, sign = 0.62 * style.size;
    const double knee = bottom - 0.42 * (bottom - top);
    QPainterPath path;
    const auto stroke = [&](QPointF from, QPointF to, double width) {
      QLineF across = QLineF(from, to).normalVector().unitVector();
      const QPointF half = (across.p2() - across.p1()) * width / 2;
      QPolygonF polygon{from + half, to + half, to - half, from - half};
      QPainterPath piece;
      piece.addPolygon(polygon);
      piece.closeSubpath();
      path = path.united(piece);
    };
    stroke({0.04 * style.size, knee + 0.08 * style.size}, {0.14 * style.size, knee}, line);
    stroke({0.14 * style.size, knee}, {foot, bottom}, 1.9 * line);
    stroke({foot, bottom}, {sign, top + line / 2}, line);
    Box box;
    box.outlines.push_back(path);
    box.rules.push_back(QRectF(sign, top, inside.width + 0.12 * style.size, line));
    const double width = sign + inside.width + 0.12 * style.size;
    put(box, std::move(inside), sign + 0.06 * style.size, 0);
    box.width = width;
    box.ascent = std::max(box.ascent, -top);
    box.descent = std::max(box.descent, bottom);
    return box;
  }

  Box layScripts(const FormulaNode& node, const Style& style) const {
    const FormulaNode& base = *node.children[0];
    const FormulaNode* below = node.children[1].get();
    const FormulaNode* above = node.children[2].get();
    const bool stacks = node.alwaysStacks || (base.stacksScripts && style.displayed);
    return stacks ? layStacked(base, below, above, style) : layBeside(base, below, above, style);
  }

  Box layStacked(const FormulaNode& base, const FormulaNode* below, const FormulaNode* above,
                 const Style& style) const {
    Box middle = lay(base, style);
    Box low = below != nullptr ? lay(*below, style.script()) : Box();
    Box high = above != nullptr ? lay(*above, style.script()) : Box();
    const double gap = (base.large ? 0.16 : 0.12) * style.size;
    const double width = std::max({middle.width, low.width, high.width});
    const double lowX = (width - low.width) / 2, lowY = middle.descent + gap + low.ascent;
    const double highX = (width - high.width) / 2, highY = -middle.ascent - gap - high.descent;
    const double middleX = (width - middle.width) / 2;
    Box box;
    put(box, std::move(middle), middleX, 0);
    if (below != nullptr) put(box, std::move(low), lowX, lowY);
    if (above != nullptr) put(box, std::move(high), highX, highY);
    box.width = width;
    return box;
  }

  Box layBeside(const FormulaNode& base, const FormulaNode* below, const FormulaNode* above,
                const Style& style) const {
    Box box = lay(base, style);
    const double size = style.size;
    Box low = below != nullptr ? lay(*below, style.script()) : Box();
    Box high = above != nullptr ? laySuperscript(*above, style) : Box();
    const bool isLetter = base.kind == Kind::Symbol && !box.texts.empty();
    double up = std::max(0.42 * size, box.ascent - 0.3 * size);
    up = std::max(up, high.descent + 0.25 * size);
    if (standsHigh(high, size)) up = 0;
    double down = std::max(0.17 * size, low.ascent - 0.42 * size);
    if (!isLetter) down = std::max(down, box.descent + 0.06 * size);
    if (below != nullptr && above != nullptr) {
      const double gap = 4 * line_ * size;
      const double missing = gap - ((up - high.descent) - (low.ascent - down));
      down += std::max(0.0, missing);
    }
    // A slanted letter ends where its ink does, before or beyond where the next one begins.
    const double end = isLetter ? box.texts.back().ink.right() : box.width;
    if (below != nullptr) put(box, std::move(low), std::min(end, box.width) + 0.04 * size, down);
    if (above != nullptr) put(box, std::move(high), end + 0.05 * size, -up);
    box.width += 0.05 * size;
    return box;
  }

  /// Primes are high up by themselves in most fonts, and small in the others.
  Box laySuperscript(const FormulaNode& node, const Style& style) const {
    if (node.text.startsWith(kPrime)) {
      Box prime = layText(node.text, style.size, false);
      if (standsHigh(prime, style.size)) return prime;
    }
    return lay(node, style.script());
  }

  /// Whether it is one prime or several, drawn where superscripts are.
  static bool standsHigh(const Box& box, double size) {
    return box.texts.size() == 1 && box.texts.front().text.startsWith(kPrime) &&
           box.texts.front().ink.bottom() < -0.3 * size;
  }

  Box layAccent(const FormulaNode& node, const Style& style) const {
    Box box = lay(*node.children[0], style.inside());
    QRectF ink(0, -box.ascent, box.width, box.ascent + box.descent);
    if (box.texts.size() == 1) ink = box.texts.front().ink;
    const double gap = 0.09 * style.size;
    // Letters lean to the right, and so does what stands over them.
    const double lean = node.children[0]->kind == Kind::Symbol ? 0.06 * style.size : 0;
    if (node.text.isEmpty()) {
      const double line = line_ * style.size;
      const double top = ink.top() - gap - line;
      box.rules.push_back(QRectF(ink.left() + lean, top, ink.width(), line));
      box.ascent = std::max(box.ascent, -top);
      return box;
    }
    Box accent = layText(node.text, style.size, false);
    const QRectF sign = accent.texts.front().ink;
    const double x = ink.center().x() + lean - sign.center().x();
    const double y = ink.top() - gap - sign.bottom();
    const double width = box.width;
    accent.ascent = -sign.top();
    accent.descent = 0;
    accent.width = 0;
    put(box, std::move(accent), x, y);
    box.width = width;
    return box;
  }

  /// A delimiter of that height around the axis; as a letter where it is high enough.
  Box layDelimiter(const QString& text, double half, const Style& style) const {
    if (text == ".") return {};
    Box letter = layText(text, style.size, false);
    const QRectF ink = letter.texts.front().ink;
    if (2 * half <= kHighEnough * ink.height()) return letter;
    QPainterPath path;
    path.addText(0, 0, upright_, text);
    const QRectF bounds = path.boundingRect();
    const double scale = style.size / kEm;
    const double grow = 2 * half / (bounds.height() * scale);
    // Thin strokes stay thin: a delimiter grows in height, and only a little in width.
    const double wider = std::min(1.25, 1 + 0.12 * (grow - 1));
    QTransform transform;
    transform.translate(0, -axis_ * style.size - half);
    transform.scale(scale * wider, scale * grow);
    transform.translate(0, -bounds.top());
    Box box;
    box.outlines.push_back(transform.map(path));
    box.width = letter.width * wider;
    box.ascent = half + axis_ * style.size;
    box.descent = half - axis_ * style.size;
    return box;
  }

  Box between(const QString& open, Box inside, const QString& close, const Style& style) const {
    const double axis = axis_ * style.size;
    const double half = 1.04 * std::max(inside.ascent - axis, inside.descent + axis);
    Box box;
    for (Box part :
         {layDelimiter(open, half, style), std::move(inside), layDelimiter(close, half, style)}) {
      const double x = box.width;
      put(box, std::move(part), x, 0);
    }
    return box;
  }

  Box layFenced(const FormulaNode& node, const Style& style) const {
    const qsizetype opening = node.text[0].isHighSurrogate() ? 2 : 1;
    return between(node.text.first(opening), lay(*node.children[0], style),
                   node.text.sliced(opening), style);
  }

  Box layCases(const FormulaNode& node, const Style& style) const {
    std::vector<std::vector<Box>> rows;
    std::vector<double> widths;
    for (const auto& row : node.children) {
      rows.emplace_back();
      for (std::size_t column = 0; column < row->children.size(); ++column) {
        rows.back().push_back(lay(*row->children[column], style.inside()));
        if (widths.size() <= column) widths.push_back(0);
        widths[column] = std::max(widths[column], rows.back().back().width);
      }
    }
    Box table;
    double y = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      double ascent = 0.7 * style.size, descent = 0.2 * style.size;
      for (const Box& cell : rows[i]) {
        ascent = std::max(ascent, cell.ascent);
        descent = std::max(descent, cell.descent);
      }
      y += (i == 0 ? 0 : kRowGap * style.size) + ascent;
      double x = 0;
      for (std::size_t column = 0; column < rows[i].size(); ++column) {
        put(table, std::move(rows[i][column]), x, y);
        x += widths[column] + kColumnGap * style.size;
      }
      y += descent;
    }
    // Its middle on the axis.
    const double up = y / 2 + axis_ * style.size;
    move(table, 0, -up);
    table.ascent = up;
    table.descent = y - up;
    return between("{", std::move(table), ".", style);
  }

  const FormulaFont& font_;
  QFont upright_, italic_;
  double axis_ = 0;  ///< of fractions and signs, above the baseline
  double line_ = 0;  ///< thickness of a fraction's bar
};

}  // namespace

FormulaLayout layOut(const FormulaNode& formula, bool displayed, const FormulaFont& font) {
  return Layouter(font).lay(formula, {displayed, 1});
}

}  // namespace luce::desktop
