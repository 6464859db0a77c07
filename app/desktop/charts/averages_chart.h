// A chart of what training averages over its steps: losses, or what tells whether a run is healthy.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/charts/step_chart.h"
#include "core/training/snapshot.h"

namespace luce::desktop {

/// A column of an AveragesChart's table.
struct AverageColumn {
  bool inWarmUp = false;  ///< else it means something from alignment on
  double (*value)(const StepAverages&) = nullptr;
};

class AveragesChart : public StepChart {
  Q_OBJECT

 public:
  /// Steps ascend.
  void append(std::int64_t step, const StepAverages& averages, bool aligned);
  /// A whole run; steps above lastSupervisedStep are alignment's.
  void show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
            std::int64_t lastSupervisedStep);

 protected:
  AveragesChart(const QString& title, const QString& emptyText, std::vector<AverageColumn> columns,
                QWidget* parent);

  StepTable tabulate(const OverlaidRun& run) const override;
  QString latest() const override;

 private:
  void appendTo(StepTable& table, std::int64_t step, const StepAverages& averages,
                bool aligned) const;

  std::vector<AverageColumn> columns_;
};

}  // namespace luce::desktop
