#include "core/dataset/editable_slate.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "core/common/hash.h"
#include "core/dataset/gather.h"
#include "core/dataset/value_ranges.h"
#include "tests/support/record_logs.h"

namespace luce {
namespace {

SlateTable logOf(void (*write)(DatasetSink&, int), int slates) {
  SlateTableBuilder builder;
  write(builder, slates);
  return builder.finish();
}

/// What an estimator is given of one slate.
GatheredSlates gathered(const SlateTable& table, std::uint32_t slate) {
  GatheredSlates result;
  gatherSlates(table, std::array{slate}, result);
  for (float& value : result.numeric) {
    if (std::isnan(value)) value = -12345;  // so that missing ones compare
  }
  return result;
}

std::vector<float> numericRow(const GatheredSlates& inputs, std::size_t row) {
  const std::size_t columns = inputs.numeric.size() / static_cast<std::size_t>(inputs.rows());
  const auto begin = inputs.numeric.begin() + static_cast<std::ptrdiff_t>(row * columns);
  return {begin, begin + static_cast<std::ptrdiff_t>(columns)};
}

std::vector<std::uint32_t> categoryRow(const GatheredSlates& inputs, std::size_t row) {
  const std::size_t columns = inputs.category.size() / static_cast<std::size_t>(inputs.rows());
  const auto begin = inputs.category.begin() + static_cast<std::ptrdiff_t>(row * columns);
  return {begin, begin + static_cast<std::ptrdiff_t>(columns)};
}

TEST(EditableSlate, UnchangedGivesAnEstimatorWhatTheLogDoes) {
  for (const auto write : {writeUnevenSlates, writeSparseActions}) {
    const SlateTable table = logOf(write, 12);
    for (std::uint32_t slate = 0; slate < 12; ++slate) {
      const SlateTable one = asTable(table, editableSlate(table, slate));
      EXPECT_EQ(one.slateCount(), 1u);
      EXPECT_EQ(one.slateKey(0), table.slateKey(slate));
      EXPECT_EQ(one.schema(), table.schema());
      const GatheredSlates expected = gathered(table, slate);
      const GatheredSlates found = gathered(one, 0);
      EXPECT_EQ(found.offsets, expected.offsets);
      EXPECT_EQ(found.numeric, expected.numeric) << slate;
      EXPECT_EQ(found.category, expected.category) << slate;
    }
  }
}

TEST(EditableSlate, DroppedCandidatesAreNotThere) {
  const SlateTable table = logOf(writeUnevenSlates, 12);
  EditableSlate slate = editableSlate(table, 3);  // of four
  slate.candidates[1].dropped = true;
  const GatheredSlates found = gathered(asTable(table, slate), 0);
  const GatheredSlates log = gathered(table, 3);
  ASSERT_EQ(found.rows(), 3);
  EXPECT_EQ(numericRow(found, 0), numericRow(log, 0));
  EXPECT_EQ(numericRow(found, 1), numericRow(log, 2));
  EXPECT_EQ(categoryRow(found, 2), categoryRow(log, 3));
  for (EditableCandidate& candidate : slate.candidates) candidate.dropped = true;
  EXPECT_EQ(gathered(asTable(table, slate), 0).rows(), 0);
}

TEST(EditableSlate, ChangesReachTheColumnsThatTheyName) {
  const SlateTable table = logOf(writeUnevenSlates, 12);
  const FeatureLayout layout = featureLayout(table.schema());
  const auto numericColumn = [&](const std::string& name) {
    return std::find(layout.numeric.begin(), layout.numeric.end(), name) - layout.numeric.begin();
  };
  const auto categoryColumn = [&](const std::string& name) {
    return std::find(layout.category.begin(), layout.category.end(), name) -
           layout.category.begin();
  };
  ASSERT_EQ(candidateFeatures(table.schema(), FeatureKind::Numeric)[1].name, "quality");
  EditableSlate slate = editableSlate(table, 7);
  slate.contextNumeric[0] = 99;
  slate.contextCategory[0] = categoryHash("user_country", "Wales");
  slate.candidates[2].numeric[1] = 0.625f;
  slate.candidates[2].category[0] = categoryHash("genre", "western");
  const GatheredSlates found = gathered(asTable(table, slate), 0);
  const GatheredSlates log = gathered(table, 7);
  for (std::size_t row = 0; row < 4; ++row) {
    std::vector<float> numbers = numericRow(log, row);
    numbers[static_cast<std::size_t>(numericColumn("user_age"))] = 99;
    std::vector<std::uint32_t> categories = categoryRow(log, row);
    categories[static_cast<std::size_t>(categoryColumn("user_country"))] =
        categoryHash("user_country", "Wales");
    if (row == 2) {
      numbers[static_cast<std::size_t>(numericColumn("quality"))] = 0.625f;
      categories[static_cast<std::size_t>(categoryColumn("genre"))] =
          categoryHash("genre", "western");
    }
    EXPECT_EQ(numericRow(found, row), numbers) << row;
    EXPECT_EQ(categoryRow(found, row), categories) << row;
  }
}

TEST(EditableSlate, ItemsChangeForOneCandidateAlone) {
  const SlateTable table = logOf(writeSparseActions, 12);
  const auto features = candidateFeatures(table.schema(), FeatureKind::Numeric);
  ASSERT_EQ(features[0].name, "price");
  ASSERT_EQ(features[1].name, "affinity");
  EditableSlate slate = editableSlate(table, 0);
  slate.candidates.push_back(slate.candidates[1]);
  slate.candidates.back().logged = kAdded;
  slate.candidates.back().numeric[0] = 42;
  slate.candidates.back().numeric[1] = 0;  // was 0.5
  const SlateTable one = asTable(table, slate);
  const GatheredSlates found = gathered(one, 0);
  const GatheredSlates log = gathered(table, 0);
  ASSERT_EQ(found.rows(), 6);
  std::vector<float> expected = numericRow(log, 1);
  EXPECT_EQ(numericRow(found, 1), expected);
  EXPECT_EQ(expected[0], 1.5f);
  EXPECT_EQ(expected[1], 0.5f);
  expected[0] = 42;
  expected[1] = 0;
  EXPECT_EQ(numericRow(found, 5), expected);
  EXPECT_EQ(categoryRow(found, 5), categoryRow(log, 1)) << "the item's key and categories stay";
}

TEST(EditableSlate, AreEqualWithMissingNumbersToo) {
  const SlateTable table = logOf(writeUnevenSlates, 12);
  const EditableSlate slate = editableSlate(table, 3);  // its age is missing
  ASSERT_TRUE(std::isnan(slate.contextNumeric[0]));
  EditableSlate other = slate;
  EXPECT_TRUE(other == slate);
  other.candidates[0].numeric[0] += 1;
  EXPECT_FALSE(other == slate);
  other = slate;
  other.candidates[0].dropped = true;
  EXPECT_FALSE(other == slate);
  other = slate;
  other.contextNumeric[0] = 0;
  EXPECT_FALSE(other == slate);
}

TEST(ValueRanges, AreThoseOfTheLog) {
  const ValueRanges slates = valueRanges(logOf(writeUnevenSlates, 12));
  ASSERT_EQ(slates.context.size(), 1u);
  EXPECT_EQ(slates.context[0].low, 21.25f);
  EXPECT_EQ(slates.context[0].high, 31.25f);
  ASSERT_EQ(slates.candidate.size(), 2u);
  EXPECT_EQ(slates.candidate[0].low, 0);
  EXPECT_EQ(slates.candidate[0].high, 1.1f);
  EXPECT_EQ(slates.candidate[1].low, -1);
  EXPECT_EQ(slates.candidate[1].high, -0.25f);
  const ValueRanges actions = valueRanges(logOf(writeSparseActions, 12));
  EXPECT_TRUE(actions.context.empty());
  ASSERT_EQ(actions.candidate.size(), 3u);
  EXPECT_EQ(actions.candidate[0].high, 6);  // price
  EXPECT_EQ(actions.candidate[1].low, 0);   // affinity
  EXPECT_EQ(actions.candidate[1].high, 10.5f);
  EXPECT_EQ(actions.candidate[2].low, -2);  // views
  EXPECT_EQ(actions.candidate[2].high, 0);
}

TEST(ValueRanges, ItemsAreFoundWhereTheyFirstStand) {
  const SlateTable table = logOf(writeUnevenSlates, 12);
  const std::vector<std::int64_t> first = firstAppearances(table);
  ASSERT_EQ(first.size(), table.catalogue().size());
  std::vector<std::int64_t> expected(first.size(), -1);
  for (std::size_t slate = 12; slate-- > 0;) {
    for (std::int64_t i = table.candidates(slate).count; i-- > 0;) {
      expected[table.item(slate, i)] = table.candidates(slate).first + i;
    }
  }
  EXPECT_EQ(first, expected);
}

}  // namespace
}  // namespace luce
