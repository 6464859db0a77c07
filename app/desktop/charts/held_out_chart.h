// The held-out reward estimate with its interval over training steps, against what the logging
// policy itself earned.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QScatterSeries>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/desktop/charts/step_chart.h"
#include "core/training/snapshot.h"

namespace luce::desktop {

class HeldOutChart : public StepChart {
  Q_OBJECT

 public:
  explicit HeldOutChart(QWidget* parent = nullptr);
  ~HeldOutChart() override;

  /// keptStep: whose weights the run keeps; −1 = not known yet.
  void show(const std::vector<HeldOutPoint>& points, std::int64_t keptStep);

 protected:
  StepTable tabulate(const OverlaidRun& run) const override;
  void includeMore(Side side, double& low, double& high) const override;
  void drawMore(const Stretch& steps, int pixels) override;
  void clearMore() override;
  std::vector<std::pair<QString, std::size_t>> moreColumns() const override;
  QString latest() const override;

 private:
  /// An interval around a line, by two columns of the table.
  struct Band {
    QLineSeries low, high;
    QAreaSeries* area = nullptr;
    QString entry;  ///< of the legend
    std::size_t lowColumn = 0, highColumn = 0;
  };
  void makeBand(Band& band, const QColor& colour, const QString& entry, std::size_t lowColumn);

  Band policyBand_, loggingBand_;
  QLineSeries* start_;
  QScatterSeries* kept_;  ///< in the legend
  StepCurve* keptDot_;
  std::optional<double> alignmentStart_, keptStep_;
  double effectiveRows_ = 0;
};

}  // namespace luce::desktop
