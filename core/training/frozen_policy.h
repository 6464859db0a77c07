// What a frozen estimator says of the candidates of slates that come again every epoch: log π_ref
// and, where a scheme wants it, the modelled reward q.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luce {

/// Remembers up to 64 million candidates (half a gigabyte with q); what is beyond is told anew.
class FrozenPolicy {
 public:
  explicit FrozenPolicy(std::size_t most = 64'000'000) : most_(most) {}

  /// Fills both, a value a candidate, when every slate is remembered; else returns false.
  /// modelReward is left empty where none was remembered.
  bool recall(std::span<const std::uint32_t> slates, std::vector<float>& logPolicy,
              std::vector<float>& modelReward) const;
  /// offsets: of the slates' candidates, slates + 1. modelReward: empty = none, now and later.
  /// Nothing happens without slates.
  void remember(std::span<const std::uint32_t> slates, std::span<const std::int64_t> offsets,
                std::span<const float> logPolicy, std::span<const float> modelReward);

 private:
  struct Place {
    std::size_t first = 0;
    std::int64_t count = -1;  ///< −1 = not remembered
  };
  const Place* find(std::uint32_t slate) const;

  std::size_t most_;
  std::vector<Place> places_;  ///< by slate
  std::vector<float> logPolicy_, modelReward_;
};

}  // namespace luce
