// Expected numbers of the real logs were computed from the files with Python's csv module.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/common/hash.h"
#include "core/dataset/importers/importer.h"
#include "core/workspace/workspace.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::HasSubstr;

constexpr const char* kCatalogue =
    ",item_id,item_feature_0,item_feature_1\n0,0,0.5,red\n1,2,-0.25,blue\n2,1,,red\n";
constexpr const char* kHeader =
    ",timestamp,item_id,position,click,propensity_score,user_feature_0,user-item_affinity_0,"
    "user-item_affinity_1,user-item_affinity_2\n";

SlateTable import(const std::vector<std::filesystem::path>& files) {
  SlateTableBuilder builder;
  const ImportRequest request{.files = files};
  const Importer& importer = chooseImporter("auto", request.files);
  EXPECT_EQ(importer.id(), "open-bandit");
  importer.import(request, builder, {}, {});
  return builder.finish();
}

class OpenBanditTest : public ::testing::Test {
 protected:
  std::filesystem::path writeLog(const std::string& folder, const std::string& lines) {
    folder_.write(folder + "/item_context.csv", kCatalogue);
    return folder_.write(folder + "/log.csv", kHeader + lines);
  }
  TemporaryFolder folder_;
};

TEST_F(OpenBanditTest, AffinityBelongsToTheItemOfItsName) {
  const auto log = writeLog("a",
                            "5,2019-11-24 00:01:03+00:00,2,3,1,0.25,u1,0.0,2.5,1.0\n"
                            "6,2019-11-24 00:01:04+00:00,0,1,0,0.5,u2,0.0,0,0.0\n");
  const SlateTable table = import({log});
  EXPECT_EQ(table.shape(), LogShape::Bandit);
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.candidateCount(), 6);
  EXPECT_EQ(table.slateKey(0), "5");
  // Items stand in the catalogue's order: 0, 2, 1.
  EXPECT_EQ(table.action(0), 1u);
  EXPECT_EQ(table.action(1), 0u);
  EXPECT_THAT(table.pairs().offsets, ::testing::ElementsAre(0, 2, 2));
  EXPECT_THAT(table.pairs().item, ::testing::ElementsAre(2, 1));
  EXPECT_THAT(table.pairs().value, ::testing::ElementsAre(2.5f, 1.0f));
  EXPECT_THAT(table.logged().propensity, ::testing::ElementsAre(0.25, 0.5));
  EXPECT_THAT(table.logged().position, ::testing::ElementsAre(3, 1));
  EXPECT_THAT(table.logged().labels.values(), ::testing::ElementsAre(1, 0));
  EXPECT_THAT(table.times(), ::testing::ElementsAre(1574553663.0, 1574553664.0));
  EXPECT_EQ(table.catalogue().numeric(1, 0), -0.25f);
  EXPECT_TRUE(std::isnan(table.catalogue().numeric(2, 0)));
  EXPECT_EQ(table.catalogue().category(1, 0), categoryHash("item_feature_1", "blue"));
  EXPECT_EQ(table.contextCategory()(1, 0), categoryHash("user_feature_0", "u2"));
}

TEST_F(OpenBanditTest, LogCatalogueAndFolderMeanTheSame) {
  const auto log = writeLog("a", "0,2019-11-24 00:01:03+00:00,2,3,1,0.25,u1,0.0,2.5,1.0\n");
  const SlateTable table = import({log});
  expectSameTable(import({log.parent_path()}), table);
  expectSameTable(import({log.parent_path() / "item_context.csv"}), table);
  expectSameTable(import({log, log.parent_path() / "item_context.csv"}), table);
}

TEST_F(OpenBanditTest, SeveralLogsOfOneCatalogueMakeOneDataset) {
  const auto first = writeLog("a", "0,2019-11-24 00:01:03+00:00,2,3,1,0.25,u1,0.0,2.5,1.0\n");
  const auto second = writeLog("b", "0,2019-11-24 00:01:09+00:00,1,1,0,0.5,u1,0.0,0.0,0.0\n");
  const SlateTable table = import({first, second});
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(0), "1:0");
  EXPECT_EQ(table.slateKey(1), "2:0");
  EXPECT_EQ(table.action(1), 2u);
}

TEST_F(OpenBanditTest, LogsOfDifferentCataloguesAreRefused) {
  const auto first = writeLog("a", "0,2019-11-24 00:01:03+00:00,2,3,1,0.25,u1,0.0,2.5,1.0\n");
  const auto second = writeLog("b", "0,2019-11-24 00:01:09+00:00,1,1,0,0.5,u1,0.0,0.0,0.0\n");
  folder_.write("b/item_context.csv",
                ",item_id,item_feature_0,item_feature_1\n0,0,9,red\n1,2,-0.25,blue\n2,1,,red\n");
  try {
    import({first, second});
    FAIL() << "not refused";
  } catch (const ImportError& error) {
    EXPECT_THAT(error.what(), HasSubstr("other columns or another catalogue"));
  }
}

