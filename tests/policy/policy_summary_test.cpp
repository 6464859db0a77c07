#include "core/policy/policy_summary.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <string>

#include "core/common/error.h"
#include "core/common/random.h"
#include "tests/support/plain_summary.h"
#include "tests/support/random_predictions.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

/// Slates of 1 to 40 candidates and one of 9,000, three tasks with whole and broken labels,
/// shuffled places; every fifth row lacks its propensity.
SlateTable raggedLog() {
  Schema schema;
  schema.tasks = {"click", "like", "watched"};
  schema.hasPosition = true;
  schema.hasPropensity = true;
  SlateTableBuilder builder;
  builder.begin(schema);
  Random random(3);
  int row = 0;
  for (int slate = 0; slate < 700; ++slate) {
    const std::string key = std::to_string(slate);
    SlateRecord record;
    record.key = key;
    builder.addSlate(record);
    const int size = slate == 300 ? 9000 : 1 + slate * 7 % 40;
    for (int i = 0; i < size; ++i) {
      const std::string item = std::to_string(i);
      CandidateRecord candidate;
      candidate.item = item;
      candidate.position = static_cast<std::uint16_t>((i + slate) % size + 1);
      if (++row % 5 != 0) candidate.propensity = 0.01 + 0.9 * random.uniform();
      const std::vector<float> labels{random.uniform() < 0.3 ? 1.0f : 0.0f,
                                      random.uniform() < 0.1 ? 1.0f : 0.0f,
                                      static_cast<float>(random.uniform())};
      candidate.labels = labels;
      builder.addCandidate(candidate);
    }
  }
  return builder.finish();
}

void expectAgreement(const SlateTable& table, const Predictions& predictions,
                     const PolicySettings& settings) {
  const auto shared = std::make_shared<const SlateTable>(table);
  const PolicySummariser summariser(shared, std::make_shared<const Predictions>(predictions),
                                    settings.rows, settings.rule);
  const PolicySummary fast = summariser.summarise(settings, 0.2, 1.3);
  const PolicySummary plain = plainSummary(table, predictions, settings, 0.2, 1.3);
  SCOPED_TRACE(toString(settings.rows) + " " + toString(settings.rule) + " at " +
               std::to_string(settings.temperature));
  ASSERT_EQ(fast.rows, plain.rows);
  const auto near = [](double value, double wanted, const char* what) {
    EXPECT_NEAR(value, wanted, 1e-5 * std::max(1.0, std::abs(wanted))) << what;
  };
  near(fast.ips, plain.ips, "ips");
  near(fast.snips, plain.snips, "snips");
  near(fast.meanRatio, plain.meanRatio, "mean ratio");
  near(fast.largestRatio, plain.largestRatio, "largest ratio");
  near(fast.effectiveSampleSize, plain.effectiveSampleSize, "effective sample size");
  near(fast.entropy, plain.entropy, "entropy");
  // A ratio within its error of an edge may fall on the edge's other side; scores are below 4.
  const double few = 1e-5 * (100 + 4 / settings.temperature) * static_cast<double>(plain.rows);
  EXPECT_NEAR(fast.clipped.low, plain.clipped.low, 1e-3);
  EXPECT_NEAR(fast.clipped.high, plain.clipped.high, 1e-3);
  ASSERT_EQ(fast.ratios.counts.size(), plain.ratios.counts.size());
  std::int64_t all = 0, moved = 0;
  for (std::size_t bin = 0; bin < fast.ratios.counts.size(); ++bin) {
    all += fast.ratios.counts[bin];
    moved += std::abs(fast.ratios.counts[bin] - plain.ratios.counts[bin]);
  }
  EXPECT_EQ(all, plain.rows);
  EXPECT_LE(static_cast<double>(moved), few);
}

