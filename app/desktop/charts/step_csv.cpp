#include "app/desktop/charts/step_csv.h"

#include <QCoreApplication>
#include <ostream>

#include "app/desktop/charts/moving_average.h"

namespace luce::desktop {

void StepCsv::addRun(const QString& name, std::vector<double> steps,
                     std::vector<std::vector<double>> columns) {
  runs_.push_back({name, std::move(steps), std::move(columns)});
}

CsvContent StepCsv::content(double smoothing) && {
  QByteArray header = runs_.size() > 1 ? "run,step" : "step";
  std::vector<std::size_t> smoothed;
  for (const Column& column : names_) header += ',' + csvText(column.name);
  for (std::size_t i = 0; smoothing > 0 && i < names_.size(); ++i) {
    if (!names_[i].smoothed) continue;
    smoothed.push_back(i);
    header +=
        ',' + csvText(QCoreApplication::translate("StepCsv", "%1, smoothed").arg(names_[i].name));
  }
  header += '\n';
  return [header, smoothing, smoothed, runs = std::move(runs_)](std::ostream& stream) {
    stream.write(header.data(), header.size());
    for (const Run& run : runs) {
      const QByteArray name = runs.size() > 1 ? csvText(run.name) + ',' : QByteArray();
      std::vector<MovingAverage> averages(smoothed.size(), MovingAverage(smoothing));
      for (std::size_t row = 0; row < run.steps.size(); ++row) {
        QByteArray line = name + csvNumber(run.steps[row]);
        for (const std::vector<double>& column : run.columns) line += ',' + csvNumber(column[row]);
        for (std::size_t i = 0; i < smoothed.size(); ++i) {
          line += ',' + csvNumber(averages[i].add(run.columns[smoothed[i]][row]));
        }
        line += '\n';
        stream.write(line.data(), line.size());
      }
    }
  };
}

}  // namespace luce::desktop
