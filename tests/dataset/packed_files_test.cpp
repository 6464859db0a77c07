// Logs in compressed files and archives, whole and damaged.
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "core/dataset/importers/byte_stream.h"
#include "tests/support/imported_log.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

using Members = std::vector<std::pair<std::string, std::string>>;

void close(archive* out) {
  EXPECT_EQ(archive_write_close(out), ARCHIVE_OK) << archive_error_string(out);
  archive_write_free(out);
}

void addMembers(archive* out, const Members& members) {
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(out, entry), ARCHIVE_OK) << archive_error_string(out);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
}

fs::path writeZip(const fs::path& file, const Members& members, const char* password = nullptr) {
  archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  if (password != nullptr) {
    archive_write_set_options(out, "zip:encryption=traditional");
    archive_write_set_passphrase(out, password);
  }
  archive_write_open_filename(out, file.c_str());
  addMembers(out, members);
  close(out);
  return file;
}

fs::path writeTar(const fs::path& file, const Members& members) {
  archive* out = archive_write_new();
  archive_write_set_format_ustar(out);
  archive_write_add_filter_gzip(out);
  archive_write_open_filename(out, file.c_str());
  addMembers(out, members);
  close(out);
  return file;
}

fs::path writeCompressed(const fs::path& file, const std::string& content, bool zstd) {
  archive* out = archive_write_new();
  archive_write_set_format_raw(out);
  if (zstd) {
    archive_write_add_filter_zstd(out);
  } else {
    archive_write_add_filter_gzip(out);
  }
  archive_write_open_filename(out, file.c_str());
  addMembers(out, {{"log", content}});
  close(out);
  return file;
}

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

constexpr const char* kCsv = "slate_id,item_id,price,click\ns1,a,1,0\ns1,b,2,1\ns2,a,3,0\n";

struct Stored {
  std::string format, content;
};

/// A small log of each format.
std::vector<Stored> logs(const TemporaryFolder& folder) {
  const fs::path database = folder / "made.db";
  sqlite3* handle = nullptr;
  sqlite3_open(database.c_str(), &handle);
  sqlite3_exec(handle,
               "CREATE TABLE log (slate_id, item_id, click); INSERT INTO log VALUES (1, 2, 0), "
               "(1, 3, 1)",
               nullptr, nullptr, nullptr);
  sqlite3_close(handle);
  return {{"csv", kCsv},
          {"jsonl", "{\"slate_id\":1,\"candidates\":[{\"item_id\":2,\"click\":1}]}\n"},
          {"movielens", "1\t10\t5\t881250000\n1\t20\t3\t881250001\n"},
          {"kuairand", "user_id,video_id,time_ms,is_click\n1,2,1650592800000,1\n"},
          {"svmlight", "1 qid:1 1:2\n0 qid:1 1:3\n"},
          {"logged-probabilities", "user_id,item_id,click,p_click\nu,a,1,0.5\nu,b,0,0.25\n"},
          {"sqlite", contentOf(database)}};
}

class PackedFilesTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(PackedFilesTest, EveryFormatOpensFromWhateverHoldsIt) {
  for (const auto& [format, content] : logs(folder_)) {
    SCOPED_TRACE(format);
    const SlateTable expected = importedLog({folder_.write(format, content)}, format).table;
    EXPECT_GT(expected.slateCount(), 0u);
    for (const fs::path& file :
         {writeCompressed(folder_ / (format + ".gz"), content, false),
          writeCompressed(folder_ / (format + ".zst"), content, true),
          writeZip(folder_ / (format + ".zip"), {{"log", content}}),
          writeZip(folder_ / (format + "2.zip"), {{"x/", ""}, {"x/log", content}}) / "x/log",
          writeTar(folder_ / (format + ".tar.gz"), {{"log", content}})}) {
      SCOPED_TRACE(file);
      EXPECT_EQ(chooseImporter("auto", std::vector{file}).id(), format);
      expectSameTable(importedLog({file}).table, expected);
    }
  }
}

