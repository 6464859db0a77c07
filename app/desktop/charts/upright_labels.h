// Labels that stand upright under the columns of a chart, made to fit the room that there is.
#pragma once

#include <QFont>
#include <QStringList>

namespace luce::desktop {

struct UprightLabels {
  QFont font;
  QStringList texts;  ///< each once, as a chart's categories must be
};

/// As large as fits into `room` pixels of height, but no larger than `largest`; what does not fit
/// in the smallest letters either loses its middle, since names of items often differ at their end.
UprightLabels fitUpright(const QStringList& names, const QFont& largest, double room);

}  // namespace luce::desktop
