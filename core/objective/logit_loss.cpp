#include "core/objective/logit_loss.h"

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

double addBce(std::span<const float> logits, std::span<const float> probability,
              const LabelledRows& labelled, std::size_t tasks, double weight,
              std::span<float> gradient) {
  const std::size_t cells = labelled.labels.size();
  if (cells == 0) return 0;
  const auto scale = static_cast<float>(weight / static_cast<double>(cells));
  double sum = 0;
  for (std::size_t row = 0; row < labelled.candidate.size(); ++row) {
    const float examination = labelled.examination.empty() ? 1.0f : labelled.examination[row];
    const std::size_t first = static_cast<std::size_t>(labelled.candidate[row]) * tasks;
    for (std::size_t task = 0; task < tasks; ++task) {
      const float label = labelled.labels[row * tasks + task];
      const float z = logits[first + task];
      const float p = probability[first + task];
      // −log p and −log(1−p), neither overflowing
      const float softplus = std::log1p(std::exp(-std::abs(z)));
      const float minusLogP = softplus + std::max(-z, 0.0f);
      if (examination == 1.0f) {
        sum += minusLogP + (1 - label) * z;
        gradient[first + task] += scale * (p - label);
        continue;
      }
      const float seen = examination * p;
      sum += label * (minusLogP - std::log(examination)) - (1 - label) * std::log1p(-seen);
      gradient[first + task] += scale * (seen - label) * (1 - p) / (1 - seen);
    }
  }
  return sum / static_cast<double>(cells);
}

}  // namespace

LossValue LogitLoss::evaluate(std::span<const float> logits, std::span<const double> valueWeights,
                              double bceWeight, const LabelledRows& labelled,
                              const PolicyLoss* policyLoss, ObjectiveBatch<float> batch,
                              std::span<float> gradient) {
  const std::size_t tasks = valueWeights.size();
  const std::size_t candidates = logits.size() / tasks;
  probability_.resize(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probability_[i] = 1.0f / (1.0f + std::exp(-logits[i]));
  }

  LossValue value;
  std::fill(gradient.begin(), gradient.end(), 0.0f);
  if (policyLoss != nullptr) {
    score_.assign(candidates, 0.0f);
    scoreGradient_.resize(candidates);
    for (std::size_t i = 0; i < candidates; ++i) {
      for (std::size_t task = 0; task < tasks; ++task) {
        score_[i] += static_cast<float>(valueWeights[task]) * probability_[i * tasks + task];
      }
    }
    batch.scores = score_;
    value.objective = objective_.evaluate(*policyLoss, batch, scoreGradient_);
    for (std::size_t i = 0; i < candidates; ++i) {
      for (std::size_t task = 0; task < tasks; ++task) {
        const float p = probability_[i * tasks + task];
        gradient[i * tasks + task] =
            scoreGradient_[i] * static_cast<float>(valueWeights[task]) * p * (1 - p);
      }
    }
  }
  value.bce = addBce(logits, probability_, labelled, tasks, bceWeight, gradient);
  value.total = bceWeight * value.bce + value.objective.total;
  return value;
}

}  // namespace luce
