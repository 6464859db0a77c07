#include "core/evaluation/segments.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "core/evaluation/ranking_metrics.h"
#include "core/evaluation/ranking_quality.h"
#include "core/evaluation/segment_groups.h"
#include "core/workspace/segment_names.h"
#include "tests/support/error_of.h"
#include "tests/support/random_predictions.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

SlateTable unevenSlates(int slates) {
  SlateTableBuilder builder;
  writeUnevenSlates(builder, slates);
  return builder.finish();
}

PolicySettings settingsFor(const SlateTable& table) {
  PolicySettings settings;
  settings.valueWeights.assign(table.taskCount(), 1.0);
  settings.rewardWeights.assign(table.taskCount(), 2.0);
  settings.rows = naturalRowKind(table);
  return settings;
}

SegmentCut cutNamed(const SlateTable& table, const std::string& name) {
  for (const SegmentCut& cut : possibleCuts(table)) {
    if (cut.name == name) return cut;
  }
  throw std::runtime_error("no cut " + name);
}

Segmentation segmentBy(const SlateTable& table, const std::string& name,
                       const SegmentSettings& settings = {}) {
  return segment(table, randomPredictions(table, 3), settingsFor(table), cutNamed(table, name),
                 settings);
}

std::vector<std::string> labels(const Segmentation& segmentation) {
  std::vector<std::string> result;
  for (const Segment& entry : segmentation.segments) result.push_back(entry.label);
  return result;
}

std::vector<std::int64_t> counts(const Grouping& grouping) {
  std::vector<std::int64_t> result;
  for (const Group& group : grouping.groups) result.push_back(group.count);
  return result;
}

std::vector<std::string> labels(const Grouping& grouping) {
  std::vector<std::string> result;
  for (const Group& group : grouping.groups) result.push_back(group.label);
  return result;
}

TEST(SegmentGroups, NumbersAreCutIntoEquallyFullBuckets) {
  std::vector<double> values;
  for (int i = 0; i < 100; ++i) values.push_back((i * 37) % 100);
  values.push_back(kMissing);
  const Grouping grouping = groupNumbers(values, 4);
  EXPECT_THAT(labels(grouping), ElementsAre("0 – 24", "25 – 49", "50 – 74", "75 – 99", "missing"));
  EXPECT_THAT(counts(grouping), ElementsAre(25, 25, 25, 25, 1));
  EXPECT_EQ(grouping.of[0], 0u);
  EXPECT_EQ(grouping.of[1], 1u);  // 37
  EXPECT_EQ(grouping.of[100], 4u);
}

TEST(SegmentGroups, EqualNumbersStayTogether) {
  std::vector<double> values(90, 7);
  for (int i = 0; i < 20; ++i) values.push_back(10 + i);
  const Grouping grouping = groupNumbers(values, 4);
  EXPECT_THAT(labels(grouping), ElementsAre("7", "10 – 29"));
  EXPECT_THAT(counts(grouping), ElementsAre(90, 20));
}

TEST(SegmentGroups, FewDifferentNumbersAreSegmentsThemselves) {
  const Grouping grouping = groupNumbers(std::vector<double>{3, 1.5, 3, 1.5, 1.5}, 4);
  EXPECT_THAT(labels(grouping), ElementsAre("1.5", "3"));
  EXPECT_THAT(counts(grouping), ElementsAre(3, 2));
}

TEST(SegmentGroups, SmallOnesAreFoldedIntoOthers) {
  std::vector<double> values;
  for (int value = 1; value <= 5; ++value) {
    for (int i = 0; i < (value == 3 ? 9 : value); ++i) values.push_back(value);
  }
  values.push_back(kMissing);
  Grouping grouping = groupWholeNumbers(values, [](double v) { return std::to_string(int(v)); });
  foldSmallGroups(grouping, 3);
  EXPECT_THAT(labels(grouping), ElementsAre("3", "4", "5", "missing", "2 others"));
  EXPECT_THAT(counts(grouping), ElementsAre(9, 4, 5, 1, 3));
  std::vector<std::int64_t> recounted(5);
  for (const std::uint32_t group : grouping.of) ++recounted[group];
  EXPECT_EQ(recounted, counts(grouping));
}

