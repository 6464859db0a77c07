#include "core/policy/policy_view.h"

#include <algorithm>
#include <numeric>

#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

std::vector<std::int64_t> ranks(std::span<const float> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<std::int64_t> rank(scores.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    rank[order[place]] = static_cast<std::int64_t>(place + 1);
  }
  return rank;
}

Predictions cutSlate(const Predictions& predictions, std::size_t local) {
  const auto begin = static_cast<std::size_t>(predictions.offsets[local]);
  const auto count = static_cast<std::size_t>(predictions.offsets[local + 1]) - begin;
  Predictions slate;
  slate.slates = {predictions.slates[local]};
  slate.offsets = {0, static_cast<std::int64_t>(count)};
  slate.tasks = predictions.tasks;
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    const auto column = predictions.task(task).subspan(begin, count);
    slate.probabilities.insert(slate.probabilities.end(), column.begin(), column.end());
  }
  return slate;
}

void fillLoggedFacts(const SlateTable& table, std::size_t slate, std::int64_t i,
                     const PolicySettings& settings, CandidateView& view) {
  const bool bandit = table.shape() == LogShape::Bandit;
  if (bandit && table.action(slate) != static_cast<std::uint32_t>(i)) return;
  const auto row = bandit ? slate : static_cast<std::size_t>(table.candidates(slate).first + i);
  const auto labels = table.logged().labels.row(row);
  view.labels.assign(labels.begin(), labels.end());
  view.reward = reward(labels, settings.rewardWeights);
  view.behaviour = table.logged().propensity[row];
  view.position = table.logged().position[row];
}

}  // namespace

ScoredCandidates applySettings(const Predictions& predictions, const PolicySettings& settings) {
  const auto count = static_cast<std::size_t>(predictions.candidates());
  ScoredCandidates scored{std::vector<float>(count), std::vector<float>(count)};
  scoreCandidates(predictions.probabilities, settings.valueWeights, scored.scores);
  firstPlaceProbabilities(predictions.offsets, scored.scores, settings.temperature, scored.policy);
  return scored;
}

std::vector<CandidateView> viewSlate(const SlateTable& table, const Predictions& predictions,
                                     std::size_t local, const PolicySettings& settings) {
  const Predictions slate = cutSlate(predictions, local);
  const ScoredCandidates scored = applySettings(slate, settings);
  const std::vector<std::int64_t> rank = ranks(scored.scores);
  const std::size_t index = slate.slates[0];
  std::vector<CandidateView> views(scored.scores.size());
  for (std::size_t i = 0; i < views.size(); ++i) {
    CandidateView& view = views[i];
    view.item = table.catalogue().keys[table.item(index, static_cast<std::int64_t>(i))];
    for (std::size_t task = 0; task < slate.tasks; ++task) {
      view.probabilities.push_back(slate.task(task)[i]);
    }
    view.score = scored.scores[i];
    view.policy = scored.policy[i];
    view.rank = rank[i];
    fillLoggedFacts(table, index, static_cast<std::int64_t>(i), settings, view);
  }
  LoggedRows rows;
  selectRows(table, slate.slates, settings.rows, settings.rule, rows);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CandidateView& view = views[static_cast<std::size_t>(rows.candidate[row])];
    const double behaviour = resolveBehaviour(rows.behaviour[row], rows.rule, view.policy,
                                              static_cast<std::int64_t>(views.size()));
    view.ratio = view.policy / behaviour;
  }
  return views;
}

}  // namespace luce
