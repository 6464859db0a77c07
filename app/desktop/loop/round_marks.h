// Lines across a chart over rounds where something was changed, with what it was. Drawn over the
// plot; no series of the chart.
#pragma once

#include <vector>

#include "app/desktop/charts/plot_item.h"
#include "app/desktop/loop/loop_view.h"

namespace luce::desktop {

class RoundMarks : public PlotItem {
 public:
  /// series: tells the axes.
  RoundMarks(QChart& chart, const QAbstractSeries& series);

  void show(std::vector<RoundMark> marks);
  const std::vector<RoundMark>& marks() const { return marks_; }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  const QAbstractSeries& series_;
  std::vector<RoundMark> marks_;
};

}  // namespace luce::desktop