TEST(Segments, LogsTellWhatTheyCanBeCutBy) {
  std::vector<std::string> names;
  for (const SegmentCut& cut : possibleCuts(unevenSlates(4))) names.push_back(cut.name);
  EXPECT_THAT(names, ElementsAre("user_age", "user_country", "slate size", "hour of day",
                                 "day of week", "price", "genre", "quality", "place"));
  SlateTableBuilder builder;
  writeSparseActions(builder, 4);
  names.clear();
  for (const SegmentCut& cut : possibleCuts(builder.finish())) names.push_back(cut.name);
  EXPECT_THAT(names, ElementsAre("user", "brand", "price", "place"));
  const SlateTable table = unevenSlates(4);
  const SegmentCut unknown{SegmentBy::Context, FeatureKind::Numeric, 7, "weather"};
  EXPECT_THAT(
      errorOf([&] { segment(table, randomPredictions(table, 1), settingsFor(table), unknown); }),
      HasSubstr("weather"));
}

TEST(Segments, SlateSizesHoldTheirSlatesAndMeasures) {
  const SlateTable table = unevenSlates(40);
  const Predictions predictions = randomPredictions(table, 3);
  const PolicySettings settings = settingsFor(table);
  const Segmentation sizes = segment(table, predictions, settings, cutNamed(table, "slate size"));
  EXPECT_THAT(labels(sizes), ElementsAre("1", "2", "3", "4"));
  const std::vector<double> ndcg =
      rankingQuality(table, predictions, settings).measures[3].values;  // @10
  for (std::size_t size = 1; size <= 4; ++size) {
    const Segment& entry = sizes.segments[size - 1];
    EXPECT_EQ(entry.slates, 10);
    EXPECT_EQ(entry.rows, static_cast<std::int64_t>(10 * size));
    std::vector<double> seen, clicked;
    double gain = 0, rewards = 0;
    for (std::uint32_t slate = static_cast<std::uint32_t>(size) - 1; slate < 40; slate += 4) {
      EXPECT_THAT(entry.localSlates, testing::Contains(slate));
      gain += ndcg[slate] / 10;
      const CandidateRange range = table.candidates(slate);
      for (std::int64_t i = 0; i < range.count; ++i) {
        const auto row = static_cast<std::size_t>(range.first + i);
        seen.push_back(1.0 * table.logged().examination[row] * predictions.task(0)[row]);
        clicked.push_back(table.logged().labels(row, 0));
        rewards += 2 * (table.logged().labels(row, 0) + table.logged().labels(row, 1));
      }
    }
    EXPECT_NEAR(entry.ndcg, gain, 1e-12);
    EXPECT_NEAR(entry.meanReward, rewards / static_cast<double>(10 * size), 1e-6);
    EXPECT_NEAR(entry.tasks[0].logLoss, logLoss(seen, clicked), 1e-12);
    EXPECT_THAT(entry.tasks[0].auc,
                testing::NanSensitiveDoubleNear(areaUnderCurve(seen, clicked), 1e-12));
  }
  EXPECT_EQ(sizes.all.slates, 40);
  EXPECT_EQ(sizes.all.rows, 100);
}

TEST(Segments, MissingValuesAreASegmentOfTheirOwn) {
  const Segmentation ages = segmentBy(unevenSlates(60), "user_age");
  ASSERT_EQ(ages.segments.back().kind, SegmentKind::Missing);
  EXPECT_EQ(ages.segments.back().slates, 20);
  std::int64_t slates = 0;
  for (const Segment& entry : ages.segments) slates += entry.slates;
  EXPECT_EQ(slates, 60);
  EXPECT_EQ(ages.segments.size(), 7u);
  const Segmentation countries = segmentBy(unevenSlates(10), "user_country");
  EXPECT_EQ(countries.segments.back().label, "missing");
  EXPECT_EQ(countries.segments.back().slates, 5);
}

TEST(Segments, TimesAreReadInUtc) {
  // 1500000000 is Friday, 14 July 2017, 02:40:00 UTC.
  const SlateTable table = unevenSlates(5);
  EXPECT_THAT(labels(segmentBy(table, "hour of day")), ElementsAre("02:00 – 02:59 UTC", "missing"));
  EXPECT_THAT(labels(segmentBy(table, "day of week")), ElementsAre("Friday", "missing"));
}

