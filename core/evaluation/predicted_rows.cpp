#include "core/evaluation/predicted_rows.h"

#include <utility>

namespace luce {

PredictedRows predictedRows(const SlateTable& table, const Predictions& predictions) {
  LoggedRows rows;
  selectRows(table, predictions.slates, naturalRowKind(table), PropensityRule::One, rows);
  const LoggedColumns& logged = table.logged();
  PredictedRows result;
  result.predictions = Matrix<double>(predictions.tasks, rows.size());
  result.labels = Matrix<double>(predictions.tasks, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<std::size_t>(rows.loggedRow[i]);
    const double examination = logged.examination.empty() ? 1.0 : logged.examination[row];
    for (std::size_t task = 0; task < predictions.tasks; ++task) {
      result.predictions(task, i) =
          examination * predictions.task(task)[static_cast<std::size_t>(rows.candidate[i])];
      result.labels(task, i) = logged.labels(row, task);
    }
  }
  result.slate = std::move(rows.slate);
  result.candidate = std::move(rows.candidate);
  result.loggedRow = std::move(rows.loggedRow);
  return result;
}

}  // namespace luce
