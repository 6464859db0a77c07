// Logged rows with what a policy makes of them: all that estimators of its value are made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/policy/logged_rows.h"

namespace luce {

/// Rows of one slate are neighbours. Columns are empty where what they tell is not known.
struct WeightedRows {
  RowKind kind = RowKind::Drawn;
  std::int64_t slates = 0;           ///< in the evaluated set, also those without a row
  std::vector<std::uint32_t> slate;  ///< 0..slates-1, ascending
  std::vector<double> ratio;         ///< ρ ≥ 0
  std::vector<double> reward;        ///< r, divided by examination for observed rows
  bool statedPropensities = true;    ///< every row's π_β was logged, none assumed

  /// q̂ of the row's candidate, and v = Σ_j π_j q̂_j of each slate; of a model that did not learn
  /// from the slate.
  std::vector<double> predictedReward, directValue;
  /// π(e)/π_β(e) of the category e of the row's item.
  std::vector<double> categoryRatio;
  std::string category;  ///< which one
  /// Chance that the policy's ranking has the item at the row's place, over π_β.
  std::vector<double> placeRatio;
  /// π/π_β as a classifier tells it.
  std::vector<double> balancedRatio;

  /// Sentences on why the columns are empty.
  std::string whyNoRewardModel, whyNoCategory, whyNoPlace, whyNotBalanced;

  std::size_t size() const { return ratio.size(); }
};

/// What an estimate is a mean over: every row by itself for drawn and article rows, every slate for
/// observed rows, whose rows together are one expected reward. units[i]: of row i, ascending
/// without gaps. Gives their number.
std::size_t unitsOfRows(const WeightedRows& rows, std::vector<std::uint32_t>& units);

}  // namespace luce
