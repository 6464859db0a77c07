// Finds positive numbers x for which a function of them has wanted shares: what "click is to have
// 30 % of the importance" asks of the weights.
//
// The function is known by its values only, does not change when all x are multiplied, and need not
// be smooth: shares that come from rankings move in many small steps. Where share_i falls to 0 with
// x_i and the shares are continuous, every wanted combination is reached somewhere: a continuous
// map of the simplex into itself that keeps its faces is onto.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/common/progress.h"

namespace luce {

struct ShareSolverSettings {
  double tolerance = 0.005;   ///< of each share, > 0
  int mostEvaluations = 600;  ///< of the function
  std::uint64_t seed = 1;     ///< of later starting points
};

struct ShareSolution {
  std::vector<double> x;       ///< the best found; Σ log x = 0
  std::vector<double> shares;  ///< there
  double error = 0;            ///< largest |share − wanted|; infinite when no point had shares
  bool converged = false;      ///< error ≤ tolerance
  int evaluations = 0;
};

/// Shares that sum to 1, all NaN where there are none.
using ShareFunction = std::function<std::vector<double>(std::span<const double> x)>;

/// wanted: each > 0, Σ = 1. start: each > 0. Throws Cancelled, and what the function throws.
ShareSolution solveForShares(const ShareFunction& sharesOf, std::span<const double> wanted,
                             std::span<const double> start, const ShareSolverSettings& settings,
                             const Progress& progress = {}, const std::stop_token& stop = {});

}  // namespace luce
