#include "core/evaluation/policy_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/evaluation/balanced_ratios.h"
#include "core/evaluation/category_policy.h"
#include "core/evaluation/place_policy.h"

namespace luce {

namespace {

std::vector<std::int64_t> offsetsOf(const SlateTable& table,
                                    std::span<const std::uint32_t> slates) {
  std::vector<std::int64_t> offsets{0};
  offsets.reserve(slates.size() + 1);
  for (const std::uint32_t slate : slates) {
    offsets.push_back(offsets.back() + table.candidates(slate).count);
  }
  return offsets;
}

/// Rows whose candidate's π is known.
LoggedRows knownRows(const SlateTable& table, const PolicyProbabilities& policy,
                     const PolicySettings& settings) {
  LoggedRows all, known;
  selectRows(table, policy.slates, settings.rows, settings.rule, all);
  known.kind = all.kind;
  known.rule = all.rule;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (std::isnan(policy.policy[static_cast<std::size_t>(all.candidate[i])])) continue;
    known.candidate.push_back(all.candidate[i]);
    known.slate.push_back(all.slate[i]);
    known.loggedRow.push_back(all.loggedRow[i]);
    known.behaviour.push_back(all.behaviour[i]);
    known.examination.push_back(all.examination[i]);
  }
  return known;
}

double behaviourOf(const PolicyProbabilities& policy, const LoggedRows& rows, std::size_t i) {
  const std::size_t slate = rows.slate[i];
  return resolveBehaviour(rows.behaviour[i], rows.rule,
                          policy.policy[static_cast<std::size_t>(rows.candidate[i])],
                          policy.offsets[slate + 1] - policy.offsets[slate]);
}

WeightedRows weigh(const SlateTable& table, const PolicyProbabilities& policy,
                   const PolicySettings& settings, const LoggedRows& rows) {
  WeightedRows weighted;
  weighted.kind = settings.rows;
  weighted.slates = static_cast<std::int64_t>(policy.slates.size());
  weighted.slate = rows.slate;
  rowRewards(table, rows, settings.rewardWeights, weighted.reward);
  weighted.ratio.resize(rows.size());
  const bool own = policy.kind == PolicyKind::Logging && settings.rows != RowKind::Observed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t slate = rows.slate[i];
    const double probability =
        policy.kind == PolicyKind::Uniform
            ? 1.0 / static_cast<double>(policy.offsets[slate + 1] - policy.offsets[slate])
            : policy.policy[static_cast<std::size_t>(rows.candidate[i])];
    weighted.ratio[i] = own ? 1.0 : probability / behaviourOf(policy, rows, i);
    if (std::isnan(rows.behaviour[i])) weighted.statedPropensities = false;
  }
  return weighted;
}

void addRewardModel(const PolicyProbabilities& policy, const PolicySettings& settings,
                    const LoggedRows& rows, const Predictions* model, WeightedRows& weighted) {
  if (model == nullptr) {
    weighted.whyNoRewardModel = "No reward model was fitted.";
    return;
  }
  std::vector<float> reward(static_cast<std::size_t>(model->candidates()));
  scoreCandidates(model->probabilities, settings.rewardWeights, reward);
  weighted.directValue.assign(policy.slates.size(), 0.0);
  for (std::size_t slate = 0; slate < policy.slates.size(); ++slate) {
    double sum = 0, all = 0;
    for (auto i = policy.offsets[slate]; i < policy.offsets[slate + 1]; ++i) {
      const auto candidate = static_cast<std::size_t>(i);
      const double probability = policy.policy[candidate];
      sum += probability * reward[candidate];
      all += probability;
    }
    // Probabilities are floats: they sum to 1 within 1e-7 only.
    weighted.directValue[slate] = all > 0 ? sum / all : sum;
    if (!std::isnan(weighted.directValue[slate])) continue;
    weighted.directValue.clear();
    weighted.whyNoRewardModel =
        "The policy's probability of some candidates is not known, so that a reward model cannot "
        "be averaged over it.";
    return;
  }
  for (const std::int64_t candidate : rows.candidate) {
    weighted.predictedReward.push_back(reward[static_cast<std::size_t>(candidate)]);
  }
}

std::vector<double> products(std::span<const double> ratios, std::span<const double> rewards) {
  std::vector<double> values(ratios.size());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = ratios[i] * rewards[i];
  return values;
}

