#include "core/objective/slate_objective.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/objective/advantage.h"
#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

const Scheme& entropyScheme() {
  static const Scheme& scheme = findRegulariser("entropy");
  return scheme;
}

double nonEmptySlates(std::span<const std::int64_t> offsets) {
  std::int64_t count = 0;
  for (std::size_t b = 0; b + 1 < offsets.size(); ++b) count += offsets[b] < offsets[b + 1];
  return static_cast<double>(count);
}

double slatesWithRows(const LoggedRows& rows) {
  double count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    count += i == 0 || rows.slate[i] != rows.slate[i - 1];
  }
  return count;
}

/// log(exp(a) + exp(b))
template <class Real>
Real addLogarithms(Real a, Real b) {
  const Real top = std::max(a, b);
  return top + std::log1p(std::exp(std::min(a, b) - top));
}

template <class Real>
Real valueAt(std::span<const Real> values, std::size_t index) {
  return values.empty() ? Real(0) : values[index];
}

}  // namespace

const Scheme& regulariserOf(const PolicyLoss& loss) {
  static const Scheme& exact = findRegulariser("kl_exact");
  return loss.regulariser != nullptr ? *loss.regulariser : exact;
}

bool needsModelReward(const PolicyLoss& loss) {
  return loss.scheme->description().usesModelReward;
}

bool needsListOrder(const PolicyLoss& loss) {
  return loss.scheme->description().pairs == PairSet::Stages;
}

void orderByReward(std::span<const std::int64_t> offsets, const LoggedRows& rows,
                   std::span<const double> rewards, std::vector<std::int64_t>& order) {
  std::vector<double> rewardOf(static_cast<std::size_t>(offsets.back()), 0.0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rewardOf[static_cast<std::size_t>(rows.candidate[i])] = rewards[i];
  }
  order.resize(rewardOf.size());
  std::iota(order.begin(), order.end(), std::int64_t{0});
  for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
    std::stable_sort(order.begin() + offsets[b], order.begin() + offsets[b + 1],
                     [&](std::int64_t left, std::int64_t right) {
                       return rewardOf[static_cast<std::size_t>(left)] >
                              rewardOf[static_cast<std::size_t>(right)];
                     });
  }
}

template <class Real>
ObjectiveValue SlateObjective<Real>::evaluate(const PolicyLoss& loss,
                                              const ObjectiveBatch<Real>& batch,
                                              std::span<Real> scoreGradient) {
  logPolicy_.resize(batch.scores.size());
  policy_.resize(batch.scores.size());
  firstPlacePolicy<Real>(batch.offsets, batch.scores, loss.temperature, logPolicy_, policy_);
  std::fill(scoreGradient.begin(), scoreGradient.end(), Real(0));
  pull_.assign(batch.scores.size(), Real(0));
  candidates_.clear();

  ObjectiveValue value;
  describeRows(loss, batch);
  // Before the regulariser's rows overwrite what the scheme said of them.
  value.reward =
      addTerm(*loss.scheme, loss.parameters, loss.weight, batch, scoreGradient, loss.temperature);
  rowCoefficient_.swap(coefficient_);
  if (loss.scheme->description().pairs == PairSet::Candidates || needsListOrder(loss)) {
    rowCoefficient_.assign(batch.rows->size(), Real(0));
  }
  if (!batch.referenceLogPolicy.empty()) {
    value.kl =
        addTerm(regulariserOf(loss), {}, loss.klWeight, batch, scoreGradient, loss.temperature);
  }
  value.entropy =
      addTerm(entropyScheme(), {}, -loss.entropyWeight, batch, scoreGradient, loss.temperature);
  pullScores(batch, loss.temperature, scoreGradient);
  value.total =
      loss.weight * value.reward + loss.klWeight * value.kl - loss.entropyWeight * value.entropy;
  return value;
}

template <class Real>
void SlateObjective<Real>::describeRows(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch) {
  const LoggedRows& logged = *batch.rows;
  const std::size_t count = logged.size();
  rows_.resize(count);
  ratios_.resize(count);
  advantages_.resize(count);
  computeAdvantages(
      loss.advantage, batch.rewards,
      batch.group.empty() ? std::span<const std::uint32_t>(logged.slate) : batch.group,
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
                valueAt(batch.referenceLogPolicy, candidate),
                valueAt(batch.modelReward, candidate)};
  }
}

template <class Real>
void SlateObjective<Real>::describeCandidates(const ObjectiveBatch<Real>& batch) {
  if (candidates_.size() == batch.scores.size()) return;
  candidates_.resize(batch.scores.size());
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    candidates_[i] = {logPolicy_[i],
                      policy_[i],
                      Real(1),
                      Real(1),
                      Real(0),
                      Real(0),
                      valueAt(batch.referenceLogPolicy, i),
                      valueAt(batch.modelReward, i)};
  }
}

