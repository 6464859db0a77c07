// Choosing an estimator's hyper-parameter from the log itself.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/evaluation/value_estimators.h"
#include "core/evaluation/weighted_rows.h"

namespace luce {

enum class ParameterRule {
  /// From the parameter with the widest interval to the narrowest, the last one whose interval
  /// still
  /// overlaps all wider ones (Su, Srinath & Krishnamurthy 2020).
  Slope,
  /// Least variance plus squared upper bound of the bias (Su, Dimakopoulou, Krishnamurthy & Dudík
  /// 2020).
  MseBound,
};
std::string toString(ParameterRule rule);                        ///< "slope", "mse_bound"
ParameterRule parameterRuleFromString(const std::string& text);  ///< throws Error

/// A mean and the width of its one-sided Student interval.
struct MeanWithWidth {
  double mean = 0;
  double width = 0;
};
/// delta: how often the interval may fail, 0..1. values: at least one.
MeanWithWidth meanWithWidth(std::span<const double> values, double delta = 0.1);
/// Index of SLOPE's choice; tried: at least one.
std::size_t chooseBySlope(std::span<const MeanWithWidth> tried);

/// One value a unit whose mean is the estimate: Open Bandit Pipeline's "estimated round rewards".
/// For estimators that are plain means: not SNIPS, SNDR, β-IPS.
std::vector<double> unitValues(const WeightedRows& rows, ValueEstimator estimator,
                               double parameter);

/// Parameters worth trying, from changing most to changing nothing, at quantiles of the ratios. Of
/// observed rows: the one that changes nothing.
std::vector<double> parameterGrid(const WeightedRows& rows, ValueEstimator estimator);

/// The grid's choice; rows: at least one. delta: how often an interval or bound may fail, 0..1.
double chooseParameter(const WeightedRows& rows, ValueEstimator estimator, ParameterRule rule,
                       std::span<const double> grid, double delta = 0.1);

}  // namespace luce
