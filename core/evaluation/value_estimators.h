// The estimators of a policy's value that Luce knows, under the names and definitions of Open
// Bandit Pipeline (Saito, Aihara, Matsutani, Narita 2021) where that has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace luce {

enum class ValueEstimator : std::uint8_t {
  Ips,
  ClippedIps,
  Snips,
  Dm,
  Dr,
  Sndr,
  SwitchDr,
  Dros,
  SgIps,
  SgDr,
  BetaIps,
  BalancedIps,
  Mips,
  PositionIps,
};
inline constexpr std::size_t kValueEstimators = 14;

/// w = ρ, r = reward, q̂ = reward model, v = Σ_j π_j q̂_j of a slate; sums over logged rows.
struct ValueEstimatorDescription {
  ValueEstimator estimator;
  const char* key;        ///< in documents: "switch_dr"
  const char* title;      ///< for people: "Switch-DR"
  const char* formula;    ///< one unit's contribution to the mean
  const char* meaning;    ///< a sentence for people: what it trades
  const char* source;     ///< paper
  const char* parameter;  ///< name of its hyper-parameter; null = it has none
  bool usesRewardModel;
  /// Its 95 % interval claims to hold the true value in 95 % of logs, given right propensities and
  /// enough rows. Clipped, switched and shrunk estimators and DM trade that for variance.
  bool claimsCoverage;
};

std::span<const ValueEstimatorDescription> valueEstimators();
const ValueEstimatorDescription& describe(ValueEstimator estimator);
/// By key. Throws Error that lists the keys there are.
ValueEstimator valueEstimatorFromString(const std::string& key);

// Weights as estimators change them. w ≥ 0.
double clippedWeight(double w, double largest);     ///< min(w, M), M ≥ 0
double switchedWeight(double w, double largest);    ///< w where w ≤ λ, else 0; λ ≥ 0
double shrunkWeight(double w, double lambda);       ///< λw/(w² + λ), λ ≥ 0; ∞ = w
double subGaussianWeight(double w, double lambda);  ///< w/(1 − λ + λw), 0 ≤ λ ≤ 1

/// The weight of an estimator with a hyper-parameter; others leave w as it is.
double changedWeight(ValueEstimator estimator, double w, double parameter);

}  // namespace luce
