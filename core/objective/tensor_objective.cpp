#include "core/objective/tensor_objective.h"

#include <map>

#include "core/objective/advantage.h"
#include "core/objective/tensor_gradient.h"
// First the tensors' functions, then the schemes that call them.
#include "core/objective/tensor_math.h"
// (A blank line would let a formatter sort them.)
#include "core/objective/schemes/all.h"

namespace luce {

namespace {

using torch::Tensor;
using Rows = SchemeRow<Tensor>;

/// Stands for −∞ where −∞ itself would make NaN of a difference.
constexpr double kFarBelow = -1e9;

/// One scheme's losses over tensors of pairs.
struct TensorLaw {
  Tensor (*rows)(const Rows&, std::span<const double>) = nullptr;
  Tensor (*candidates)(const Rows&, std::span<const double>) = nullptr;
};

template <class Law>
TensorLaw lawOf() {
  TensorLaw law;
  if constexpr (BatchLaw<Law, Rows>) {
    law.rows = [](const Rows& rows, std::span<const double> parameters) {
      return Law::loss(rows, parameters, Law::summarise(rows, parameters));
    };
  } else if constexpr (RowLaw<Law, Tensor>) {
    law.rows = [](const Rows& rows, std::span<const double> parameters) {
      return Law::loss(rows, parameters);
    };
  }
  if constexpr (CandidateLaw<Law, Tensor>) {
    law.candidates = [](const Rows& rows, std::span<const double> parameters) {
      return Law::candidateLoss(rows, parameters);
    };
  }
  return law;
}

const TensorLaw& findLaw(const Scheme& scheme) {
  static const std::map<std::string, TensorLaw> laws = [] {
    std::map<std::string, TensorLaw> all;
    forEachScheme([&]<class Law>(Law) { all[Law::description().id] = lawOf<Law>(); });
    return all;
  }();
  return laws.at(scheme.description().id);
}

template <class Value>
Tensor toDevice(const std::vector<Value>& values, torch::ScalarType type, torch::Device device) {
  const Tensor host = torch::from_blob(const_cast<Value*>(values.data()),
                                       {static_cast<std::int64_t>(values.size())},
                                       torch::CppTypeToScalarType<Value>::value);
  // A copy of its own, since the host's memory is used again for the next batch.
  return host.to(torch::TensorOptions().dtype(type).device(device), /*non_blocking=*/false,
                 /*copy=*/true);
}

template <class Real>
Tensor toDevice(std::span<const Real> values, torch::Device device) {
  return toDevice(std::vector<Real>(values.begin(), values.end()),
                  torch::CppTypeToScalarType<Real>::value, device);
}

/// What stands at `index` of `values`, `filler` for an index beyond the end.
Tensor gatherOr(const Tensor& values, const Tensor& index, double filler) {
  const Tensor extended = torch::cat({values, torch::full({1}, filler, values.options())});
  return extended.index_select(0, index.flatten()).view(index.sizes());
}

Tensor valueOrZero(const Tensor& values, const Tensor& like) {
  return values.defined() ? values : torch::zeros_like(like);
}

struct Pairs {
  Rows rows, candidates;
};

Pairs describePairs(const TensorBatch& batch, const Tensor& logPolicy) {
  const Tensor policy = torch::exp(logPolicy);
  const Tensor one = torch::ones_like(policy);
  const Tensor none = torch::zeros_like(policy);
  const Tensor reference = valueOrZero(batch.referenceLogPolicy, policy.detach());
  const Tensor model = valueOrZero(batch.modelReward, policy.detach());
  const auto ofRows = [&](const Tensor& values) { return values.index_select(0, batch.rowOf); };
  const Tensor rowLogPolicy = ofRows(logPolicy);
  const Tensor logBehaviour =
      torch::where(batch.takesPolicy, rowLogPolicy.detach(), batch.logBehaviour);
  return {{rowLogPolicy, ofRows(policy), torch::exp(logBehaviour),
           torch::exp(rowLogPolicy - logBehaviour), batch.advantage, batch.reward,
           ofRows(reference), ofRows(model)},
          {logPolicy, policy, one, one, none, none, reference, model}};
}

Tensor stageTerm(const TensorBatch& batch, const Tensor& logPolicy) {
  const Tensor own = gatherOr(logPolicy, batch.list, kFarBelow);
  const Tensor left = torch::logcumsumexp(own.flip({1}), 1).flip({1});
  const Tensor filled = batch.list < logPolicy.size(0);
  return torch::where(filled, left - own, torch::zeros_like(own)).sum() /
         static_cast<double>(batch.slates);
}

Tensor term(const Scheme& scheme, std::span<const double> parameters, const TensorBatch& batch,
            const Pairs& pairs) {
  const SchemeDescription& description = scheme.description();
  Tensor sum = torch::zeros({}, pairs.candidates.policy.options());
  if (description.pairs == PairSet::Stages) {
    return batch.slates > 0 ? stageTerm(batch, pairs.candidates.logPolicy) : sum;
  }
  const TensorLaw& law = findLaw(scheme);
  const bool byRows = description.reduction == Reduction::RowMean;
  if (law.rows != nullptr && batch.rows > 0) {
    const auto divisor = static_cast<double>(byRows ? batch.rows : batch.slatesWithRows);
    sum = sum + law.rows(pairs.rows, parameters).sum() / divisor;
  }
  if (law.candidates != nullptr && batch.slates > 0) {
    const Tensor losses = law.candidates(pairs.candidates, parameters);
    sum = sum + (byRows ? (losses * batch.rowsPerSlate).sum()
                        : losses.sum() / static_cast<double>(batch.slates));
  }
  return sum;
}

template <class Real>
Tensor paddedList(const ObjectiveBatch<Real>& batch, std::span<const std::int64_t> candidates,
                  std::int64_t slates, std::int64_t width, torch::Device device) {
  const std::int64_t none = batch.offsets.back();
  std::vector<std::int64_t> index(static_cast<std::size_t>(slates * width), none);
  std::int64_t row = 0;
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    const std::int64_t size = batch.offsets[b + 1] - batch.offsets[b];
    for (std::int64_t i = 0; i < size; ++i) {
      index[static_cast<std::size_t>(row * width + i)] =
          candidates[static_cast<std::size_t>(batch.offsets[b] + i)];
    }
    row += size > 0;
  }
  return toDevice(index, torch::kInt64, device).view({slates, width});
}

}  // namespace

