// Ordinary least squares, for asking how much of a number is linear in others.
#pragma once

#include <span>

#include "core/common/matrix.h"

namespace luce {

/// R² of the targets on the columns of `numbers` (rows as in targets; one column must be constant).
double explainedShare(const Matrix<double>& numbers, std::span<const double> targets);

}  // namespace luce
