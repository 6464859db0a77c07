// A histogram of ratios as the two border lines of an area, for a logarithmic axis of ρ.
#pragma once

#include <QList>
#include <QPointF>

#include "core/policy/importance.h"

namespace luce::desktop {

struct HistogramOutline {
  QList<QPointF> upper, lower;  ///< x: ρ, ascending; y: % of the rows
  double top = 0;               ///< the highest bar
};

/// rows > 0: what 100 % is.
HistogramOutline outlineOf(const RatioHistogram& histogram, std::int64_t rows);

}  // namespace luce::desktop
