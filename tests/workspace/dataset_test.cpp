#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "core/workspace/dataset_names.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"
#include "tests/support/error_of.h"
#include "tests/support/record_logs.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::HasSubstr;

template <class Write>
void addDataset(Workspace& workspace, const std::string& name, Write&& write) {
  const auto writer = workspace.createDataset(name, "made by a test");
  write(*writer);
  writer->commit();
}

template <class Write>
SlateTable build(Write&& write) {
  SlateTableBuilder builder;
  write(builder);
  return builder.finish();
}

std::string queryText(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getString();
}

/// More columns of each kind than one call of an SQL function takes.
void writeWideSlates(DatasetSink& sink) {
  constexpr int kColumns = 40;
  Schema schema;
  for (int i = 0; i < kColumns; ++i) {
    const std::string number = std::to_string(i);
    schema.tasks.push_back("task" + number);
    schema.features.push_back({"n" + number, FeatureKind::Numeric, FeatureScope::Candidate});
    schema.features.push_back({"c" + number, FeatureKind::Category, FeatureScope::Candidate});
  }
  sink.begin(schema);
  for (int row = 0; row < 30; ++row) {
    const std::string key = "s" + std::to_string(row / 3);
    if (row % 3 == 0) {
      SlateRecord slate;
      slate.key = key;
      sink.addSlate(slate);
    }
    std::vector<double> numbers;
    std::vector<std::string> texts;
    std::vector<float> labels;
    for (int i = 0; i < kColumns; ++i) {
      numbers.push_back(row * 100 + i);
      texts.push_back(i % 5 == 0 ? "" : "v" + std::to_string(row * i));
      labels.push_back(static_cast<float>((row + i) % 3) / 2);
    }
    const std::vector<std::string_view> categories(texts.begin(), texts.end());
    const std::string item = "i" + std::to_string(row);
    CandidateRecord candidate;
    candidate.item = item;
    candidate.numeric = numbers;
    candidate.category = categories;
    candidate.labels = labels;
    sink.addCandidate(candidate);
  }
}

class DatasetTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
};

TEST_F(DatasetTest, SlateLogComesBackAsItWasWritten) {
  const auto write = [](DatasetSink& sink) { writeUnevenSlates(sink, 500); };
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "uneven", write);
  expectSameTable(workspace.loadDataset("uneven"), build(write));
}

TEST_F(DatasetTest, BanditLogComesBackAsItWasWritten) {
  const auto write = [](DatasetSink& sink) { writeSparseActions(sink, 300); };
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "sparse", write);
  expectSameTable(workspace.loadDataset("sparse"), build(write));
}

TEST_F(DatasetTest, WideSlateLogComesBackAsItWasWritten) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "wide", writeWideSlates);
  expectSameTable(workspace.loadDataset("wide"), build(writeWideSlates));
}

TEST_F(DatasetTest, SummaryCountsWhatWasWritten) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "uneven", [](DatasetSink& sink) { writeUnevenSlates(sink, 8); });
  addDataset(workspace, "sparse", [](DatasetSink& sink) { writeSparseActions(sink, 8); });
  const auto datasets = workspace.datasets();
  ASSERT_EQ(datasets.size(), 2u);
  // Slates of 1, 2, 3, 4 candidates, twice; the third candidate has no propensity.
  EXPECT_EQ(datasets[0].slates, 8);
  EXPECT_EQ(datasets[0].candidates, 20);
  EXPECT_EQ(datasets[0].rows, 20);
  EXPECT_EQ(datasets[0].rowsWithPropensity, 16);
  EXPECT_THAT(datasets[0].taskMeans, ::testing::ElementsAre(0.4, 0.25));
  EXPECT_EQ(datasets[0].source, "made by a test");
  EXPECT_EQ(datasets[1].name, "sparse");
  EXPECT_EQ(datasets[1].slates, 8);
  EXPECT_EQ(datasets[1].items, 5);
  EXPECT_EQ(datasets[1].candidates, 40);
  EXPECT_EQ(datasets[1].rows, 8);
  EXPECT_EQ(datasets[1].rowsWithPropensity, 6);
  EXPECT_THAT(datasets[1].taskMeans, ::testing::ElementsAre(0.25));
}

