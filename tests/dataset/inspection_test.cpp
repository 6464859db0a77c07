#include "core/dataset/importers/inspection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dataset/slate_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;

class InspectionTest : public ::testing::Test {
 protected:
  LogInspection inspect(const std::string& content, const LogMapping& told = {},
                        const std::string& format = "auto") {
    const std::vector<std::filesystem::path> files{folder_.write("log.csv", content)};
    return inspectLog(files, format, told, {});
  }

  TemporaryFolder folder_;
};

constexpr const char* kRatings =
    "slate_id,item_id,position,user_age,rating\n"
    "a,x,1,30,5\n"
    "a,y,2,30,3\n"
    "a,z,3,30,4\n"
    "b,x,1,41,1\n"
    "b,w,2,41,4\n";

LogMapping ratingsFrom(double threshold) {
  LogMapping told;
  told.tasks = {{.column = "rating",
                 .name = "liked",
                 .label = {.kind = LabelRule::Kind::AtLeast, .low = threshold}}};
  return told;
}

TEST_F(InspectionTest, TellsWhatAnImportWouldMake) {
  const LogInspection log = inspect(kRatings, ratingsFrom(4));
  EXPECT_EQ(log.format, "csv");
  EXPECT_TRUE(log.isFlat);
  EXPECT_THAT(log.problems, IsEmpty());
  EXPECT_TRUE(log.wholeFile);
  EXPECT_EQ(log.records, 5);
  EXPECT_EQ(log.slates, 2);
  EXPECT_EQ(log.candidates, 5);
  EXPECT_EQ(log.items, 4);
  EXPECT_EQ(log.smallestSlate, 2);
  EXPECT_EQ(log.largestSlate, 3);
  EXPECT_EQ(log.estimatedRecords, 5);
  EXPECT_EQ(log.estimatedSlates, 2);
  EXPECT_THAT(log.columns.roles,
              ElementsAre(ColumnRole::Slate, ColumnRole::Item, ColumnRole::Position,
                          ColumnRole::ContextNumber, ColumnRole::Task));
  const ColumnSample& rating = log.columns.samples[4];
  EXPECT_THAT(rating.drawn, ElementsAre(5, 3, 4, 1, 4));
  EXPECT_EQ(rating.distinct, 4);
  EXPECT_EQ(rating.smallest, 1);
  EXPECT_EQ(rating.largest, 5);
}

TEST_F(InspectionTest, NumbersWithDecimalCommasAreTextsAndSayWhatToDo) {
  const LogInspection log = inspect(
      "slate_id;item_id;price;size;note;plays;click\n"
      "a;x;0,25;1,5 m;3,4,5;1,299;1\n"
      "a;y;-12,5;2,5 m;1,2,3;12,050;0\n"
      "b;x;3;1 m;7,8,9;7;0\n"
      "b;y;4;2 m;7,8,9;8,000;0\n");
  EXPECT_THAT(log.problems, IsEmpty());
  EXPECT_EQ(log.columns.roles[2], ColumnRole::CandidateCategory);
  EXPECT_EQ(log.columns.why[2], "no other role, texts: for numbers write 0.5 instead of 0,5");
  EXPECT_EQ(log.columns.why[3], "no other role, texts") << "lengths, with a unit";
  EXPECT_EQ(log.columns.why[4], "no other role, texts") << "lists";
  EXPECT_EQ(log.columns.why[5], "no other role, texts") << "thousands";
}

TEST_F(InspectionTest, RowsKnowTheirLines) {
  const LogInspection log = inspect(
      "slate_id,item_id,note,click\n"
      "a,x,\"two\nlines\",1\n"
      "\n"
      "a,y,one,0\n");
  ASSERT_EQ(log.rows.size(), 2u);
  EXPECT_THAT(log.rows[0], ElementsAre("a", "x", "two\nlines", "1"));
  EXPECT_THAT(log.rowLines, ElementsAre(2, 5));
}

TEST_F(InspectionTest, CountsWhatFaultyLinesCost) {
  const LogInspection log = inspect(
      "slate_id,item_id,propensity,click\n"
      "a,x,0.5,1\n"
      "a,y,0,0\n"
      "b,x,0.25,1\n"
      "b,y,0.75,0\n"
      "b,z,0.5,7\n"
      "c,x,0.5,1\n"
      "c,z,0.5,0\n");
  EXPECT_EQ(log.problemCount, 2);
  ASSERT_EQ(log.problems.size(), 2u);
  EXPECT_EQ(log.problems[0].line, 3);
  EXPECT_EQ(log.problems[1].line, 6);
  EXPECT_EQ(log.records, 7);
  EXPECT_EQ(log.faultyRecords, 2);
  EXPECT_EQ(log.slatesLeftOut, 2);
  EXPECT_EQ(log.slates, 1);
  EXPECT_EQ(log.candidates, 2);
}

TEST_F(InspectionTest, FaultyRecordsAreAmongTheRowsWhereverTheyLie) {
  std::string content = "slate_id,item_id,click\n";
  for (int slate = 0; slate < 300; ++slate) {
    const std::string name = "s" + std::to_string(slate);
    content += name + ",x," + (slate == 250 ? "often" : "1") + "\n" + name + ",y,0\n";
  }
  const LogInspection log = inspect(content);
  ASSERT_EQ(log.rows.size(), 101u);
  EXPECT_EQ(log.rowLines[99], 101);
  EXPECT_EQ(log.rowLines[100], 502) << "a line of names, then two lines for each of 250 slates";
  EXPECT_THAT(log.rows[100], ElementsAre("s250", "x", "often"));
}