TEST(Segments, RowsAreCutByWhatDiffersWithinASlate) {
  const SlateTable table = unevenSlates(40);
  const Segmentation places = segmentBy(table, "place");
  // Slates of four candidates state no places.
  EXPECT_THAT(labels(places), ElementsAre("1", "2", "3", "missing"));
  EXPECT_EQ(places.segments[0].rows, 30);
  EXPECT_EQ(places.segments[1].rows, 20);
  EXPECT_EQ(places.segments[3].rows, 40);
  EXPECT_EQ(places.segments[3].slates, 10);
  EXPECT_TRUE(std::isnan(places.segments[0].ndcg));
  EXPECT_TRUE(places.segments[0].localSlates.empty());
  EXPECT_NEAR(places.segments[0].tasks[0].rate, 1, 1e-12);
  EXPECT_NEAR(places.segments[1].tasks[0].rate, 0, 1e-12);
  EXPECT_FALSE(std::isnan(places.all.ndcg));
}

TEST(Segments, ChosenPredictionsAreThoseOfTheirSlates) {
  const SlateTable table = unevenSlates(12);
  const Predictions all = randomPredictions(table, 3);
  const Predictions some = choosePredictions(all, std::vector<std::uint32_t>{2, 7});
  EXPECT_THAT(some.slates, ElementsAre(2u, 7u));
  EXPECT_THAT(some.offsets, ElementsAre(0, 3, 7));
  for (std::size_t task = 0; task < 2; ++task) {
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(some.task(task)[i],
                all.task(task)[static_cast<std::size_t>(table.candidates(2).first) + i]);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(some.task(task)[3 + i],
                all.task(task)[static_cast<std::size_t>(table.candidates(7).first) + i]);
    }
  }
}

/// The texts of a cut's categories, by the workspace that holds the log.
std::set<std::string> namesOf(void (*write)(DatasetSink&, int), const std::string& cut) {
  const TemporaryFolder folder;
  Workspace workspace = Workspace::open(folder / "study.luce");
  const auto writer = workspace.createDataset("log", "made by a test");
  write(*writer, 30);
  writer->commit();
  const SlateTable table = workspace.loadDataset("log");
  SlateBrowser browser(folder / "study.luce", workspace.dataset("log"));
  Segmentation segmentation = segmentBy(table, cut);
  for (const Segment& entry : segmentation.segments) {
    if (!entry.category) continue;
    EXPECT_THAT(entry.label, HasSubstr("category #"));
  }
  nameSegments(browser, segmentation);
  std::set<std::string> names;
  for (const Segment& entry : segmentation.segments) {
    if (entry.category) names.insert(entry.label);
  }
  return names;
}

TEST(Segments, CategoriesLeadToTheirTexts) {
  EXPECT_THAT(namesOf(writeUnevenSlates, "user_country"), ElementsAre("Österreich"));
  EXPECT_THAT(namesOf(writeUnevenSlates, "genre"), ElementsAre("comedy", "it's \"drama\""));
  EXPECT_THAT(namesOf(writeSparseActions, "brand"), ElementsAre("even", "odd"));
  EXPECT_EQ(namesOf(writeSparseActions, "user").size(), 6u);
}

TEST(CategoryValues, AreCountedMostFrequentFirst) {
  const SlateTable table = unevenSlates(40);
  std::map<std::uint32_t, std::int64_t> counted;
  for (std::size_t row = 0; row < table.loggedCount(); ++row) {
    ++counted[table.candidateCategory()(row, 0)];
  }
  const auto values = frequentValues(table, FeatureScope::Candidate, 0, 10);
  ASSERT_EQ(values.size(), 2u);
  EXPECT_GE(values[0].count, values[1].count);
  for (const CategoryValue& value : values) {
    EXPECT_EQ(value.count, counted.at(value.place.hash));
    const auto row =
        table.candidates(static_cast<std::size_t>(value.place.slate)).first + value.place.candidate;
    EXPECT_EQ(table.candidateCategory()(static_cast<std::size_t>(row), 0), value.place.hash);
  }
  EXPECT_EQ(frequentValues(table, FeatureScope::Context, 0, 1).size(), 1u);
}

}  // namespace
}  // namespace luce
