// What was predicted for a row beside what was seen there.
#pragma once

#include <cstdint>
#include <vector>

#include "core/policy/policy_view.h"

namespace luce {

/// The logged rows of predicted slates. A prediction is the chance of the action as the log could
/// show it: the estimator's p times the place's examination propensity where the log states one.
struct PredictedRows {
  std::vector<std::uint32_t> slate;     ///< local, ascending
  std::vector<std::int64_t> candidate;  ///< local candidate row
  std::vector<std::int64_t> loggedRow;  ///< row of SlateTable::logged()
  Matrix<double> predictions;           ///< tasks × rows, so that a task is one span
  Matrix<double> labels;                ///< tasks × rows
  std::size_t size() const { return slate.size(); }
};

PredictedRows predictedRows(const SlateTable& table, const Predictions& predictions);

}  // namespace luce
