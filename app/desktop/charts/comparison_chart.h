// The schemes of a comparison below each other: the mean over seeds with its interval, and a line
// at the first scheme, which the others are held against.
#pragma once

#include <QBarCategoryAxis>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/training/comparison_summary.h"

namespace luce::desktop {

class ComparisonChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit ComparisonChart(QWidget* parent = nullptr);

  void show(const std::vector<ComparedScheme>& schemes);
  void clear();

  int pointCount() const { return static_cast<int>(mean_->count()); }
  int intervalCount() const { return static_cast<int>(intervals_.size()); }

 protected:
  void fitToLetters() override;

 private:
  void addInterval(double low, double high, double y, double stroke);
  void removeIntervals();
  void nameRows(const std::vector<ComparedScheme>& schemes);

  QScatterSeries* mean_;
  QLineSeries* first_;
  std::vector<QLineSeries*> intervals_;
  QValueAxis* reward_;
  QBarCategoryAxis* scheme_;
};

}  // namespace luce::desktop
