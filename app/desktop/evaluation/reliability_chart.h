// Whether predicted probabilities come true: seen against predicted shares by bin, with the line
// where both are equal, and how many rows each bin holds.
#pragma once

#include <QAreaSeries>
#include <QComboBox>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <memory>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/evaluation/calibration.h"

namespace luce::desktop {

class ReliabilityChart : public ChartFrame {
  Q_OBJECT

 public:
  enum class Bins { EqualWidth, EqualCount };

  explicit ReliabilityChart(QWidget* parent = nullptr);
  ~ReliabilityChart() override;

  /// One entry a task; the chosen task stays chosen where there still is one of its name.
  void show(std::shared_ptr<const std::vector<TaskCalibration>> tasks);
  void clear();

  QComboBox& taskChoice() { return *task_; }
  QComboBox& binsChoice() { return *binning_; }
  Bins bins() const;
  /// Of the chosen task, as drawn: x predicted, y seen.
  QList<QPointF> points() const { return points_->points(); }
  int intervalCount() const { return static_cast<int>(intervals_.size()); }
  /// The outline of the rows' shares, in %.
  QList<QPointF> rowShares() const { return upper_.points(); }
  /// Where the axes end.
  double reach() const { return predicted_->max(); }

 private:
  void draw();
  void drawIntervals(const std::vector<ReliabilityBin>& bins);
  /// Returns the highest share, in %.
  double drawRows(const std::vector<ReliabilityBin>& bins, double reach);
  void hover(const QPointF& point, bool inside);
  void removeIntervals();
  const TaskCalibration* chosen() const;
  const std::vector<ReliabilityBin>& chosenBins(const TaskCalibration& task) const;

  std::shared_ptr<const std::vector<TaskCalibration>> tasks_;
  QComboBox* task_;
  QComboBox* binning_;
  QLineSeries upper_, lower_;
  QAreaSeries* rows_;
  QLineSeries* diagonal_;
  QLineSeries* line_;
  QScatterSeries* points_;
  std::vector<QLineSeries*> intervals_;
  QValueAxis* predicted_;
  QValueAxis* seen_;
  QValueAxis* share_;
};

}  // namespace luce::desktop
