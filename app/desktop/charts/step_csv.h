// The numbers of a chart over training steps as CSV: a line a step, a column a line of the chart.
#pragma once

#include <vector>

#include "app/desktop/charts/chart_export.h"

namespace luce::desktop {

class StepCsv {
 public:
  void addColumn(const QString& name, bool smoothed) { names_.push_back({name, smoothed}); }
  /// columns: one a name, each with a value a step.
  void addRun(const QString& name, std::vector<double> steps,
              std::vector<std::vector<double>> columns);
  /// Columns: run (where there is more than one), step, the names, and with a smoothing above 0
  /// those that are to be smoothed again with their smoothed values.
  CsvContent content(double smoothing) &&;

 private:
  struct Run {
    QString name;
    std::vector<double> steps;
    std::vector<std::vector<double>> columns;
  };
  struct Column {
    QString name;
    bool smoothed = false;
  };
  std::vector<Column> names_;
  std::vector<Run> runs_;
};

}  // namespace luce::desktop
