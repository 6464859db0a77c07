#include "app/desktop/count_text.h"

#include <QLocale>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

QString countText(double count) {
  constexpr double kFractionsUpTo = 1000;
  const bool fraction = std::abs(count) < kFractionsUpTo && count != std::floor(count);
  if (fraction || !std::isfinite(count)) return theme::number(count);
  return QLocale().toString(count, 'f', 0);
}

}  // namespace luce::desktop