TEST_F(InspectionTest, ALogWithoutItemsIsShownWithItsProblem) {
  const LogInspection log = inspect("slate_id,thing,click\na,x,1\n");
  EXPECT_EQ(log.records, 0) << "nothing can be tried";
  ASSERT_EQ(log.problems.size(), 1u);
  EXPECT_THAT(log.problems[0].expected, HasSubstr("item"));
  ASSERT_EQ(log.rows.size(), 1u);
  EXPECT_THAT(log.rows[0], ElementsAre("a", "x", "1"));
}

TEST_F(InspectionTest, OfALongLogTheHeadIsTriedAndTheRestEstimated) {
  // 30,000 slates of two lines, all lines equally long: 20,000 lines are 10,000 slates.
  std::string content = "slate_id,item_id,click\n";
  for (int slate = 100'000; slate < 130'000; ++slate) {
    content += std::to_string(slate) + ",x,0\n" + std::to_string(slate) + ",y,1\n";
  }
  const LogInspection log = inspect(content);
  EXPECT_FALSE(log.wholeFile);
  EXPECT_EQ(log.records, 20'000);
  EXPECT_EQ(log.slates, 10'000);
  EXPECT_EQ(log.smallestSlate, 2);
  EXPECT_EQ(log.largestSlate, 2);
  EXPECT_NEAR(log.estimatedRecords, 60'000, 60'000 * 0.02);
  EXPECT_NEAR(log.estimatedSlates, log.estimatedRecords / 2, 1);
}

TEST_F(InspectionTest, OfAWideLogFewerLinesAreTried) {
  // 500 columns: a million fields are 2,000 lines.
  std::string header = "slate_id,item_id,click", zeros;
  for (int column = 3; column < 500; ++column) {
    header += ",f" + std::to_string(column);
    zeros += ",0";
  }
  std::string content = header + "\n";
  for (int line = 0; line < 2'500; ++line) {
    content += std::to_string(line / 5) + ",i" + std::to_string(line % 5) + ",0" + zeros + "\n";
  }
  const LogInspection log = inspect(content);
  EXPECT_EQ(log.records, 2'000);
  EXPECT_EQ(log.slates, 400);
  EXPECT_FALSE(log.wholeFile);
}

TEST_F(InspectionTest, ARoleThatIsTakenAwayStaysAway) {
  LogMapping told = ratingsFrom(4);
  told.position = "";
  const LogInspection log = inspect(kRatings, told);
  EXPECT_EQ(log.columns.roles[2], ColumnRole::CandidateNumber);
  EXPECT_THAT(log.columns.mapping.position, Optional(std::string()));
  // What is complete guesses nothing, also after it was written down.
  const LogMapping read = mappingFromJson(mappingToJson(log.columns.mapping));
  EXPECT_EQ(read, log.columns.mapping);
  EXPECT_EQ(inspect(kRatings, read).columns.roles, log.columns.roles);
  told.item = "";
  const LogInspection itemless = inspect(kRatings, told);
  ASSERT_EQ(itemless.problems.size(), 1u);
  EXPECT_THAT(itemless.problems[0].expected, HasSubstr("item"));
}

TEST_F(InspectionTest, WhatIsToldCompletelyIsFoundAgain) {
  const LogMapping complete = inspect(kRatings, ratingsFrom(4)).columns.mapping;
  EXPECT_EQ(inspect(kRatings, complete).columns.mapping, complete);
}

TEST_F(InspectionTest, ASideFileJoinsACompleteMappingWithTheRightKinds) {
  constexpr const char* kLog = "slate_id,user_id,item_id,click\na,u,x,1\na,u,y,0\n";
  LogMapping told = inspect(kLog).columns.mapping;
  ASSERT_TRUE(told.context && told.category);
  told.users = SideFile{folder_.write("users.csv", "user_id,age,country\nu,30,AT\n"), "user_id"};
  const LogInspection log = inspect(kLog, told);
  EXPECT_THAT(log.problems, IsEmpty());
  EXPECT_EQ(log.ownColumns, 4u);
  EXPECT_THAT(
      log.columns.roles,
      ElementsAre(ColumnRole::Slate, ColumnRole::ContextCategory, ColumnRole::Item,
                  ColumnRole::Task, ColumnRole::ContextNumber, ColumnRole::ContextCategory));
  // What a person says of them afterwards stays.
  LogMapping changed = log.columns.mapping;
  changed.category->push_back("age");
  EXPECT_EQ(inspect(kLog, changed).columns.roles[4], ColumnRole::ContextCategory);
}

TEST_F(InspectionTest, SeveralFilesAreOneLog) {
  const std::vector<std::filesystem::path> files{
      folder_.write("monday.csv", "slate_id,item_id,click\na,x,1\na,y,0\n"),
      folder_.write("tuesday.csv", "slate_id,item_id,click\nb,x,1\nb,y,0\nb,z,0\n")};
  const LogInspection log = inspectLog(files, "auto", {}, {});
  EXPECT_EQ(log.files.size(), 2u);
  EXPECT_EQ(log.records, 5);
  EXPECT_EQ(log.slates, 2);
  EXPECT_EQ(log.largestSlate, 3);
}

TEST_F(InspectionTest, WhatIsNoLogIsRefused) {
  EXPECT_THROW(inspect(""), Error);
  EXPECT_THROW(inspect(std::string("\0\1\2\3", 4)), Error);
  EXPECT_THROW(inspect("a,a,b\n1,2,3\n"), ImportError) << "a column named twice";
}

TEST_F(InspectionTest, StopsWhenAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  const std::vector<std::filesystem::path> files{folder_.write("log.csv", kRatings)};
  EXPECT_THROW(inspectLog(files, "auto", ratingsFrom(4), stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace luce
