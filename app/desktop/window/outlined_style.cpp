#include "app/desktop/window/outlined_style.h"

#include <QHash>
#include <QPainter>
#include <QStyleOption>

namespace luce::desktop {

namespace {

constexpr int kDarkBelow = 128;
/// Fusion draws outlines at two thirds to three quarters of this: three times as bright as a dark
/// window, as WCAG 2.1 (1.4.11) asks of controls.
constexpr QRgb kOutlineSource = 0xffc0c4cc;
constexpr QRgb kDisabledOutlineSource = 0xff80848c;
constexpr int kMostPalettes = 32;
constexpr double kRingWidth = 2;
constexpr double kRingRadius = 3;

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
  if (control != CC_Slider || slider == nullptr) {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    return;
  }
  QStyleOptionSlider visible = *slider;
  if (isDark(option->palette)) visible.palette = outlined(option->palette);
  QProxyStyle::drawComplexControl(control, &visible, painter, widget);
  if (slider->state.testFlags(State_HasFocus | State_KeyboardFocusChange)) {
    drawRing(*slider, *painter, widget);
  }
}

void OutlinedStyle::drawRing(const QStyleOptionSlider& slider, QPainter& painter,
                             const QWidget* widget) const {
  const QRectF handle = subControlRect(CC_Slider, &slider, SC_SliderHandle, widget);
  const double inset = kRingWidth / 2;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(slider.palette.color(QPalette::Highlight), kRingWidth));
  painter.drawRoundedRect(handle.adjusted(inset, inset, -inset, -inset), kRingRadius, kRingRadius);
  painter.restore();
}

}  // namespace luce::desktop
