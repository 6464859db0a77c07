// What tells whether a run is healthy, over training steps: one group of numbers at a time, with a
// sentence on what it shows and what to do when it looks wrong. What was not recorded is not drawn.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/training/snapshot.h"

namespace luce::desktop {

class DiagnosticsChart : public ChartFrame {
  Q_OBJECT

 public:
  enum class Group {
    ClippedShare,
    Ratios,
    EffectiveSampleSize,
    Divergence,
    Advantages,
    Gradient,
    LearningRate,
  };

  explicit DiagnosticsChart(QWidget* parent = nullptr);

  /// Steps ascend. Long runs are thinned, so that drawing stays quick; the largest ratio stays.
  void append(std::int64_t step, const StepAverages& averages, bool aligned);
  /// A whole run; steps above lastSupervisedStep are alignment's.
  void show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
            std::int64_t lastSupervisedStep);
  void clear();

  void choose(Group group);
  QString help() const { return help_->text(); }
  int pointCount() const { return static_cast<int>(points_.size()); }
  /// What is drawn of the chosen group, in the legend's order.
  const std::vector<QLineSeries*>& lines() const { return lines_; }

 protected:
  /// A hidden chart does not draw.
  void showEvent(QShowEvent* event) override;

 private:
  struct Point {
    double step = 0;
    StepAverages averages;
    bool aligned = false;
  };
  void add(const Point& point);
  void rebuild();
  void draw();

  QComboBox* picker_;
  QLabel* help_;
  std::vector<QLineSeries*> lines_;
  QValueAxis* step_ = nullptr;
  QAbstractAxis* left_ = nullptr;
  QAbstractAxis* right_ = nullptr;  ///< null where a group needs none
  std::vector<Point> points_;
};

}  // namespace luce::desktop