void addCategories(const SlateTable& table, const PolicyProbabilities& policy,
                   const LoggedRows& rows, const std::string& wanted, WeightedRows& weighted) {
  if (weighted.kind != RowKind::Drawn) {
    weighted.whyNoCategory = "Only drawn rows are weighted by π/π_β of one drawn item.";
    return;
  }
  const std::vector<std::string> known =
      wanted.empty() ? candidateCategories(table.schema()) : std::vector<std::string>{wanted};
  if (known.empty()) {
    weighted.whyNoCategory = "The log states no category of the items.";
    return;
  }
  const LoggingPolicy logging(table, policy.slates);
  if (!logging.whyUnknown().empty()) {
    weighted.whyNoCategory = logging.whyUnknown();
    return;
  }
  std::vector<std::vector<double>> ratios;
  std::vector<std::string> names;
  std::vector<MeanWithWidth> tried;
  for (const std::string& category : known) {
    std::vector<double> ratio = categoryRatios(table, policy.slates, policy.offsets, policy.policy,
                                               rows, logging, category);
    if (ratio.empty()) continue;
    tried.push_back(meanWithWidth(products(ratio, weighted.reward)));
    names.push_back(category);
    ratios.push_back(std::move(ratio));
  }
  if (tried.empty()) {
    weighted.whyNoCategory =
        "The probability of some candidates is not known, of the logging policy or of this one.";
    return;
  }
  const std::size_t chosen = chooseBySlope(tried);
  weighted.categoryRatio = std::move(ratios[chosen]);
  weighted.category = names[chosen];
}

void addPlaces(const SlateTable& table, const PolicyProbabilities& policy, const LoggedRows& rows,
               WeightedRows& weighted) {
  if (table.shape() == LogShape::Slate) {
    weighted.whyNoPlace = "In a slate log every drawn row stands at the first place.";
    return;
  }
  if (!table.schema().hasPosition) {
    weighted.whyNoPlace = "The log does not state at which place an item was shown.";
    return;
  }
  std::vector<double> ratios(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t slate = rows.slate[i];
    const auto first = static_cast<std::size_t>(policy.offsets[slate]);
    const auto count = static_cast<std::size_t>(policy.offsets[slate + 1]) - first;
    const std::uint16_t place =
        table.logged().position[static_cast<std::size_t>(rows.loggedRow[i])];
    if (place == 0) {
      weighted.whyNoPlace = "Some rows do not state their place.";
      return;
    }
    const double chance =
        placeProbability(std::span<const float>(policy.policy).subspan(first, count),
                         static_cast<std::size_t>(rows.candidate[i]) - first, place);
    if (std::isnan(chance)) {
      weighted.whyNoPlace = "The policy's probability of some candidates is not known.";
      return;
    }
    ratios[i] = chance / behaviourOf(policy, rows, i);
  }
  weighted.placeRatio = std::move(ratios);
}

}  // namespace

PolicyProbabilities policyOf(const Predictions& predictions, const PolicySettings& settings) {
  return {predictions.slates, predictions.offsets, applySettings(predictions, settings).policy};
}

PolicyProbabilities uniformPolicy(const SlateTable& table, std::span<const std::uint32_t> slates) {
  PolicyProbabilities uniform;
  uniform.kind = PolicyKind::Uniform;
  uniform.slates.assign(slates.begin(), slates.end());
  uniform.offsets = offsetsOf(table, slates);
  for (std::size_t slate = 0; slate < slates.size(); ++slate) {
    const auto count =
        static_cast<std::size_t>(uniform.offsets[slate + 1] - uniform.offsets[slate]);
    uniform.policy.insert(uniform.policy.end(), count, 1.0f / static_cast<float>(count));
  }
  return uniform;
}

PolicyProbabilities loggingPolicy(const SlateTable& table, std::span<const std::uint32_t> slates) {
  PolicyProbabilities logged;
  logged.kind = PolicyKind::Logging;
  logged.slates.assign(slates.begin(), slates.end());
  logged.offsets = offsetsOf(table, slates);
  const bool bandit = table.shape() == LogShape::Bandit;
  const std::vector<double>& propensity = table.logged().propensity;
  for (std::size_t local = 0; local < slates.size(); ++local) {
    const CandidateRange range = table.candidates(slates[local]);
    for (std::int64_t i = 0; i < range.count; ++i) {
      const bool known = !bandit || table.action(slates[local]) == static_cast<std::uint32_t>(i);
      const auto row = static_cast<std::size_t>(bandit ? slates[local] : range.first + i);
      logged.policy.push_back(known ? static_cast<float>(propensity[row])
                                    : std::numeric_limits<float>::quiet_NaN());
    }
  }
  return logged;
}

