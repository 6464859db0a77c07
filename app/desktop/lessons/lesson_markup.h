// A lesson's text: Markdown in which $…$ is a formula in a line and $$…$$ one on a line of its own.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace luce::desktop {

struct LessonFormula {
  QString source;
  bool displayed = false;
  qsizetype at = 0;  ///< where its source begins in the text
};

/// The text with each formula's place taken by one character of Unicode's private use.
struct LessonMarkup {
  QString markdown;
  std::vector<LessonFormula> formulas;
};

/// Number of the formula that the character stands for; -1 = it is an ordinary one.
int formulaAt(QChar character);

/// \$ is a dollar. Throws Error for a dollar that nothing closes.
LessonMarkup splitFormulas(const QString& text);
/// The controls that the text's links point at, as in [the temperature](control:temperature).
QStringList linkedControls(const QString& text);

}  // namespace luce::desktop
