// A scheme's loss and coefficient as a function of one row's ratio ρ: what the clip-curve chart
// draws. The scheme itself computes every value; pure functions.
//
// The row that is imagined: π_β is fixed at kCurveBehaviour, π = ρ·π_β moves, A = r = ±1,
// π_ref = π_β, q = 0. With π_β = 0.01 a ratio of 100 is π = 1, so no ratio on the axis is beyond
// what a policy can reach.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/objective/scheme.h"

namespace luce {

inline constexpr double kCurveBehaviour = 0.01;  ///< π_β
inline constexpr double kCurveLowRatio = 1e-2;
inline constexpr double kCurveHighRatio = 1e2;

enum class AdvantageSign { Positive, Negative };

/// One value a ratio.
struct ClipCurve {
  std::vector<double> ratio;
  std::vector<double> loss;
  std::vector<double> coefficient;  ///< g = ∂loss/∂log π
};

/// Ascending ratios from kCurveLowRatio to kCurveHighRatio in equal steps of log ρ, `steps` ≥ 1 of
/// them; each clip bound inside is there twice, a hair's breadth apart, so that a jump is drawn
/// upright.
std::vector<double> curveRatios(const ClipBounds& bounds, std::size_t steps = 160);

/// Each ratio as a batch of its own; of a scheme with terms for rows and candidates, the rows' term
/// alone. ratios > 0. Throws Error with whyNoCurve() for a scheme that has no curve.
ClipCurve clipCurve(const Scheme& scheme, std::span<const double> parameters, AdvantageSign sign,
                    std::span<const double> ratios);

/// A sentence for people where a row's loss is no function of its ratio; empty = it is.
std::string whyNoCurve(const SchemeDescription& description);
/// A sentence on what a curve leaves out; empty = nothing.
std::string curveOmission(const SchemeDescription& description);

}  // namespace luce
