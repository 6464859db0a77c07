#include "app/desktop/theme.h"

#include <cmath>

namespace luce::desktop::theme {

QString number(double value) {
  return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'g', 4);
}

QString withInterval(double value, double low, double high) {
  return QString("%1 [%2, %3]").arg(number(value), number(low), number(high));
}

}  // namespace luce::desktop::theme
