// Fusion, with outlines that can be seen in the dark: of check boxes, radio buttons and sliders it
// draws them darker than the window, which a dark window swallows. A slider that the keyboard moves
// has a ring around its handle; Fusion marks it by a line of one pixel.
#pragma once

#include <QPalette>
#include <QProxyStyle>
#include <QStyleOptionSlider>

namespace luce::desktop {

/// By its window's colour.
bool isDark(const QPalette& palette);

class OutlinedStyle : public QProxyStyle {
  Q_OBJECT

 public:
  OutlinedStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget = nullptr) const override;

 private:
  void drawRing(const QStyleOptionSlider& slider, QPainter& painter, const QWidget* widget) const;
};

}  // namespace luce::desktop
