// Which of several points no other one beats.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace luce {

/// points × dimensions, row after row. A point dominates another that is nowhere better and
/// somewhere worse. lowerIsBetter: one a dimension. The result, one a point: true when no point
/// dominates it; false for points with a NaN, which also dominate nothing. Equal points stand or
/// fall together.
std::vector<bool> paretoFront(std::span<const double> points,
                              const std::vector<bool>& lowerIsBetter);

}  // namespace luce
