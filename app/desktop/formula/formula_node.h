// A formula as it was written, before it has a size: what the parser makes and the layout reads.
#pragma once

#include <QString>
#include <memory>
#include <vector>

namespace luce::desktop {

/// What decides the room around a part of a formula (Knuth, The TeXbook, chapter 18).
enum class FormulaClass { Ordinary, Operator, Binary, Relation, Open, Close, Punctuation, Inner };

struct FormulaNode {
  enum class Kind {
    Row,       ///< children one after another
    Symbol,    ///< text: one character, slanted where variables are
    Upright,   ///< text: as it is written, such as \text{…}
    Operator,  ///< text: a named operator, or a large one such as ∑
    Fraction,  ///< children: numerator, denominator
    Root,      ///< children: what is under the sign
    Scripts,   ///< children: base, subscript, superscript; the latter two may be null
    Accent,    ///< children: base; text: the accent, empty = a bar
    Fenced,    ///< children: inside; text: opening and closing delimiter, '.' = none
    Cases,     ///< children: rows, each a Row of cells
    Space,     ///< width in em
  };
  using Pointer = std::unique_ptr<FormulaNode>;

  Kind kind = Kind::Row;
  FormulaClass spacing = FormulaClass::Ordinary;
  QString text = {};
  std::vector<Pointer> children = {};
  double width = 0;            ///< of Space
  bool large = false;          ///< of Operator: a sign that grows, such as ∑
  bool stacksScripts = false;  ///< of Operator: scripts go above and below where there is room
  bool alwaysStacks = false;   ///< of Scripts: \limits was written
};

}  // namespace luce::desktop
