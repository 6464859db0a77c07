#include "core/evaluation/ranking_quality.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/evaluation/evaluate.h"
#include "core/evaluation/exposure.h"
#include "tests/support/plain_records.h"
#include "tests/support/random_predictions.h"
#include "tests/support/record_logs.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

PolicySettings settingsFor(const SlateTable& table) {
  PolicySettings settings;
  settings.valueWeights.assign(table.taskCount(), 1.0);
  settings.rewardWeights = settings.valueWeights;
  settings.rows = naturalRowKind(table);
  return settings;
}

const RankingMeasure& measure(const RankingQuality& quality, const std::string& key) {
  for (const RankingMeasure& entry : quality.measures) {
    if (entry.key == key) return entry;
  }
  throw std::runtime_error("no measure " + key);
}

TEST(RankingQuality, MeanGainIsThatOfTheReport) {
  const SlateTable table = tinySlateLog(60);
  const Predictions predictions = randomPredictions(table, 7);
  const PolicySettings settings = settingsFor(table);
  const RankingQuality quality = rankingQuality(table, predictions, settings);
  const SlateMean mean = slateMean(measure(quality, "ndcg").values, quality.weights, {});
  EXPECT_NEAR(mean.mean.value, evaluatePredictions(table, predictions, settings, nullptr, {}).ndcg,
              1e-12);
  EXPECT_EQ(quality.slates, 60);
  EXPECT_EQ(mean.slates, 60 - quality.withoutPositive);
}

TEST(RankingQuality, ATaskIsJudgedByItsOwnLabels) {
  const SlateTable table = tinySlateLog(40);
  // Scores that are the likes themselves: they stand before all others.
  Predictions predictions = randomPredictions(table, 7);
  const auto count = static_cast<std::size_t>(predictions.candidates());
  for (std::size_t i = 0; i < count; ++i) {
    predictions.probabilities[i] = 0;
    predictions.probabilities[count + i] = table.logged().labels(i, 1);
  }
  RankingQuestion question;
  question.task = 1;
  const RankingQuality likes = rankingQuality(table, predictions, settingsFor(table), question);
  for (const char* key : {"ndcg", "ndcg_at_3", "mrr", "map", "hit_rate_at_1"}) {
    EXPECT_NEAR(slateMean(measure(likes, key).values, {}, {}).mean.value, 1, 1e-12) << key;
  }
  question.task = 0;
  EXPECT_LT(slateMean(measure(rankingQuality(table, predictions, settingsFor(table), question),
                              "hit_rate_at_1")
                          .values,
                      {}, {})
                .mean.value,
            0.9);
  // A slate without any like says nothing.
  std::int64_t without = 0;
  for (std::size_t slate = 0; slate < 40; ++slate) {
    bool any = false;
    for (std::size_t i = 5 * slate; i < 5 * slate + 5; ++i) {
      any = any || table.logged().labels(i, 1) > 0;
    }
    without += !any;
  }
  EXPECT_EQ(likes.withoutPositive, without);
}

TEST(RankingQuality, GainsAreDividedByExamination) {
  SlateTableBuilder builder;
  Schema schema;
  schema.tasks = {"click"};
  schema.hasPosition = schema.hasExamination = true;
  builder.begin(schema);
  addPlainSlate(builder, "s");
  for (const auto& [item, examination] : {std::pair{"a", 1.0}, std::pair{"b", 0.25}}) {
    addPlainCandidate(builder, item, 1, examination);
  }
  const SlateTable table = builder.finish();
  Predictions predictions = randomPredictions(table, 1);
  predictions.probabilities = {0.9f, 0.1f};
  const RankingQuality quality = rankingQuality(table, predictions, settingsFor(table));
  // Gains 1 and 4, the smaller one first.
  const double second = 1 / std::log2(3.0);
  EXPECT_NEAR(measure(quality, "ndcg").values[0], (1 + 4 * second) / (4 + second), 1e-12);
}

TEST(RankingQuality, BanditLogsTellOfTheShownItemOnly) {
  const SlateTable table = tinyBanditLog(4000);
  Predictions predictions = randomPredictions(table, 9);
  // Scores that are the truth: 1 where both signs agree.
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    for (std::size_t item = 0; item < 4; ++item) {
      predictions.probabilities[4 * slate + item] =
          table.contextNumeric()(slate, 0) * table.catalogue().numeric(item, 0) > 0 ? 1.0f : 0.0f;
    }
  }
  const RankingQuality quality = rankingQuality(table, predictions, settingsFor(table));
  EXPECT_FALSE(measure(quality, "ndcg_at_5").unknown.empty());
  EXPECT_EQ(slateMean(measure(quality, "ndcg").values, quality.weights, {}).slates, 0);
  // Two of four items would have earned, and both have the highest score.
  const RankingMeasure& first = measure(quality, "chosen_hit_rate_at_1");
  EXPECT_TRUE(first.unknown.empty());
  EXPECT_NEAR(slateMean(first.values, quality.weights, {}).mean.value, 0.5, 1e-12);
  EXPECT_NEAR(
      slateMean(measure(quality, "chosen_hit_rate_at_3").values, quality.weights, {}).mean.value, 1,
      1e-12);
  EXPECT_EQ(quality.withoutPositive, 4000 - std::llround(table.taskMean(0) * 4000));
}

