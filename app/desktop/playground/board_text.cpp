#include "app/desktop/playground/board_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr int kFewestDigits = 2;
constexpr double kSmallestType = 7;
constexpr double kLargestPlain = 1e6;
constexpr double kSmallestPlain = 1e-3;

}  // namespace

QString shortNumber(double value, int digits) {
  if (std::isnan(value)) return QStringLiteral("–");
  const double size = std::abs(value);
  if (size == 0) return QStringLiteral("0");
  QString text;
  if (size >= kLargestPlain || size < kSmallestPlain) {
    // 1.00e-06 → 1e-6
    text = QString::number(value, 'e', digits - 1);
    const int place = static_cast<int>(text.indexOf('e'));
    const QString exponent = QString::number(text.mid(place + 1).toInt());
    text = QString::number(text.left(place).toDouble()) + 'e' + exponent;
  } else if (size >= 100) {
    text = QString::number(value, 'f', 0);
  } else {
    text = QString::number(value, 'g', digits);
  }
  return text.replace('-', QStringLiteral("−"));
}

QString fittingNumber(const QFont& font, double value, double pixels, double width) {
  QFont type = font;
  type.setPixelSize(std::max(1, static_cast<int>(pixels)));
  const QString full = shortNumber(value);
  return QFontMetricsF(type).horizontalAdvance(full) <= width ? full
                                                              : shortNumber(value, kFewestDigits);
}

QString signedNumber(double value) {
  return value > 0 ? '+' + shortNumber(value) : shortNumber(value);
}

QString probabilityTitle(const QString& task, const QString& candidate) {
  return QCoreApplication::translate("Playground", "p(%1) of %2").arg(task, candidate);
}

void drawFitted(QPainter& painter, const QRectF& place, const QString& text, double pixels,
                Qt::Alignment alignment) {
  if (place.width() <= 0 || text.isEmpty()) return;
  QFont font = painter.font();
  const QFont before = font;
  font.setPixelSize(std::max(1, static_cast<int>(pixels)));
  const double width = QFontMetricsF(font).horizontalAdvance(text);
  if (width > place.width()) {
    const double fitting = std::max(kSmallestType, pixels * place.width() / width);
    font.setPixelSize(static_cast<int>(fitting));
  }
  painter.setFont(font);
  const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width() + 1);
  painter.drawText(place, static_cast<int>(alignment | Qt::TextSingleLine), shown);
  painter.setFont(before);
}

}  // namespace luce::desktop
