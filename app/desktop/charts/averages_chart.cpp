#include "app/desktop/charts/averages_chart.h"

#include <cmath>
#include <limits>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kRoundingNoise = 1e-12;  // what is left of a mean that is 0

}  // namespace

AveragesChart::AveragesChart(const QString& title, const QString& emptyText,
                             std::vector<AverageColumn> columns, QWidget* parent)
    : StepChart(title, emptyText, columns.size(), parent), columns_(std::move(columns)) {}

void AveragesChart::appendTo(StepTable& table, std::int64_t step, const StepAverages& averages,
                             bool aligned) const {
  std::vector<double> values;
  values.reserve(columns_.size());
  for (const AverageColumn& column : columns_) {
    values.push_back(aligned || column.inWarmUp ? column.value(averages)
                                                : std::numeric_limits<double>::quiet_NaN());
  }
  table.append(static_cast<double>(step), values);
}

void AveragesChart::append(std::int64_t step, const StepAverages& averages, bool aligned) {
  appendTo(table(), step, averages, aligned);
  tableChanged();
}

void AveragesChart::show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
                         std::int64_t lastSupervisedStep) {
  clearTable();
  for (const auto& [step, averages] : history) {
    appendTo(table(), step, averages, step > lastSupervisedStep);
  }
  tableChanged();
}

StepTable AveragesChart::tabulate(const OverlaidRun& run) const {
  StepTable table(columns_.size());
  for (const auto& [step, averages] : run.losses) {
    appendTo(table, step, averages, step > run.lastSupervisedStep);
  }
  return table;
}

QString AveragesChart::latest() const {
  QStringList parts;
  for (const StepLine& line : look().lines) {
    const MinMaxColumn& column = table().column(line.column);
    const double value = column[column.size() - 1];
    if (!MinMaxColumn::counts(value, MinMaxColumn::Among::Finite)) continue;
    parts << tr("%1 %2").arg(line.name,
                             QString::number(std::abs(value) < kRoundingNoise ? 0 : value, 'g', 3));
  }
  return parts.join(tr(" · "));
}

}  // namespace luce::desktop
