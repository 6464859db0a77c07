// One of the clip-curve chart's plots: a quantity of one row against its ratio ρ, for both signs of
// the advantage, with clip bounds, a second scheme and the ratios that occur behind.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>
#include <optional>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/charts/histogram_outline.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

/// One value a ratio; no ratios = no curves.
struct SignedCurves {
  std::vector<double> ratio;
  std::vector<double> positive;  ///< A > 0
  std::vector<double> negative;  ///< A < 0
};

class CurvePlot : public ChartFrame {
  Q_OBJECT

 public:
  explicit CurvePlot(const QString& title, QWidget* parent = nullptr);
  ~CurvePlot() override;

  /// The axis fits the values at ratios from focus.low to focus.high; beyond, a curve may leave the
  /// plot.
  void showCurves(const SignedCurves& curves, const SignedCurves& compared,
                  const ClipBounds& bounds, const ClipBounds& focus);
  /// Pale, behind the curves; an empty outline = none.
  void showRatios(const HistogramOutline& outline);
  void showCrosshair(std::optional<double> ratio);
  using ChartFrame::setNote;

  QSize minimumSizeHint() const override { return {150, 84}; }

  /// What is drawn; y is the quantity.
  QList<QPointF> positive() const { return positive_->points(); }
  QList<QPointF> negative() const { return negative_->points(); }
  QList<QPointF> comparedPositive() const { return comparedPositive_->points(); }
  QList<QPointF> comparedNegative() const { return comparedNegative_->points(); }
  QList<QPointF> lowBound() const { return low_->points(); }
  QList<QPointF> highBound() const { return high_->points(); }
  QList<QPointF> ratios() const { return upper_.points(); }
  QList<QPointF> crosshair() const { return crosshair_->points(); }
  double lowest() const { return value_->min(); }
  double highest() const { return value_->max(); }
  /// Where on the plot a point of the curves' plane is drawn, in pixels of this widget.
  QPoint placeOf(const QPointF& point);

 Q_SIGNALS:
  /// The mouse stands over this ratio.
  void hovered(double ratio);
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitAxis();
  void drawBound(QLineSeries& line, double bound);
  void hoverAt(const QPoint& place);

  QLineSeries upper_, lower_;
  QAreaSeries* area_;
  QLineSeries* low_;
  QLineSeries* high_;
  QLineSeries* comparedPositive_;
  QLineSeries* comparedNegative_;
  QLineSeries* positive_;
  QLineSeries* negative_;
  QLineSeries* crosshair_;
  QLogValueAxis* ratio_;
  QValueAxis* value_;
  QValueAxis* share_;
  double bottom_ = 0, top_ = 0;  ///< what the axis is to hold
  ClipBounds bounds_;
};

}  // namespace luce::desktop
