#include "core/evaluation/evaluate.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/common/error.h"
#include "core/common/random.h"
#include "core/evaluation/ranking_metrics.h"
#include "core/evaluation/report_json.h"
#include "tests/support/record_logs.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

std::vector<std::uint32_t> allSlates(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

/// Some probabilities for every candidate.
Predictions somePredictions(const SlateTable& table) {
  Predictions predictions;
  predictions.slates = allSlates(table);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : predictions.slates) {
    predictions.offsets.push_back(predictions.offsets.back() + table.candidates(slate).count);
  }
  predictions.tasks = table.taskCount();
  Random random(11);
  for (std::int64_t i = 0;
       i < predictions.candidates() * static_cast<std::int64_t>(predictions.tasks); ++i) {
    predictions.probabilities.push_back(static_cast<float>(random.uniform()));
  }
  return predictions;
}

PolicySettings settingsFor(const SlateTable& table, RowKind rows) {
  PolicySettings settings;
  settings.valueWeights.assign(table.taskCount(), 1.0);
  settings.valueWeights[0] = 2.0;
  settings.rewardWeights = settings.valueWeights;
  settings.temperature = 0.7;
  settings.rows = rows;
  return settings;
}

TEST(RankingMetrics, AreaUnderCurveAgreesWithCountingAllPairs) {
  Random random(2);
  std::vector<double> predictions, labels;
  for (int i = 0; i < 300; ++i) {
    predictions.push_back(std::floor(random.uniform() * 20) / 20);  // many ties
    labels.push_back(random.uniform() < 0.3 ? 1.0 : 0.0);
  }
  double right = 0, pairs = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t j = 0; j < labels.size(); ++j) {
      if (labels[i] != 1 || labels[j] != 0) continue;
      pairs += 1;
      right += predictions[i] > predictions[j] ? 1 : predictions[i] == predictions[j] ? 0.5 : 0;
    }
  }
  EXPECT_NEAR(areaUnderCurve(predictions, labels), right / pairs, 1e-12);
  EXPECT_TRUE(std::isnan(areaUnderCurve(std::vector<double>{0.1, 0.2}, std::vector<double>{1, 1})));
}

TEST(RankingMetrics, ClosedForms) {
  EXPECT_NEAR(logLoss(std::vector<double>{0.5, 0.25}, std::vector<double>{1, 0}),
              (std::log(2.0) - std::log(0.75)) / 2, 1e-12);
  EXPECT_TRUE(std::isfinite(logLoss(std::vector<double>{0, 1}, std::vector<double>{1, 0})));
  // Two bins: 0.1 twice with one positive, 0.9 once with none.
  EXPECT_NEAR(
      expectedCalibrationError(std::vector<double>{0.1, 0.1, 0.9}, std::vector<double>{1, 0, 0}),
      (std::abs(1 - 0.2) + 0.9) / 3, 1e-12);
  // Gains 3, 2 in places 2 and 1: DCG = 2 + 3/log2(3), ideal 3 + 2/log2(3).
  EXPECT_NEAR(normalisedDiscountedGain(std::vector<float>{1, 2}, std::vector<double>{3, 2}),
              (2 + 3 / std::log2(3.0)) / (3 + 2 / std::log2(3.0)), 1e-12);
  EXPECT_TRUE(
      std::isnan(normalisedDiscountedGain(std::vector<float>{1, 2}, std::vector<double>{0, 0})));
}

TEST(Evaluate, ObservedRowsAreTheExpectedRewardWrittenOut) {
  const SlateTable table = tinySlateLog(40);
  const Predictions predictions = somePredictions(table);
  const PolicySettings settings = settingsFor(table, RowKind::Observed);
  const OffPolicyEstimate estimate =
      evaluatePredictions(table, predictions, settings, nullptr, {}).estimate;
  double value = 0;
  for (std::size_t slate = 0; slate < 40; ++slate) {
    double sum = 0, weighted = 0;
    for (std::size_t i = 5 * slate; i < 5 * slate + 5; ++i) {
      const double weight =
          std::exp((2.0 * predictions.task(0)[i] + predictions.task(1)[i]) / settings.temperature);
      const auto labels = table.logged().labels.row(i);
      sum += weight;
      weighted += weight * (2.0 * labels[0] + labels[1]);
    }
    value += weighted / sum / 40;
  }
  EXPECT_NEAR(estimate.ips().value, value, 1e-5);
  EXPECT_NEAR(estimate.snips().value, value, 1e-5);
}

