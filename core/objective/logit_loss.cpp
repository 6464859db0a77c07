#include "core/objective/logit_loss.h"

#include <algorithm>
#include <cmath>

#include "core/common/logistic.h"
#include "core/objective/loss_kernel.h"

namespace luce {

namespace {

/// Whether the labelled rows are all candidates in their order, each examined for certain.
bool labelsEveryCandidate(const LabelledRows& labelled, std::size_t candidates) {
  if (!labelled.examination.empty() || labelled.candidate.size() != candidates) return false;
  for (std::size_t i = 0; i < candidates; ++i) {
    if (labelled.candidate[i] != static_cast<std::int64_t>(i)) return false;
  }
  return true;
}

struct Cells {
  std::span<const float> logits, probability, softplus;
  std::size_t tasks;
};

double addRow(const Cells& cells, const LabelledRows& labelled, std::size_t row, float scale,
              std::span<float> gradient) {
  const float examination = labelled.examination.empty() ? 1.0f : labelled.examination[row];
  const std::size_t first = static_cast<std::size_t>(labelled.candidate[row]) * cells.tasks;
  double sum = 0;
  for (std::size_t task = 0; task < cells.tasks; ++task) {
    const float label = labelled.labels[row * cells.tasks + task];
    const float z = cells.logits[first + task];
    const float p = cells.probability[first + task];
    const float minusLogP = cells.softplus[first + task] + std::max(-z, 0.0f);
    if (examination == 1.0f) {
      sum += minusLogP + (1 - label) * z;
      gradient[first + task] += scale * (p - label);
      continue;
    }
    const float seen = examination * p;
    sum += label * (minusLogP - std::log(examination)) - (1 - label) * std::log1p(-seen);
    gradient[first + task] += scale * (seen - label) * (1 - p) / (1 - seen);
  }
  return sum;
}

double addBce(const Cells& cells, const LabelledRows& labelled, double weight,
              std::span<float> gradient) {
  const std::size_t count = labelled.labels.size();
  if (count == 0) return 0;
  const auto scale = static_cast<float>(weight / static_cast<double>(count));
  double sum = 0;
  if (labelsEveryCandidate(labelled, cells.logits.size() / cells.tasks)) {
    sum = kernel::crossEntropySum(cells.logits, cells.probability, cells.softplus, labelled.labels,
                                  scale, gradient);
  } else {
    for (std::size_t row = 0; row < labelled.candidate.size(); ++row) {
      sum += addRow(cells, labelled, row, scale, gradient);
    }
  }
  return sum / static_cast<double>(count);
}

}  // namespace

LossValue LogitLoss::evaluate(std::span<const float> logits, std::span<const double> valueWeights,
                              double bceWeight, const LabelledRows& labelled,
                              const PolicyLoss* policyLoss, ObjectiveBatch<float> batch,
                              std::span<float> gradient) {
  const std::size_t tasks = valueWeights.size();
  const std::size_t candidates = logits.size() / tasks;
  probability_.resize(logits.size());
  softplus_.resize(logits.size());
  logistic(logits, probability_, softplus_);

  LossValue value;
  if (policyLoss != nullptr) {
    weights_.assign(valueWeights.begin(), valueWeights.end());
    score_.resize(candidates);
    scoreGradient_.resize(candidates);
    kernel::valueScores(probability_, weights_, score_);
    batch.scores = score_;
    value.objective = objective_.evaluate(*policyLoss, batch, scoreGradient_);
    kernel::logitGradient(scoreGradient_, weights_, probability_, gradient);
  } else {
    std::fill(gradient.begin(), gradient.end(), 0.0f);
  }
  value.bce = addBce({logits, probability_, softplus_, tasks}, labelled, bceWeight, gradient);
  value.total = bceWeight * value.bce + value.objective.total;
  return value;
}

}  // namespace luce
