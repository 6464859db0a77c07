// How the lines of flat logs become slates, labels and propensities, and what is left out.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/common/hash.h"
#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/import_log.h"
#include "core/dataset/importers/queued_sink.h"
#include "core/dataset/importers/sorted_records.h"
#include "core/dataset/slate_table.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FlatLogTest : public ::testing::Test {
 protected:
  SlateTable import(const std::string& content, const std::string& schema,
                    bool leaveOutFaulty = false) {
    ImportRequest request{.files = {folder_.write("log.csv", content)}};
    request.mapping = mappingFromJson(schema);
    if (request.mapping.items) request.mapping.items->file = folder_ / "items.csv";
    if (request.mapping.users) request.mapping.users->file = folder_ / "users.csv";
    request.leaveOutFaulty = leaveOutFaulty;
    SlateTableBuilder builder;
    outcome_ = importLog(chooseImporter("csv", request.files), request, builder, {}, {});
    return builder.finish();
  }

  template <class Action>
  static std::string errorOf(Action&& action) {
    try {
      action();
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  static std::vector<std::string> keys(const SlateTable& table) {
    std::vector<std::string> keys;
    for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
      keys.emplace_back(table.slateKey(slate));
    }
    return keys;
  }

  static std::vector<std::string> items(const SlateTable& table, std::size_t slate) {
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < table.candidates(slate).count; ++i) {
      names.emplace_back(table.catalogue().keys[table.item(slate, i)]);
    }
    return names;
  }

  TemporaryFolder folder_;
  ImportOutcome outcome_;
};

// User b's lines lie between those of a, and one of a's lines is out of order.
constexpr const char* kWatched =
    "user_id,video_id,time_ms,play,rating\n"
    "a,v1,100,3,4\n"
    "b,v2,105,0,1\n"
    "a,v3,180,9,5\n"
    "a,v2,150,5,3\n"
    "b,v1,5000,7,2\n"
    "a,v4,400,1,1\n";

TEST_F(FlatLogTest, AUsersLinesBecomeSlatesThatALongPauseEnds) {
  const SlateTable table = import(kWatched, R"({
    "user": "user_id", "item": "video_id", "time": "time_ms",
    "tasks": [{"column": "play", "name": "long_view", "at_least": 5}],
    "ignore": ["rating"],
    "slates": {"by": "user and time", "gap_seconds": 60}})");
  EXPECT_THAT(keys(table), ElementsAre("a#1", "a#2", "b#1", "b#2"));
  EXPECT_THAT(items(table, 0), ElementsAre("v1", "v2", "v3"));
  EXPECT_THAT(items(table, 1), ElementsAre("v4"));
  EXPECT_THAT(table.times(), ElementsAre(100, 400, 105, 5000));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(0, 1, 1, 0, 0, 1));
  EXPECT_EQ(table.contextCategory()(0, 0), categoryHash("user_id", "a"));
  EXPECT_EQ(outcome_.lines, 6);
}

TEST_F(FlatLogTest, ASlateEndsWhenItIsAsLargeAsMayBe) {
  const SlateTable table = import(kWatched, R"({
    "user": "user_id", "item": "video_id", "time": "time_ms",
    "tasks": [{"column": "play", "at_least": 5}], "ignore": ["rating"],
    "slates": {"by": "user and time", "gap_seconds": 100000, "largest": 3}})");
  EXPECT_THAT(keys(table), ElementsAre("a#1", "a#2", "b#1"));
  EXPECT_THAT(items(table, 1), ElementsAre("v4"));
}

TEST_F(FlatLogTest, LinesOfASlateThatLieApartAreGathered) {
  const std::string log = "slate_id,item_id,click\nx,1,0\ny,2,1\nx,3,1\n";
  EXPECT_THAT(errorOf([&] { import(log, "{}"); }), HasSubstr("\"gather\": true"));
  const SlateTable table = import(log, R"({"slates": {"by": "key", "gather": true}})");
  EXPECT_THAT(keys(table), ElementsAre("x", "y"));
  EXPECT_THAT(items(table, 0), ElementsAre("1", "3"));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(0, 1, 1));
}

