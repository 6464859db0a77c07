#include "core/evaluation/parameter_choice.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/common/error.h"
#include "core/evaluation/bootstrap.h"

namespace luce {

namespace {

/// Ratios below it are no reason for clipping.
constexpr double kLeastClip = 2;

struct MeanAndVariance {
  double mean = 0;
  double variance = 0;  ///< of the population, as NumPy's var
};

MeanAndVariance momentsOf(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  MeanAndVariance moments;
  moments.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  for (const double value : values) {
    moments.variance += (value - moments.mean) * (value - moments.mean);
  }
  moments.variance /= count;
  return moments;
}

/// Upper bound of |E[(w − ŵ)(r − q̂)]| that holds with probability 1 − δ (Bernstein).
double biasBound(const WeightedRows& rows, ValueEstimator estimator, double parameter,
                 double delta) {
  const bool model = describe(estimator).usesRewardModel;
  double bias = 0, squares = 0, largest = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double w = rows.ratio[i];
    const double residual = rows.reward[i] - (model ? rows.predictedReward[i] : 0.0);
    bias += (w - changedWeight(estimator, w, parameter)) * residual;
    squares += w * w;
    largest = std::max(largest, w);
  }
  std::vector<std::uint32_t> units;
  const auto count = static_cast<double>(unitsOfRows(rows, units));
  const double logarithm = std::log(2 / delta);
  return std::abs(bias / count) + std::sqrt(2 * (squares / count) * logarithm / count) +
         2 * largest * logarithm / (3 * count);
}

double chooseByBound(const WeightedRows& rows, ValueEstimator estimator,
                     std::span<const double> grid, double delta) {
  double best = grid.front();
  double least = std::numeric_limits<double>::infinity();
  for (const double parameter : grid) {
    const std::vector<double> values = unitValues(rows, estimator, parameter);
    const double bias = biasBound(rows, estimator, parameter, delta);
    const double error =
        momentsOf(values).variance / static_cast<double>(values.size()) + bias * bias;
    // Of equals the one that changes less.
    if (!(error <= least)) continue;
    least = error;
    best = parameter;
  }
  return best;
}

}  // namespace

MeanWithWidth meanWithWidth(std::span<const double> values, double delta) {
  const MeanAndVariance moments = momentsOf(values);
  if (values.size() < 2) return {moments.mean, std::numeric_limits<double>::infinity()};
  const auto freedom = static_cast<double>(values.size() - 1);
  const double t =
      boost::math::quantile(boost::math::complement(boost::math::students_t(freedom), delta));
  return {moments.mean, t * std::sqrt(moments.variance / freedom)};
}

std::size_t chooseBySlope(std::span<const MeanWithWidth> tried) {
  const double kFactor = std::sqrt(6.0) - 1;
  std::vector<std::size_t> order(tried.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tried[a].width > tried[b].width; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const MeanWithWidth& next = tried[order[i]];
    for (std::size_t j = 0; j < i; ++j) {
      const MeanWithWidth& wider = tried[order[j]];
      const bool overlap = std::abs(wider.mean - next.mean) <= next.width + kFactor * wider.width;
      if (!overlap) return order[i - 1];
    }
  }
  return order.back();
}

std::string toString(ParameterRule rule) {
  return rule == ParameterRule::Slope ? "slope" : "mse_bound";
}

ParameterRule parameterRuleFromString(const std::string& text) {
  for (const ParameterRule rule : {ParameterRule::Slope, ParameterRule::MseBound}) {
    if (toString(rule) == text) return rule;
  }
  throw Error("There is no way \"" + text + "\" to choose a parameter; choose slope or mse_bound.");
}

std::vector<double> unitValues(const WeightedRows& rows, ValueEstimator estimator,
                               double parameter) {
  const bool model = describe(estimator).usesRewardModel;
  std::vector<std::uint32_t> units;
  std::vector<double> values(unitsOfRows(rows, units), 0.0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double weight = changedWeight(estimator, rows.ratio[i], parameter);
    if (!model) {
      values[units[i]] += weight * rows.reward[i];
      continue;
    }
    if (i == 0 || units[i] != units[i - 1]) values[units[i]] += rows.directValue[rows.slate[i]];
    if (estimator != ValueEstimator::Dm) {
      values[units[i]] += weight * (rows.reward[i] - rows.predictedReward[i]);
    }
  }
  return values;
}

std::vector<double> parameterGrid(const WeightedRows& rows, ValueEstimator estimator) {
  const bool bends = estimator == ValueEstimator::SgIps || estimator == ValueEstimator::SgDr;
  const double noChange = bends ? 0 : std::numeric_limits<double>::infinity();
  // Their weights are probabilities: there are no large ratios whose variance bias could buy off.
  if (rows.kind == RowKind::Observed) return {noChange};
  if (bends) return {0.3, 0.1, 0.03, 0.01, 0.003, 0.001, noChange};
  std::vector<double> ratios = rows.ratio;
  std::vector<double> grid;
  for (const double q : {0.9, 0.95, 0.98, 0.99, 0.995, 0.999}) {
    // Rare rewards have intervals so wide that SLOPE would take any bias for chance: what most rows
    // need is never clipped.
    const double ratio = std::max(kLeastClip, quantile(ratios, q));
    grid.push_back(estimator == ValueEstimator::Dros ? ratio * ratio : ratio);
  }
  grid.push_back(noChange);
  grid.erase(std::unique(grid.begin(), grid.end()), grid.end());
  return grid;
}

double chooseParameter(const WeightedRows& rows, ValueEstimator estimator, ParameterRule rule,
                       std::span<const double> grid, double delta) {
  if (rule == ParameterRule::MseBound) return chooseByBound(rows, estimator, grid, delta);
  std::vector<MeanWithWidth> tried;
  for (const double parameter : grid) {
    tried.push_back(meanWithWidth(unitValues(rows, estimator, parameter), delta));
  }
  return grid[chooseBySlope(tried)];
}

}  // namespace luce
