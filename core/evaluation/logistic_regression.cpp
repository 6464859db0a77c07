#include "core/evaluation/logistic_regression.h"

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

constexpr int kMostSteps = 50;
constexpr double kConverged = 1e-9;

double sigmoid(double z) {
  return 1 / (1 + std::exp(-z));
}

double logistic(double z) {
  return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
}

double penalisedLoss(const Matrix<double>& rows, std::span<const double> labels, double ridge,
                     const LogisticModel& model) {
  double loss = 0;
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    const double z = model.logit(rows.row(i));
    loss += logistic(z) - labels[i] * z;
  }
  for (std::size_t c = 1; c < model.coefficients.size(); ++c) {
    loss += ridge / 2 * model.coefficients[c] * model.coefficients[c];
  }
  return loss;
}

/// Solves A x = b for a positive definite A (Cholesky); A's lower half is overwritten.
std::vector<double> solve(Matrix<double>& a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      double sum = a(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= a(i, k) * a(j, k);
      a(i, j) = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a(j, j);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a(i, k) * b[k];
    b[i] /= a(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a(k, i) * b[k];
    b[i] /= a(i, i);
  }
  return b;
}

}  // namespace

double LogisticModel::logit(std::span<const double> row) const {
  double sum = 0;
  for (std::size_t c = 0; c < row.size(); ++c) sum += coefficients[c] * row[c];
  return sum;
}

LogisticModel fitLogistic(const Matrix<double>& rows, std::span<const double> labels,
                          double ridge) {
  const std::size_t columns = rows.columns();
  LogisticModel model{std::vector<double>(columns, 0.0)};
  double loss = penalisedLoss(rows, labels, ridge, model);
  for (int step = 0; step < kMostSteps; ++step) {
    Matrix<double> hessian(columns, columns);
    std::vector<double> gradient(columns, 0.0);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      const auto row = rows.row(i);
      const double p = sigmoid(model.logit(row));
      const double curvature = std::max(p * (1 - p), 1e-10);
      for (std::size_t a = 0; a < columns; ++a) {
        gradient[a] += (p - labels[i]) * row[a];
        const double scaled = curvature * row[a];
        for (std::size_t b = 0; b <= a; ++b) hessian(a, b) += scaled * row[b];
      }
    }
    for (std::size_t c = 1; c < columns; ++c) {
      gradient[c] += ridge * model.coefficients[c];
      hessian(c, c) += ridge;
    }
    const std::vector<double> direction = solve(hessian, gradient);
    double length = 1;
    LogisticModel next = model;
    double nextLoss = loss;
    for (; length > 1e-6; length /= 2) {
      for (std::size_t c = 0; c < columns; ++c) {
        next.coefficients[c] = model.coefficients[c] - length * direction[c];
      }
      nextLoss = penalisedLoss(rows, labels, ridge, next);
      if (nextLoss <= loss) break;
    }
    if (!(nextLoss <= loss)) return model;
    const bool converged = loss - nextLoss <= kConverged * (1 + std::abs(loss));
    model = next;
    loss = nextLoss;
    if (converged) return model;
  }
  return model;
}

}  // namespace luce
