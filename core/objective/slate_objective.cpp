#include "core/objective/slate_objective.h"

#include <algorithm>

#include "core/objective/advantage.h"
#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

double nonEmptySlates(std::span<const std::int64_t> offsets) {
  std::int64_t count = 0;
  for (std::size_t b = 0; b + 1 < offsets.size(); ++b) count += offsets[b] < offsets[b + 1];
  return static_cast<double>(count);
}

}  // namespace

template <class Real>
ObjectiveValue SlateObjective<Real>::evaluate(const PolicyLoss& loss,
                                              const ObjectiveBatch<Real>& batch,
                                              std::span<Real> scoreGradient) {
  logPolicy_.resize(batch.scores.size());
  policy_.resize(batch.scores.size());
  firstPlacePolicy<Real>(batch.offsets, batch.scores, loss.temperature, logPolicy_, policy_);
  std::fill(scoreGradient.begin(), scoreGradient.end(), Real(0));

  ObjectiveValue value;
  describeRows(loss, batch);
  value.reward = addRewardTerm(loss, batch, scoreGradient);
  value.kl = addDivergenceTerm(loss, batch, scoreGradient);
  value.entropy = entropy(batch.offsets);
  value.total = loss.weight * value.reward + loss.klWeight * value.kl;
  return value;
}

template <class Real>
void SlateObjective<Real>::describeRows(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch) {
  const LoggedRows& logged = *batch.rows;
  const std::size_t count = logged.size();
  rows_.resize(count);
  ratios_.resize(count);
  advantages_.resize(count);
  oneGroup_.resize(loss.groupBySlate ? 0 : count);
  computeAdvantages(loss.advantage, batch.rewards,
                    loss.groupBySlate ? std::span<const std::uint32_t>(logged.slate) : oneGroup_,
                    advantages_);
  for (std::size_t i = 0; i < count; ++i) {
    const auto candidate = static_cast<std::size_t>(logged.candidate[i]);
    const std::size_t slate = logged.slate[i];
    const std::int64_t size = batch.offsets[slate + 1] - batch.offsets[slate];
    const double policy = policy_[candidate];
    const double behaviour = resolveBehaviour(logged.behaviour[i], logged.rule, policy, size);
    // Under `self` a policy that underflows to 0 still has ratio 1.
    ratios_[i] = behaviour > 0 ? policy / behaviour : 1.0;
    rows_[i] = {logPolicy_[candidate],
                policy_[candidate],
                static_cast<Real>(behaviour),
                static_cast<Real>(ratios_[i]),
                static_cast<Real>(advantages_[i]),
                static_cast<Real>(batch.rewards[i]),
                Real(0),
                Real(0)};
  }
}

template <class Real>
double SlateObjective<Real>::addRewardTerm(const PolicyLoss& loss,
                                           const ObjectiveBatch<Real>& batch,
                                           std::span<Real> scoreGradient) {
  const LoggedRows& logged = *batch.rows;
  const std::size_t count = logged.size();
  if (count == 0) return 0;
  rowLoss_.resize(count);
  coefficient_.resize(count);
  loss.scheme->evaluate(std::span<const SchemeRow<Real>>(rows_), loss.parameters, rowLoss_,
                        coefficient_);
  slateSum_.assign(batch.offsets.size() - 1, Real(0));
  const auto scale =
      static_cast<Real>(loss.weight / (loss.temperature * static_cast<double>(count)));
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += rowLoss_[i];
    const Real pull = scale * coefficient_[i];
    scoreGradient[static_cast<std::size_t>(logged.candidate[i])] += pull;
    slateSum_[logged.slate[i]] += pull;
  }
  for (std::size_t b = 0; b < slateSum_.size(); ++b) {
    for (auto j = static_cast<std::size_t>(batch.offsets[b]);
         j < static_cast<std::size_t>(batch.offsets[b + 1]); ++j) {
      scoreGradient[j] -= policy_[j] * slateSum_[b];
    }
  }
  return sum / static_cast<double>(count);
}

template <class Real>
double SlateObjective<Real>::addDivergenceTerm(const PolicyLoss& loss,
                                               const ObjectiveBatch<Real>& batch,
                                               std::span<Real> scoreGradient) {
  const double slates = nonEmptySlates(batch.offsets);
  if (batch.referenceLogPolicy.empty() || slates == 0) return 0;
  const auto scale = static_cast<Real>(loss.klWeight / (loss.temperature * slates));
  double sum = 0;
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    const auto begin = static_cast<std::size_t>(batch.offsets[b]);
    const auto end = static_cast<std::size_t>(batch.offsets[b + 1]);
    Real divergence = 0;
    for (std::size_t i = begin; i < end; ++i) {
      divergence += policy_[i] * (logPolicy_[i] - batch.referenceLogPolicy[i]);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const Real surprise = logPolicy_[i] - batch.referenceLogPolicy[i];
      scoreGradient[i] += scale * policy_[i] * (surprise - divergence);
    }
    sum += divergence;
  }
  return sum / slates;
}

template <class Real>
double SlateObjective<Real>::entropy(std::span<const std::int64_t> offsets) const {
  const double slates = nonEmptySlates(offsets);
  double sum = 0;
  for (std::size_t i = 0; i < policy_.size(); ++i) {
    if (policy_[i] > 0) sum -= policy_[i] * logPolicy_[i];
  }
  return slates > 0 ? sum / slates : 0;
}

template class SlateObjective<float>;
template class SlateObjective<double>;

}  // namespace luce