TEST_F(DatasetTest, ReopensInAnotherConnection) {
  {
    Workspace workspace = Workspace::open(file_);
    addDataset(workspace, "sparse", [](DatasetSink& sink) { writeSparseActions(sink, 5); });
  }
  const Workspace workspace = Workspace::open(file_);
  EXPECT_EQ(workspace.dataset("sparse").slates, 5);
  EXPECT_FALSE(std::filesystem::exists(file_.string() + "-journal"));
}

TEST_F(DatasetTest, UncommittedDatasetLeavesNoTrace) {
  Workspace workspace = Workspace::open(file_);
  const std::string tables = "SELECT group_concat(name) FROM sqlite_schema";
  const std::string before = queryText(file_, tables);
  {
    const auto writer = workspace.createDataset("lost", "");
    writeUnevenSlates(*writer, 100);
    EXPECT_TRUE(workspace.datasets().empty());
  }
  EXPECT_TRUE(workspace.datasets().empty());
  EXPECT_EQ(queryText(file_, tables), before);
  addDataset(workspace, "lost", [](DatasetSink& sink) { writeUnevenSlates(sink, 3); });
  EXPECT_EQ(workspace.dataset("lost").slates, 3);
}

TEST_F(DatasetTest, ReadersSeeTheOldStateUntilCommit) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "first", [](DatasetSink& sink) { writeUnevenSlates(sink, 10); });
  const auto writer = workspace.createDataset("second", "");
  writeUnevenSlates(*writer, 20000);
  const Workspace reader = Workspace::open(file_);
  EXPECT_EQ(reader.datasets().size(), 1u);
  EXPECT_EQ(reader.loadDataset("first").slateCount(), 10u);
  writer->commit();
  EXPECT_EQ(reader.datasets().size(), 2u);
}

TEST_F(DatasetTest, SecondWriterIsToldThatTheFileIsInUse) {
  Workspace workspace = Workspace::open(file_);
  const auto writer = workspace.createDataset("first", "");
  WorkspaceFile other(file_, Access::Write, 20);
  const std::string error =
      errorOf([&] { other.guarded([&] { other.database().exec("BEGIN IMMEDIATE"); }); });
  EXPECT_THAT(error, HasSubstr("study.luce\" is in use by another program"));
}

