// How a policy spreads the first place over the items of the catalogue.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/policy/policy_view.h"

namespace luce {

/// How evenly shares are spread over `values.size()` holders: 0 = all the same, towards 1 = one has
/// everything (Gini 1912). values ≥ 0. NaN when their sum is 0.
double giniIndex(std::span<const double> values);

/// Shares of the first places of all predicted slates, by catalogue item.
struct ExposureSpread {
  std::vector<double> exposure;  ///< expected number of first places, one a catalogue item
  std::int64_t shownItems = 0;   ///< items with any exposure
  double coverage = 0;           ///< shownItems over the items that were a candidate
  double gini = 0;               ///< over the items that were a candidate
  double effectiveItems = 0;     ///< exp of the shares' entropy: as many items with equal shares
};

struct Exposure {
  std::int64_t catalogueItems = 0;
  std::int64_t candidateItems = 0;  ///< in any predicted slate; the others could not be shown
  ExposureSpread drawn;             ///< first places drawn from π: Σ over slates of π_i
  ExposureSpread greedy;            ///< the highest score first; equal highest ones share the place
  std::vector<double> entropy;      ///< of π, one a predicted slate, nats; NaN for an empty slate
};

/// NaN for the shares' measures when nothing was predicted.
Exposure exposureOf(const SlateTable& table, const Predictions& predictions,
                    const PolicySettings& settings);

}  // namespace luce