WeightedRows weighRows(const SlateTable& table, const PolicyProbabilities& policy,
                       const PolicySettings& settings, const EvaluationAids& aids) {
  const LoggedRows rows = knownRows(table, policy, settings);
  WeightedRows weighted = weigh(table, policy, settings, rows);
  if (rows.size() == 0) return weighted;
  addRewardModel(policy, settings, rows, aids.rewardModel, weighted);
  addCategories(table, policy, rows, aids.category, weighted);
  if (aids.places) {
    addPlaces(table, policy, rows, weighted);
  } else {
    weighted.whyNoPlace = "Chances of places were not computed.";
  }
  if (aids.balanced) {
    addBalancedRatios(table, policy, rows, weighted);
  } else {
    weighted.whyNotBalanced = "Its classifier was not fitted.";
  }
  return weighted;
}

WeightedRows weighRows(const SlateTable& table, const Predictions& predictions,
                       const PolicySettings& settings) {
  const PolicyProbabilities policy = policyOf(predictions, settings);
  WeightedRows weighted = weigh(table, policy, settings, knownRows(table, policy, settings));
  weighted.whyNoRewardModel = weighted.whyNoCategory = weighted.whyNoPlace =
      weighted.whyNotBalanced = "Only ratios were computed.";
  return weighted;
}

LoggingRewards loggingRewards(const SlateTable& table, std::span<const std::uint32_t> slates,
                              std::span<const double> rewardWeights) {
  LoggedRows rows;
  selectRows(table, slates, naturalRowKind(table), PropensityRule::One, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, rewardWeights, rewards);
  const bool firstPlaces = table.shape() == LogShape::Slate && table.schema().hasPosition;
  const auto sumOver = [&](bool all) {
    LoggingRewards result{std::vector<double>(slates.size(), 0.0),
                          std::vector<double>(slates.size(), 0.0)};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = static_cast<std::size_t>(rows.loggedRow[i]);
      if (!all && table.logged().position[row] != 1) continue;
      result.sum[rows.slate[i]] += rewards[i];
      result.count[rows.slate[i]] += 1;
    }
    return result;
  };
  LoggingRewards result = sumOver(!firstPlaces);
  const bool any =
      std::any_of(result.count.begin(), result.count.end(), [](double count) { return count > 0; });
  return any ? result : sumOver(true);
}

SupportViolations supportViolations(const SlateTable& table, const PolicyProbabilities& policy,
                                    const PolicySettings& settings) {
  SupportViolations violations;
  // Observed rows know every candidate's actions, whatever the logging policy was.
  if (settings.rows == RowKind::Observed || policy.slates.empty()) return violations;
  const bool bandit = table.shape() == LogShape::Bandit;
  std::vector<char> taken, liked;
  if (bandit) {
    taken.assign(table.catalogue().size(), 0);
    liked = taken;
    for (const std::uint32_t slate : policy.slates) taken[table.action(slate)] = 1;
  }
  double probability = 0;
  for (std::size_t local = 0; local < policy.slates.size(); ++local) {
    const CandidateRange range = table.candidates(policy.slates[local]);
    for (std::int64_t i = 0; i < range.count; ++i) {
      const double pi = policy.policy[static_cast<std::size_t>(policy.offsets[local] + i)];
      const auto item = static_cast<std::size_t>(i);
      const bool seen =
          bandit
              ? taken[item] != 0
              : !std::isnan(table.logged().propensity[static_cast<std::size_t>(range.first + i)]);
      if (!(pi > 0) || seen) continue;
      violations.candidates += 1;
      probability += pi;
      if (bandit) liked[item] = 1;
    }
  }
  violations.probability = probability / static_cast<double>(policy.slates.size());
  violations.items = std::count(liked.begin(), liked.end(), 1);
  return violations;
}

}  // namespace luce
