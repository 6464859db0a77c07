// A case of the golden vectors beside the project, padded lists turned into a ragged batch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/objective/slate_objective.h"

namespace luce {

struct GoldenCase {
  std::string name;
  std::vector<std::int64_t> offsets{0};
  std::vector<double> scores, referenceScores;
  LoggedRows rows;
  std::vector<double> rewards;
  /// Without the rule that leaves rows out: for schemes that ask for actions only.
  LoggedRows allRows;
  std::vector<double> allRewards;
  std::vector<double> modelReward;  ///< q, one a candidate
  std::vector<std::int64_t> shownOrder, rewardOrder;
  double temperature = 1;
  nlohmann::json hyper, expected;
  /// Padded place of each candidate: slate, index.
  std::vector<std::pair<std::size_t, std::size_t>> place;
  nlohmann::json source;
};

/// Empty when the file is not there.
std::vector<GoldenCase> goldenCases();

}  // namespace luce
