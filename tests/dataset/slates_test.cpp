// How lines become slates: by key, by user and time, by catalogue; what is left out with a faulty
// line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/common/hash.h"
#include "tests/support/imported_log.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SlatesTest : public ::testing::Test {
 protected:
  ImportedLog import(const std::string& content, const char* schema, bool leaveOutFaulty = false) {
    return importedLog({folder_.write("log.csv", content)}, "csv", mappingFromJson(schema),
                       leaveOutFaulty);
  }
  std::vector<std::string> problems(const std::string& content, const char* schema,
                                    bool leaveOutFaulty = false) {
    return problemsOf({folder_.write("log.csv", content)}, "csv", mappingFromJson(schema),
                      leaveOutFaulty);
  }
  /// "u#1: a b", one a slate.
  static std::vector<std::string> slates(const SlateTable& table) {
    std::vector<std::string> texts;
    for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
      std::string text = std::string(table.slateKey(slate)) + ":";
      for (std::int64_t i = 0; i < table.candidates(slate).count; ++i) {
        text += " " + std::string(table.catalogue().keys[table.item(slate, i)]);
      }
      texts.push_back(text);
    }
    return texts;
  }
  TemporaryFolder folder_;
};

constexpr const char* kByUser = R"({"slates": {"by": "user and time", "gap_seconds": 60}})";

TEST_F(SlatesTest, AUsersLinesAreSortedByTimeAndCutAtPauses) {
  // In no order; u's last pause is exactly the gap, the one before a second more.
  const SlateTable table = import(
                               "user_id,item_id,timestamp,click\nu,e,1121,0\nv,x,1000,1\n"
                               "u,b,1000,0\nu,a,940,1\nu,d,1061,0\nv,y,900,0\nu,c,1000,1\n",
                               kByUser)
                               .table;
  EXPECT_THAT(slates(table), ElementsAre("u#1: a b c", "u#2: d e", "v#1: y", "v#2: x"));
  EXPECT_THAT(table.times(), ElementsAre(940, 1061, 900, 1000));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 1, 0, 0, 0, 1));
}

TEST_F(SlatesTest, ALongSlateIsCut) {
  std::string log = "user_id,item_id,timestamp,click\n";
  for (int i = 0; i < 7; ++i) log += "u,i" + std::to_string(i) + "," + std::to_string(i) + ",0\n";
  EXPECT_THAT(slates(import(log, R"({"slates": {"by": "user and time", "largest": 3}})").table),
              ElementsAre("u#1: i0 i1 i2", "u#2: i3 i4 i5", "u#3: i6"));
}

TEST_F(SlatesTest, UsersOfSeveralFilesAreJoined) {
  const auto first = folder_.write("1.csv", "user_id,item_id,timestamp,click\nu,a,100,0\n");
  const auto second =
      folder_.write("2.csv", "user_id,item_id,timestamp,click\nu,c,130,0\nu,b,110,0\n");
  const SlateTable table = importedLog({first, second}, "csv", mappingFromJson(kByUser)).table;
  EXPECT_THAT(slates(table), ElementsAre("u#1: a b c"));
}

TEST_F(SlatesTest, AFaultyLineTakesItsWholeSittingAlong) {
  const std::string log =
      "user_id,item_id,timestamp,click\n"
      "u,a,1000,0\nu,b,1050,7\nu,c,1100,0\nu,d,1150,0\n"  // one sitting, a wrong label in it
      "u,e,5000,0\n"                                      // another
      "v,f,noon,0\nv,g,1000,1\n"                          // a time that cannot be read
      ",h,1000,0\n"                                       // no user
      "w,i,1000\nw,j,1000,0\n";                           // a short line of a known user
  EXPECT_THAT(problems(log, kByUser),
              ElementsAre(HasSubstr("log.csv:9, column 1 (user_id): found nothing, expected a key"),
                          HasSubstr("log.csv:3, column 4 (click): found 7"),
                          HasSubstr("log.csv:7, column 3 (timestamp): found noon"),
                          HasSubstr("log.csv:10: found 3 fields, expected 4")));
  const auto [table, outcome] = import(log, kByUser, true);
  EXPECT_THAT(slates(table), ElementsAre("u#2: e", "v#2: g"));
  EXPECT_EQ(outcome.lines, 10);
  EXPECT_EQ(outcome.faultyLines, 4);
  EXPECT_EQ(outcome.slatesLeftOut, 3);
  EXPECT_EQ(outcome.problems.size(), 4u);
}