TEST(Evaluate, TasksAreJudgedByWhatIsSeenAtTheirPlaces) {
  SlateTableBuilder builder;
  writeUnevenSlates(builder, 40);
  const SlateTable table = builder.finish();
  const Predictions predictions = somePredictions(table);
  const PolicyReport report =
      evaluatePredictions(table, predictions, settingsFor(table, RowKind::Observed), nullptr, {});
  // The log states an examination probability of 1/place; the first place alone is clicked.
  double loss = 0;
  std::size_t row = 0;
  for (int slate = 0; slate < 40; ++slate) {
    for (int place = 1; place <= 1 + slate % 4; ++place, ++row) {
      const double seen = static_cast<double>(predictions.task(0)[row]) / place;
      loss -= std::log(place == 1 ? seen : 1 - seen);
    }
  }
  EXPECT_NEAR(report.tasks[0].logLoss, loss / static_cast<double>(row), 1e-6);
  EXPECT_THAT(remarkOnTasks(report), testing::HasSubstr("p times the probability"));
  const SlateTable unstated = tinySlateLog(40);
  EXPECT_EQ(
      remarkOnTasks(evaluatePredictions(unstated, somePredictions(unstated),
                                        settingsFor(unstated, RowKind::Observed), nullptr, {})),
      "");
}

TEST(Evaluate, UniformPolicyEarnsTheMeanRewardOfARandomlyLoggedBandit) {
  const SlateTable table = tinyBanditLog(200);
  const PolicySettings settings = settingsFor(table, RowKind::Drawn);
  const PolicyReport report = evaluateUniform(table, allSlates(table), settings, {});
  // π = π_β = 1/4, so every ratio is 1.
  EXPECT_NEAR(report.estimate.ips().value, 2 * table.taskMean(0), 1e-9);
  EXPECT_NEAR(report.estimate.effectiveSampleSize, 200, 1e-9);
  EXPECT_NEAR(report.estimate.logging.value, 2 * table.taskMean(0), 1e-9);
  EXPECT_NEAR(report.entropy, std::log(4.0), 1e-12);
}

TEST(Evaluate, LoggingPolicyIsItself) {
  const SlateTable table = tinyBanditLog(100);
  const PolicyReport report =
      evaluateLogging(table, allSlates(table), settingsFor(table, RowKind::Drawn), {});
  EXPECT_NEAR(report.estimate.ips().value, report.estimate.logging.value, 1e-12);
  // A slate log without propensities does not say what its policy was.
  const SlateTable unknown = tinySlateLog(20);
  const PolicyReport none =
      evaluateLogging(unknown, allSlates(unknown), settingsFor(unknown, RowKind::Observed), {});
  EXPECT_EQ(none.estimate.rows, 0);
  EXPECT_TRUE(std::isnan(none.estimate.ips().value));
}

TEST(Evaluate, DivergenceFromItselfIsZeroAndFromOthersPositive) {
  const SlateTable table = tinySlateLog(10);
  const Predictions predictions = somePredictions(table);
  Predictions other = predictions;
  for (float& probability : other.probabilities) probability *= 0.5f;
  const PolicySettings settings = settingsFor(table, RowKind::Observed);
  EXPECT_NEAR(evaluatePredictions(table, predictions, settings, &predictions, {}).kl, 0, 1e-12);
  EXPECT_GT(evaluatePredictions(table, predictions, settings, &other, {}).kl, 1e-4);
}

TEST(Evaluate, MissingPropensitiesAreToldWithTheirRule) {
  const SlateTable table = tinySlateLog(10);
  PolicySettings settings = settingsFor(table, RowKind::Drawn);
  settings.rule = PropensityRule::Uniform;
  const PolicyReport report =
      evaluatePredictions(table, somePredictions(table), settings, nullptr, {});
  EXPECT_THAT(report.estimate.warnings, testing::Contains(testing::HasSubstr("counts as 1/N")));
  EXPECT_EQ(report.estimate.rows, 10);
  settings.rule = PropensityRule::Drop;
  EXPECT_EQ(evaluatePredictions(table, somePredictions(table), settings, nullptr, {}).estimate.rows,
            0);
}

TEST(Evaluate, JsonHasTheAgreedKeysAndNullForNaN) {
  const SlateTable table = tinyBanditLog(30);
  const PolicySettings settings = settingsFor(table, RowKind::Drawn);
  const auto json = nlohmann::json::parse(
      reportToJson(evaluatePredictions(table, somePredictions(table), settings, nullptr, {})));
  for (const char* key : {"n", "ess", "max_weight", "estimators", "logging_value", "tasks", "ndcg",
                          "entropy", "kl", "propensity_rule", "rows", "warnings"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  for (const char* name :
       {"ips", "clipped_ips", "snips", "dm", "dr", "sndr", "switch_dr", "dros"}) {
    EXPECT_TRUE(json.at("estimators").contains(name)) << name;
  }
  for (const char* name : {"ips", "clipped_ips", "snips"}) {
    for (const char* part : {"value", "low", "high"}) {
      EXPECT_TRUE(json.at("estimators").at(name).at(part).is_number()) << name << part;
    }
  }
  EXPECT_TRUE(json.at("kl").is_null());
  EXPECT_TRUE(json.at("ndcg").is_null());
  EXPECT_TRUE(json.at("tasks").at("click").at("auc").is_number());
}

}  // namespace
}  // namespace luce