TEST(RankingQuality, InversePropensitiesTakeAwayWhatTheLoggingPolicyPreferred) {
  // Item 0 always earns, item 1 as well; item 0 was logged nine times as often. The scores put item
  // 0 first: of the items that would have earned, half stand there.
  SlateTableBuilder builder;
  Schema schema;
  schema.shape = LogShape::Bandit;
  schema.tasks = {"click"};
  schema.hasPropensity = true;
  builder.begin(schema);
  for (const char* item : {"0", "1"}) addPlainItem(builder, item);
  const std::array<float, 1> label{1};
  for (int slate = 0; slate < 100; ++slate) {
    BanditAction action;
    action.item = slate % 10 == 0 ? 1 : 0;
    action.propensity = action.item == 0 ? 0.9 : 0.1;
    action.labels = label;
    const std::string key = std::to_string(slate);
    addPlainSlate(builder, key, &action);
  }
  const SlateTable table = builder.finish();
  Predictions predictions = randomPredictions(table, 1);
  for (std::size_t i = 0; i < 200; ++i) predictions.probabilities[i] = i % 2 == 0 ? 0.9f : 0.1f;
  const RankingQuality quality = rankingQuality(table, predictions, settingsFor(table));
  const RankingMeasure& first = measure(quality, "chosen_hit_rate_at_1");
  EXPECT_NEAR(slateMean(first.values, {}, {}).mean.value, 0.9, 1e-12);
  EXPECT_NEAR(slateMean(first.values, quality.weights, {}).mean.value, 0.5, 1e-12);
}

TEST(RankingQuality, MissingPropensitiesLeaveSlatesUnweighted) {
  SlateTableBuilder builder;
  writeSparseActions(builder, 40);
  const SlateTable table = builder.finish();
  const RankingQuality quality =
      rankingQuality(table, randomPredictions(table, 2), settingsFor(table));
  EXPECT_TRUE(quality.weights.empty());
  EXPECT_THAT(quality.meaning, testing::HasSubstr("preferred"));
}

TEST(Exposure, GiniIsHalfTheRelativeMeanDifference) {
  Random random(6);
  std::vector<double> values;
  for (int i = 0; i < 40; ++i) values.push_back(std::floor(5 * random.uniform()));
  double differences = 0, sum = 0;
  for (const double a : values) {
    sum += a;
    for (const double b : values) differences += std::abs(a - b);
  }
  EXPECT_NEAR(giniIndex(values), differences / (2 * 40 * sum), 1e-12);
  EXPECT_NEAR(giniIndex(std::vector<double>{3, 3, 3}), 0, 1e-12);
  EXPECT_TRUE(std::isnan(giniIndex(std::vector<double>{0, 0})));
}

TEST(Exposure, CountsFirstPlacesByItem) {
  const SlateTable table = tinySlateLog(30);
  const Predictions predictions = randomPredictions(table, 3, 3);  // with ties
  const PolicySettings settings = settingsFor(table);
  const ScoredCandidates scored = applySettings(predictions, settings);
  const Exposure exposure = exposureOf(table, predictions, settings);
  std::vector<double> drawn(table.catalogue().size()), greedy(table.catalogue().size());
  for (std::size_t slate = 0; slate < 30; ++slate) {
    float top = 0;
    for (std::size_t i = 5 * slate; i < 5 * slate + 5; ++i) top = std::max(top, scored.scores[i]);
    double tied = 0;
    for (std::size_t i = 5 * slate; i < 5 * slate + 5; ++i) tied += scored.scores[i] == top;
    for (std::size_t i = 0; i < 5; ++i) {
      const std::uint32_t item = table.item(slate, static_cast<std::int64_t>(i));
      drawn[item] += scored.policy[5 * slate + i];
      if (scored.scores[5 * slate + i] == top) greedy[item] += 1 / tied;
    }
  }
  EXPECT_THAT(exposure.drawn.exposure, testing::Pointwise(testing::DoubleNear(1e-9), drawn));
  EXPECT_THAT(exposure.greedy.exposure, testing::Pointwise(testing::DoubleNear(1e-9), greedy));
  EXPECT_EQ(exposure.greedy.shownItems,
            std::count_if(greedy.begin(), greedy.end(), [](double share) { return share > 0; }));
  EXPECT_NEAR(exposure.drawn.coverage, 1, 1e-12);
  EXPECT_GT(exposure.greedy.gini, exposure.drawn.gini);
  EXPECT_LT(exposure.greedy.effectiveItems, exposure.drawn.effectiveItems);
  double entropy = 0;
  for (const double value : exposure.entropy) entropy += value / 30;
  EXPECT_NEAR(entropy, evaluatePredictions(table, predictions, settings, nullptr, {}).entropy,
              1e-9);
}

TEST(Exposure, LeavesOutItemsThatWereNoCandidate) {
  // Of four items two are candidates, and one is always first.
  SlateTableBuilder builder;
  Schema schema;
  schema.tasks = {"click"};
  builder.begin(schema);
  for (const char* item : {"a", "b", "c", "d"}) addPlainItem(builder, item);
  for (const char* slate : {"1", "2"}) {
    addPlainSlate(builder, slate);
    for (const char* item : {"b", "d"}) addPlainCandidate(builder, item, 0);
  }
  const SlateTable table = builder.finish();
  Predictions predictions = randomPredictions(table, 1);
  predictions.probabilities = {0.9f, 0.1f, 0.9f, 0.1f};
  const Exposure exposure = exposureOf(table, predictions, settingsFor(table));
  EXPECT_EQ(exposure.catalogueItems, 4);
  EXPECT_EQ(exposure.candidateItems, 2);
  EXPECT_EQ(exposure.greedy.shownItems, 1);
  EXPECT_NEAR(exposure.greedy.coverage, 0.5, 1e-12);
  EXPECT_NEAR(exposure.greedy.gini, 0.5, 1e-12);  // of shares 0 and 2
  EXPECT_NEAR(exposure.greedy.effectiveItems, 1, 1e-12);
}

}  // namespace
}  // namespace luce