TEST_F(FlatLogTest, EachLineBecomesABanditSlateOverAllItems) {
  const SlateTable table = import(
      "item_id,user_age,genre,click\n"
      "i1,30,drama,1\n"
      "i2,,comedy,0\n"
      "i1,40,drama,0\n",
      R"({"slates": {"by": "catalogue", "uniform": true}})");
  EXPECT_EQ(table.shape(), LogShape::Bandit);
  EXPECT_THAT(keys(table), ElementsAre("1", "2", "3"));
  ASSERT_EQ(table.catalogue().size(), 2u);
  EXPECT_THAT(table.schema().features,
              ElementsAre(Feature{"user_age", FeatureKind::Numeric, FeatureScope::Context},
                          Feature{"genre", FeatureKind::Category, FeatureScope::Item}));
  EXPECT_EQ(table.catalogue().category(1, 0), categoryHash("genre", "comedy"));
  EXPECT_THAT(table.logged().propensity, ElementsAre(0.5, 0.5, 0.5));
  EXPECT_EQ(table.action(1), 1u);
  EXPECT_TRUE(std::isnan(table.contextNumeric()(1, 0)));
}

TEST_F(FlatLogTest, AnItemsFeatureThatChangesIsReportedWithBothLines) {
  const std::string error = errorOf([&] {
    import("item_id,price,click\ni1,3,1\ni2,4,0\ni1,5,0\n", R"({"slates": {"by": "catalogue"}})");
  });
  EXPECT_THAT(error, HasSubstr(":4, column 2 (price): found 5, expected 3 as in line 2"));
}

TEST_F(FlatLogTest, SideFilesDescribeItemsAndUsers) {
  folder_.write("items.csv", "id,length,genre\nv1,10,drama\nv2,,comedy\nv3,7,\nv4,1,news\n");
  folder_.write("users.csv", "user_id,age\nb,52\n");
  const SlateTable table = import(kWatched, R"({
    "user": "user_id", "item": "video_id", "time": "time_ms",
    "tasks": [{"column": "rating", "scale": [1, 5]}], "ignore": ["play"],
    "slates": {"by": "user and time", "gap_seconds": 60},
    "items": {"file": "x", "key": "id"}, "users": {"file": "y", "key": "user_id"}})");
  EXPECT_EQ(table.catalogue().numeric(0, 0), 10.0f);
  EXPECT_TRUE(std::isnan(table.catalogue().numeric(1, 0)));
  EXPECT_EQ(table.catalogue().category(2, 0), categoryHash("genre", ""));
  // a is no user of the side file; b is the user of the third slate.
  EXPECT_TRUE(std::isnan(table.contextNumeric()(0, 0)));
  EXPECT_EQ(table.contextNumeric()(2, 0), 52.0f);
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(0.75f, 0.5f, 1, 0, 0, 0.25f));
}

TEST_F(FlatLogTest, SeveralTasksAreCutFromOneColumn) {
  const SlateTable table = import("slate_id,item_id,play\ns,1,4\ns,2,40\n", R"({"tasks": [
    {"column": "play", "name": "view", "at_least": 3},
    {"column": "play", "name": "long_view", "at_least": 30},
    {"column": "play", "name": "share_of_a_minute", "scale": [0, 60]}]})");
  EXPECT_THAT(table.schema().tasks, ElementsAre("view", "long_view", "share_of_a_minute"));
  EXPECT_THAT(table.logged().labels.row(0), ElementsAre(1, 0, 4.0f / 60));
  EXPECT_THAT(table.logged().labels.row(1), ElementsAre(1, 1, 40.0f / 60));
}

TEST_F(FlatLogTest, ALoggingModelGivesPropensitiesBySoftmax) {
  const SlateTable table = import(
      "slate_id,item_id,p_click,p_like,click,like\n"
      "s,1,0.5,0.25,0,1\n"
      "s,2,0.25,0,1,0\n"
      "t,1,1,1,1,1\n",
      R"({"logging_model": {"tasks": [{"column": "p_click"}, {"column": "p_like", "weight": 2}],
                            "temperature": 0.5}})");
  // Scores 1 and 0.25, so π = 1/(1 + exp(−0.75/0.5)).
  const double first = 1 / (1 + std::exp(-1.5));
  EXPECT_NEAR(table.logged().propensity[0], first, 1e-15);
  EXPECT_NEAR(table.logged().propensity[1], 1 - first, 1e-15);
  EXPECT_EQ(table.logged().propensity[2], 1);
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "like"));
  EXPECT_THAT(table.schema().features, IsEmpty());
}

