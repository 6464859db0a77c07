// The value of a whole slate drawn from the Plackett–Luce policy, not of its first place alone:
//
//   V = E[ Σ_{k ≤ K} w_k · r_σ(k) ]
//
// with σ the drawn ranking, r_i the candidate's logged reward and w_k the weight of place k: the
// chance that it is looked at. Needs to know what every candidate would have earned, so slate logs
// only; rewards are divided by the examination propensity of the place where they were logged.
//
// The value is computed, neither sampled nor summed over rankings. Candidates that arrive at
// exponential times of rates exp(s_i/τ) arrive in the order of a Plackett–Luce ranking (Luce 1959;
// Yellott 1977), so
//
//   V = ∫ Σ_i r_i f_i(t) Σ_k w_k Pr(k − 1 of the others have arrived by t) dt
//
// whose inner part is the coefficient of z^(k−1) in a sum of products Π_j (1 − F_j + F_j z), built
// up candidate by candidate from positive terms. Over log t the integrand is analytic and falls off
// exponentially, where the trapezoid rule converges geometrically (Trefethen & Weideman 2014): the
// error is below 1e-8 of the largest reward times Σ w. Cost: about 40 N K^1.5 steps a slate.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/evaluation/slate_mean.h"
#include "core/policy/policy_view.h"

namespace luce {

/// w_k of places 1 … places: 1/k (Joachims et al. 2017, η = 1), or the discount of NDCG,
/// 1/log2(k + 1).
enum class PlaceWeighting { Reciprocal, Logarithmic };
std::vector<double> placeWeights(PlaceWeighting weighting, std::size_t places);

/// Of one slate. logScores: s_i/τ; rewards: one a candidate; weights: w_1 … w_K, of which those
/// beyond the slate's end count for nothing. 0 for an empty slate or no weights, NaN for scores
/// that are not finite.
double expectedSlateValue(std::span<const double> logScores, std::span<const double> rewards,
                          std::span<const double> weights);

/// The same for the ranking by score alone (τ → 0); equal scores stand in any order.
double greedySlateValue(std::span<const double> scores, std::span<const double> rewards,
                        std::span<const double> weights);

struct SlateValue {
  std::vector<double> drawn;   ///< V of each predicted slate
  std::vector<double> greedy;  ///< of the ranking by score
  SlateMean drawnMean, greedyMean;
  /// Mean over slates of Σ_k w_k r in the logged order; NaN where the log states no positions.
  SlateMean loggedMean;
};

/// Throws Error for a bandit log, which does not tell what the other items would have earned, and
/// for weights that are not finite; Cancelled.
SlateValue slateValue(const SlateTable& table, const Predictions& predictions,
                      const PolicySettings& settings, std::span<const double> weights,
                      const OffPolicySettings& intervals = {}, std::stop_token stop = {});

}  // namespace luce
