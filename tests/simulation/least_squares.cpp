#include "tests/simulation/least_squares.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace luce {

namespace {

/// Solves the equations by Gauss's elimination with pivots; each row ends with its right side.
std::vector<double> solve(std::vector<std::vector<double>> rows) {
  const std::size_t size = rows.size();
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < size; ++row) {
      if (std::abs(rows[row][column]) > std::abs(rows[pivot][column])) pivot = row;
    }
    std::swap(rows[column], rows[pivot]);
    for (std::size_t row = 0; row < size; ++row) {
      if (row == column) continue;
      const double share = rows[row][column] / rows[column][column];
      for (std::size_t k = column; k <= size; ++k) rows[row][k] -= share * rows[column][k];
    }
  }
  std::vector<double> solution(size);
  for (std::size_t row = 0; row < size; ++row) solution[row] = rows[row][size] / rows[row][row];
  return solution;
}

}  // namespace

double explainedShare(const Matrix<double>& numbers, std::span<const double> targets) {
  const std::size_t columns = numbers.columns();
  std::vector<std::vector<double>> equations(columns, std::vector<double>(columns + 1));
  for (std::size_t row = 0; row < numbers.rows(); ++row) {
    const std::span<const double> values = numbers.row(row);
    for (std::size_t i = 0; i < columns; ++i) {
      for (std::size_t j = 0; j < columns; ++j) equations[i][j] += values[i] * values[j];
      equations[i][columns] += values[i] * targets[row];
    }
  }
  const std::vector<double> slopes = solve(std::move(equations));
  const double mean =
      std::accumulate(targets.begin(), targets.end(), 0.0) / static_cast<double>(targets.size());
  double left = 0, all = 0;
  for (std::size_t row = 0; row < numbers.rows(); ++row) {
    const std::span<const double> values = numbers.row(row);
    const double fitted = std::inner_product(values.begin(), values.end(), slopes.begin(), 0.0);
    left += (targets[row] - fitted) * (targets[row] - fitted);
    all += (targets[row] - mean) * (targets[row] - mean);
  }
  return 1 - left / all;
}

}  // namespace luce