TEST(PolicySummariser, AgreesWithAPlainLoopOnAllRowsAndRules) {
  const SlateTable table = raggedLog();
  const Predictions predictions = randomPredictions(table, 5);
  for (const RowKind rows : {RowKind::Drawn, RowKind::Observed, RowKind::Article}) {
    for (const PropensityRule rule : {PropensityRule::One, PropensityRule::Self,
                                      PropensityRule::Uniform, PropensityRule::Drop}) {
      // The coldest spreads exponents over more than floats can hold without a shift a slate.
      for (const double temperature : {10.0, 1.0, 0.1, 0.002}) {
        expectAgreement(table, predictions,
                        {{1.5, -2, 0.25}, {1, 4, -0.5}, temperature, rows, rule});
      }
    }
  }
}

TEST(PolicySummariser, AgreesOnSomeSlatesOfALogAndOnBanditLogs) {
  const SlateTable table = raggedLog();
  const Predictions all = randomPredictions(table, 6);
  Predictions some;
  some.tasks = all.tasks;
  some.offsets = {0};
  std::vector<std::size_t> chosen;
  for (std::uint32_t slate = 1; slate < 700; slate += slate % 3 + 1) {
    some.slates.push_back(slate);
    for (auto i = all.offsets[slate]; i < all.offsets[slate + 1]; ++i) {
      chosen.push_back(static_cast<std::size_t>(i));
    }
    some.offsets.push_back(static_cast<std::int64_t>(chosen.size()));
  }
  for (std::size_t task = 0; task < all.tasks; ++task) {
    for (const std::size_t i : chosen) some.probabilities.push_back(all.task(task)[i]);
  }
  expectAgreement(table, some, {{1, 1, 1}, {1, 1, 1}, 0.5, RowKind::Observed, {}});
  expectAgreement(table, some, {{1, 1, 1}, {1, 1, 1}, 0.5, RowKind::Article, {}});
  expectAgreement(table, some, {{1, 1, 1}, {1, 1, 1}, 0.5, RowKind::Drawn, {}});
  const SlateTable bandit = tinyBanditLog(5000);
  expectAgreement(bandit, randomPredictions(bandit, 7), {{3}, {2}, 0.7, RowKind::Drawn, {}});
}

TEST(PolicySummariser, RatiosOfOneStandInTheBinThatBeginsAtOne) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(2000));
  const PolicySummariser summariser(
      table, std::make_shared<const Predictions>(randomPredictions(*table, 1)), RowKind::Article,
      PropensityRule::Self);
  const PolicySummary summary =
      summariser.summarise({{1, 2}, {1, 1}, 1, RowKind::Article, PropensityRule::Self}, 1.0, 1.0);
  EXPECT_EQ(summary.ratios.counts[30], 10'000) << "log10 of 1 is 0, the middle of -3 to 3";
  EXPECT_EQ(summary.clipped.low, 0) << "a ratio at a bound is not beyond it";
  EXPECT_EQ(summary.clipped.high, 0);
  EXPECT_EQ(summary.effectiveSampleSize, 10'000);
}

TEST(PolicySummariser, EqualScoresGiveUniformSlates) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(100));
  const PolicySummariser summariser(
      table, std::make_shared<const Predictions>(randomPredictions(*table, 1)), RowKind::Observed,
      PropensityRule::One);
  const PolicySummary summary =
      summariser.summarise({{0, 0}, {1, 0}, 1, RowKind::Observed, {}}, 0, 1);
  EXPECT_NEAR(summary.entropy, std::log(5.0), 1e-6);
  EXPECT_NEAR(summary.ips, table->taskMean(0), 1e-6);
  EXPECT_NEAR(summary.meanRatio, 0.2, 1e-7);
}

TEST(PolicySummariser, StopsWhenAsked) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(10));
  const PolicySummariser summariser(
      table, std::make_shared<const Predictions>(randomPredictions(*table, 1)), RowKind::Observed,
      PropensityRule::One);
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(
      summariser.summarise({{1, 1}, {1, 1}, 1, RowKind::Observed, {}}, 0, 1, source.get_token()),
      Cancelled);
}

}  // namespace
}  // namespace luce
