#include "app/desktop/charts/upright_labels.h"

#include <QFontMetricsF>
#include <algorithm>

namespace luce::desktop {

namespace {

constexpr double kSmallestPoints = 6;
constexpr double kStep = 0.5;  // points

double longest(const QStringList& names, const QFont& font) {
  const QFontMetricsF metrics(font);
  double length = 0;
  for (const QString& name : names) length = std::max(length, metrics.horizontalAdvance(name));
  return length;
}

}  // namespace

UprightLabels fitUpright(const QStringList& names, const QFont& largest, double room) {
  UprightLabels fitted{largest, {}};
  while (fitted.font.pointSizeF() > kSmallestPoints && longest(names, fitted.font) > room) {
    fitted.font.setPointSizeF(std::max(kSmallestPoints, fitted.font.pointSizeF() - kStep));
  }
  const QFontMetricsF metrics(fitted.font);
  for (const QString& name : names) {
    QString text = metrics.elidedText(name, Qt::ElideMiddle, room);
    while (fitted.texts.contains(text)) text += QChar(0x200b);  // without a width
    fitted.texts.append(text);
  }
  return fitted;
}

}  // namespace luce::desktop
