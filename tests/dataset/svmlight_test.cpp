#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/imported_log.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kLog =
    "# judged by hand\n"
    "2 qid:10 1:0.031 2:0.5 # docid = GX029-35 inc = 1 prob = 0.02\r\n"
    "0 qid:10 2:-1e-2 4:7 #one\n\n"
    "4 qid:11 1:1\n";

class SvmlightTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(SvmlightTest, ALineIsADocumentOfAQuery) {
  const SlateTable table = importedLog({folder_.write("train.txt", kLog)}).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("relevance"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("f1 (candidate number)", "f2 (candidate number)", "f3 (candidate number)",
                          "f4 (candidate number)"));
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(1), "11");
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(0.5f, 0, 1));
  EXPECT_EQ(table.catalogue().keys[0], "GX029-35");
  EXPECT_EQ(table.catalogue().keys[1], "one");
  EXPECT_EQ(table.catalogue().keys[2], "5");
  EXPECT_EQ(table.candidateNumeric()(0, 0), 0.031f);
  EXPECT_EQ(table.candidateNumeric()(1, 0), 0.0f);
  EXPECT_EQ(table.candidateNumeric()(1, 1), -0.01f);
  EXPECT_EQ(table.candidateNumeric()(1, 3), 7.0f);
}

TEST_F(SvmlightTest, BrokenLinesAreAllReported) {
  EXPECT_THAT(
      problemsOf({folder_.write("log",
                                "1 qid:1 1:1 3:1\n1 1:1\n1 qid:1 0:1\n1 qid:1 2:1 1:1\n"
                                "1 qid:1 2:1 2:1\n1 qid:1 x\n1 qid:1 2:abc\nbad qid:1\n"
                                "1 qid: 1:1\n")}),
      ElementsAre(
          "log:2, column 3: found 1:1, expected the query after the grade, as in \"2 qid:10 "
          "1:0.031\". Name each line's query: without it nobody knows which documents are ranked "
          "together.",
          HasSubstr("log:3, column 9: found 0:1, expected a feature's number from 1"),
          HasSubstr("log:4, column 13: found 1:1, expected a feature with a larger number than 2"),
          HasSubstr("log:5, column 13: found 2:1, expected a feature with a larger number than 2"),
          HasSubstr("log:6, column 9: found x, expected a feature's number"),
          HasSubstr("log:7, column 9: found 2:abc, expected a feature's number"),
          HasSubstr("log:8, column 1 (relevance): found bad, expected a number, from which"),
          HasSubstr("log:9, column 3: found qid:, expected the query")));
  EXPECT_THAT(
      problemsOf({folder_.write("wide", "1 qid:1 1:1\n0 qid:1 1:1 10001:1\n")}),
      ElementsAre(HasSubstr("wide:2: found a feature with the number 10001, expected numbers from "
                            "1 to 10000.")));
}

TEST_F(SvmlightTest, AQueryThatLiesApartIsGatheredWhenAskedTo) {
  const auto file = folder_.write("log", "1 qid:1 1:1\n0 qid:2 1:2\n2 qid:1 1:3\n");
  EXPECT_THAT(problemsOf({file}), ElementsAre(HasSubstr("log:3, column 2 (qid): found 1, expected "
                                                        "a new slate; lines of this one came")));
  const SlateTable table =
      importedLog({file}, "auto", mappingFromJson(R"({"slates": {"by": "key", "gather": true}})"))
          .table;
  EXPECT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.candidates(0).count, 2);
}

/// 3,000 queries of 12 documents, graded 0 to 4 in turn.
std::string judgements() {
  std::string log;
  for (int query = 0; query < 3000; ++query) {
    for (int document = 0; document < 12; ++document) {
      const int grade = (query + document) % 5;
      log += std::to_string(grade) + " qid:q" + std::to_string(query) +
             " 1:" + std::to_string(document) + " # g" + std::to_string(grade) + "\n";
    }
  }
  return log;
}

