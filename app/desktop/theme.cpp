#include "app/desktop/theme.h"

#include <array>
#include <cmath>

namespace luce::desktop::theme {

QColor task(std::size_t number) {
  static const std::array<QColor, 8> colours{QColor(0x00, 0x72, 0xb2), QColor(0xe6, 0x9f, 0x00),
                                             QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7),
                                             QColor(0x56, 0xb4, 0xe9), QColor(0xd5, 0x5e, 0x00),
                                             QColor(0xf0, 0xe4, 0x42), QColor(0x80, 0x80, 0x80)};
  return colours[number % colours.size()];
}

QString number(double value) {
  return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'g', 4);
}

QString withInterval(double value, double low, double high) {
  return QString("%1 [%2, %3]").arg(number(value), number(low), number(high));
}

}  // namespace luce::desktop::theme
