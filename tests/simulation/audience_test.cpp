#include "core/simulation/audience/audience.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/dataset/slate_table.h"
#include "core/simulation/audience/cascade.h"
#include "core/simulation/audience/day_log.h"

namespace luce {
namespace {

constexpr std::size_t kTasks = kAudienceTasks.size();

AudienceSettings settingsOf(int users) {
  AudienceSettings settings;
  settings.users = users;
  return settings;
}

DayLog playedDay(const Audience& audience, const Exploration& exploration = {}) {
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  const std::vector<double> scores = loggingScores(audience, requests);
  return crowd.play(audience, std::move(requests), scores, exploration);
}

TEST(Audience, ActionsHappenAsOftenAsAskedFor) {
  AudienceSettings settings = settingsOf(3000);
  settings.clickRate = 0.3;
  settings.longViewRate = 0.12;
  settings.likeRate = 0.04;
  const Audience audience(settings, 5);
  std::array<double, 3> sums{};
  double count = 0;
  for (std::size_t user = 0; user < 3000; ++user) {
    for (std::size_t i = user % 7; i < 500; i += 7) {
      const auto p = audience.truth(user, 0.5, audience.itemsOnOffer()[i]).probability;
      for (std::size_t task = 0; task < 3; ++task) sums[task] += p[task];
      ++count;
    }
  }
  EXPECT_NEAR(sums[0] / count, 0.3, 0.006);
  EXPECT_NEAR(sums[1] / count, 0.12, 0.004);
  EXPECT_NEAR(sums[2] / count, 0.04, 0.002);
}

TEST(Audience, AnActionNeedsTheOneBeforeIt) {
  const Audience audience(settingsOf(50), 1);
  for (std::size_t user = 0; user < 50; ++user) {
    const CandidateTruth truth = audience.truth(user, 0.4, audience.itemsOnOffer()[user]);
    EXPECT_DOUBLE_EQ(truth.probability[1], truth.probability[0] * truth.longViewOfClicked);
    EXPECT_DOUBLE_EQ(truth.probability[2], truth.probability[1] * truth.likeOfLongView);
  }
}

TEST(Audience, ReturningFollowsTheLogisticCurveOfSatisfaction) {
  AudienceSettings settings = settingsOf(10);
  settings.returnRate = 0.6;
  settings.returnSlope = 5;
  settings.satisfactionRate = 0.3;
  settings.emptySession = 0.1;
  const Audience audience(settings, 1);
  EXPECT_NEAR(audience.returnProbability(0.5), 0.6, 1e-12);
  // Odds of 1.5, times e^(5 · 0.2).
  const double odds = 1.5 * std::exp(1.0);
  EXPECT_NEAR(audience.returnProbability(0.7), odds / (1 + odds), 1e-12);
  EXPECT_NEAR(audience.satisfactionAfter(0.5, 0.9), 0.62, 1e-12);
  EXPECT_NEAR(audience.satisfactionAfter(0.5, -1), 0.38, 1e-12);
  const CandidateTruth truth = audience.truth(3, 0.5, audience.itemsOnOffer()[4]);
  const double after = 0.5 + 0.3 * (truth.enjoyment - 0.5);
  EXPECT_NEAR(truth.probability[3], truth.probability[0] * audience.returnProbability(after),
              1e-12);
}

TEST(Audience, LooksTellAsMuchAsAskedFor) {
  for (const double wanted : {-0.8, 0.0, 0.6}) {
    AudienceSettings settings = settingsOf(1);
    settings.items = 20'000;
    settings.appealOfQuality = wanted;
    const Audience audience(settings, 3);
    double products = 0;
    for (const std::uint32_t item : audience.itemsOnOffer()) {
      products += audience.quality(item) * audience.appeal(item);
    }
    EXPECT_NEAR(products / 20'000, wanted, 0.03);
  }
}

TEST(Audience, TastesTurnAndItemsAndUsersAreReplacedAsFastAsAskedFor) {
  AudienceSettings settings = settingsOf(4000);
  settings.items = 4000;
  settings.drift = 0.6;
  settings.itemTurnover = 0.1;
  settings.userTurnover = 0.2;
  settings.topics = 64;
  Audience audience(settings, 2);
  std::vector<std::vector<float>> before;
  for (std::size_t user = 0; user < 4000; ++user) {
    const auto taste = audience.tasteOf(user);
    before.emplace_back(taste.begin(), taste.end());
  }
  audience.nextDay();
  double cosine = 0, stayed = 0;
  for (std::size_t user = 0; user < 4000; ++user) {
    if (audience.userSince(user) == 1) continue;
    const auto taste = audience.tasteOf(user);
    cosine += std::inner_product(taste.begin(), taste.end(), before[user].begin(), 0.0);
    ++stayed;
  }
  EXPECT_NEAR(stayed / 4000, 0.8, 0.03);
  EXPECT_NEAR(cosine / stayed, 0.8, 0.01);  // √(1 − 0.6²)
  EXPECT_NEAR(static_cast<double>(audience.itemsEver() - 4000) / 4000, 0.1, 0.02);
}

TEST(Audience, LoggedActionsAreExaminationTimesTruth) {
  AudienceSettings settings = settingsOf(20'000);
  settings.satiation = 0.8;
  const Audience audience(settings, 9);
  const DayLog day = playedDay(audience);
  for (std::size_t task = 0; task < 3; ++task) {
    double seen = 0, expected = 0;
    for (std::size_t row = 0; row < day.position.size(); ++row) {
      seen += day.labels[row * kTasks + task];
      expected += day.examination[row] * day.requests.truth[row].probability[task];
    }
    // Poisson-like counts: four deviations.
    EXPECT_NEAR(seen, expected, 4 * std::sqrt(expected)) << kAudienceTasks[task];
  }
  // Far places too, where the cascade decides.
  double seen = 0, expected = 0;
  for (std::size_t row = 0; row < day.position.size(); ++row) {
    if (day.position[row] < 5) continue;
    seen += day.labels[row * kTasks];
    expected += day.examination[row] * day.requests.truth[row].probability[0];
  }
  EXPECT_NEAR(seen, expected, 4 * std::sqrt(expected));
}

TEST(Audience, AReturnIsLoggedForWhatWasClicked) {
  const Audience audience(settingsOf(2000), 4);
  const DayLog day = playedDay(audience);
  for (std::size_t request = 0; request < day.requests.size(); ++request) {
    for (std::size_t i = 0; i < day.requests.slateSize; ++i) {
      const float* labels = &day.labels[(request * day.requests.slateSize + i) * kTasks];
      ASSERT_EQ(labels[3], day.returned[request] ? labels[0] : 0.0f);
    }
  }
}

TEST(Audience, UsersWhoDidNotReturnAreAway) {
  AudienceSettings settings = settingsOf(5000);
  settings.comeback = 0;
  settings.userTurnover = 0;
  Audience audience(settings, 4);
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  EXPECT_EQ(requests.size(), 5000u);
  const std::vector<double> scores = loggingScores(audience, requests);
  const DayLog day = crowd.play(audience, std::move(requests), scores, {});
  const auto returned =
      static_cast<std::size_t>(std::count(day.returned.begin(), day.returned.end(), 1));
  audience.nextDay();
  crowd.wakeUp(audience);
  EXPECT_EQ(crowd.requests(audience).size(), returned);
  EXPECT_GT(returned, 0u);
  EXPECT_LT(returned, 5000u);
}

TEST(Audience, WhoStaysAwayADayMayLookInTheNext) {
  AudienceSettings settings = settingsOf(500);
  settings.comeback = 1;
  settings.userTurnover = 0;
  Audience audience(settings, 4);
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  const std::vector<double> scores = loggingScores(audience, requests);
  const DayLog day = crowd.play(audience, std::move(requests), scores, {});
  audience.nextDay();
  crowd.wakeUp(audience);
  const Requests second = crowd.requests(audience);
  EXPECT_LT(second.size(), 500u);
  for (const std::uint32_t user : second.user) EXPECT_TRUE(day.returned[user]);
  // No one asks on the second day, so no one leaves.
  audience.nextDay();
  crowd.wakeUp(audience);
  EXPECT_EQ(crowd.requests(audience).size(), 500u);
}

TEST(Audience, ChanceIsTheSameForEveryRanker) {
  const Audience audience(settingsOf(300), 4);
  Crowd one(audience), other(audience);
  Requests requests = one.requests(audience);
  EXPECT_EQ(requests.item, other.requests(audience).item);
  const std::vector<double> scores = loggingScores(audience, requests);
  std::vector<double> reversed = scores;
  for (double& score : reversed) score = -score;
  const Exploration byScore{ExplorationKind::None, 0};
  const DayLog best = one.play(audience, requests, scores, byScore);
  const DayLog worst = other.play(audience, requests, reversed, byScore);
  // A candidate that comes first under both is clicked under both or neither.
  Crowd third(audience);
  const DayLog again = third.play(audience, requests, scores, byScore);
  EXPECT_EQ(best.labels, again.labels);
  EXPECT_NE(best.position, worst.position);
  EXPECT_NE(best.labels, worst.labels);
}

TEST(Audience, CandidatesOfARequestDiffer) {
  AudienceSettings settings = settingsOf(200);
  settings.items = 12;
  settings.slateSize = 12;
  const Audience audience(settings, 4);
  const Requests requests = Crowd(audience).requests(audience);
  for (std::size_t request = 0; request < requests.size(); ++request) {
    std::vector<std::uint32_t> items(requests.item.begin() + static_cast<long>(request) * 12,
                                     requests.item.begin() + static_cast<long>(request + 1) * 12);
    std::sort(items.begin(), items.end());
    std::vector<std::uint32_t> all(12);
    std::iota(all.begin(), all.end(), 0u);
    ASSERT_EQ(items, all);
  }
}

TEST(Audience, LoggingScoresCorrelateWithTrueValueAsAskedFor) {
  for (const double wanted : {-0.5, 0.2, 0.9}) {
    AudienceSettings settings = settingsOf(3000);
    settings.loggingQuality = wanted;
    const Audience audience(settings, 8);
    const Requests requests = Crowd(audience).requests(audience);
    const std::vector<double> scores = loggingScores(audience, requests);
    double xy = 0, x = 0, y = 0, xx = 0, yy = 0;
    const auto n = static_cast<double>(scores.size());
    for (std::size_t row = 0; row < scores.size(); ++row) {
      const double value = expectedReward(requests.truth[row], settings.valueWeights);
      x += scores[row];
      y += value;
      xx += scores[row] * scores[row];
      yy += value * value;
      xy += scores[row] * value;
    }
    const double correlation = (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    EXPECT_NEAR(correlation, wanted, 0.03);
  }
}

TEST(AudienceLog, HasWhatItsSchemaSays) {
  AudienceSettings settings = settingsOf(40);
  for (const bool propensities : {true, false}) {
    for (const auto examination :
         {LoggedExamination::Exact, LoggedExamination::Place, LoggedExamination::Unknown}) {
      settings.loggedPropensities = propensities;
      settings.examination = examination;
      const Audience audience(settings, 1);
      const DayLog day = playedDay(audience);
      SlateTableBuilder builder;
      builder.begin(audienceSchema(settings));
      writeDay(audience, day, builder);
      const SlateTable table = builder.finish();
      ASSERT_EQ(table.slateCount(), 40u);
      ASSERT_EQ(table.candidateCount(), 400);
      EXPECT_EQ(table.schema().hasPropensity, propensities);
      EXPECT_EQ(table.schema().hasExamination, examination != LoggedExamination::Unknown);
      for (std::size_t row = 0; row < 400; ++row) {
        const double propensity = table.logged().propensity[row];
        if (propensities) {
          EXPECT_DOUBLE_EQ(propensity, day.propensity[row]);
        } else {
          EXPECT_TRUE(std::isnan(propensity));
        }
        if (examination == LoggedExamination::Place) {
          EXPECT_FLOAT_EQ(table.logged().examination[row],
                          static_cast<float>(1 / std::sqrt(day.position[row])));
        }
      }
    }
  }
}

TEST(AudienceLog, ACandidateThatCannotComeFirstHasNoPropensity) {
  const Audience audience(settingsOf(20), 1);
  const DayLog day = playedDay(audience, {ExplorationKind::None, 0});
  SlateTableBuilder builder;
  builder.begin(audienceSchema(audience.settings()));
  writeDay(audience, day, builder);
  const SlateTable table = builder.finish();
  for (std::size_t row = 0; row < 200; ++row) {
    const double propensity = table.logged().propensity[row];
    if (table.logged().position[row] == 1) {
      EXPECT_EQ(propensity, 1.0);
    } else {
      EXPECT_TRUE(std::isnan(propensity));
    }
  }
}

}  // namespace
}  // namespace luce
