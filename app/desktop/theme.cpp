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

QColor run(std::int64_t number) {
  static const std::array<QColor, kRunColours> colours{
      QColor(0x33, 0x22, 0x88), QColor(0xcc, 0x66, 0x77), QColor(0x44, 0xaa, 0x99),
      QColor(0x99, 0x22, 0xff), QColor(0x99, 0x99, 0x33), QColor(0x88, 0xcc, 0xee),
      QColor(0x88, 0x22, 0x55), QColor(0x11, 0x77, 0x33), QColor(0xdd, 0xcc, 0x77),
      QColor(0xaa, 0x44, 0x99)};
  // Foreign files may have numbers below 1.
  return colours[static_cast<std::size_t>(number - 1) % colours.size()];
}

QString number(double value) {
  return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'g', 4);
}

QString withInterval(double value, double low, double high) {
  return QString("%1 [%2, %3]").arg(number(value), number(low), number(high));
}

}  // namespace luce::desktop::theme
