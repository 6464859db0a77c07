// Mouse and keys on a chart, as the window system would send them.
#pragma once

#include <QChartView>
#include <QGraphicsObject>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <vector>

#include "app/desktop/charts/chart_frame.h"

namespace luce::desktop {

inline QChartView& viewOf(ChartFrame& chart) {
  return *chart.findChild<QChartView*>();
}

inline void showChart(ChartFrame& chart, QSize size = {640, 400}) {
  chart.resize(size);
  chart.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&chart));
  viewOf(chart).setFocus();
}

/// Shares of the plot from its left and from its bottom, in pixels of the chart's view.
inline QPoint inPlot(ChartFrame& chart, double x, double y) {
  const QRect plot = chart.plotPlace();
  const QPointF place(plot.left() + x * plot.width(), plot.top() + (1 - y) * plot.height());
  return viewOf(chart).viewport()->mapFrom(&chart, place.toPoint());
}

inline void turnWheel(ChartFrame& chart, const QPoint& place, int notches,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWidget* viewport = viewOf(chart).viewport();
  QWheelEvent event(place, viewport->mapToGlobal(place), QPoint(), QPoint(0, 120 * notches),
                    Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(viewport, &event);
}

inline void drag(ChartFrame& chart, const QPoint& from, const QPoint& to,
                 Qt::MouseButton button = Qt::LeftButton,
                 Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWidget* viewport = viewOf(chart).viewport();
  QTest::mousePress(viewport, button, modifiers, from);
  QTest::mouseMove(viewport, (from + to) / 2);
  QTest::mouseMove(viewport, to);
  QTest::mouseRelease(viewport, button, modifiers, to);
}

/// Where a legend's visible entries are, from left to right, in pixels of the chart's view.
inline std::vector<QPoint> legendPlaces(ChartFrame& chart) {
  std::vector<QPoint> places;
  QChartView& view = viewOf(chart);
  for (QGraphicsItem* item : view.scene()->items()) {
    const QGraphicsObject* object = item->toGraphicsObject();
    if (object == nullptr || !item->isVisible()) continue;
    if (!QByteArray(object->metaObject()->className()).endsWith("LegendMarkerItem")) continue;
    places.push_back(view.mapFromScene(item->sceneBoundingRect().center()));
  }
  std::sort(places.begin(), places.end(),
            [](const QPoint& a, const QPoint& b) { return a.x() < b.x(); });
  return places;
}

}  // namespace luce::desktop
