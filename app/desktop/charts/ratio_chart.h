// Importance ratios of the held-out rows as a histogram, with the clip bounds and what lies beyond.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>

#include "app/desktop/charts/chart_frame.h"
#include "core/objective/scheme.h"
#include "core/policy/policy_summary.h"

namespace luce::desktop {

class RatioChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit RatioChart(QWidget* parent = nullptr);
  ~RatioChart() override;

  void show(const PolicySummary& summary, const ClipBounds& bounds, RowKind rows);
  void clear();

  /// Where the bound lines stand; NaN = not drawn.
  double lowLine() const;
  double highLine() const;

 private:
  void draw(const PolicySummary& summary, const ClipBounds& bounds, RowKind rows);
  void drawBound(QLineSeries& line, double bound, double top);

  QLineSeries upper_, lower_;
  QAreaSeries* area_;
  QLineSeries* low_;
  QLineSeries* high_;
  QLogValueAxis* ratio_;
  QValueAxis* share_;
};

}  // namespace luce::desktop
