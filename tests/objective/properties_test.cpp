#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/objective/advantage.h"
#include "core/objective/logit_loss.h"
#include "core/objective/slate_objective.h"
#include "core/policy/plackett_luce.h"

namespace luce {
namespace {

/// Three slates of 3, 1 and 4 candidates; every candidate a row.
struct Batch {
  std::vector<std::int64_t> offsets{0, 3, 4, 8};
  std::vector<double> scores{0.2, -1.0, 0.7, 0.1, 1.5, 0.0, -0.4, 0.9};
  std::vector<double> rewards{1, 0, 2, 1, 0, 3, -1, 1};
  LoggedRows rows;
  Batch() {
    const std::vector<double> behaviour{0.3, 0.2, 0.5, 1.0, 0.1, 0.4, 0.3, 0.2};
    for (std::int64_t i = 0; i < 8; ++i) {
      rows.candidate.push_back(i);
      rows.slate.push_back(i < 3 ? 0 : i < 4 ? 1 : 2);
      rows.behaviour.push_back(behaviour[static_cast<std::size_t>(i)]);
    }
  }
};

PolicyLoss lossOf(const Scheme& scheme) {
  PolicyLoss loss;
  loss.scheme = &scheme;
  loss.parameters = standardParameters(scheme);
  loss.advantage = scheme.description().advantage;
  return loss;
}

ObjectiveValue evaluate(const Batch& batch, const PolicyLoss& loss, std::vector<double>& gradient) {
  gradient.assign(batch.scores.size(), 0.0);
  return SlateObjective<double>().evaluate(
      loss, {batch.offsets, batch.scores, &batch.rows, batch.rewards, {}}, gradient);
}

TEST(Schemes, GradientSumsToZeroOverASlateAndIgnoresAShift) {
  for (const Scheme* scheme : schemes()) {
    SCOPED_TRACE(scheme->description().id);
    Batch batch;
    std::vector<double> gradient, shifted;
    const double value = evaluate(batch, lossOf(*scheme), gradient).reward;
    for (std::size_t b = 0; b + 1 < batch.offsets.size(); ++b) {
      const double sum = std::accumulate(gradient.begin() + batch.offsets[b],
                                         gradient.begin() + batch.offsets[b + 1], 0.0);
      EXPECT_NEAR(sum, 0, 1e-12);
    }
    EXPECT_EQ(gradient[3], 0) << "a slate of one cannot be ranked otherwise";
    for (double& score : batch.scores) score += 7.5;
    EXPECT_NEAR(evaluate(batch, lossOf(*scheme), shifted).reward, value, 1e-12);
    for (std::size_t i = 0; i < gradient.size(); ++i) EXPECT_NEAR(shifted[i], gradient[i], 1e-12);
  }
}

TEST(Schemes, StayFiniteForWildScoresAndRatios) {
  for (const Scheme* scheme : schemes()) {
    SCOPED_TRACE(scheme->description().id);
    Batch batch;
    batch.scores = {900, -900, 0, 5, -900, 900, 899, 0};
    batch.rows.behaviour = {1e-12, 1, 1e-12, 1, 1e-8, 1e-12, 0.5, 1};
    std::vector<double> gradient;
    EXPECT_TRUE(std::isfinite(evaluate(batch, lossOf(*scheme), gradient).reward));
    for (const double entry : gradient) EXPECT_TRUE(std::isfinite(entry));
  }
}

TEST(Schemes, EqualRewardsGiveGroupSchemesNoGradient) {
  for (const Scheme* scheme : schemes()) {
    if (scheme->description().advantage == AdvantageKind::Raw) continue;
    SCOPED_TRACE(scheme->description().id);
    Batch batch;
    batch.rewards.assign(8, 0.7);
    std::vector<double> gradient;
    evaluate(batch, lossOf(*scheme), gradient);
    for (const double entry : gradient) EXPECT_EQ(entry, 0);
  }
}

TEST(Schemes, CoefficientIsTheDerivativeOfTheLossByLogPolicy) {
  // CISPO's weight is stopped, so its loss is only the surrogate: all others are differentiated.
  for (const Scheme* scheme : schemes()) {
    if (scheme->description().id == "cispo") continue;
    const std::vector<double> parameters = standardParameters(*scheme);
    for (const double ratio : {0.05, 0.5, 0.79, 0.95, 1.1, 1.19, 1.6, 8.0}) {
      for (const double advantage : {-1.5, -0.1, 0.4, 2.0}) {
        SCOPED_TRACE(testing::Message()
                     << scheme->description().id << " ρ " << ratio << " A " << advantage);
        const double behaviour = 0.05;
        const auto rowAt = [&](double logPolicy) {
          const double policy = std::exp(logPolicy);
          return SchemeRow<double>{logPolicy,          policy,    behaviour,
                                   policy / behaviour, advantage, advantage, 0, 0};
        };
        const double at = std::log(ratio * behaviour);
        const double step = 1e-6;
        const std::vector<SchemeRow<double>> rows{rowAt(at), rowAt(at - step), rowAt(at + step)};
        std::vector<double> loss(3), coefficient(3);
        scheme->evaluate(rows, parameters, loss, coefficient);
        EXPECT_NEAR(coefficient[0], (loss[2] - loss[1]) / (2 * step), 1e-6);
      }
    }
  }
}

TEST(Advantages, ClosedForms) {
  const std::vector<double> rewards{1, 2, 6, 5};
  const std::vector<std::uint32_t> group{0, 0, 0, 1};
  std::vector<double> advantages(4);
  computeAdvantages(AdvantageKind::Mean, rewards, group, advantages);
  EXPECT_THAT(advantages, testing::ElementsAre(-2, -1, 3, 0));
  computeAdvantages(AdvantageKind::LeaveOneOut, rewards, group, advantages);
  EXPECT_THAT(advantages, testing::ElementsAre(-3, -1.5, 4.5, 0));
  computeAdvantages(AdvantageKind::Group, rewards, group, advantages);
  const double deviation = std::sqrt(7.0);  // squares 4 + 1 + 9 over n − 1 = 2
  EXPECT_NEAR(advantages[0], -2 / (deviation + 1e-6), 1e-12);
  EXPECT_NEAR(advantages[2], 3 / (deviation + 1e-6), 1e-12);
  EXPECT_EQ(advantages[3], 0);
}

/// Finite differences through sigmoid, value model, softmax, scheme, KL and BCE with examination.
TEST(LogitLoss, GradientMatchesFiniteDifferences) {
  constexpr std::size_t kTasks = 2;
  Batch batch;
  std::vector<float> logits;
  for (int i = 0; i < 16; ++i) logits.push_back(static_cast<float>(std::sin(1.7 * i) * 1.3));
  LabelledRows labelled;
  for (std::int64_t i = 0; i < 8; ++i) {
    labelled.candidate.push_back(i);
    labelled.labels.push_back(i % 3 == 0 ? 1.0f : 0.0f);
    labelled.labels.push_back(i % 2 == 0 ? 1.0f : 0.0f);
    labelled.examination.push_back(i % 4 == 0 ? 1.0f : 0.6f);
  }
  const std::vector<double> vm{1.0, -2.5};
  PolicyLoss loss = lossOf(findScheme("ips"));
  loss.temperature = 0.7;
  loss.weight = 0.8;
  loss.klWeight = 0.3;
  std::vector<float> referenceLogPolicy(8), referencePolicy(8);
  const std::vector<float> referenceScores{0.1f, 0.2f, -0.3f, 0.0f, 0.5f, -0.5f, 0.25f, 0.0f};
  firstPlacePolicy<float>(batch.offsets, referenceScores, loss.temperature, referenceLogPolicy,
                          referencePolicy);
  std::vector<float> gradient(logits.size()), scratch(logits.size());
  const auto total = [&](const std::vector<float>& at, std::vector<float>& into) {
    return LogitLoss()
        .evaluate(at, vm, 0.9, labelled, &loss,
                  {batch.offsets, {}, &batch.rows, batch.rewards, referenceLogPolicy}, into)
        .total;
  };
  total(logits, gradient);
  const float step = 2e-3f;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    std::vector<float> up = logits, down = logits;
    up[i] += step;
    down[i] -= step;
    const double slope = (total(up, scratch) - total(down, scratch)) /
                         (static_cast<double>(up[i]) - static_cast<double>(down[i]));
    EXPECT_NEAR(gradient[i], slope, 2e-3 * std::max(1.0, std::abs(slope)))
        << "logit of candidate " << i / kTasks << ", task " << i % kTasks;
  }
}

TEST(Objective, NoRowsGiveZero) {
  Batch batch;
  batch.rows = {};
  batch.rewards.clear();
  std::vector<double> gradient;
  const ObjectiveValue value = evaluate(batch, lossOf(findScheme("ppo_clip")), gradient);
  EXPECT_EQ(value.reward, 0);
  for (const double entry : gradient) EXPECT_EQ(entry, 0);
}

TEST(Objective, UnknownSchemeIsNamedWithThoseThereAre) {
  EXPECT_THAT([] { findScheme("ppo"); },
              testing::ThrowsMessage<Error>(
                  testing::AllOf(testing::HasSubstr("ppo"), testing::HasSubstr("ppo_clip"))));
}

}  // namespace
}  // namespace luce
