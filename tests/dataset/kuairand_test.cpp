#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/common/hash.h"
#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/side_table.h"
#include "tests/support/imported_log.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kHeader =
    "user_id,video_id,date,hourmin,time_ms,is_click,is_like,is_follow,is_comment,is_forward,"
    "is_hate,long_view,play_time_ms,duration_ms,profile_stay_time,comment_stay_time,"
    "is_profile_enter,is_rand,tab\n";
/// User 0 sees two videos within half an hour and one 1800.001 s later; user 3 one between them.
const std::string kLog = kHeader +
                         "0,11,20220422,1000,1650592800000,1,0,0,0,0,0,1,9000,10000,0,0,0,1,1\n"
                         "3,12,20220422,1000,1650592801000,0,0,0,0,0,1,0,0,20000,0,0,0,1,4\n"
                         "0,12,20220422,1000,1650594600000,1,1,0,0,0,0,0,500,20000,0,0,1,1,1\n"
                         "0,13,20220422,1100,1650596400001,0,0,1,0,1,0,0,1,5000,7,8,0,0,2\n";
const std::string kUsers =
    "user_id,user_active_degree,register_days,onehot_feat0\n0,full_active,100,3\n3,middle,7,0\n";
const std::string kVideos =
    "video_id,author_id,video_type,upload_dt,music_type,tag\n"
    "11,500,NORMAL,2022-04-01,9,39\n12,501,AD,2022-04-02,4,\"12,68\"\n"
    "13,500,NORMAL,2022-04-03,,1\n14,502,NORMAL,2022-04-03,,1\n";

class KuaiRandTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(KuaiRandTest, AUsersViewsWithoutAPauseAreASlate) {
  const SlateTable table = importedLog({folder_.write("log_standard_pure.csv", kLog)}).table;
  EXPECT_THAT(table.schema().tasks,
              ElementsAre("is_click", "is_like", "is_follow", "is_comment", "is_forward", "is_hate",
                          "long_view", "is_profile_enter"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user_id (context category)", "hourmin (candidate category)",
                          "duration_ms (candidate number)", "tab (candidate category)"));
  ASSERT_EQ(table.slateCount(), 3u);
  EXPECT_EQ(table.slateKey(0), "0#1");
  EXPECT_EQ(table.slateKey(1), "0#2");
  EXPECT_EQ(table.slateKey(2), "3#1");
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_THAT(table.times(), ElementsAre(1650592800, 1650596400.001, 1650592801));
  EXPECT_THAT(std::vector(table.logged().labels.values().begin(),
                          table.logged().labels.values().begin() + 16),
              ElementsAre(1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1));
  EXPECT_EQ(table.candidateNumeric()(1, 0), 20000.0f);
}

TEST_F(KuaiRandTest, TablesOfTheSameSizeAreRead) {
  folder_.write("user_features_pure.csv", kUsers);
  folder_.write("user_features_1k.csv", "user_id,other\n0,1\n");
  folder_.write("video_features_basic_pure.csv", kVideos);
  folder_.write("video_features_statistic_pure.csv", "video_id,like_cnt\n11,5\n");
  const SlateTable table =
      importedLog({folder_.write("log_random_4_22_to_5_08_pure.csv", kLog)}).table;
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user_id (context category)", "hourmin (candidate category)",
                          "duration_ms (candidate number)", "tab (candidate category)",
                          "user_active_degree (context category)", "register_days (context number)",
                          "onehot_feat0 (context category)", "author_id (item category)",
                          "video_type (item category)", "upload_dt (item category)",
                          "music_type (item category)", "tag (item category)"));
  EXPECT_EQ(table.contextNumeric()(0, 0), 100.0f);
  EXPECT_EQ(table.contextNumeric()(2, 0), 7.0f);
  EXPECT_EQ(table.catalogue().size(), 4u);
  EXPECT_EQ(table.catalogue().category(1, 4), categoryHash("tag", "12,68"));
}

TEST_F(KuaiRandTest, RandomExposureIsABanditLogWithAKnownPropensity) {
  folder_.write("video_features_basic_1k.csv", kVideos);
  LogMapping mapping;
  mapping.slates.emplace() = {.kind = SlateRule::Kind::Catalogue, .uniform = true};
  const SlateTable table =
      importedLog({folder_.write("log_random_1k.csv", kLog)}, "auto", mapping).table;
  EXPECT_EQ(table.schema().shape, LogShape::Bandit);
  ASSERT_EQ(table.slateCount(), 4u);
  // The table of the 1k size holds videos that were never in the random pool.
  EXPECT_EQ(table.catalogue().size(), 3u);
  for (const double propensity : table.logged().propensity) EXPECT_EQ(propensity, 1.0 / 3);
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user_id (context category)", "hourmin (context category)",
                          "duration_ms (item number)", "tab (context category)"));

  folder_.write("video_features_basic_pure.csv", kVideos);
  EXPECT_EQ(importedLog({folder_.write("log_random_pure.csv", kLog)}, "auto", mapping)
                .table.catalogue()
                .size(),
            4u);
}

TEST_F(KuaiRandTest, ATableBesideCanBeRefused) {
  folder_.write("user_features_pure.csv", kUsers);
  const LogMapping mapping = mappingFromJson(R"({"users": false})");
  EXPECT_EQ(mappingFromJson(mappingToJson(mapping)), mapping);
  const SlateTable table =
      importedLog({folder_.write("log_random_pure.csv", kLog)}, "auto", mapping).table;
  EXPECT_EQ(table.schema().features.size(), 4u);
}

TEST_F(KuaiRandTest, BrokenFilesAreRefusedWithTheirPlace) {
  EXPECT_THAT(
      problemsOf({folder_.write(
          "log.csv", kLog + "1,11,20220422,1000,165059280x000,2,0,0,0,0,0,1,9,1,0,0,0,1,1\n")}),
      ElementsAre(
          HasSubstr("log.csv:6, column 5 (time_ms): found 165059280x000, expected a time"),
          HasSubstr("log.csv:6, column 6 (is_click): found 2, expected a number in [0, 1]")));
  folder_.write("user_features_pure.csv", "user,age\n0,1\n");
  EXPECT_THAT(problemsOf({folder_.write("log_random_pure.csv", kLog)}),
              ElementsAre(HasSubstr("user_features_pure.csv:1: found the columns user, age, "
                                    "expected a column named \"user_id\"")));
}

TEST_F(KuaiRandTest, ATableThatDoesNotFitIntoMemoryIsRefused) {
  std::string users = "user_id,note\n";
  for (int i = 0; i < 20000; ++i) users += std::to_string(i) + "," + std::string(40, 'x') + "\n";
  CsvRecords records(folder_.write("users.csv", users));
  try {
    const SideTable table(records, "user_id", {}, 1 << 20);
    FAIL() << "not refused";
  } catch (const ImportError& error) {
    EXPECT_THAT(error.what(), HasSubstr("found a table that takes more than 1 MiB"));
    EXPECT_GT(error.problems().front().line, 5000);
  }
}

}  // namespace
}  // namespace luce
