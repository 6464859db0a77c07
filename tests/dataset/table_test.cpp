#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/common/error.h"
#include "core/common/hash.h"
#include "core/dataset/gather.h"
#include "core/dataset/slate_table.h"
#include "tests/support/record_logs.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class Action>
std::string errorOf(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

SlateTable unevenSlates(int slates) {
  SlateTableBuilder builder;
  writeUnevenSlates(builder, slates);
  return builder.finish();
}

SlateTable sparseActions(int slates) {
  SlateTableBuilder builder;
  writeSparseActions(builder, slates);
  return builder.finish();
}

TEST(HashTest, EqualsTheDocumentedFormula) {
  // FNV-1a's published test vectors.
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325u);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8u);
  // The whole formula, by a program of four lines in Python.
  EXPECT_EQ(categoryHash("genre", "comedy"), 0x90b47a29u);
  EXPECT_EQ(categoryHash("item", ""), 0xe71c9170u);
}

TEST(SchemaTest, JsonKeepsEverything) {
  for (const SlateTable& table : {unevenSlates(1), sparseActions(1)}) {
    EXPECT_EQ(schemaFromJson(schemaToJson(table.schema())), table.schema());
  }
}

TEST(SchemaTest, JsonIsReadStrictly) {
  EXPECT_THAT(errorOf([] { schemaFromJson("{\"shape\": \"list\", \"tasks\": [\"click\"]}"); }),
              HasSubstr("schema.shape is \"list\"; expected one of slate, bandit"));
  EXPECT_THAT(errorOf([] { schemaFromJson("{\"shape\": \"slate\", \"tasks\": []}"); }),
              HasSubstr("schema.tasks"));
  EXPECT_THAT(errorOf([] {
                schemaFromJson(
                    "{\"shape\": \"slate\", \"tasks\": [\"a\"], \"features\": "
                    "[{\"name\": \"x\", \"kind\": \"colour\", \"scope\": \"item\"}]}");
              }),
              HasSubstr("schema.features[0].kind is \"colour\""));
}

TEST(SchemaTest, ContradictionsAreRefused) {
  Schema schema;
  EXPECT_THAT(errorOf([&] { requireConsistent(schema); }), HasSubstr("at least one task"));
  schema.tasks = {"click", "click"};
  EXPECT_THAT(errorOf([&] { requireConsistent(schema); }), HasSubstr("task twice"));
  schema.tasks = {"click"};
  requireConsistent(schema);
  const auto errorWith = [&](LogShape shape, FeatureScope scope, FeatureKind kind) {
    schema.shape = shape;
    schema.features = {{"x", kind, scope}};
    return errorOf([&] { requireConsistent(schema); });
  };
  EXPECT_THAT(errorWith(LogShape::Bandit, FeatureScope::Candidate, FeatureKind::Numeric),
              HasSubstr("bandit log does not list"));
  EXPECT_THAT(errorWith(LogShape::Slate, FeatureScope::Pair, FeatureKind::Numeric),
              HasSubstr("only a bandit log has"));
  EXPECT_THAT(errorWith(LogShape::Bandit, FeatureScope::Pair, FeatureKind::Category),
              HasSubstr("must be numeric"));
  EXPECT_EQ(errorWith(LogShape::Bandit, FeatureScope::Pair, FeatureKind::Numeric), "no error");
  schema.features.push_back(schema.features.front());
  EXPECT_THAT(errorOf([&] { requireConsistent(schema); }), HasSubstr("\"x\" is named twice"));
}