TEST_F(DatasetTest, KilledImportLeavesThePreviousState) {
  {
    Workspace workspace = Workspace::open(file_);
    addDataset(workspace, "before", [](DatasetSink& sink) { writeUnevenSlates(sink, 10); });
  }
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("half", "");
    writeUnevenSlates(*writer, 60000);  // more than the cache holds, so it reaches the disk
    const char byte = 1;
    if (write(ready[1], &byte, 1) == 1) pause();
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  ASSERT_EQ(kill(child, SIGKILL), 0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  Workspace workspace = Workspace::open(file_);
  ASSERT_EQ(workspace.datasets().size(), 1u);
  EXPECT_EQ(workspace.loadDataset("before").slateCount(), 10u);
  addDataset(workspace, "half", [](DatasetSink& sink) { writeUnevenSlates(sink, 3); });
  EXPECT_EQ(workspace.loadDataset("half").slateCount(), 3u);
}

TEST_F(DatasetTest, FailedWriteNamesTheFileAndKeepsThePreviousState) {
  {
    Workspace workspace = Workspace::open(file_);
    addDataset(workspace, "before", [](DatasetSink& sink) { writeUnevenSlates(sink, 10); });
  }
  const pid_t child = fork();
  if (child == 0) {
    // Stands for a full disk: no file of this process may grow beyond a megabyte.
    const rlimit limit{.rlim_cur = 1 << 20, .rlim_max = 1 << 20};
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
    Workspace workspace = Workspace::open(file_);
    const std::string error = errorOf([&] {
      addDataset(workspace, "large", [](DatasetSink& sink) { writeUnevenSlates(sink, 60000); });
    });
    _exit(error.find("study.luce\" could not be read or written") != std::string::npos ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  const Workspace workspace = Workspace::open(file_);
  ASSERT_EQ(workspace.datasets().size(), 1u);
  EXPECT_EQ(workspace.loadDataset("before").slateCount(), 10u);
}

TEST_F(DatasetTest, NamesMustBeNewAndNotEmpty) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "men", [](DatasetSink& sink) { writeUnevenSlates(sink, 1); });
  EXPECT_THAT(errorOf([&] { workspace.createDataset("men", ""); }),
              HasSubstr("already has a dataset named \"men\""));
  EXPECT_THAT(errorOf([&] { workspace.createDataset("", ""); }), HasSubstr("needs a name"));
}

TEST_F(DatasetTest, NamesAreOneLineOfAtMost200Bytes) {
  Workspace workspace = Workspace::open(file_);
  const auto refused = [&](const std::string& name) {
    return errorOf([&] { workspace.createDataset(name, ""); });
  };
  EXPECT_THAT(refused("   "), HasSubstr("needs a name"));
  EXPECT_THAT(refused(std::string(201, 'a')), HasSubstr("200 bytes at most"));
  for (const char* name : {"two\nlines", "\x1b[31mred", "a\tb", "\xff", "\x7f"}) {
    EXPECT_THAT(refused(name), HasSubstr("one line of text in UTF-8")) << name;
  }
  EXPECT_TRUE(workspace.datasets().empty());
  addDataset(workspace, std::string(200, 'a'),
             [](DatasetSink& sink) { writeUnevenSlates(sink, 1); });
  EXPECT_EQ(freeDatasetName(workspace, std::string(300, 'a')), std::string(198, 'a') + " 2");
}

TEST_F(DatasetTest, AFilesNameIsMadeAGoodOne) {
  const Workspace workspace = Workspace::open(file_);
  EXPECT_EQ(freeDatasetName(workspace, "two\nlines\x1b[31m"), "two lines [31m");
  EXPECT_EQ(freeDatasetName(workspace, "  log \n"), "log");
  EXPECT_EQ(freeDatasetName(workspace, "\xff\xfelog"), "??log");
  EXPECT_EQ(freeDatasetName(workspace, "Füße 日本"), "Füße 日本");
  EXPECT_EQ(freeDatasetName(workspace, "\n\t "), "log");
  EXPECT_EQ(freeDatasetName(workspace, std::string(199, 'a') + "ü"), std::string(199, 'a'))
      << "201 bytes, of which the last two are one letter";
}

TEST_F(DatasetTest, UnknownNameListsThoseThereAre) {
  Workspace workspace = Workspace::open(file_);
  EXPECT_THAT(errorOf([&] { workspace.dataset("women"); }), HasSubstr("no datasets yet"));
  addDataset(workspace, "men", [](DatasetSink& sink) { writeUnevenSlates(sink, 1); });
  addDataset(workspace, "all", [](DatasetSink& sink) { writeUnevenSlates(sink, 1); });
  EXPECT_THAT(errorOf([&] { workspace.loadDataset("women"); }),
              HasSubstr("no dataset named \"women\"; there are \"men\", \"all\""));
}

TEST_F(DatasetTest, RecordsThatDoNotFitAreRefused) {
  Workspace workspace = Workspace::open(file_);
  const auto writer = workspace.createDataset("wrong", "");
  EXPECT_THAT(errorOf([&] { writer->addSlate({}); }), HasSubstr("no dataset was being written"));
  writeSparseActions(*writer, 1);
  const std::array<std::string_view, 1> context{"user"};
  const std::array<float, 1> label{0};
  BanditAction action;
  action.item = 5;
  action.labels = label;
  SlateRecord slate{.key = "k",
                    .time = kMissing,
                    .contextNumeric = {},
                    .contextCategory = context,
                    .action = &action,
                    .pairs = {}};
  EXPECT_THAT(errorOf([&] { writer->addSlate(slate); }), HasSubstr("the catalogue has 5"));
  action.item = 0;
  slate.contextCategory = {};
  EXPECT_THAT(errorOf([&] { writer->addSlate(slate); }), HasSubstr("0 categories"));
  const std::array<double, 1> price{1};
  const std::array<std::string_view, 1> brand{"even"};
  EXPECT_THAT(errorOf([&] { writer->addItem({.key = "10", .numeric = price, .category = brand}); }),
              HasSubstr("in the catalogue twice"));
}

TEST_F(DatasetTest, ColumnNamesThatCollideAreKeptApart) {
  Schema schema;
  schema.tasks = {"click", "Click"};
  schema.features = {{"item", FeatureKind::Numeric, FeatureScope::Candidate},
                     {"a \"quoted\" name", FeatureKind::Category, FeatureScope::Context},
                     {"CLICK", FeatureKind::Numeric, FeatureScope::Context}};
  const auto write = [&](DatasetSink& sink) {
    sink.begin(schema);
    const std::array<double, 1> context{7};
    const std::array<std::string_view, 1> category{"x"};
    sink.addSlate({.key = "s",
                   .time = kMissing,
                   .contextNumeric = context,
                   .contextCategory = category,
                   .action = nullptr,
                   .pairs = {}});
    const std::array<double, 1> number{3};
    const std::array<float, 2> labels{0, 1};
    CandidateRecord record;
    record.item = "i";
    record.numeric = number;
    record.labels = labels;
    sink.addCandidate(record);
  };
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "names", write);
  expectSameTable(workspace.loadDataset("names"), build(write));
  EXPECT_EQ(queryText(file_,
                      "SELECT item || ' ' || item_2 || ' ' || click || ' ' || click_2 || "
                      "' ' || click_3 || ' ' || \"a \"\"quoted\"\" name\" FROM dataset_1_log"),
            "i 3.0 0.0 1.0 7.0 x");
}

