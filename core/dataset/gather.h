// Turns chosen slates into the dense inputs of an estimator.
//
// Feature order of the numeric input:  Context, Candidate, Item, Pair; of the category input:
// Context, Candidate, Item, then the item key itself. Within a scope the schema's order holds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/common/crew.h"
#include "core/dataset/slate_table.h"

namespace luce {

/// Names of the gathered columns, in order.
struct FeatureLayout {
  std::vector<std::string> numeric;
  std::vector<std::string> category;  ///< the last one is "item"
  bool operator==(const FeatureLayout&) const = default;
};
FeatureLayout featureLayout(const Schema& schema);

/// Ragged inputs of B slates with R candidates in all.
struct GatheredSlates {
  std::vector<std::int64_t> offsets;    ///< B + 1, from 0
  std::vector<float> numeric;           ///< R × numeric columns; NaN = missing
  std::vector<std::uint32_t> category;  ///< R × category columns, categoryHash values
  std::int64_t rows() const { return offsets.empty() ? 0 : offsets.back(); }
};

/// Fills `out`, reusing its memory. Cost: R × columns copies. crew: whose threads take a part of a
/// large batch each; null = none.
void gatherSlates(const SlateTable& table, std::span<const std::uint32_t> slates,
                  GatheredSlates& out, Crew* crew = nullptr);

/// Bandit logs: only the chosen action of each slate, one row a slate. For supervised learning,
/// where nothing is known of the other candidates.
void gatherActions(const SlateTable& table, std::span<const std::uint32_t> slates,
                   GatheredSlates& out);

/// Mean and standard deviation of every gathered numeric column over the candidates of `slates`
/// (missing values left out). A constant or empty column gets deviation 1, so normalising is
/// always defined.
struct NumericMoments {
  std::vector<float> mean;
  std::vector<float> deviation;
};
NumericMoments numericMoments(const SlateTable& table, std::span<const std::uint32_t> slates);

/// What moments are made of, so that those of parts of a log can be joined: per column the number
/// of values, their mean and the sum of squared differences from it.
struct MomentSums {
  std::vector<double> count, mean, squares;
  /// Chan, Golub & LeVeque 1979.
  void join(const MomentSums& other);
  NumericMoments moments() const;
};
MomentSums momentSums(const SlateTable& table, std::span<const std::uint32_t> slates);

}  // namespace luce
