#include "core/dataset/split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>

#include "core/common/error.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// One candidate a slate; NaN = no time.
SlateTable slatesWith(const std::vector<std::string>& keys, const std::vector<double>& times = {}) {
  Schema schema;
  schema.tasks = {"click"};
  schema.hasTime = !times.empty();
  SlateTableBuilder builder;
  builder.begin(schema);
  const std::array<float, 1> label{0};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    SlateRecord slate;
    slate.key = keys[i];
    if (!times.empty()) slate.time = times[i];
    builder.addSlate(slate);
    CandidateRecord candidate;
    candidate.item = "a";
    candidate.labels = label;
    builder.addCandidate(candidate);
  }
  return builder.finish();
}

std::vector<std::string> numberedKeys(int count) {
  std::vector<std::string> keys;
  for (int i = 0; i < count; ++i) keys.push_back("slate " + std::to_string(i));
  return keys;
}

std::set<std::string> keysOf(const SlateTable& table, const std::vector<std::uint32_t>& slates) {
  std::set<std::string> keys;
  for (const std::uint32_t slate : slates) keys.emplace(table.slateKey(slate));
  return keys;
}

void expectEverySlateOnce(const Split& split, std::size_t count) {
  std::vector<std::uint32_t> all;
  for (const auto* part : {&split.train, &split.validation, &split.test}) {
    EXPECT_TRUE(std::is_sorted(part->begin(), part->end()));
    all.insert(all.end(), part->begin(), part->end());
  }
  std::sort(all.begin(), all.end());
  ASSERT_EQ(all.size(), count);
  for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(all[i], i);
}

TEST(SplitTest, TimePutsTheNewestSlatesIntoTest) {
  const SlateTable table = slatesWith(numberedKeys(10), {5, 1, 9, 3, 7, 2, 8, 4, 6, 0});
  const Split split = splitSlates(table, {.validation = 0.2, .test = 0.3});
  EXPECT_EQ(split.rule, SplitRule::Time);
  EXPECT_THAT(split.test, ElementsAre(2, 4, 6));     // times 9, 7, 8
  EXPECT_THAT(split.validation, ElementsAre(0, 8));  // times 5, 6
  EXPECT_THAT(split.train, ElementsAre(1, 3, 5, 7, 9));
}

TEST(SplitTest, EqualTimesKeepTheOrderOfTheLog) {
  const SlateTable table = slatesWith(numberedKeys(5), {1, 1, 1, 1, 1});
  const Split split = splitSlates(table, {.rule = SplitRule::Time, .validation = 0.2, .test = 0.2});
  EXPECT_THAT(split.train, ElementsAre(0, 1, 2));
  EXPECT_THAT(split.validation, ElementsAre(3));
  EXPECT_THAT(split.test, ElementsAre(4));
}

TEST(SplitTest, AMissingTimeMeansHashUnlessTimeIsAskedFor) {
  const SlateTable table = slatesWith({"a", "b", "c"}, {1, kMissing, 3});
  EXPECT_EQ(splitSlates(table, {}).rule, SplitRule::Hash);
  EXPECT_EQ(splitSlates(slatesWith({"a", "b"}), {}).rule, SplitRule::Hash);
  try {
    splitSlates(table, {.rule = SplitRule::Time});
    FAIL() << "not refused";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("slate \"b\" has none"));
  }
}

TEST(SplitTest, HashTakesTheSharesAskedFor) {
  const SlateTable table = slatesWith(numberedKeys(1000));
  const Split split = splitSlates(table, {.validation = 0.15, .test = 0.25, .seed = 3});
  EXPECT_EQ(split.validation.size(), 150u);
  EXPECT_EQ(split.test.size(), 250u);
  expectEverySlateOnce(split, 1000);
  // Uniform over the log: mean index of 250 draws from 0..999 within five standard errors.
  const double mean = std::accumulate(split.test.begin(), split.test.end(), 0.0) / 250;
  EXPECT_NEAR(mean, 499.5, 5 * 288.7 / std::sqrt(250.0));
}

TEST(SplitTest, HashDependsOnSeedAndKeysOnly) {
  const std::vector<std::string> keys = numberedKeys(500);
  std::vector<std::string> reversed(keys.rbegin(), keys.rend());
  const SlateTable table = slatesWith(keys), other = slatesWith(reversed);
  const Split split = splitSlates(table, {.seed = 7});
  EXPECT_EQ(splitSlates(table, {.seed = 7}).test, split.test);
  EXPECT_EQ(keysOf(other, splitSlates(other, {.seed = 7}).test), keysOf(table, split.test));
  EXPECT_NE(splitSlates(table, {.seed = 8}).test, split.test);
}

TEST(SplitTest, ImpossibleSharesAreRefused) {
  const SlateTable table = slatesWith(numberedKeys(10));
  const auto refuse = [&](double validation, double test) {
    EXPECT_THROW(splitSlates(table, {.validation = validation, .test = test}), Error)
        << validation << " " << test;
  };
  refuse(-0.1, 0.1);
  refuse(0.1, 1.0);
  refuse(0.5, 0.5);
  refuse(kMissing, 0.1);
  expectEverySlateOnce(splitSlates(table, {.validation = 0, .test = 0}), 10);
  expectEverySlateOnce(splitSlates(slatesWith({}), {}), 0);
}

TEST(SplitTest, ThinningKeepsEveryKthSlateUpToTheLimit) {
  const SlateTable table = tinySlateLog(100);  // five candidates each
  std::vector<std::uint32_t> slates(100);
  std::iota(slates.begin(), slates.end(), 0u);
  EXPECT_EQ(thinSlates(table, slates, 500), slates);
  const std::vector<std::uint32_t> half = thinSlates(table, slates, 499);
  ASSERT_EQ(half.size(), 50u);
  EXPECT_EQ(half[1], 2u);
  EXPECT_EQ(thinSlates(table, slates, 50).size(), 10u);
}

}  // namespace
}  // namespace luce
