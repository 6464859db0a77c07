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
  double least = 0;    ///< distance of round numbers: 1 for what is counted
  QString format;
  int ticks = 5;
  qreal base = 10;
};
Numbering numberingOf(const QAbstractAxis& axis);
/// Sets both.
void setStretch(QAbstractAxis& axis, const Stretch& stretch, const Numbering& numbering);
/// Sets the stretch, whatever it is, with round numbers at round distances of at least that much.
void setStretch(QAbstractAxis& axis, const Stretch& stretch, double least = 0);

/// How many numbers have room beside each other along an upright axis of that many pixels; at least
/// 2. Qt draws "…" for each of them where there are more.
int numbersWithRoom(const QAbstractAxis& axis, double pixels);
/// Widens to round numbers, of which there are at most so many (3 or more); the axis changes once,
/// and not at all when it has them already: every change has all series laid out again.
void setRoundRange(QValueAxis& axis, double low, double high, int most);

}  // namespace luce::desktop
