#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/imported_log.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Two users, whose lines lie apart; the price differs among a user's lines, the age does not.
constexpr const char* kLog =
    "user_id,item_id,age,price,click,like,p_click,like_pred\n"
    "u1,a,34,1,1,0,0.5,0.25\nu2,a,50,1,0,0,0.125,0.5\nu1,b,34,2,0,1,0.25,0\n";

class LoggedProbabilitiesTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(LoggedProbabilitiesTest, PropensitiesAreTheSoftmaxOfWhatWasPredicted) {
  const SlateTable table = importedLog({folder_.write("log.csv", kLog)}).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "like"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("age (context number)", "price (candidate number)"));
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(0), "u1");
  EXPECT_EQ(table.candidates(0).count, 2);
  // Scores 0.75 and 0.25 of u1.
  EXPECT_NEAR(table.logged().propensity[0], 1 / (1 + std::exp(-0.5)), 1e-7);
  EXPECT_NEAR(table.logged().propensity[1], 1 / (1 + std::exp(0.5)), 1e-7);
  EXPECT_EQ(table.logged().propensity[2], 1.0);
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 0, 1, 0, 0));
}

TEST_F(LoggedProbabilitiesTest, WeightsAndTemperatureOfTheLoggingPolicyCanBeTold) {
  const LogMapping mapping = mappingFromJson(R"({"logging_model": {"temperature": 0.5,
      "tasks": [{"column": "p_click", "weight": 2}, {"column": "like_pred", "weight": -1}]}})");
  const SlateTable table = importedLog({folder_.write("log.csv", kLog)}, "auto", mapping).table;
  // Scores 0.75 and 0.5 of u1, over 0.5.
  EXPECT_NEAR(table.logged().propensity[0], 1 / (1 + std::exp(-0.5)), 1e-7);
}

TEST_F(LoggedProbabilitiesTest, ASessionIsASlateWhereThereIsOne) {
  const auto file = folder_.write("log.csv",
                                  "session,user_id,item,label_click,click_prob\n"
                                  "s1,u1,a,1,0.5\ns2,u1,a,0,0.5\ns1,u1,b,0,0.5\n");
  EXPECT_EQ(chooseImporter("auto", std::vector{file}).id(), "logged-probabilities");
  const SlateTable table = importedLog({file}).table;
  EXPECT_EQ(table.slateCount(), 2u);
  EXPECT_THAT(table.schema().tasks, ElementsAre("click"));
  EXPECT_THAT(describedFeatures(table), ElementsAre("user_id (context category)"));
  EXPECT_EQ(table.logged().propensity[0], 0.5);
}

TEST_F(LoggedProbabilitiesTest, OtherLogsAreNotRecognised) {
  for (const char* header : {"user_id,item_id,click,price", "item_id,click,p_click",
                             "user_id,click,p_click", "user_id,item_id,p_click,p_like"}) {
    const auto file = folder_.write("log.csv", std::string(header) + "\n");
    EXPECT_NE(chooseImporter("auto", std::vector{file}).id(), "logged-probabilities") << header;
  }
}

TEST_F(LoggedProbabilitiesTest, BrokenLinesAreReportedWithTheirPlace) {
  EXPECT_THAT(problemsOf({folder_.write("log.csv",
                                        "user_id,item_id,click,p_click\nu1,a,1,0.5\nu1,b,1,1.5\n"
                                        "u1,c,2,0.5\nu1,d,0,\n,e,0,0.5\nu1,f\n")}),
              ElementsAre(HasSubstr("log.csv:6, column 1 (user_id): found nothing, expected a key"),
                          HasSubstr("log.csv:3, column 4 (p_click): found 1.5, expected a number"),
                          HasSubstr("log.csv:4, column 3 (click): found 2, expected a number in"),
                          HasSubstr("log.csv:5, column 4 (p_click): found nothing, expected"),
                          HasSubstr("log.csv:7: found 2 fields, expected 4")));
}

}  // namespace
}  // namespace luce