template <class Real>
TensorBatch tensorBatch(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                        torch::Device device) {
  const LoggedRows& logged = *batch.rows;
  const auto candidates = static_cast<std::size_t>(batch.offsets.back());
  constexpr torch::ScalarType kReal = torch::CppTypeToScalarType<Real>::value;
  TensorBatch result;
  result.rows = static_cast<std::int64_t>(logged.size());
  std::int64_t width = 0;
  std::vector<std::int64_t> order(candidates), place;
  for (std::size_t i = 0; i < candidates; ++i) order[i] = static_cast<std::int64_t>(i);
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    width = std::max(width, batch.offsets[b + 1] - batch.offsets[b]);
  }
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    const std::int64_t size = batch.offsets[b + 1] - batch.offsets[b];
    for (std::int64_t i = 0; i < size; ++i) place.push_back(result.slates * width + i);
    result.slates += size > 0;
  }
  result.padded = paddedList(batch, order, result.slates, width, device);
  result.place = toDevice(place, torch::kInt64, device);
  if (!batch.listOrder.empty()) {
    result.list = paddedList(batch, batch.listOrder, result.slates, width, device);
  }

  std::vector<double> advantages(logged.size()), logBehaviour, perSlate(batch.offsets.size(), 0);
  std::vector<std::uint8_t> takesPolicy;
  computeAdvantages(
      loss.advantage, batch.rewards,
      batch.group.empty() ? std::span<const std::uint32_t>(logged.slate) : batch.group, advantages);
  for (std::size_t i = 0; i < logged.size(); ++i) {
    const std::size_t slate = logged.slate[i];
    const bool self = std::isnan(logged.behaviour[i]) && logged.rule == PropensityRule::Self;
    takesPolicy.push_back(self);
    logBehaviour.push_back(
        self ? 0.0
             : std::log(resolveBehaviour(logged.behaviour[i], logged.rule, 1,
                                         batch.offsets[slate + 1] - batch.offsets[slate])));
    perSlate[slate] += 1 / static_cast<double>(logged.size());
    result.slatesWithRows += i == 0 || logged.slate[i] != logged.slate[i - 1];
  }
  std::vector<double> rowsPerSlate;
  for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
    rowsPerSlate.insert(rowsPerSlate.end(),
                        static_cast<std::size_t>(batch.offsets[b + 1] - batch.offsets[b]),
                        perSlate[b]);
  }
  result.rowOf = toDevice(logged.candidate, torch::kInt64, device);
  result.logBehaviour = toDevice(logBehaviour, kReal, device);
  result.takesPolicy = toDevice(takesPolicy, torch::kBool, device);
  result.advantage = toDevice(advantages, kReal, device);
  result.reward =
      toDevice(std::vector<double>(batch.rewards.begin(), batch.rewards.end()), kReal, device);
  result.rowsPerSlate = toDevice(rowsPerSlate, kReal, device);
  if (!batch.referenceLogPolicy.empty()) {
    result.referenceLogPolicy = toDevice(batch.referenceLogPolicy, device);
  }
  if (!batch.modelReward.empty()) result.modelReward = toDevice(batch.modelReward, device);
  return result;
}

