#include "app/desktop/window/outlined_style.h"

#include <QHash>
#include <QStyleOption>

namespace luce::desktop {

namespace {

constexpr int kDarkBelow = 128;
/// Fusion draws outlines at two thirds to three quarters of this: three times as bright as a dark
/// window, as WCAG 2.1 (1.4.11) asks of controls.
constexpr QRgb kOutlineSource = 0xffc0c4cc;
constexpr QRgb kDisabledOutlineSource = 0xff80848c;
constexpr int kMostPalettes = 32;

/// Fusion takes outlines from the window's colour. The same palette each time for the same one,
/// since Fusion keeps what it has drawn by palette.
QPalette outlined(const QPalette& palette) {
  static QHash<qint64, QPalette> made;
  if (made.size() > kMostPalettes) made.clear();
  const auto found = made.constFind(palette.cacheKey());
  if (found != made.constEnd()) return *found;
  QPalette lighter = palette;
  lighter.setColor(QPalette::Window, QColor(kOutlineSource));
  lighter.setColor(QPalette::Disabled, QPalette::Window, QColor(kDisabledOutlineSource));
  made.insert(palette.cacheKey(), lighter);
  return lighter;
}

}  // namespace

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < kDarkBelow;
}

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                  QPainter* painter, const QWidget* widget) const {
  const bool faint = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  if (!faint || button == nullptr || !isDark(option->palette)) {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    return;
  }
  QStyleOptionButton visible = *button;
  visible.palette = outlined(option->palette);
  QProxyStyle::drawPrimitive(element, &visible, painter, widget);
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                       QPainter* painter, const QWidget* widget) const {
  const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control != CC_Slider || slider == nullptr || !isDark(option->palette)) {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    return;
  }
  QStyleOptionSlider visible = *slider;
  visible.palette = outlined(option->palette);
  QProxyStyle::drawComplexControl(control, &visible, painter, widget);
}

}  // namespace luce::desktop