constexpr const char* kFaulty =
    "slate_id,item_id,propensity,click\n"
    "a,1,0.5,0\n"
    "a,2,2,1\n"
    "a,3,0.5,1\n"
    "b,1,0.5,1\n"
    "b,2,0.5,0\n"
    "c,1,0.5\n"
    "c,2,0.5,1\n"
    "d,1,0.5,1\n";

TEST_F(FlatLogTest, SlatesWithAFaultyLineAreLeftOutWholeWhenAskedFor) {
  EXPECT_THAT(errorOf([&] { import(kFaulty, "{}"); }), HasSubstr("There is one more problem."));
  const SlateTable table = import(kFaulty, "{}", true);
  EXPECT_THAT(keys(table), ElementsAre("b", "d"));
  EXPECT_EQ(table.candidateCount(), 3);
  EXPECT_EQ(outcome_.lines, 8);
  EXPECT_EQ(outcome_.faultyLines, 2);
  EXPECT_EQ(outcome_.slatesLeftOut, 2);
  ASSERT_EQ(outcome_.problems.size(), 2u);
  EXPECT_EQ(outcome_.problems[0].line, 3);
  EXPECT_EQ(outcome_.problems[1].line, 7);
}

TEST_F(FlatLogTest, ActionsWithAFaultAreLeftOutAloneWhenAskedFor) {
  const SlateTable table =
      import("item_id,click\ni1,1\ni2,3\ni3,0\n", R"({"slates": {"by": "catalogue"}})", true);
  EXPECT_THAT(keys(table), ElementsAre("1", "3"));
  EXPECT_EQ(outcome_.faultyLines, 1);
  EXPECT_EQ(outcome_.slatesLeftOut, 1);
}

TEST_F(FlatLogTest, AFileThatCannotBeReadToItsEndIsRefusedAllTheSame) {
  EXPECT_THAT(errorOf([&] { import("slate_id,item_id,click\na,1,0\nb,\"2,1\n", "{}", true); }),
              HasSubstr("a quoted field that does not end"));
}

TEST_F(FlatLogTest, WhatWasGuessedCanBeImportedAgainWordForWord) {
  const std::string log =
      "slate_id,item_id,position,user_age,genre,price,click,like\n"
      "s,1,1,30,drama,2.5,0,1\ns,2,2,30,news,,1,0\nt,1,1,,x,1,0,0\n";
  const SlateTable guessed = import(log, "{}");
  const std::string schema = mappingToJson(outcome_.mapping);
  expectSameTable(import(log, schema), guessed);
  EXPECT_EQ(mappingToJson(outcome_.mapping), schema);
}

TEST(SortedRecords, SortingStopsWhenAskedTo) {
  TemporaryFolder folder;
  std::string log = "slate_id,item_id,click\n";
  for (int i = 0; i < 20'000; ++i) log += fmt::format("s{},i,1\n", i % 1000);
  CsvRecords records(folder.write("log.csv", log));
  SortedRecords sorted(records.columns());
  while (records.next()) sorted.add(records, records.fields()[0], 0);
  std::stop_source stop;
  stop.request_stop();
  sorted.sort(stop.get_token());
  EXPECT_THROW(sorted.next(), Cancelled);
}

/// Refuses the hundred-thousandth candidate, as a full disk would.
class FailingSink final : public DatasetSink {
 public:
  void begin(const Schema&) override {}
  void addItem(const ItemRecord&) override {}
  void addSlate(const SlateRecord&) override {}
  void addCandidate(const CandidateRecord&) override {
    if (++candidates_ == 100'000) throw Error("The disk is full.");
  }
  std::int64_t candidates_ = 0;
};

TEST(QueuedSink, WhatTheStoringThreadThrowsEndsTheImport) {
  FailingSink out;
  QueuedSink queue(out);
  CandidateRecord candidate;
  candidate.item = "a";
  EXPECT_THROW(
      {
        for (int i = 0; i < 1'000'000; ++i) queue.addCandidate(candidate);
        queue.finish();
      },
      Error);
  EXPECT_EQ(out.candidates_, 100'000);
}

TEST(QueuedSink, AFailureInTheLastBatchIsTold) {
  FailingSink out;
  QueuedSink queue(out);
  CandidateRecord candidate;
  candidate.item = "a";
  for (int i = 0; i < 100'001; ++i) queue.addCandidate(candidate);
  EXPECT_THROW(queue.finish(), Error);
}

}  // namespace
}  // namespace luce