TEST_F(SlatesTest, AnEmptyTimeIsAProblemWhereSlatesAreBuiltByTime) {
  EXPECT_THAT(problems("user_id,item_id,timestamp,click\nu,a,1,0\nu,b,,0\n", kByUser),
              ElementsAre(HasSubstr("log.csv:3, column 3 (timestamp): found nothing, expected a "
                                    "time, by which lines become slates")));
}

TEST_F(SlatesTest, ScatteredLinesAreGatheredInTheOrderOfTheFile) {
  const std::string log =
      "slate_id,item_id,price,click\ns2,a,1,0\ns1,b,2,0\ns2,c,3,1\ns1,d,4,0\ns2,e,5,0\n";
  EXPECT_THAT(problems(log, "{}"),
              ElementsAre(HasSubstr("log.csv:4, column 1 (slate_id): found s2"),
                          HasSubstr("log.csv:5"), HasSubstr("log.csv:6")));
  const SlateTable table = import(log, R"({"slates": {"by": "key", "gather": true}})").table;
  EXPECT_THAT(slates(table), ElementsAre("s2: a c e", "s1: b d"));
  EXPECT_EQ(table.candidateNumeric()(4, 0), 4.0f);
}

TEST_F(SlatesTest, FaultyLinesOfKeyedSlatesLeaveOutTheirOwnSlateOnly) {
  const std::string log =
      "slate_id,item_id,price,click\n"
      "s1,a,1,0\ns1,b,2,0\n"
      "s2,a,1,0\ns2,b,x,0\ns2,c,3,0\n"  // a wrong number in the middle
      "s3,a,1,0\n"
      "s4,a,1,0\ns4,b\n"  // a short line at the end of its slate
      "s5,a\ns5,b,1,0\n"  // and at the start
      "s6,a,1,0\n";
  const auto [table, outcome] = import(log, R"({"category": []})", true);
  EXPECT_THAT(slates(table), ElementsAre("s1: a b", "s3: a", "s6: a"));
  EXPECT_EQ(outcome.lines, 11);
  EXPECT_EQ(outcome.faultyLines, 3);
  EXPECT_EQ(outcome.slatesLeftOut, 3);
}

TEST_F(SlatesTest, ALineOfAnUnknownSlateTakesBothNeighboursAlong) {
  const std::string head = "slate_id,item_id,price,click\ns1,a,1,0\ns2,a,1,0\n";
  EXPECT_THAT(slates(import(head + ",b,1,0\ns3,a,1,0\ns4,a,1,0\n", "{}", true).table),
              ElementsAre("s1: a", "s4: a"));
  EXPECT_THAT(slates(import(head + ",b,1,0\ns2,c,1,0\ns4,a,1,0\n", "{}", true).table),
              ElementsAre("s1: a", "s4: a"));
  EXPECT_THAT(slates(import(head + ",b,1,0\n", "{}", true).table), ElementsAre("s1: a"));
  EXPECT_THAT(
      slates(
          import("slate_id,item_id,price,click\n,b,1,0\ns2,a,1,0\ns3,a,1,0\n", "{}", true).table),
      ElementsAre("s3: a"));
}

TEST_F(SlatesTest, AScatteredSlateIsRefusedEvenIfFaultyLinesAreLeftOut) {
  EXPECT_THAT(problems("slate_id,item_id,click\ns1,a,0\ns2,a,0\ns1,b,0\n", "{}", true),
              ElementsAre(HasSubstr("log.csv:4, column 1 (slate_id): found s1")));
}

TEST_F(SlatesTest, AFileThatIsCutOffIsRefusedEvenIfFaultyLinesAreLeftOut) {
  EXPECT_THAT(problems("slate_id,item_id,click\ns1,a,0\ns2,\"a,0\n", "{}", true),
              ElementsAre(HasSubstr("a quoted field that does not end")));
}

constexpr const char* kByCatalogue = R"({"slates": {"by": "catalogue", "uniform": true}})";

