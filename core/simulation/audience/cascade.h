// How far users look down a slate, exactly: see audience.h for the cascade.
#pragma once

#include <cstdint>
#include <span>

#include "core/simulation/audience/audience.h"

namespace luce {

/// Probability that each candidate is looked at, given the order (candidates from the first place
/// on) and before it is known what the user does. One a candidate.
void examinations(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                  std::span<const std::uint32_t> order, std::span<double> examination);

/// Σ_t w_t·p_t of a looked-at candidate.
double expectedReward(const CandidateTruth& truth, std::span<const double> weights);

/// Σ_i P(i is looked at)·expectedReward(i): what a slate in this order earns, exact over all that
/// its user may do (returns as in audience.h: what each candidate brings by itself).
double expectedSlateReward(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                           std::span<const std::uint32_t> order, std::span<const double> weights);

/// The mean of expectedSlateReward over the orders of the Plackett–Luce policy softmax(scores/τ):
/// a sum over all N! of them. Throws Error for more than 8 candidates.
double exactPolicyReward(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                         std::span<const double> scores, double temperature,
                         std::span<const double> weights);

struct MonteCarloReward {
  double value = 0;
  double standardError = 0;  ///< NaN for fewer than two draws
};
/// The same from so many drawn orders.
MonteCarloReward sampledPolicyReward(const AudienceSettings& settings,
                                     std::span<const CandidateTruth> truth,
                                     std::span<const double> scores, double temperature,
                                     std::span<const double> weights, int draws,
                                     std::uint64_t seed);

}  // namespace luce
