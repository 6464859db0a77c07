#include "tests/support/golden_case.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace luce {

namespace {

GoldenCase readCase(const nlohmann::json& source) {
  GoldenCase result;
  result.name = source.at("name");
  result.hyper = source.at("hyper");
  result.expected = source.at("expected");
  result.source = source;
  result.temperature = result.hyper.at("tau");
  result.rows.rule = propensityRuleFromString(source.at("missing"));
  result.allRows.rule = result.rows.rule;
  std::vector<double> rewardOf;
  const auto& mask = source.at("mask");
  for (std::size_t b = 0; b < mask.size(); ++b) {
    for (std::size_t i = 0; i < mask[b].size(); ++i) {
      if (mask[b][i] == 0) continue;
      const auto candidate = static_cast<std::int64_t>(result.scores.size());
      result.place.emplace_back(b, i);
      result.scores.push_back(source.at("s")[b][i]);
      result.referenceScores.push_back(source.at("ref_s")[b][i]);
      result.modelReward.push_back(source.at("q")[b][i]);
      rewardOf.push_back(source.at("reward")[b][i]);
      result.shownOrder.push_back(candidate);
      const auto& propensity = source.at("prop")[b][i];
      if (source.at("logged")[b][i] == 0) continue;
      const auto addTo = [&](LoggedRows& rows, std::vector<double>& rewards) {
        rows.candidate.push_back(candidate);
        rows.slate.push_back(static_cast<std::uint32_t>(b));
        rows.behaviour.push_back(propensity.is_null() ? std::nan("") : propensity.get<double>());
        rewards.push_back(source.at("reward")[b][i]);
      };
      addTo(result.allRows, result.allRewards);
      if (propensity.is_null() && result.rows.rule == PropensityRule::Drop) continue;
      addTo(result.rows, result.rewards);
    }
    result.offsets.push_back(static_cast<std::int64_t>(result.scores.size()));
  }
  result.rewardOrder = result.shownOrder;
  for (std::size_t b = 0; b + 1 < result.offsets.size(); ++b) {
    std::stable_sort(result.rewardOrder.begin() + result.offsets[b],
                     result.rewardOrder.begin() + result.offsets[b + 1],
                     [&](std::int64_t left, std::int64_t right) {
                       return rewardOf[static_cast<std::size_t>(left)] >
                              rewardOf[static_cast<std::size_t>(right)];
                     });
  }
  return result;
}

}  // namespace

std::vector<GoldenCase> goldenCases() {
  std::ifstream file(std::filesystem::path(LUCE_SHARED_DIR) / "objectives" / "golden.json");
  std::vector<GoldenCase> cases;
  if (!file) return cases;
  const nlohmann::json document = nlohmann::json::parse(file);
  for (const auto& source : document.at("cases")) {
    cases.push_back(readCase(source));
  }
  return cases;
}

}  // namespace luce
