// sample_files/log.parquet was written by pyarrow: three rows with every type that Luce reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/common/hash.h"
#include "core/dataset/importers/formats/parquet_format.h"
#include "tests/support/imported_log.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kLog =
    std::filesystem::path(LUCE_SOURCE_DIR) / "tests/dataset/sample_files/log.parquet";

TEST(ParquetTest, IsRecognisedByEveryBuildAndRefusedByOneWithoutArrow) {
  EXPECT_EQ(chooseImporter("auto", std::vector{kLog}).id(), "parquet");
  if (ParquetFormat::isBuiltIn()) GTEST_SKIP() << "this build reads Parquet";
  EXPECT_THAT(
      problemsOf({kLog}),
      ElementsAre(HasSubstr("log.parquet\" is a Parquet file, and this Luce was built without "
                            "Arrow's library that reads those. Convert it to CSV")));
}

TEST(ParquetTest, ARowIsACandidate) {
  if (!ParquetFormat::isBuiltIn()) GTEST_SKIP() << "this build cannot read Parquet";
  const SlateTable table = importedLog({kLog}).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user.age (context number)", "price (candidate number)",
                          "genre (candidate category)"));
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.times()[0], 1574553663.5);
  EXPECT_TRUE(std::isnan(table.times()[1]));
  EXPECT_EQ(table.contextNumeric()(0, 0), 30.0f);
  EXPECT_TRUE(std::isnan(table.contextNumeric()(1, 0)));
  EXPECT_EQ(table.candidateNumeric()(0, 0), 0.1f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(1, 0)));
  EXPECT_EQ(table.candidateCategory()(1, 0), categoryHash("genre", "drama"));
  EXPECT_EQ(table.catalogue().keys[1], "9007199254740993");
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 1));
}

TEST(ParquetTest, ADamagedFileIsRefused) {
  if (!ParquetFormat::isBuiltIn()) GTEST_SKIP() << "this build cannot read Parquet";
  std::ifstream stream(kLog, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const TemporaryFolder folder;
  for (const std::size_t size : {bytes.size() / 2, bytes.size() - 1, std::size_t{5}}) {
    EXPECT_THAT(problemsOf({folder.write("cut.parquet", bytes.substr(0, size))}),
                ElementsAre(HasSubstr("cut.parquet\" cannot be read")));
  }
}

}  // namespace
}  // namespace luce
