#include "core/training/cross_entropy.h"

#include <algorithm>
#include <cmath>

namespace luce {

double crossEntropy(const SlateTable& table, const LoggedRows& rows,
                    const Predictions& predictions) {
  constexpr double kSmallest = 1e-12;
  const LoggedColumns& logged = table.logged();
  double sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = static_cast<std::size_t>(rows.loggedRow[i]);
    const auto candidate = static_cast<std::size_t>(rows.candidate[i]);
    const double examination = logged.examination.empty() ? 1.0 : logged.examination[row];
    for (std::size_t task = 0; task < predictions.tasks; ++task) {
      const double label = logged.labels(row, task);
      const double seen = examination * predictions.task(task)[candidate];
      sum -= label * std::log(std::max(seen, kSmallest)) +
             (1 - label) * std::log(std::max(1 - seen, kSmallest));
    }
  }
  const auto cells = static_cast<double>(rows.size() * predictions.tasks);
  return cells > 0 ? sum / cells : kMissing;
}

}  // namespace luce
