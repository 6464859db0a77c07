#include "core/training/slate_advantages.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/objective/slate_objective.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

/// Rewards 1, 2, 4, 0, 0 in places 3, 1, 2, 4, 5; then a slate of one.
std::shared_ptr<const SlateTable> knownLog() {
  Schema schema;
  schema.tasks = {"stars"};
  schema.hasPosition = true;
  SlateTableBuilder builder;
  builder.begin(schema);
  const std::vector<std::pair<float, std::uint16_t>> rows{
      {0.25f, 3}, {0.5f, 1}, {1.0f, 2}, {0.0f, 4}, {0.0f, 5}};
  for (const char* key : {"five", "one"}) {
    SlateRecord record;
    record.key = key;
    builder.addSlate(record);
    for (std::size_t i = 0; i < (std::string(key) == "five" ? rows.size() : 1u); ++i) {
      const std::string item = std::to_string(i);
      CandidateRecord candidate;
      candidate.item = item;
      candidate.position = key[0] == 'f' ? rows[i].second : std::uint16_t{1};
      candidate.labels = std::span(&rows[i].first, 1);
      builder.addCandidate(candidate);
    }
  }
  return std::make_shared<const SlateTable>(builder.finish());
}

ObjectiveSettings settingsOf(AdvantageKind kind, std::optional<RowKind> rows = std::nullopt) {
  ObjectiveSettings settings;
  settings.scheme = "grpo";
  settings.advantage = kind;
  settings.rows = rows;
  return settings;
}

TEST(SlateAdvantages, FollowTheirFormulasWithinASlate) {
  const auto table = knownLog();
  const std::vector<double> weights{4};  // rewards 1, 2, 4, 0, 0: mean 1.4, squares 11.2
  const auto of = [&](AdvantageKind kind, std::uint32_t slate) {
    return SlateAdvantages(table, settingsOf(kind)).of(slate, weights);
  };
  EXPECT_THAT(of(AdvantageKind::Raw, 0), testing::ElementsAre(1, 2, 4, 0, 0));
  const double deviation = std::sqrt(11.2 / 4);
  const std::vector<double> centred{-0.4, 0.6, 2.6, -1.4, -1.4};
  const std::vector<double> mean = of(AdvantageKind::Mean, 0), group = of(AdvantageKind::Group, 0),
                            others = of(AdvantageKind::LeaveOneOut, 0);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(mean[i], centred[i], 1e-12);
    EXPECT_NEAR(group[i], centred[i] / (deviation + 1e-6), 1e-12);
    EXPECT_NEAR(others[i], centred[i] * 5 / 4, 1e-12);
  }
  EXPECT_THAT(of(AdvantageKind::Group, 1), testing::ElementsAre(0)) << "nothing to compare with";
}

TEST(SlateAdvantages, OnlyRowsHaveOne) {
  ObjectiveSettings settings = settingsOf(AdvantageKind::Raw, RowKind::Drawn);
  const std::vector<double> drawn =
      SlateAdvantages(knownLog(), settings).of(0, std::vector<double>{4});
  ASSERT_EQ(drawn.size(), 5u);
  EXPECT_EQ(drawn[1], 2) << "the item in the first place";
  for (const std::size_t i : {0u, 2u, 3u, 4u}) EXPECT_TRUE(std::isnan(drawn[i]));
  settings.rows = RowKind::Article;
  settings.propensityRule = PropensityRule::Drop;
  for (const double advantage : SlateAdvantages(knownLog(), settings).of(0, std::vector{4.0})) {
    EXPECT_TRUE(std::isnan(advantage)) << "no row states a propensity";
  }
}

TEST(SlateAdvantages, AreThoseOfTheLoss) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(30));
  const std::vector<std::uint32_t> slates{11};
  const std::vector<double> weights{1, 2.5};
  for (const AdvantageKind kind :
       {AdvantageKind::Group, AdvantageKind::Mean, AdvantageKind::LeaveOneOut}) {
    LoggedRows rows;
    selectRows(*table, slates, RowKind::Observed, PropensityRule::One, rows);
    std::vector<double> rewards;
    rowRewards(*table, rows, weights, rewards);
    const std::vector<std::int64_t> offsets{0, 5};
    const std::vector<double> scores{0.1, 0.5, 0.2, 0.7, 0.3};
    std::vector<double> gradient(5);
    const Scheme& scheme = findScheme("grpo");
    std::vector<double> parameters;
    for (const SchemeParameter& parameter : scheme.description().parameters) {
      parameters.push_back(parameter.standard);
    }
    PolicyLoss loss{&scheme, parameters, kind};
    SlateObjective<double> objective;
    objective.evaluate(loss, {offsets, scores, &rows, rewards}, gradient);
    EXPECT_THAT(
        SlateAdvantages(table, settingsOf(kind)).of(11, weights),
        testing::ElementsAreArray(objective.advantages().begin(), objective.advantages().end()));
  }
}

TEST(SlateAdvantages, ABanditsRowIsComparedWithTheLogsOtherRows) {
  const auto table = std::make_shared<const SlateTable>(tinyBanditLog(1000));
  const std::vector<double> weights{3};
  double mean = 0;
  for (std::size_t slate = 0; slate < 1000; ++slate) {
    mean += 3 * table->logged().labels(slate, 0) / 1000.0;
  }
  const SlateAdvantages advantages(table, settingsOf(AdvantageKind::Mean));
  for (const std::uint32_t slate : {0u, 17u, 999u}) {
    const std::vector<double> of = advantages.of(slate, weights);
    ASSERT_EQ(of.size(), 4u);
    for (std::uint32_t i = 0; i < 4; ++i) {
      if (i == table->action(slate)) {
        EXPECT_NEAR(of[i], 3 * table->logged().labels(slate, 0) - mean, 1e-9);
      } else {
        EXPECT_TRUE(std::isnan(of[i]));
      }
    }
  }
}

TEST(SlateAdvantages, RefuseWhatTheLogLacks) {
  ObjectiveSettings settings = settingsOf(AdvantageKind::Mean);
  settings.advantageGroup = AdvantageGroup::Context;
  EXPECT_THROW(SlateAdvantages(knownLog(), settings), Error);
}

}  // namespace
}  // namespace luce