TEST_F(DatasetTest, LogViewJoinsWhatIsKnownOfARow) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "sparse", [](DatasetSink& sink) { writeSparseActions(sink, 10); });
  EXPECT_EQ(queryText(file_,
                      "SELECT group_concat(slate || ':' || item || ':' || brand || ':' || "
                      "position || ':' || click, ' ') FROM dataset_1_log WHERE slate < '3'"),
            "0:0:even:1:1.0 1:10:odd:2:0.0 2:20:even:3:0.0");
}

TEST_F(DatasetTest, RemovedDatasetIsGone) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "a", [](DatasetSink& sink) { writeUnevenSlates(sink, 10); });
  addDataset(workspace, "b", [](DatasetSink& sink) { writeSparseActions(sink, 10); });
  workspace.removeDataset("a");
  EXPECT_EQ(workspace.datasets().size(), 1u);
  workspace.removeDataset("b");
  EXPECT_EQ(queryText(file_, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'dataset_%'"),
            "0");
  EXPECT_THAT(errorOf([&] { workspace.removeDataset("a"); }), HasSubstr("no dataset named \"a\""));
}

TEST_F(DatasetTest, LoadingTellsProgressAndStops) {
  Workspace workspace = Workspace::open(file_);
  addDataset(workspace, "large", [](DatasetSink& sink) { writeUnevenSlates(sink, 60000); });
  std::vector<double> fractions;
  workspace.loadDataset("large", [&](double fraction, std::string_view stage) {
    EXPECT_EQ(stage, "Loading large");
    fractions.push_back(fraction);
  });
  ASSERT_GE(fractions.size(), 2u);
  EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
  EXPECT_LE(fractions.back(), 1.0);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(workspace.loadDataset("large", {}, stop.get_token()), Cancelled);
}

TEST_F(DatasetTest, RowsThatSomeoneTookOutAreNoticed) {
  {
    Workspace workspace = Workspace::open(file_);
    addDataset(workspace, "uneven", [](DatasetSink& sink) { writeUnevenSlates(sink, 20); });
  }
  const auto damage = [&](const char* sql) {
    const auto copy = folder_ / "copy.luce";
    std::filesystem::copy_file(file_, copy, std::filesystem::copy_options::overwrite_existing);
    SQLite::Database(copy, SQLite::OPEN_READWRITE).exec(sql);
    return errorOf([&] { Workspace::open(copy).loadDataset("uneven"); });
  };
  EXPECT_THAT(damage("DELETE FROM dataset_1_candidate WHERE id = 7"),
              HasSubstr("candidate 7 is missing"));
  EXPECT_THAT(damage("DELETE FROM dataset_1_slate WHERE id = 3"), HasSubstr("slate 3 is missing"));
  EXPECT_THAT(damage("UPDATE dataset_1_candidate SET item = 99 WHERE id = 2"),
              HasSubstr("names item 99"));
  EXPECT_THAT(damage("UPDATE dataset SET schema = '{'"), HasSubstr("copy.luce\" is damaged"));
  EXPECT_THAT(damage("UPDATE dataset SET slates = 4000000000000000000, rows = 4000000000000000000"),
              HasSubstr("20 of its 4000000000000000000 slates"));
  EXPECT_THAT(damage("DROP TABLE dataset_1_candidate"), HasSubstr("is damaged"));
}

}  // namespace
}  // namespace luce
