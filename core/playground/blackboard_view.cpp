#include "core/playground/blackboard_view.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

using Offsets = std::vector<std::int64_t>;

struct Policy {
  std::vector<double> logarithm, probability;
};

Policy policyOf(std::span<const double> scores, double temperature) {
  Policy policy{std::vector<double>(scores.size()), std::vector<double>(scores.size())};
  const Offsets offsets{0, static_cast<std::int64_t>(scores.size())};
  firstPlacePolicy<double>(offsets, scores, temperature, policy.logarithm, policy.probability);
  return policy;
}

double weighted(const std::vector<BoardTask>& tasks, double BoardTask::*weight,
                const auto& values) {
  double sum = 0;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    sum += tasks[task].*weight * static_cast<double>(values[task]);
  }
  return sum;
}

LoggedRows rowsOf(const BlackboardSlate& slate) {
  LoggedRows rows;
  rows.kind = slate.objective.rows;
  rows.rule = slate.objective.rule.value_or(PropensityRule::One);
  for (std::size_t i = 0; i < slate.candidates.size(); ++i) {
    if (rows.kind == RowKind::Drawn && i != slate.drawn) continue;
    const bool stated = !slate.objective.rule.has_value();
    if (rows.kind != RowKind::Observed && !stated && rows.rule == PropensityRule::Drop) continue;
    rows.candidate.push_back(static_cast<std::int64_t>(i));
    rows.slate.push_back(0);
    rows.loggedRow.push_back(static_cast<std::int64_t>(i));
    const double propensity = stated ? slate.candidates[i].propensity : BoardCandidateView::kNone;
    rows.behaviour.push_back(rows.kind == RowKind::Observed ? 1.0 : propensity);
    rows.examination.push_back(1);
  }
  return rows;
}

PolicyLoss lossOf(const BlackboardSlate& slate) {
  const BoardObjective& objective = slate.objective;
  PolicyLoss loss;
  loss.scheme = &findTrainableScheme(objective.scheme);
  loss.parameters = boardParameters(objective);
  loss.advantage = objective.advantage.value_or(loss.scheme->description().advantage);
  loss.temperature = slate.temperature;
  loss.weight = objective.weight;
  loss.klWeight = objective.klWeight;
  loss.regulariser = &findRegulariser(objective.regulariser);
  loss.entropyWeight = objective.entropyWeight;
  return loss;
}

/// δ after a step.
double steppedOffset(const BlackboardSlate& slate, const BlackboardView& view, std::size_t i) {
  const double moved = slate.candidates[i].offset - slate.stepSize * view.candidates[i].gradient;
  return std::clamp(moved, -kGreatestOffset, kGreatestOffset);
}

}  // namespace

BlackboardView viewOf(const BlackboardSlate& slate) {
  const std::size_t count = slate.candidates.size();
  BlackboardView view;
  view.candidates.resize(count);
  std::vector<double> modelScores, scores, modelRewards, logBehaviour;
  for (std::size_t i = 0; i < count; ++i) {
    const BoardCandidate& candidate = slate.candidates[i];
    BoardCandidateView& seen = view.candidates[i];
    seen.modelScore = weighted(slate.tasks, &BoardTask::valueWeight, candidate.probabilities);
    seen.score = seen.modelScore + candidate.offset;
    seen.reward = weighted(slate.tasks, &BoardTask::rewardWeight, candidate.actions);
    modelScores.push_back(seen.modelScore);
    scores.push_back(seen.score);
    modelRewards.push_back(
        weighted(slate.tasks, &BoardTask::rewardWeight, candidate.probabilities));
    logBehaviour.push_back(std::log(candidate.propensity));
  }
  Policy reference = policyOf(modelScores, slate.temperature);
  // The softmax of log π_β at τ = 1 is π_β itself, normalised.
  if (slate.objective.reference == BoardReference::Logging) reference = policyOf(logBehaviour, 1);

  const PolicyLoss loss = lossOf(slate);
  const LoggedRows rows = rowsOf(slate);
  std::vector<double> rewards;
  for (const std::int64_t candidate : rows.candidate) {
    rewards.push_back(view.candidates[static_cast<std::size_t>(candidate)].reward);
  }
  const Offsets offsets{0, static_cast<std::int64_t>(count)};
  Offsets order(count);
  std::iota(order.begin(), order.end(), std::int64_t{0});
  if (loss.scheme->description().list == ListOrder::Reward) {
    orderByReward(offsets, rows, rewards, order);
  }
  ObjectiveBatch<double> batch{offsets, scores, &rows, rewards};
  batch.referenceLogPolicy = reference.logarithm;
  batch.modelReward = modelRewards;
  batch.listOrder = order;
  SlateObjective<double> objective;
  std::vector<double> schemeGradient(count), klGradient(count), gradient(count);
  PolicyLoss part = loss;
  part.klWeight = part.entropyWeight = 0;
  objective.evaluate(part, batch, schemeGradient);
  part.klWeight = loss.klWeight;
  part.weight = 0;
  objective.evaluate(part, batch, klGradient);
  view.loss = objective.evaluate(loss, batch, gradient);
  view.clip = loss.scheme->clipBounds(loss.parameters);
  for (std::size_t i = 0; i < count; ++i) {
    BoardCandidateView& seen = view.candidates[i];
    seen.policy = objective.policy()[i];
    seen.reference = reference.probability[i];
    seen.gradient = gradient[i];
    seen.schemeGradient = schemeGradient[i];
    seen.klGradient = klGradient[i];
    seen.entropyGradient = gradient[i] - schemeGradient[i] - klGradient[i];
    view.expectedReward += seen.policy * seen.reward;
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto candidate = static_cast<std::size_t>(rows.candidate[row]);
    BoardCandidateView& seen = view.candidates[candidate];
    seen.behaviour = resolveBehaviour(rows.behaviour[row], rows.rule, seen.policy,
                                      static_cast<std::int64_t>(count));
    seen.ratio = objective.ratios()[row];
    seen.advantage = objective.advantages()[row];
    seen.coefficient = objective.rowCoefficients()[row];
  }
  std::vector<double> next;
  for (std::size_t i = 0; i < count; ++i) {
    next.push_back(view.candidates[i].modelScore + steppedOffset(slate, view, i));
  }
  const Policy after = policyOf(next, slate.temperature);
  for (std::size_t i = 0; i < count; ++i) view.candidates[i].nextPolicy = after.probability[i];
  return view;
}

BlackboardSlate stepped(const BlackboardSlate& slate) {
  const BlackboardView view = viewOf(slate);
  BlackboardSlate after = slate;
  for (std::size_t i = 0; i < after.candidates.size(); ++i) {
    after.candidates[i].offset = steppedOffset(slate, view, i);
  }
  return after;
}

}  // namespace luce
