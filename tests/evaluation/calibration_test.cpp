#include "core/evaluation/calibration.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/common/random.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/ranking_metrics.h"
#include "tests/support/plain_records.h"
#include "tests/support/random_predictions.h"
#include "tests/support/record_logs.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

TEST(Calibration, WilsonIntervalHoldsTheSharesThatATestWouldAccept) {
  // Its ends are the shares p with |seen − p| = z·sqrt(p(1−p)/n): where the score test turns.
  const double z = boost::math::quantile(boost::math::normal(), 0.95);
  for (const auto& [positives, rows] :
       {std::pair{3.0, 20.0}, {0.5, 4.0}, {199.0, 200.0}, {7.0, 14.0}}) {
    const Interval interval = wilsonInterval(positives, rows, 0.9);
    EXPECT_NEAR(interval.value, positives / rows, 1e-15);
    for (const double end : {interval.low, interval.high}) {
      EXPECT_NEAR(std::abs(interval.value - end), z * std::sqrt(end * (1 - end) / rows), 1e-12);
    }
    EXPECT_LT(interval.low, interval.value);
    EXPECT_GT(interval.high, interval.value);
  }
  // Newcombe 1998, table I: 81 of 263 → 0.2553 to 0.3662; 0 of 20 → 0 to 0.1611.
  EXPECT_NEAR(wilsonInterval(81, 263).low, 0.2553, 5e-5);
  EXPECT_NEAR(wilsonInterval(81, 263).high, 0.3662, 5e-5);
  EXPECT_NEAR(wilsonInterval(0, 20).low, 0, 1e-12);
  EXPECT_NEAR(wilsonInterval(0, 20).high, 0.1611, 5e-5);
  EXPECT_TRUE(std::isnan(wilsonInterval(0, 0).value));
}

struct Sample {
  std::vector<double> predictions, labels;
};

Sample sample(std::size_t count, int steps) {
  Random random(12);
  Sample result;
  for (std::size_t i = 0; i < count; ++i) {
    const double p = random.uniform() * random.uniform();
    result.predictions.push_back(steps > 0 ? std::floor(p * steps) / steps : p);
    result.labels.push_back(random.uniform() < p ? 1 : 0);
  }
  return result;
}

TEST(Calibration, EqualWidthBinsGiveTheKnownError) {
  const Sample rows = sample(500, 0);
  const auto bins = equalWidthBins(rows.predictions, rows.labels, 15);
  EXPECT_NEAR(binnedError(bins), expectedCalibrationError(rows.predictions, rows.labels), 1e-12);
  std::int64_t count = 0;
  for (const ReliabilityBin& bin : bins) {
    double predictions = 0, labels = 0;
    std::int64_t own = 0;
    for (std::size_t i = 0; i < rows.labels.size(); ++i) {
      if (rows.predictions[i] < bin.low || rows.predictions[i] >= bin.high) continue;
      predictions += rows.predictions[i];
      labels += rows.labels[i];
      ++own;
    }
    EXPECT_EQ(bin.rows, own);
    EXPECT_NEAR(bin.meanPrediction, predictions / static_cast<double>(own), 1e-12);
    EXPECT_NEAR(bin.rate.value, labels / static_cast<double>(own), 1e-12);
    count += bin.rows;
  }
  EXPECT_EQ(count, 500);
}

TEST(Calibration, EqualCountBinsHoldEquallyManyRows) {
  const Sample rows = sample(503, 0);
  const auto bins = equalCountBins(rows.predictions, rows.labels, 10);
  ASSERT_EQ(bins.size(), 10u);
  double before = -1;
  for (const ReliabilityBin& bin : bins) {
    EXPECT_GE(bin.rows, 50);
    EXPECT_LE(bin.rows, 51);
    EXPECT_GT(bin.low, before);
    EXPECT_GE(bin.meanPrediction, bin.low);
    EXPECT_LE(bin.meanPrediction, bin.high);
    before = bin.high;
  }
}

TEST(Calibration, EqualPredictionsShareABin) {
  const Sample rows = sample(400, 6);
  const auto bins = equalCountBins(rows.predictions, rows.labels, 10);
  EXPECT_LE(bins.size(), 6u);
  std::int64_t count = 0;
  double before = -1;
  for (const ReliabilityBin& bin : bins) {
    EXPECT_GT(bin.low, before);
    before = bin.high;
    count += bin.rows;
  }
  EXPECT_EQ(count, 400);
  EXPECT_EQ(equalCountBins(std::vector<double>{0.5, 0.5}, std::vector<double>{0, 1}, 10).size(),
            1u);
  EXPECT_TRUE(equalCountBins({}, {}, 10).empty());
  EXPECT_TRUE(std::isnan(binnedError({})));
}

TEST(Calibration, BrierScoreIsTheMeanSquare) {
  EXPECT_NEAR(brierScore(std::vector<double>{0.5, 0.2}, std::vector<double>{1, 0}),
              (0.25 + 0.04) / 2, 1e-12);
  EXPECT_TRUE(std::isnan(brierScore({}, {})));
}

TEST(Calibration, TasksAreJudgedAsTheReportDoes) {
  SlateTableBuilder builder;
  writeUnevenSlates(builder, 80);  // states examination
  const SlateTable table = builder.finish();
  const Predictions predictions = randomPredictions(table, 3);
  PolicySettings settings;
  settings.valueWeights = settings.rewardWeights = {1, 1};
  settings.rows = RowKind::Observed;
  const PolicyReport report = evaluatePredictions(table, predictions, settings, nullptr, {});
  const std::vector<TaskCalibration> tasks = calibrate(table, predictions);
  ASSERT_EQ(tasks.size(), 2u);
  for (std::size_t task = 0; task < 2; ++task) {
    const TaskFit& fit = tasks[task].fit;
    EXPECT_EQ(fit.task, report.tasks[task].task);
    EXPECT_NEAR(fit.logLoss, report.tasks[task].logLoss, 1e-12);
    EXPECT_NEAR(fit.expectedCalibrationError, report.tasks[task].expectedCalibrationError, 1e-12);
    EXPECT_NEAR(fit.rate, table.taskMean(task), 1e-7);
    EXPECT_EQ(fit.rows, static_cast<std::int64_t>(table.loggedCount()));
  }
}

TEST(Calibration, ExaminationMakesAPredictionOfWhatCouldBeSeen) {
  // Examination 1/place: a candidate that would always be clicked is clicked at place 4 in a
  // quarter of all cases.
  SlateTableBuilder builder;
  Schema schema;
  schema.tasks = {"click"};
  schema.hasPosition = schema.hasExamination = true;
  builder.begin(schema);
  for (int slate = 0; slate < 8; ++slate) {
    const std::string key = std::to_string(slate);
    addPlainSlate(builder, key);
    addPlainCandidate(builder, "a", slate % 4 == 0 ? 1.0f : 0.0f, 0.25, 4);
  }
  const SlateTable table = builder.finish();
  Predictions predictions = randomPredictions(table, 1);
  std::fill(predictions.probabilities.begin(), predictions.probabilities.end(), 1.0f);
  EXPECT_NEAR(calibrate(table, predictions)[0].fit.expectedCalibrationError, 0, 1e-12);
}

TEST(Calibration, BanditLogsAreJudgedOnTheirActions) {
  const SlateTable table = tinyBanditLog(50);
  const std::vector<TaskCalibration> tasks = calibrate(table, randomPredictions(table, 3));
  EXPECT_EQ(tasks[0].fit.rows, 50);
}

}  // namespace
}  // namespace luce