template TensorBatch tensorBatch<float>(const PolicyLoss&, const ObjectiveBatch<float>&,
                                        torch::Device);
template TensorBatch tensorBatch<double>(const PolicyLoss&, const ObjectiveBatch<double>&,
                                         torch::Device);

Tensor tensorLogPolicy(const TensorBatch& batch, const Tensor& scores, double temperature) {
  const Tensor padded =
      gatherOr(scores / temperature, batch.padded, -std::numeric_limits<double>::infinity());
  return torch::log_softmax(padded, 1).flatten().index_select(0, batch.place);
}

TensorObjectiveValue evaluateTensors(const PolicyLoss& loss, const TensorBatch& batch,
                                     const Tensor& scores) {
  const Pairs pairs = describePairs(batch, tensorLogPolicy(batch, scores, loss.temperature));
  TensorObjectiveValue value;
  value.reward = term(*loss.scheme, loss.parameters, batch, pairs);
  value.kl = batch.referenceLogPolicy.defined() ? term(regulariserOf(loss), {}, batch, pairs)
                                                : torch::zeros_like(value.reward);
  value.entropy = term(findRegulariser("entropy"), {}, batch, pairs);
  value.total =
      loss.weight * value.reward + loss.klWeight * value.kl - loss.entropyWeight * value.entropy;
  return value;
}

template <class Real>
ObjectiveValue evaluateWithTensors(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                                   std::span<Real> scoreGradient) {
  const TensorBatch tensors = tensorBatch(loss, batch, torch::kCPU);
  const Tensor scores = toDevice(batch.scores, torch::kCPU).requires_grad_();
  const TensorObjectiveValue value = evaluateTensors(loss, tensors, scores);
  value.total.backward();
  const Tensor gradient = scores.grad().contiguous();
  std::copy_n(gradient.template data_ptr<Real>(), scoreGradient.size(), scoreGradient.begin());
  return {value.reward.template item<double>(), value.kl.template item<double>(),
          value.entropy.template item<double>(), value.total.template item<double>()};
}

template ObjectiveValue evaluateWithTensors<float>(const PolicyLoss&, const ObjectiveBatch<float>&,
                                                   std::span<float>);
template ObjectiveValue evaluateWithTensors<double>(const PolicyLoss&,
                                                    const ObjectiveBatch<double>&,
                                                    std::span<double>);

}  // namespace luce