TEST_F(PackedFilesTest, OfSeveralMembersTheLogsOfTheFormatAreTaken) {
  const fs::path file =
      writeZip(folder_ / "logs.zip", {{"b/second.csv", "slate_id,item_id,price,click\ns3,a,4,1\n"},
                                      {"readme.txt", "One log in two files.\n"},
                                      {"a.csv", kCsv}});
  const SlateTable table = importedLog({file}).table;
  ASSERT_EQ(table.slateCount(), 3u);
  EXPECT_EQ(table.slateKey(2), "s3");
  EXPECT_EQ(importedLog({file / "b/second.csv"}).table.slateCount(), 1u);
  EXPECT_THAT(problemsOf({file / "c.csv"}, "csv"),
              ElementsAre(HasSubstr("holds no file \"c.csv\"")));
}

TEST_F(PackedFilesTest, TablesAreFoundBesideALogInAnArchive) {
  const fs::path file = writeZip(
      folder_ / "KuaiRand.zip",
      {{"data/log_random_pure.csv", "user_id,video_id,time_ms,is_click\n1,2,1650592800000,1\n"},
       {"data/user_features_pure.csv", "user_id,age\n1,30\n"},
       {"other/user_features_pure.csv", "user_id,height\n1,180\n"}});
  const SlateTable table = importedLog({file / "data/log_random_pure.csv"}).table;
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user_id (context category)", "age (context number)"));
}

TEST_F(PackedFilesTest, WhatCannotBeUnpackedIsRefused) {
  const fs::path empty = writeZip(folder_ / "empty.zip", {});
  EXPECT_THAT(problemsOf({empty}), ElementsAre(HasSubstr("none of the formats")));
  EXPECT_THAT(problemsOf({empty}, "csv"), ElementsAre(HasSubstr("empty.zip")));

  std::string longLog = "slate_id,item_id,price,click\n";
  for (int i = 0; i < 50000; ++i) longLog += "s" + std::to_string(i * 7919 % 65537) + ",a,1,0\n";
  for (const bool zstd : {false, true}) {
    const fs::path whole = writeCompressed(folder_ / "whole", longLog, zstd);
    const std::string bytes = contentOf(whole);
    const fs::path cut = folder_.write("cut", bytes.substr(0, bytes.size() / 2));
    EXPECT_THAT(problemsOf({cut}, "csv"), ElementsAre(HasSubstr("cut\" cannot be unpacked: ")));
  }
  const std::string zip = contentOf(writeZip(folder_ / "whole.zip", {{"log.csv", longLog}}));
  EXPECT_THAT(problemsOf({folder_.write("cut.zip", zip.substr(0, zip.size() / 2))}, "csv"),
              ElementsAre(HasSubstr("cut.zip\" cannot be unpacked: ")));

  const fs::path locked = writeZip(folder_ / "locked.zip", {{"log.csv", kCsv}}, "secret");
  EXPECT_THAT(problemsOf({locked / "log.csv"}, "csv"),
              ElementsAre(HasSubstr("locked.zip\" cannot be unpacked: ")));
}

TEST_F(PackedFilesTest, MembersThatPointOutsideAreNotFollowed) {
  folder_.write("outside.csv", "slate_id,item_id,click\nwrong,a,1\n");
  const fs::path file = writeZip(folder_ / "sly.zip", {{"../outside.csv", kCsv}});
  EXPECT_TRUE(containedFiles(file).empty());
  EXPECT_THAT(problemsOf({file}), ElementsAre(HasSubstr("none of the formats")));
  // Asked for by its name it is the archive's, not the file outside.
  EXPECT_EQ(importedLog({file / "../outside.csv"}, "csv").table.slateKey(0), "s1");
}

TEST_F(PackedFilesTest, AnArchiveInAnArchiveIsNoLog) {
  const std::string inner = contentOf(writeCompressed(folder_ / "log.csv.gz", kCsv, false));
  const fs::path file = writeZip(folder_ / "outer.zip", {{"log.csv.gz", inner}});
  EXPECT_THAT(problemsOf({file}), ElementsAre(HasSubstr("outer.zip\" is in none of the formats")));
}

}  // namespace
}  // namespace luce
