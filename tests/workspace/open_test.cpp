#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/common/error.h"
#include "core/workspace/workspace.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class OpenTest : public ::testing::Test {
 protected:
  /// A workspace of several hundred kilobytes, closed.
  std::filesystem::path makeWorkspace() {
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("log", "");
    writeUnevenSlates(*writer, 3000);
    writer->commit();
    return file_;
  }

  std::string openError(const std::filesystem::path& file) {
    try {
      Workspace workspace = Workspace::open(file);
      workspace.loadDataset("log");
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
};

TEST_F(OpenTest, MakesANewWorkspaceThatNamesItself) {
  { const Workspace workspace = Workspace::open(file_); }
  SQLite::Database database(file_, SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), 0x4c756365);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 4);
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST_F(OpenTest, AnEmptyFileBecomesAWorkspace) {
  folder_.write("study.luce", "");
  EXPECT_TRUE(Workspace::open(file_).datasets().empty());
}

TEST_F(OpenTest, TwoConnectionsMayMakeTheSameWorkspace) {
  const Workspace first = Workspace::open(file_);
  const Workspace second = Workspace::open(file_);
  EXPECT_TRUE(second.datasets().empty());
}

TEST_F(OpenTest, RefusesWhatIsNoDatabaseAndLeavesItAsItIs) {
  const std::string content = "slate_id,item_id,click\ns1,i1,1\n";
  const auto log = folder_.write("log.csv", content);
  EXPECT_THAT(openError(log), AllOf(HasSubstr("log.csv\" is not a Luce workspace"),
                                    HasSubstr("import it into a workspace")));
  std::ifstream stream(log);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), content);
}

TEST_F(OpenTest, RefusesAFolderAndAMissingFolder) {
  EXPECT_THAT(openError(folder_ / ""), HasSubstr("is a folder"));
  EXPECT_THAT(openError(folder_ / "missing/study.luce"),
              AllOf(HasSubstr("study.luce\" cannot be opened"), HasSubstr("folder")));
}

TEST_F(OpenTest, RefusesAnotherProgramsDatabase) {
  SQLite::Database(file_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE song (title TEXT)");
  EXPECT_THAT(openError(file_), HasSubstr("is an SQLite database, but not a Luce workspace"));
  const auto other = folder_ / "other.db";
  SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 252006673; PRAGMA user_version = 1; CREATE TABLE a (b)");
  EXPECT_THAT(openError(other), HasSubstr("is an SQLite database, but not a Luce workspace"));
}

TEST_F(OpenTest, RefusesANewerLayout) {
  makeWorkspace();
  SQLite::Database(file_, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 7");
  EXPECT_THAT(openError(file_),
              AllOf(HasSubstr("made by a newer Luce (layout 7; this one knows 4)"),
                    HasSubstr("Update Luce")));
}

TEST_F(OpenTest, TruncatedFileIsCalledDamaged) {
  makeWorkspace();
  const auto size = std::filesystem::file_size(file_);
  for (const double part : {0.9, 0.5, 0.1}) {
    std::filesystem::resize_file(file_,
                                 static_cast<std::uintmax_t>(part * static_cast<double>(size)));
    EXPECT_THAT(openError(file_), HasSubstr("study.luce\" is damaged")) << part;
  }
}

TEST_F(OpenTest, OverwrittenPagesAreCalledDamaged) {
  makeWorkspace();
  {
    std::fstream stream(file_, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(16384 * 6);
    stream << std::string(16384 * 3, '\xa5');
  }
  EXPECT_THAT(openError(file_), HasSubstr("study.luce\" is damaged"));
}

TEST_F(OpenTest, MissingTablesAreCalledDamaged) {
  makeWorkspace();
  SQLite::Database(file_, SQLite::OPEN_READWRITE).exec("DROP TABLE dataset");
  EXPECT_THAT(openError(file_), HasSubstr("study.luce\" is damaged"));
}

}  // namespace
}  // namespace luce
