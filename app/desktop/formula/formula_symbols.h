// What the commands of a formula stand for.
#pragma once

#include <QString>
#include <map>
#include <optional>

#include "app/desktop/formula/formula_node.h"

namespace luce::desktop {

struct FormulaSymbol {
  QString text;
  FormulaClass spacing = FormulaClass::Ordinary;
  bool large = false;          ///< a sign that grows, such as ∑
  bool stacksScripts = false;  ///< see FormulaNode
};

/// By command, without the backslash: \alpha, \le, \sum, \min …
const std::map<QString, FormulaSymbol>& formulaSymbols();
/// Of commands that set an alphabet: \mathrm, \mathbf, \mathbb, \mathcal, \text. None = no such.
std::optional<QString> inAlphabet(const QString& command, const QString& letters);
/// The widths of spaces in em, by command.
const std::map<QString, double>& formulaSpaces();
/// How a character that is no command is spaced.
FormulaClass spacingOf(const QString& character);
/// The slanted letter of mathematical fonts for a letter; the letter itself where there is none.
QString slanted(const QString& letter);

}  // namespace luce::desktop