TEST(SlateTableTest, SlateLogIsCutByItsOffsets) {
  const SlateTable table = unevenSlates(6);  // slates of 1, 2, 3, 4, 1, 2
  EXPECT_EQ(table.candidateCount(), 13);
  EXPECT_EQ(table.largestSlate(), 4u);
  EXPECT_EQ(table.candidates(3).first, 6);
  EXPECT_EQ(table.candidates(3).count, 4);
  EXPECT_EQ(table.loggedCount(), 13u);
  EXPECT_DOUBLE_EQ(table.taskMean(0), 6.0 / 13);
  EXPECT_DOUBLE_EQ(table.taskMean(1), 0.25);
  EXPECT_EQ(table.findSlate("slate 4"), 4u);
  EXPECT_EQ(table.findSlate("slate"), std::nullopt);
  // Items in the order of their first appearance: slate 0 shows item 3, slate 1 items 10 and 2.
  EXPECT_EQ(table.catalogue().keys[0], "item 3");
  EXPECT_EQ(table.catalogue().keys[table.item(1, 0)], "item 10");
  EXPECT_EQ(table.catalogue().keys[table.item(1, 1)], "item 2");
}

TEST(SlateTableTest, BanditLogsCandidatesAreTheCatalogue) {
  const SlateTable table = sparseActions(7);
  EXPECT_EQ(table.candidateCount(), 35);
  EXPECT_EQ(table.largestSlate(), 5u);
  EXPECT_EQ(table.candidates(2).first, 10);
  EXPECT_EQ(table.candidates(2).count, 5);
  EXPECT_EQ(table.item(6, 3), 3u);
  EXPECT_EQ(table.action(6), 1u);
  EXPECT_EQ(table.loggedCount(), 7u);
  EXPECT_DOUBLE_EQ(table.taskMean(0), 1.0 / 7);
}

TEST(SlateTableTest, RecordsThatDoNotFitAreRefused) {
  SlateTableBuilder builder;
  CandidateRecord candidate;
  candidate.item = "i";
  EXPECT_THAT(errorOf([&] {
                SlateTableBuilder fresh;
                writeUnevenSlates(fresh, 0);
                fresh.addCandidate(candidate);
              }),
              HasSubstr("before its slate"));
  writeUnevenSlates(builder, 1);
  EXPECT_THAT(errorOf([&] { builder.addCandidate(candidate); }), HasSubstr("0 labels"));
  writeSparseActions(builder, 1);
  const std::array<double, 1> price{1};
  const std::array<std::string_view, 1> brand{"even"};
  EXPECT_THAT(errorOf([&] { builder.addItem({.key = "10", .numeric = price, .category = brand}); }),
              HasSubstr("in the catalogue twice"));
}

TEST(GatherTest, ColumnsFollowTheDocumentedOrder) {
  const FeatureLayout slates = featureLayout(unevenSlates(1).schema());
  EXPECT_THAT(slates.numeric, ElementsAre("user_age", "price", "quality"));
  EXPECT_THAT(slates.category, ElementsAre("user_country", "genre", "item"));
  const FeatureLayout actions = featureLayout(sparseActions(1).schema());
  EXPECT_THAT(actions.numeric, ElementsAre("price", "affinity", "views"));
  EXPECT_THAT(actions.category, ElementsAre("user", "brand", "item"));
}

TEST(GatherTest, SlatesComeInTheOrderAskedFor) {
  const SlateTable table = unevenSlates(6);
  GatheredSlates gathered;
  const std::vector<std::uint32_t> chosen{5, 1, 5};
  gatherSlates(table, chosen, gathered);
  EXPECT_THAT(gathered.offsets, ElementsAre(0, 2, 4, 6));
  ASSERT_EQ(gathered.numeric.size(), 18u);
  ASSERT_EQ(gathered.category.size(), 18u);
  // Slate 5: age 25.25, price 0.1 · 5 then missing, quality −1 / place.
  EXPECT_EQ(gathered.numeric[0], 25.25f);
  EXPECT_EQ(gathered.numeric[1], 0.5f);
  EXPECT_EQ(gathered.numeric[2], -1.0f);
  EXPECT_EQ(gathered.numeric[3], 25.25f);
  EXPECT_TRUE(std::isnan(gathered.numeric[4]));
  EXPECT_EQ(gathered.numeric[5], -0.5f);
  EXPECT_EQ(gathered.numeric[6], 21.25f);  // slate 1
  EXPECT_EQ(gathered.category[0], categoryHash("user_country", ""));
  EXPECT_EQ(gathered.category[1], categoryHash("genre", "it's \"drama\""));
  EXPECT_EQ(gathered.category[2], categoryHash("item", "item 5"));  // (5·7 + 1·3) mod 11
  EXPECT_EQ(gathered.category[4], categoryHash("genre", "comedy"));
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(gathered.category[12 + i], gathered.category[i]);
  }
}