template <class Real>
double SlateObjective<Real>::addTerm(const Scheme& scheme, std::span<const double> parameters,
                                     double weight, const ObjectiveBatch<Real>& batch,
                                     std::span<Real> scoreGradient, double temperature) {
  switch (scheme.description().pairs) {
    case PairSet::Rows:
      return addRowTerm(scheme, parameters, weight, batch);
    case PairSet::Candidates:
      return addCandidateTerm(scheme, parameters, weight, batch);
    case PairSet::RowsAndCandidates: {
      const double overCandidates = addCandidateTerm(scheme, parameters, weight, batch);
      return overCandidates + addRowTerm(scheme, parameters, weight, batch);
    }
    case PairSet::Stages:
      break;
  }
  return addStageTerm(weight, batch, scoreGradient, temperature);
}

template <class Real>
double SlateObjective<Real>::addRowTerm(const Scheme& scheme, std::span<const double> parameters,
                                        double weight, const ObjectiveBatch<Real>& batch) {
  const LoggedRows& logged = *batch.rows;
  const std::size_t count = logged.size();
  loss_.resize(count);
  coefficient_.resize(count);
  if (count == 0) return 0;
  scheme.evaluate(std::span<const SchemeRow<Real>>(rows_), parameters, loss_, coefficient_);
  const double divisor = scheme.description().reduction == Reduction::RowMean
                             ? static_cast<double>(count)
                             : slatesWithRows(logged);
  const auto scale = static_cast<Real>(weight / divisor);
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += loss_[i];
    pull_[static_cast<std::size_t>(logged.candidate[i])] += scale * coefficient_[i];
  }
  return sum / divisor;
}

template <class Real>
double SlateObjective<Real>::addCandidateTerm(const Scheme& scheme,
                                              std::span<const double> parameters, double weight,
                                              const ObjectiveBatch<Real>& batch) {
  const std::size_t slates = batch.offsets.size() - 1;
  if (scheme.description().reduction == Reduction::SlateMean) {
    const double filled = nonEmptySlates(batch.offsets);
    slateWeight_.assign(slates, filled > 0 ? 1 / filled : 0);
  } else {
    slateWeight_.assign(slates, 0);
    const auto rows = static_cast<double>(batch.rows->size());
    for (const std::uint32_t slate : batch.rows->slate) slateWeight_[slate] += 1 / rows;
  }
  describeCandidates(batch);
  loss_.resize(candidates_.size());
  coefficient_.resize(candidates_.size());
  scheme.evaluateCandidates(std::span<const SchemeRow<Real>>(candidates_), parameters, loss_,
                            coefficient_);
  double sum = 0;
  for (std::size_t b = 0; b < slates; ++b) {
    const auto scale = static_cast<Real>(weight * slateWeight_[b]);
    double slateSum = 0;
    for (auto i = static_cast<std::size_t>(batch.offsets[b]);
         i < static_cast<std::size_t>(batch.offsets[b + 1]); ++i) {
      slateSum += loss_[i];
      pull_[i] += scale * coefficient_[i];
    }
    sum += slateSum * slateWeight_[b];
  }
  return sum;
}

// With Z_k = Σ_{m ≥ k} π_m over the list's places, place m's gradient is π_m·Σ_{k ≤ m} 1/Z_k − 1.
// Both sums run in logarithms: the last places of a sharp policy underflow.
template <class Real>
double SlateObjective<Real>::addStageTerm(double weight, const ObjectiveBatch<Real>& batch,
                                          std::span<Real> scoreGradient, double temperature) {
  const double slates = nonEmptySlates(batch.offsets);
  if (slates == 0) return 0;
  const double scale = weight / (slates * temperature);
  double sum = 0;
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    const auto order =
        batch.listOrder.subspan(static_cast<std::size_t>(batch.offsets[b]),
                                static_cast<std::size_t>(batch.offsets[b + 1] - batch.offsets[b]));
    stageLog_.resize(order.size());
    Real running = -std::numeric_limits<Real>::infinity();
    for (std::size_t k = order.size(); k-- > 0;) {
      const Real own = logPolicy_[static_cast<std::size_t>(order[k])];
      running = addLogarithms(running, own);
      stageLog_[k] = running;
      sum += running - own;
    }
    Real inverse = -std::numeric_limits<Real>::infinity();
    for (std::size_t m = 0; m < order.size(); ++m) {
      const auto item = static_cast<std::size_t>(order[m]);
      inverse = addLogarithms(inverse, -stageLog_[m]);
      scoreGradient[item] += static_cast<Real>(scale) * (std::exp(logPolicy_[item] + inverse) - 1);
    }
  }
  return sum / slates;
}

template <class Real>
void SlateObjective<Real>::pullScores(const ObjectiveBatch<Real>& batch, double temperature,
                                      std::span<Real> scoreGradient) const {
  const auto sharpness = static_cast<Real>(1 / temperature);
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    const auto begin = static_cast<std::size_t>(batch.offsets[b]);
    const auto end = static_cast<std::size_t>(batch.offsets[b + 1]);
    Real slateSum = 0;
    for (std::size_t i = begin; i < end; ++i) slateSum += pull_[i];
    for (std::size_t i = begin; i < end; ++i) {
      scoreGradient[i] += sharpness * (pull_[i] - policy_[i] * slateSum);
    }
  }
}

template class SlateObjective<float>;
template class SlateObjective<double>;

}  // namespace luce
