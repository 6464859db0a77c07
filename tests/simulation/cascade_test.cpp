#include "core/simulation/audience/cascade.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/simulation/audience/day_log.h"

namespace luce {
namespace {

CandidateTruth truthOf(double click, double longView) {
  CandidateTruth truth;
  truth.probability = {click, longView, 0, 0};
  return truth;
}

AudienceSettings cascadeOf(double bias, double persistence, double satiation) {
  AudienceSettings settings;
  settings.positionBias = bias;
  settings.persistence = persistence;
  settings.satiation = satiation;
  return settings;
}

TEST(Cascade, TwoPlacesByHand) {
  const AudienceSettings settings = cascadeOf(1, 0.8, 0.5);
  const std::vector<CandidateTruth> truth{truthOf(0.5, 0.4), truthOf(0.3, 0.2)};
  std::vector<double> looks(2);
  const std::vector<std::uint32_t> order{1, 0};
  examinations(settings, truth, order, looks);
  EXPECT_DOUBLE_EQ(looks[1], 1);
  // 0.8 go on, less the half of the 0.2 who viewed for long; half of them look at place 2.
  EXPECT_DOUBLE_EQ(looks[0], 0.8 * (1 - 0.5 * 0.2) * 0.5);
  const std::vector<double> weights{1, 10, 0, 0};
  EXPECT_DOUBLE_EQ(expectedSlateReward(settings, truth, order, weights),
                   (0.3 + 2) + 0.36 * (0.5 + 4));
}

TEST(Cascade, ThePoliciesRewardOfTwoCandidatesByHand) {
  const AudienceSettings settings = cascadeOf(0, 0.5, 0);
  const std::vector<CandidateTruth> truth{truthOf(0.6, 0), truthOf(0.2, 0)};
  const std::vector<double> scores{std::log(3.0), 0}, weights{1, 0, 0, 0};
  // First with 3/4: 0.6 + 0.1; else 0.2 + 0.3.
  EXPECT_NEAR(exactPolicyReward(settings, truth, scores, 1, weights), 0.75 * 0.7 + 0.25 * 0.5,
              1e-12);
  // Twice the temperature: odds of √3.
  const double first = std::sqrt(3.0) / (1 + std::sqrt(3.0));
  EXPECT_NEAR(exactPolicyReward(settings, truth, scores, 2, weights),
              first * 0.7 + (1 - first) * 0.5, 1e-12);
}

TEST(Cascade, SamplingMeetsTheSumOverAllOrdersWithinItsError) {
  AudienceSettings settings = cascadeOf(0.5, 0.8, 0.6);
  settings.slateSize = 6;
  settings.users = 5;
  const Audience audience(settings, 7);
  const Requests requests = Crowd(audience).requests(audience);
  int within = 0;
  for (std::size_t request = 0; request < requests.size(); ++request) {
    const auto truth = requests.truthOf(request);
    std::vector<double> scores;
    for (const CandidateTruth& candidate : truth) scores.push_back(candidate.probability[0]);
    const double exact = exactPolicyReward(settings, truth, scores, 0.2, settings.valueWeights);
    const MonteCarloReward sampled =
        sampledPolicyReward(settings, truth, scores, 0.2, settings.valueWeights, 4000, request);
    EXPECT_GT(sampled.standardError, 0);
    EXPECT_NEAR(sampled.value, exact, 5 * sampled.standardError);
    if (std::abs(sampled.value - exact) < 2 * sampled.standardError) ++within;
  }
  EXPECT_GE(within, 3);
}

TEST(Cascade, LogOfManyDaysEarnsWhatTheSumSays) {
  AudienceSettings settings = cascadeOf(0.5, 0.8, 0.6);
  settings.users = 30'000;
  settings.slateSize = 4;
  const Audience audience(settings, 11);
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  std::vector<double> scores;
  for (const CandidateTruth& truth : requests.truth) scores.push_back(truth.probability[0]);
  const DayLog day = crowd.play(audience, requests, scores, {ExplorationKind::Temperature, 0.1});
  const std::vector<double> weights{1, 2, 0, 0};
  double exact = 0, earned = 0, squares = 0;
  for (std::size_t request = 0; request < requests.size(); ++request) {
    exact += exactPolicyReward(settings, requests.truthOf(request),
                               std::span(scores).subspan(request * 4, 4), 0.1, weights);
    double reward = 0;
    for (std::size_t row = request * 4; row < request * 4 + 4; ++row) {
      reward += day.labels[row * 4] + 2 * day.labels[row * 4 + 1];
    }
    earned += reward;
    squares += reward * reward;
  }
  EXPECT_NEAR(earned, exact, 4 * std::sqrt(squares));
}

TEST(Cascade, TooManyOrdersAreRefused) {
  const std::vector<CandidateTruth> truth(9);
  const std::vector<double> scores(9), weights(4, 1.0);
  EXPECT_THROW(exactPolicyReward({}, truth, scores, 1, weights), Error);
}

class ExplorationTest : public testing::TestWithParam<Exploration> {};

TEST_P(ExplorationTest, FirstPlacesComeAsOftenAsTheLogSays) {
  const std::vector<double> scores{0.3, 0.1, 0.3, -0.2};
  Random random(3);
  std::vector<double> gumbel(4), stated(4), seen(4);
  std::vector<std::uint32_t> order;
  constexpr int kDraws = 40'000;
  for (int draw = 0; draw < kDraws; ++draw) {
    for (double& noise : gumbel) noise = random.gumbel();
    drawOrder(scores, GetParam(), {gumbel, random.uniform()}, order, stated);
    seen[order.front()] += 1.0 / kDraws;
  }
  EXPECT_NEAR(std::accumulate(stated.begin(), stated.end(), 0.0), 1, 1e-12);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(seen[i], stated[i], 0.011) << i;
}

INSTANTIATE_TEST_SUITE_P(Kinds, ExplorationTest,
                         testing::Values(Exploration{ExplorationKind::None, 0},
                                         Exploration{ExplorationKind::Temperature, 0.2},
                                         Exploration{ExplorationKind::Epsilon, 0.3}),
                         [](const auto& tested) { return toString(tested.param.kind); });

TEST(Exploration, KnownSharesOfEpsilon) {
  const std::vector<double> scores{1, 0, 0, 0, 0}, gumbel(5);
  std::vector<double> stated(5);
  std::vector<std::uint32_t> order;
  drawOrder(scores, {ExplorationKind::Epsilon, 0.25}, {gumbel, 0.9}, order, stated);
  EXPECT_THAT(stated, testing::ElementsAre(0.8, 0.05, 0.05, 0.05, 0.05));
  EXPECT_EQ(order.front(), 0u);
}

}  // namespace
}  // namespace luce