TEST(GatherTest, PairFeaturesAreZeroUnlessStored) {
  const SlateTable table = sparseActions(7);
  GatheredSlates gathered;
  gatherSlates(table, std::vector<std::uint32_t>{6, 1}, gathered);
  EXPECT_THAT(gathered.offsets, ElementsAre(0, 5, 10));
  ASSERT_EQ(gathered.numeric.size(), 30u);
  for (std::size_t row = 0; row < 10; ++row) {
    const std::size_t item = row % 5;
    if (item == 3) {
      EXPECT_TRUE(std::isnan(gathered.numeric[row * 3]));
    } else {
      EXPECT_EQ(gathered.numeric[row * 3], 1.5f * static_cast<float>(item));
    }
    // Slate 6 stores affinity 6.5 for item 1 and views −2 for item 4; slate 1 stores nothing.
    EXPECT_EQ(gathered.numeric[row * 3 + 1], row == 1 ? 6.5f : 0.0f);
    EXPECT_EQ(gathered.numeric[row * 3 + 2], row == 4 ? -2.0f : 0.0f);
    EXPECT_EQ(gathered.category[row * 3], categoryHash("user", row < 5 ? "user 0" : "user 1"));
    EXPECT_EQ(gathered.category[row * 3 + 2], categoryHash("item", std::to_string(item * 10)));
  }
}

TEST(GatherTest, ActionsAreTheirRowsOfTheWholeSlates) {
  const SlateTable table = sparseActions(40);
  std::vector<std::uint32_t> all(40);
  for (std::uint32_t slate = 0; slate < 40; ++slate) all[slate] = slate;
  GatheredSlates slates, actions;
  gatherSlates(table, all, slates);
  gatherActions(table, all, actions);
  ASSERT_EQ(actions.rows(), 40);
  for (std::size_t slate = 0; slate < 40; ++slate) {
    const std::size_t row = slate * 5 + table.action(slate);
    for (std::size_t column = 0; column < 3; ++column) {
      const float found = actions.numeric[slate * 3 + column];
      const float expected = slates.numeric[row * 3 + column];
      EXPECT_TRUE(found == expected || (std::isnan(found) && std::isnan(expected)));
      EXPECT_EQ(actions.category[slate * 3 + column], slates.category[row * 3 + column]);
    }
  }
}

TEST(GatherTest, MomentsLeaveMissingValuesOut) {
  const SlateTable table = unevenSlates(4);
  const NumericMoments moments = numericMoments(table, std::vector<std::uint32_t>{1, 2});
  // Candidates: slate 1 has age 21.25 twice, slate 2 has 22.25 three times.
  EXPECT_NEAR(moments.mean[0], (2 * 21.25 + 3 * 22.25) / 5, 1e-5);
  EXPECT_NEAR(moments.deviation[0], std::sqrt(0.4 * 0.6), 1e-5);
  // Price: 0.1, missing; 0.2, missing, 0.2.
  EXPECT_NEAR(moments.mean[1], 0.5 / 3, 1e-6);
  EXPECT_NEAR(moments.deviation[1], std::sqrt(0.02 / 9), 1e-6);
  const NumericMoments one = numericMoments(table, std::vector<std::uint32_t>{0});
  EXPECT_EQ(one.deviation[0], 1.0f);  // missing everywhere
  EXPECT_EQ(one.deviation[1], 1.0f);  // one value
}

}  // namespace
}  // namespace luce
