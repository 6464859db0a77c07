// One run in a chart over training steps: its numbers, and a curve for each of the chart's lines.
#pragma once

#include <QPen>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/desktop/charts/axis_view.h"
#include "app/desktop/charts/min_max_column.h"
#include "app/desktop/charts/smoothed_column.h"
#include "app/desktop/charts/step_curve.h"
#include "app/desktop/charts/step_look.h"
#include "app/desktop/charts/step_table.h"

namespace luce::desktop {

class RunCurves {
 public:
  struct Look {
    QPen pen;
    std::optional<QPen> raw;  ///< of what is not smoothed, behind; none = it is not drawn
  };
  /// What a line shows at a step.
  struct Reading {
    double step = 0;  ///< the recorded one that is nearest
    double raw = 0, shown = 0;
    bool smoothed = false;
  };

  /// rawLayer, layer: what the curves lie over. The chart must outlive them.
  RunCurves(QChart& chart, StepTable table, double rawLayer, double layer);

  StepTable& table() { return table_; }
  const StepTable& table() const { return table_; }
  void clearTable();
  void clearCurves();

  /// Replaces all curves; one look a line.
  void setLines(const std::vector<StepLine>& lines, const std::vector<Look>& looks);
  /// From the first step on. weight: see MovingAverage; 0 = not at all.
  void smooth(double weight);
  /// Of each line at most so many numbers. Returns whether all is smoothed.
  bool catchUpSmoothing(std::size_t most);

  /// Whether there is anything to draw.
  bool offers(std::size_t line, MinMaxColumn::Among among) const;
  /// Widens low … high by what the line holds.
  void include(std::size_t line, MinMaxColumn::Among among, double& low, double& high) const;
  void setVisible(std::size_t line, bool visible);
  /// A visible line's steps in that many pixels.
  void draw(std::size_t line, const Stretch& steps, int pixels, MinMaxColumn::Among among,
            const PlotView& view);
  std::optional<Reading> read(std::size_t line, double step, MinMaxColumn::Among among) const;

  /// In the order of the lines.
  std::vector<StepCurve*> curves() const;
  std::vector<StepCurve*> rawCurves() const;

 private:
  struct Line {
    std::size_t column = 0;
    SmoothedColumn smoothed;
    std::unique_ptr<StepCurve> curve, raw;  ///< raw: null if it is not drawn
  };

  const MinMaxColumn& column(const Line& line) const { return table_.column(line.column); }

  QChart* chart_;
  StepTable table_;
  double rawLayer_, layer_;
  double weight_ = 0;
  std::vector<Line> lines_;
};

}  // namespace luce::desktop