TEST_F(SlatesTest, ByCatalogueALineIsAnActionOverAllItems) {
  const SlateTable table = import(
                               "item_id,user_age,price,genre,position,propensity,click\n"
                               "a,30,1.5,x,1,,1\nb,31,2,y,2,0.25,0\na,32,1.50,x,,,0\n"
                               "c,33,,x,1,,1\n",
                               kByCatalogue)
                               .table;
  EXPECT_EQ(table.schema().shape, LogShape::Bandit);
  EXPECT_THAT(
      describedFeatures(table),
      ElementsAre("user_age (context number)", "price (item number)", "genre (item category)"));
  ASSERT_EQ(table.slateCount(), 4u);
  EXPECT_EQ(table.slateKey(3), "4");
  ASSERT_EQ(table.catalogue().size(), 3u);
  EXPECT_EQ(table.catalogue().numeric(1, 0), 2.0f);
  EXPECT_TRUE(std::isnan(table.catalogue().numeric(2, 0)));
  EXPECT_EQ(table.catalogue().category(1, 0), categoryHash("genre", "y"));
  EXPECT_THAT(table.logged().propensity, ElementsAre(1.0 / 3, 0.25, 1.0 / 3, 1.0 / 3));
  EXPECT_THAT(table.logged().position, ElementsAre(1, 2, 0, 1));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 0, 1));
}

TEST_F(SlatesTest, ByCatalogueItemsMustNotChangeAndFaultyLinesAreLeftOutAlone) {
  const std::string log = "item_id,price,click\na,1,1\na,2,0\nb,3,5\nc,4,0\n";
  EXPECT_THAT(
      problems(log, kByCatalogue),
      ElementsAre(HasSubstr("log.csv:3, column 2 (price): found 2, expected 1 as in line 2"),
                  HasSubstr("log.csv:4, column 3 (click): found 5")));
  const auto [table, outcome] = import(log, kByCatalogue, true);
  EXPECT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(outcome.lines, 4);
  EXPECT_EQ(outcome.faultyLines, 2);
  EXPECT_EQ(outcome.slatesLeftOut, 2);
}

TEST_F(SlatesTest, ATableOfItemsIsTheCatalogue) {
  const auto items = folder_.write("items.csv", "sku,weight\nb,2\na,1\nz,3\n");
  LogMapping mapping = mappingFromJson(kByCatalogue);
  mapping.items = SideFile{items, "sku"};
  const auto log = folder_.write("log.csv", "item_id,click\na,1\nb,0\n");
  const SlateTable table = importedLog({log}, "csv", mapping).table;
  ASSERT_EQ(table.catalogue().size(), 3u);
  EXPECT_EQ(table.catalogue().keys[2], "z");
  EXPECT_THAT(table.logged().propensity, ElementsAre(1.0 / 3, 1.0 / 3));
  folder_.write("log.csv", "item_id,click\na,1\nq,0\n");
  EXPECT_THAT(
      problemsOf({log}, "csv", mapping),
      ElementsAre(HasSubstr("log.csv:3, column 1 (item_id): found q, expected an item of")));
}

TEST_F(SlatesTest, AUsersTableGivesContextAndMayLackUsers) {
  LogMapping mapping;
  mapping.users = SideFile{folder_.write("users.csv", "user_id,age,town\nu,30,Graz\n"), "user_id"};
  const SlateTable table =
      importedLog({folder_.write("log.csv",
                                 "slate_id,user_id,item_id,age,click\ns1,u,a,1,0\ns2,v,a,2,1\n")},
                  "csv", mapping)
          .table;
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user_id (context category)", "age (candidate number)",
                          "users_age (context number)", "town (context category)"));
  EXPECT_EQ(table.contextNumeric()(0, 0), 30.0f);
  EXPECT_TRUE(std::isnan(table.contextNumeric()(1, 0)));
}

TEST_F(SlatesTest, LabelsAreCutAndScaledByRule) {
  const SlateTable table =
      import("slate_id,item_id,watched,stars\ns,a,2.9,1\ns,b,3,5\ns,c,10,7\n",
             R"({"tasks": [{"column": "watched", "name": "short", "at_least": 3},
                                   {"column": "watched", "name": "long", "at_least": 10},
                                   {"column": "stars", "scale": [1, 5]}]})")
          .table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("short", "long", "stars"));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(0, 0, 0, 1, 0, 1, 1, 1, 1));
  EXPECT_THAT(table.schema().features, IsEmpty());
  EXPECT_THAT(
      problems("slate_id,item_id,watched\ns,a,\n",
               R"({"tasks": [{"column": "watched", "at_least": 3}]})"),
      ElementsAre(HasSubstr("log.csv:2, column 3 (watched): found nothing, expected a number, "
                            "from which the label is made")));
}

}  // namespace
}  // namespace luce
