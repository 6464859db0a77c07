// How a ranker of a feedback loop is drawn, the same everywhere: a colour that colour-blind people
// can tell apart from its neighbours', a dash and a marker of its own.
#pragma once

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QPen>
#include <string>

namespace luce::desktop {

struct RankerLook {
  QColor colour;
  Qt::PenStyle dash = Qt::SolidLine;
  int marker = 0;  ///< which of the shapes

  QPen pen(double width = 2) const { return {colour, width, dash, Qt::FlatCap, Qt::RoundJoin}; }
  /// Its marker, large enough to be drawn smaller.
  QImage markerImage() const;
  /// A piece of its line with the marker.
  QIcon icon(double pixelRatio) const;
  bool operator==(const RankerLook&) const = default;
};

/// kind: as RankerSettings::kind; unknown ones look like the random ranker. again: how many rankers
/// of the same kind stand before it.
RankerLook rankerLook(const std::string& kind, int again = 0);

}  // namespace luce::desktop