TEST_F(SvmlightTest, SimulatedClicksFollowTheirModel) {
  const auto file = folder_.write("log", judgements());
  LogMapping mapping = mappingFromJson(
      R"({"clicks": {"bias": 0.5, "noise": 0.2, "temperature": 0.4, "places": 6, "seed": 11}})");
  const SlateTable table = importedLog({file}, "auto", mapping).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click"));
  EXPECT_THAT(describedFeatures(table), ElementsAre("f1 (candidate number)"));
  EXPECT_TRUE(table.schema().hasPropensity && table.schema().hasPosition &&
              table.schema().hasExamination);
  ASSERT_EQ(table.slateCount(), 3000u);
  // Attractiveness by grade: (2^grade − 1)/15, seen with probability place^-0.5.
  const double attractiveness[] = {0, 1 / 15.0, 3 / 15.0, 7 / 15.0, 1};
  double clicks[6] = {}, expected[6] = {}, variance[6] = {};
  double firsts = 0, firstsExpected = 0, firstsVariance = 0;
  double gradesFirst = 0, gradesLast = 0;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    ASSERT_EQ(table.candidates(slate).count, 6);
    double sum = 0;
    for (std::size_t i = 0; i < 6; ++i) {
      const std::size_t row = slate * 6 + i;
      const auto grade = static_cast<std::size_t>(
          table.catalogue().keys[table.item(slate, static_cast<std::int64_t>(i))][1] - '0');
      ASSERT_EQ(table.logged().position[row], i + 1);
      const double examination = std::pow(static_cast<double>(i + 1), -0.5);
      EXPECT_FLOAT_EQ(table.logged().examination[row], static_cast<float>(examination));
      const double click = examination * (0.2 + 0.8 * attractiveness[grade]);
      clicks[i] += table.logged().labels.values()[row];
      expected[i] += click;
      variance[i] += click * (1 - click);
      const double propensity = table.logged().propensity[row];
      sum += propensity;
      // Among documents of grade 4, how often one is first, against what was written.
      if (grade == 4) {
        firsts += i == 0 ? 1 : 0;
        firstsExpected += propensity;
        firstsVariance += propensity * (1 - propensity);
      }
      (i == 0 ? gradesFirst : i == 5 ? gradesLast : sum) += i == 0 || i == 5 ? grade : 0;
    }
    EXPECT_NEAR(sum, 1, 1e-6);
  }
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(clicks[i], expected[i], 4 * std::sqrt(variance[i])) << "place " << i + 1;
    EXPECT_GT(clicks[i], 100);
  }
  EXPECT_NEAR(firsts, firstsExpected, 4 * std::sqrt(firstsVariance));
  // A policy that knows something places better documents first.
  EXPECT_GT(gradesFirst, gradesLast + 600);

  expectSameTable(importedLog({file}, "auto", mapping).table, table);
  mapping.clicks->seed = 12;
  const SlateTable other = importedLog({file}, "auto", mapping).table;
  EXPECT_NE(
      std::vector(other.logged().labels.values().begin(), other.logged().labels.values().end()),
      std::vector(table.logged().labels.values().begin(), table.logged().labels.values().end()));
}

TEST_F(SvmlightTest, ClicksWithoutDoubtAreThoseOfTheModel) {
  // Nothing is overlooked, the best is always clicked, the worst never.
  const LogMapping mapping =
      mappingFromJson(R"({"clicks": {"bias": 0, "noise": 0, "places": 100}})");
  const SlateTable table =
      importedLog({folder_.write("log", "0 qid:1 1:1 # a\n3 qid:1 1:2 # b\n0 qid:2 1:3 # a\n")},
                  "auto", mapping)
          .table;
  ASSERT_EQ(table.candidateCount(), 3);
  for (std::size_t row = 0; row < 3; ++row) {
    const bool best = table.candidateNumeric()(row, 0) == 2.0f;
    EXPECT_EQ(table.logged().labels.values()[row], best ? 1.0f : 0.0f);
    EXPECT_EQ(table.logged().examination[row], 1.0f);
  }
  EXPECT_EQ(table.logged().propensity[2], 1.0);
}

TEST_F(SvmlightTest, ClicksNeedSlatesAndOneGrade) {
  LogMapping mapping = mappingFromJson(R"({"clicks": {}})");
  const auto two = folder_.write("two.csv", "slate_id,item_id,click,like\ns,a,1,0\n");
  EXPECT_THAT(problemsOf({two}, "csv", mapping),
              ElementsAre(HasSubstr("from one task, the grade")));
  const auto one = folder_.write("one.csv", "item_id,click\na,1\n");
  mapping.slates.emplace().kind = SlateRule::Kind::Catalogue;
  EXPECT_THAT(problemsOf({one}, "csv", mapping), ElementsAre(HasSubstr("for slates only")));
}

}  // namespace
}  // namespace luce