TEST_F(OpenBanditTest, FolderWithoutALogIsNotOne) {
  folder_.write("x/readme.txt", "a\n1\n");
  const std::vector<std::filesystem::path> files{folder_ / "x"};
  EXPECT_THROW(chooseImporter("auto", files), Error);
  SlateTableBuilder builder;
  const ImportRequest request{.files = files};
  try {
    chooseImporter("open-bandit", files).import(request, builder, {}, {});
    FAIL() << "not refused";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("holds no Open Bandit log"));
  }
}

struct RealLog {
  const char* folder;
  std::size_t items;
  int clicks;
  double propensitySum;
  std::array<int, 3> positions;
  std::size_t pairs;
  double pairSum;
  std::array<std::uint32_t, 5> firstActions;
  std::uint64_t actionSum;
  double firstTime, lastTime;
};

void PrintTo(const RealLog& log, std::ostream* stream) {
  *stream << log.folder;
}

class RealLogTest : public ::testing::TestWithParam<RealLog> {};

TEST_P(RealLogTest, IsReadWhole) {
  const RealLog& expected = GetParam();
  const auto folder =
      std::filesystem::path(LUCE_SHARED_DIR) / "datasets/open_bandit" / expected.folder;
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not on this machine";
  const SlateTable table = import({folder});
  ASSERT_EQ(table.slateCount(), 10000u);
  EXPECT_EQ(table.catalogue().size(), expected.items);
  EXPECT_EQ(table.candidateCount(), static_cast<std::int64_t>(10000 * expected.items));
  EXPECT_NEAR(table.taskMean(0), expected.clicks / 10000.0, 1e-12);
  const LoggedColumns& logged = table.logged();
  EXPECT_NEAR(std::accumulate(logged.propensity.begin(), logged.propensity.end(), 0.0),
              expected.propensitySum, 1e-8);
  for (std::uint16_t place = 1; place <= 3; ++place) {
    EXPECT_EQ(std::count(logged.position.begin(), logged.position.end(), place),
              expected.positions[place - 1u]);
  }
  const PairFeatures& pairs = table.pairs();
  EXPECT_EQ(pairs.item.size(), expected.pairs);
  EXPECT_EQ(std::accumulate(pairs.value.begin(), pairs.value.end(), 0.0), expected.pairSum);
  std::uint64_t actions = 0;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    if (slate < 5) {
      EXPECT_EQ(table.action(slate), expected.firstActions[slate]);
    }
    actions += table.action(slate);
  }
  EXPECT_EQ(actions, expected.actionSum);
  EXPECT_EQ(table.slateKey(9999), "9999");
  EXPECT_NEAR(table.times().front(), expected.firstTime, 1e-6);
  EXPECT_NEAR(table.times().back(), expected.lastTime, 1e-6);
  EXPECT_TRUE(std::is_sorted(table.times().begin(), table.times().end()));

  const TemporaryFolder temporary;
  Workspace workspace = Workspace::open(temporary / "study.luce");
  const auto writer = workspace.createDataset("log", expected.folder);
  const ImportRequest request{.files = {folder}};
  chooseImporter("auto", request.files).import(request, *writer, {}, {});
  writer->commit();
  expectSameTable(workspace.loadDataset("log"), table);
}

INSTANTIATE_TEST_SUITE_P(OpenBandit, RealLogTest,
                         ::testing::Values(RealLog{.folder = "bts/men",
                                                   .items = 34,
                                                   .clicks = 69,
                                                   .propensitySum = 1635.9440317647084,
                                                   .positions = {3339, 3262, 3399},
                                                   .pairs = 499,
                                                   .pairSum = 530,
                                                   .firstActions = {2, 9, 13, 14, 2},
                                                   .actionSum = 151350,
                                                   .firstTime = 1574553663.979311,
                                                   .lastTime = 1575158361.58653},
                                           RealLog{.folder = "random/men",
                                                   .items = 34,
                                                   .clicks = 46,
                                                   .propensitySum = 294.11764705880245,
                                                   .positions = {3284, 3388, 3328},
                                                   .pairs = 579,
                                                   .pairSum = 642,
                                                   .firstActions = {14, 10, 31, 12, 20},
                                                   .actionSum = 164803,
                                                   .firstTime = 1574553793.442536,
                                                   .lastTime = 1575158339.642633},
                                           RealLog{.folder = "random/women",
                                                   .items = 46,
                                                   .clicks = 46,
                                                   .propensitySum = 217.3913043478148,
                                                   .positions = {3329, 3374, 3297},
                                                   .pairs = 544,
                                                   .pairSum = 576,
                                                   .firstActions = {32, 9, 25, 4, 7},
                                                   .actionSum = 223182,
                                                   .firstTime = 1574553804.688993,
                                                   .lastTime = 1575158300.612869}),
                         [](const auto& instance) {
                           std::string name = instance.param.folder;
                           std::replace(name.begin(), name.end(), '/', '_');
                           return name;
                         });

}  // namespace
}  // namespace luce
