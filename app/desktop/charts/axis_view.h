// An axis as a stretch of places that lie evenly on the screen: of a linear axis the numbers
// themselves, of a logarithmic one their decimal logarithms. Axes of categories have none.
#pragma once

#include <QAbstractAxis>
#include <QString>
#include <QValueAxis>

namespace luce::desktop {

struct Stretch {
  double low = 0, high = 1;
  double span() const { return high - low; }
  bool operator==(const Stretch&) const = default;
};

/// Whether it has a stretch.
bool isContinuous(const QAbstractAxis& axis);
Stretch stretchOf(const QAbstractAxis& axis);

/// How an axis is numbered.
struct Numbering {
  bool round = false;  ///< with round numbers at round distances; else as the others say
  QString format;
  int ticks = 5;
  qreal base = 10;
};
Numbering numberingOf(const QAbstractAxis& axis);
/// Sets both.
void setStretch(QAbstractAxis& axis, const Stretch& stretch, const Numbering& numbering);
/// Sets the stretch, whatever it is, with round numbers at round distances.
void setStretch(QAbstractAxis& axis, const Stretch& stretch);

/// Widens to round numbers; the axis changes once, and not at all when it has them already: every
/// change has all series laid out again.
void setRoundRange(QValueAxis& axis, double low, double high);

}  // namespace luce::desktop
