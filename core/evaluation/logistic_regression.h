// Logistic regression with a ridge penalty, fitted by Newton's method.
#pragma once

#include <span>
#include <vector>

#include "core/common/matrix.h"

namespace luce {

struct LogisticModel {
  std::vector<double> coefficients;  ///< one a column
  /// log(p/(1 − p)) of one row.
  double logit(std::span<const double> row) const;
};

/// labels: 0 or 1, one a row. ridge > 0: penalty ridge/2·Σ c² of every coefficient but the first,
/// whose column should be constant. Converges to the one optimum, at most 50 steps.
LogisticModel fitLogistic(const Matrix<double>& rows, std::span<const double> labels, double ridge);

}  // namespace luce
