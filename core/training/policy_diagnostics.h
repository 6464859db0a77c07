// What one alignment step says of its own health: how far the ratios have gone, how much of the
// batch still teaches, how far the policy is from the one that made the log.
//
// KL(π_θ ‖ π_β), in nats, stands on stated propensities alone, never on those that a rule fills in:
//   exact      mean over slates of Σ_i π_i·log(π_i/π_β,i), where the log states π_β of all of a
//              slate's candidates (slate logs, rows of any kind; π_β is normalised over the slate,
//              so that rounding or left-out candidates do not bend it). Other slates are left out.
//   estimate   Σρ·log ρ / Σρ with ρ = π/π_β, over drawn rows with a stated π_β, which are draws
//              from π_β (self-normalised importance sampling, Hesterberg 1995). Noisy, and biased
//              in small batches: it may be below 0.
//   NaN        elsewhere: rows of an observed or article kind are no draws from π_β, and π_β = 1 in
//              observed rows is no statement of the log.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/objective/scheme.h"
#include "core/policy/importance.h"
#include "core/policy/logged_rows.h"

namespace luce {

/// NaN = cannot be said: no rows, or see above.
struct PolicyDiagnostics {
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

  ClippedShare clipped{kUnknown, kUnknown};  ///< of the rows, whichever sign their advantage has
  double ratioQuantile10 =
      kUnknown;  ///< the smallest ρ that at least 10 % of the rows do not exceed
  double ratioQuantile50 = kUnknown;
  double ratioQuantile90 = kUnknown;
  double ratioQuantile99 = kUnknown;
  double ratioMaximum = kUnknown;
  double effectiveSampleSize = kUnknown;  ///< of the ratios, as a share of the rows, 0..1
  double klLogging = kUnknown;            ///< KL(π_θ ‖ π_β), nats
  double advantageMean = kUnknown;
  double advantageDeviation = kUnknown;  ///< with n − 1; NaN for one row
  /// Of the slates with rows, the share whose every row has the coefficient 0, so that the reward
  /// term leaves their scores alone: advantages all 0, or all clipped. 0..1.
  double slatesWithoutGradient = kUnknown;
};

/// A batch as the objective saw it. A row's numbers have the order of `rows`, a candidate's that of
/// the offsets.
struct PolicyStep {
  std::span<const std::int64_t> offsets;  ///< slates + 1
  std::span<const float> logPolicy;       ///< log π_θ, one a candidate
  std::span<const float> policy;          ///< π_θ, one a candidate
  std::span<const double> stated;  ///< π_β one a candidate, NaN = not stated; empty = none at all
  const LoggedRows* rows = nullptr;
  std::span<const double> ratios;       ///< one a row
  std::span<const double> advantages;   ///< one a row
  std::span<const float> coefficients;  ///< g, one a row; see objective/scheme.h
  ClipBounds bounds;
};

/// O(rows + candidates). scratch: reused memory, so that a steady step allocates nothing.
PolicyDiagnostics policyDiagnostics(const PolicyStep& step, std::vector<double>& scratch);

}  // namespace luce
