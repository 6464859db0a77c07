#include "tests/support/golden_case.h"

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
  const auto& mask = source.at("mask");
  for (std::size_t b = 0; b < mask.size(); ++b) {
    for (std::size_t i = 0; i < mask[b].size(); ++i) {
      if (mask[b][i] == 0) continue;
      const auto candidate = static_cast<std::int64_t>(result.scores.size());
      result.place.emplace_back(b, i);
      result.scores.push_back(source.at("s")[b][i]);
      result.referenceScores.push_back(source.at("ref_s")[b][i]);
      const auto& propensity = source.at("prop")[b][i];
      if (source.at("logged")[b][i] == 0) continue;
      if (propensity.is_null() && result.rows.rule == PropensityRule::Drop) continue;
      result.rows.candidate.push_back(candidate);
      result.rows.slate.push_back(static_cast<std::uint32_t>(b));
      result.rows.behaviour.push_back(propensity.is_null() ? std::nan("")
                                                           : propensity.get<double>());
      result.rewards.push_back(source.at("reward")[b][i]);
    }
    result.offsets.push_back(static_cast<std::int64_t>(result.scores.size()));
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
