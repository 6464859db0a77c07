#include "core/evaluation/value_estimators.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/common/error.h"

namespace luce {

namespace {

constexpr std::array<ValueEstimatorDescription, kValueEstimators> kEstimators{{
    {ValueEstimator::Ips, "ips", "IPS", "w r", "Unbiased; a few large ratios may decide.",
     "Horvitz & Thompson 1952", nullptr, false, true},
    {ValueEstimator::ClippedIps, "clipped_ips", "clipped IPS", "min(w, M) r",
     "Ratios above M count as M: less variance, biased low for positive rewards.", "Ionides 2008",
     "M", false, false},
    {ValueEstimator::Snips, "snips", "SNIPS", "w r / mean(w)",
     "Divides by the mean ratio: bounded by the rewards seen, unbiased for many rows.",
     "Swaminathan & Joachims 2015", nullptr, false, true},
    {ValueEstimator::Dm, "dm", "DM", "v",
     "Believes the reward model: no variance from ratios, all of the model's bias.",
     "Beygelzimer & Langford 2009", nullptr, true, false},
    {ValueEstimator::Dr, "dr", "DR", "v + w (r − q̂)",
     "Right if either the propensities or the reward model are.", "Dudík, Langford & Li 2011",
     nullptr, true, true},
    {ValueEstimator::Sndr, "sndr", "SNDR", "v + w (r − q̂) / mean(w)",
     "DR whose correction is divided by the mean ratio.", "Thomas & Brunskill 2016", nullptr, true,
     true},
    {ValueEstimator::SwitchDr, "switch_dr", "Switch-DR", "v + w 1[w ≤ λ] (r − q̂)",
     "DR where ratios are small, the reward model where they are large.",
     "Wang, Agarwal & Dudík 2017", "λ", true, false},
    {ValueEstimator::Dros, "dros", "DRos", "v + λ w / (w² + λ) (r − q̂)",
     "DR with ratios shrunk the more the larger they are.",
     "Su, Dimakopoulou, Krishnamurthy & Dudík 2020", "λ", true, false},
    {ValueEstimator::SgIps, "sg_ips", "SG-IPS", "w / (1 − λ + λ w) r",
     "Ratios bent so that the error is sub-Gaussian.", "Metelli, Russo & Restelli 2021", "λ", false,
     false},
    {ValueEstimator::SgDr, "sg_dr", "SG-DR", "v + w / (1 − λ + λ w) (r − q̂)",
     "DR with ratios bent so that the error is sub-Gaussian.", "Metelli, Russo & Restelli 2021",
     "λ", true, false},
    {ValueEstimator::BetaIps, "beta_ips", "β-IPS", "w (r − β) + β",
     "IPS with the baseline β = Cov(w r, w)/Var(w) that makes its variance least.",
     "Gupta, Jeunen, Oosterhuis & de Rijke 2024", nullptr, false, true},
    {ValueEstimator::BalancedIps, "balanced_ips", "balanced IPS", "w_b r",
     "Ratios from a classifier that tells the policy's choices from the logged ones: usable "
     "without propensities, only as good as the classifier.",
     "Sondhi, Arbour & Dimmery 2020", nullptr, false, false},
    {ValueEstimator::Mips, "mips", "MIPS", "π(e)/π_β(e) r",
     "Ratios of categories instead of items: unbiased if the item matters only through its "
     "category.",
     "Saito & Joachims 2022", nullptr, false, false},
    {ValueEstimator::PositionIps, "position_ips", "position-aware IPS",
     "P(item at the row's place)/π_β r",
     "What the policy's whole ranking would earn a place, by the Plackett–Luce chance of the item "
     "at the place where it was shown.",
     "Li, Abbasi-Yadkori, Kveton, Muthukrishnan, Vinay & Wen 2018", nullptr, false, true},
}};

}  // namespace

std::span<const ValueEstimatorDescription> valueEstimators() {
  return kEstimators;
}

const ValueEstimatorDescription& describe(ValueEstimator estimator) {
  return kEstimators[static_cast<std::size_t>(estimator)];
}

ValueEstimator valueEstimatorFromString(const std::string& key) {
  std::string known;
  for (const ValueEstimatorDescription& description : kEstimators) {
    if (key == description.key) return description.estimator;
    known += std::string(known.empty() ? "" : ", ") + description.key;
  }
  throw Error("There is no estimator \"" + key + "\"; choose of " + known + ".");
}

double clippedWeight(double w, double largest) {
  return std::min(w, largest);
}

double switchedWeight(double w, double largest) {
  return w <= largest ? w : 0;
}

double shrunkWeight(double w, double lambda) {
  if (std::isinf(lambda)) return w;
  return w > 0 ? lambda * w / (w * w + lambda) : 0;
}

double subGaussianWeight(double w, double lambda) {
  return w > 0 ? w / (1 - lambda + lambda * w) : 0;
}

double changedWeight(ValueEstimator estimator, double w, double parameter) {
  switch (estimator) {
    case ValueEstimator::ClippedIps:
      return clippedWeight(w, parameter);
    case ValueEstimator::SwitchDr:
      return switchedWeight(w, parameter);
    case ValueEstimator::Dros:
      return shrunkWeight(w, parameter);
    case ValueEstimator::SgIps:
    case ValueEstimator::SgDr:
      return subGaussianWeight(w, parameter);
    default:
      return w;
  }
}

}  // namespace luce
