// The font that formulas are drawn with: the first present of good ones.
#pragma once

#include <QFont>
#include <QString>

namespace luce::desktop {

struct FormulaFont {
  QString family;
  bool mathematical = false;  ///< it has the slanted letters of mathematics (Unicode from U+1D44E)

  /// Looked for once.
  static const FormulaFont& best();
  /// Without hinting, so that geometry scales; pixels: of an em.
  QFont at(double pixels, bool italic) const;
  bool operator==(const FormulaFont&) const = default;
};

}  // namespace luce::desktop
