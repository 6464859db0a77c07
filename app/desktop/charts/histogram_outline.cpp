#include "app/desktop/charts/histogram_outline.h"

#include <algorithm>
#include <cmath>

namespace luce::desktop {

HistogramOutline outlineOf(const RatioHistogram& histogram, std::int64_t rows) {
  const double width =
      (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
  HistogramOutline outline;
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
    const double left = std::pow(10, histogram.low + width * static_cast<double>(i));
    const double right = std::pow(10, histogram.low + width * static_cast<double>(i + 1));
    const double share = 100 * static_cast<double>(histogram.counts[i]) / static_cast<double>(rows);
    outline.upper << QPointF(left, share) << QPointF(right, share);
    outline.lower << QPointF(left, 0) << QPointF(right, 0);
    outline.top = std::max(outline.top, share);
  }
  return outline;
}

}  // namespace luce::desktop
