#include "app/desktop/data/browser_text.h"

#include <QDateTime>
#include <QRegularExpression>
#include <limits>

namespace luce::desktop {

namespace {

QString textOf(const BrowserCell& cell, BrowserKind kind, int digits) {
  if (const auto* text = std::get_if<std::string>(&cell)) return QString::fromStdString(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return QString::number(*number);
  const auto* number = std::get_if<double>(&cell);
  if (number == nullptr) return {};
  if (kind != BrowserKind::Time) return QString::number(*number, 'g', digits);
  return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(std::floor(*number)), Qt::UTC)
      .toString("yyyy-MM-dd HH:mm:ss");
}

}  // namespace

QString shownText(const BrowserCell& cell, BrowserKind kind) {
  if (std::holds_alternative<std::monostate>(cell)) return QStringLiteral("–");
  return textOf(cell, kind, 6);
}

QString copyText(const BrowserCell& cell, BrowserKind kind) {
  static const QRegularExpression separators("[\\t\\r\\n]");
  return textOf(cell, kind, QLocale::FloatingPointShortest).replace(separators, " ");
}

QVariant sortValue(const BrowserCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return QString::fromStdString(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return qlonglong{*number};
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return -std::numeric_limits<double>::infinity();
}

}  // namespace luce::desktop
