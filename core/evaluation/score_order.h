// The order in which scores put the candidates of one slate, and what it is worth.
//
// Candidates of equal score stand in no order: every measure is its expected value over all orders
// of theirs (McSherry & Najork 2008). List order would be no neutral choice, since a log's list is
// often in the order of the logging policy, which a policy that cannot tell candidates apart would
// then be praised for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luce {

/// What a gain counts for: itself (Järvelin & Kekäläinen 2002), or 2^gain − 1 (Burges et al. 2005).
enum class GainKind { Linear, Exponential };

inline constexpr std::int64_t kWholeList = 0;

/// Reads its slate's gains, one a candidate in the same order as the scores. A candidate is
/// relevant when its gain is above 0. places: how many of the first count, kWholeList = all.
class ScoreOrder {
 public:
  /// Reuses its memory. Cost: one sort.
  void assign(std::span<const float> scores);

  /// Σ gain/log2(place + 1) over the places, over the best possible such sum. At most 1; negative
  /// gains, which count as they are, can take it below 0. NaN when no gain is positive.
  double normalisedDiscountedGain(std::span<const double> gains, std::int64_t places,
                                  GainKind kind) const;
  /// 1/place of the first relevant candidate. NaN when none is relevant, as in the next two.
  double reciprocalRank(std::span<const double> gains) const;
  /// Mean over the relevant candidates of the share of relevant ones down to their place.
  double averagePrecision(std::span<const double> gains) const;
  /// Whether any relevant candidate is among the first places: 0 or 1, between with ties.
  double hit(std::span<const double> gains, std::int64_t places) const;

 private:
  /// Candidates of equal score: order_[begin, end), at places begin + 1 … end.
  struct Tie {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::size_t relevantIn(const Tie& tie, std::span<const double> gains) const;

  std::vector<std::size_t> order_;
  std::vector<Tie> ties_;
};

}  // namespace luce
