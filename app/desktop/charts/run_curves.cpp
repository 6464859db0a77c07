#include "app/desktop/charts/run_curves.h"

#include <algorithm>

namespace luce::desktop {

RunCurves::RunCurves(QChart& chart, StepTable table, double rawLayer, double layer)
    : chart_(&chart), table_(std::move(table)), rawLayer_(rawLayer), layer_(layer) {}

void RunCurves::clearTable() {
  table_.clear();
  smooth(weight_);
}

void RunCurves::clearCurves() {
  for (const Line& line : lines_) {
    line.curve->clear();
    if (line.raw != nullptr) line.raw->clear();
  }
}

void RunCurves::setLines(const std::vector<StepLine>& lines, const std::vector<Look>& looks) {
  lines_.clear();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines_.emplace_back();
    line.column = lines[i].column;
    line.smoothed = SmoothedColumn(weight_);
    if (looks[i].raw) line.raw = std::make_unique<StepCurve>(*chart_, *looks[i].raw, rawLayer_);
    line.curve = std::make_unique<StepCurve>(*chart_, looks[i].pen, layer_);
  }
}

void RunCurves::smooth(double weight) {
  weight_ = weight;
  for (Line& line : lines_) line.smoothed = SmoothedColumn(weight);
}

bool RunCurves::catchUpSmoothing(std::size_t most) {
  if (weight_ == 0) return true;
  bool done = true;
  for (Line& line : lines_) done = line.smoothed.catchUp(column(line), most) && done;
  return done;
}

bool RunCurves::offers(std::size_t line, MinMaxColumn::Among among) const {
  return column(lines_[line]).extremes(0, table_.size(), among).lowest != MinMaxColumn::kNone;
}

void RunCurves::include(std::size_t line, MinMaxColumn::Among among, double& low,
                        double& high) const {
  const MinMaxColumn& values = column(lines_[line]);
  const MinMaxColumn::Extremes found = values.extremes(0, table_.size(), among);
  if (found.lowest == MinMaxColumn::kNone) return;
  low = std::min(low, values[found.lowest]);
  high = std::max(high, values[found.highest]);
}

void RunCurves::setVisible(std::size_t line, bool visible) {
  lines_[line].curve->setVisible(visible);
  if (lines_[line].raw != nullptr) lines_[line].raw->setVisible(visible && weight_ > 0);
}

void RunCurves::draw(std::size_t line, const Stretch& steps, int pixels, MinMaxColumn::Among among,
                     const PlotView& view) {
  const Line& drawn = lines_[line];
  const auto draw = [&](StepCurve* curve, const MinMaxColumn& values) {
    if (curve == nullptr || !curve->isVisible()) return;
    curve->show(drawnLine(table_.steps(), values, steps.low, steps.high, pixels, among), view);
  };
  draw(drawn.raw.get(), column(drawn));
  draw(drawn.curve.get(), weight_ > 0 ? drawn.smoothed.column() : column(drawn));
}

std::optional<RunCurves::Reading> RunCurves::read(std::size_t line, double step,
                                                  MinMaxColumn::Among among) const {
  if (table_.empty()) return std::nullopt;
  const std::size_t row = table_.nearest(step);
  const double raw = column(lines_[line])[row];
  if (!MinMaxColumn::counts(raw, among)) return std::nullopt;
  const MinMaxColumn& smoothed = lines_[line].smoothed.column();
  const bool isSmoothed = weight_ > 0 && row < smoothed.size();
  return Reading{.step = table_.steps()[row],
                 .raw = raw,
                 .shown = isSmoothed ? smoothed[row] : raw,
                 .smoothed = isSmoothed};
}

std::vector<StepCurve*> RunCurves::curves() const {
  std::vector<StepCurve*> curves;
  for (const Line& line : lines_) curves.push_back(line.curve.get());
  return curves;
}

std::vector<StepCurve*> RunCurves::rawCurves() const {
  std::vector<StepCurve*> curves;
  for (const Line& line : lines_) {
    if (line.raw != nullptr) curves.push_back(line.raw.get());
  }
  return curves;
}

}  // namespace luce::desktop
