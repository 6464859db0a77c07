// The crosshair of a chart over training steps: a line at the step, a dot on each of the chart's
// lines, and a box with their values. Drawn over the plot; touches no series, since each change of
// one has the chart laid out again.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <optional>
#include <vector>

#include "app/desktop/charts/plot_item.h"

namespace luce::desktop {

struct StepReading {
  QString name, value;
  QColor colour;
  QPointF place;  ///< in the chart's coordinates
};

class StepMarks : public PlotItem {
 public:
  explicit StepMarks(QChart& chart);

  /// x: of the line, in the chart's coordinates. What lies outside the plot is not marked.
  void show(double x, const QString& title, std::vector<StepReading> readings);
  void hideAll();

  std::optional<double> line() const { return line_; }
  const QString& title() const { return title_; }
  const std::vector<StepReading>& readings() const { return readings_; }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void paintBox(QPainter& painter, const QPalette& palette, const QRectF& plot) const;

  std::optional<double> line_;
  QString title_;
  std::vector<StepReading> readings_;
};

}  // namespace luce::desktop
