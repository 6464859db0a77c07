// Every file in broken_files is refused with the place and the reason of what is wrong with it, and
// leaves the workspace as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/dataset/importers/importer.h"
#include "core/workspace/workspace.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

struct Expected {
  const char* file;
  const char* format;
  std::int64_t line;
  std::int64_t column;
  const char* columnName;
  const char* found;
  const char* expected;
  std::int64_t total = 1;
};

void PrintTo(const Expected& expected, std::ostream* stream) {
  *stream << expected.file;
}

constexpr const char* kProbability = "a number in (0, 1]";
constexpr const char* kLabel = "a number in [0, 1]";
constexpr const char* kNumber = "a finite number, or nothing where it is missing";
constexpr const char* kTime = "a time: seconds since 1970, or as in 2019-11-24 00:01:03+00:00";
constexpr const char* kPosition = "a whole number from 0 to 65535 (1 = first place, 0 = unknown)";
constexpr const char* kUtf8 = "text in UTF-8";

const std::vector<Expected> kBrokenFiles{
    {"no_slate_column.csv", "csv", 1, 0, "", "the columns list, item_id, click",
     "a column that names the slate (such as \"slate_id\")"},
    {"no_labels.csv", "csv", 1, 0, "", "the columns slate_id, item_id, price",
     "at least one column of labels (such as \"click\" or \"label_click\")"},
    {"duplicate_column.csv", "csv", 1, 5, "price", "a second column of this name",
     "each name once"},
    {"nameless_column.csv", "csv", 1, 3, "", "a column without a name", "a name for each column"},
    {"header_only.csv", "csv", 0, 0, "", "column names only", "one line a candidate after them"},
    {"empty.csv", "csv", 0, 0, "", "an empty file",
     "a line of column names, then one line a record"},
    {"short_line.csv", "csv", 3, 0, "", "5 fields", "6, as in the first line"},
    {"long_line.csv", "csv", 3, 0, "", "7 fields", "6, as in the first line"},
    {"zero_propensity.csv", "csv", 3, 4, "propensity", "0", kProbability},
    {"propensity_above_one.csv", "csv", 2, 4, "propensity", "1.5", kProbability},
    {"negative_propensity.csv", "csv", 2, 4, "propensity", "-0.1", kProbability},
    {"decimal_comma.csv", "csv", 2, 3, "propensity", "0,5", kProbability},
    {"label_two.csv", "csv", 2, 6, "like", "2", kLabel},
    {"label_missing.csv", "csv", 2, 5, "click", "nothing", kLabel},
    {"label_text.csv", "csv", 2, 5, "click", "yes", kLabel},
    {"position_fraction.csv", "csv", 2, 3, "position", "1.5", kPosition},
    {"position_negative.csv", "csv", 2, 3, "position", "-1", kPosition},
    {"two_first_places.csv", "csv", 4, 3, "position", "1",
     "a place below the first, which line 2 of the same slate holds"},
    {"not_a_number.csv", "csv", 3, 3, "price", "nan", kNumber},
    {"infinite.csv", "csv", 2, 3, "price", "inf", kNumber},
    {"overflow.csv", "csv", 2, 3, "price", "1e400", "a number from -3.4e38 to 3.4e38", 2},
    {"scattered_slate.csv", "csv", 4, 1, "slate_id", "s1",
     "a new slate; lines of this one came before, with others between"},
    {"context_changes.csv", "csv", 4, 3, "user_age", "31",
     "30 as in the slate's first line (2), since the column describes the slate as a whole"},
    {"no_item.csv", "csv", 2, 2, "item_id", "nothing", "a key"},
    {"no_slate.csv", "csv", 2, 1, "slate_id", "nothing", "a key"},
    {"bad_time.csv", "csv", 2, 3, "timestamp", "2019-02-30", kTime},
    {"milliseconds.csv", "csv", 2, 3, "timestamp", "1574553663979", kTime},
    {"stray_quote.csv", "csv", 2, 3, "", "a stray quote",
     "quotes around a whole field only, and doubled inside of it"},
    {"unclosed_quote.csv", "csv", 3, 3, "", "a quoted field that does not end", "a closing quote"},
    {"after_quoted_line_breaks.csv", "csv", 6, 4, "price", "x", kNumber, 2},
    {"crlf.csv", "csv", 4, 3, "click", "maybe", kLabel},
    {"latin1.csv", "csv", 2, 3, "genre", "kom?die", kUtf8},
    {"utf16.csv", "csv", 1, 0, "", "text in UTF-16", kUtf8},
    {"nul_byte.csv", "csv", 3, 0, "", "bytes that are no text", kUtf8},
    {"bandit_unknown_item/log.csv", "open-bandit", 3, 3, "item_id", "2", "an item_id of "},
    {"bandit_wrong_values/log.csv", "open-bandit", 2, 2, "timestamp", "yesterday", kTime, 5},
    {"bandit_no_catalogue/log.csv", "open-bandit", 0, 0, "", "no item_context.csv beside it",
     "the catalogue of actions in the same folder"},
    {"bandit_affinity/log.csv", "open-bandit", 1, 7, "user-item_affinity_7", "this column",
     "an item of "},
    {"bandit_duplicate_item/log.csv", "open-bandit", 3, 2, "item_id", "0", "each item once"},
    {"bandit_unknown_column/log.csv", "open-bandit", 1, 6, "weather", "this column",
     "the columns of an Open Bandit log"},
};

std::filesystem::path museum() {
  return std::filesystem::path(LUCE_SOURCE_DIR) / "tests/dataset/broken_files";
}

class BrokenFileTest : public ::testing::TestWithParam<Expected> {};

TEST_P(BrokenFileTest, IsRefusedWithPlaceAndReasonAndLeavesTheWorkspaceAsItWas) {
  const Expected& expected = GetParam();
  const TemporaryFolder folder;
  Workspace workspace = Workspace::open(folder / "study.luce");
  {
    const auto writer = workspace.createDataset("before", "");
    writeUnevenSlates(*writer, 4);
    writer->commit();
  }
  const ImportRequest request{.files = {museum() / expected.file}};
  try {
    const auto writer = workspace.createDataset("broken", "");
    chooseImporter(expected.format, request.files).import(request, *writer, {}, {});
    ADD_FAILURE() << "not refused";
  } catch (const ImportError& error) {
    const ImportProblem& problem = error.problems().front();
    EXPECT_EQ(problem.line, expected.line);
    EXPECT_EQ(problem.column, expected.column);
    EXPECT_EQ(problem.columnName, expected.columnName);
    EXPECT_EQ(problem.found, expected.found);
    EXPECT_THAT(problem.expected, ::testing::StartsWith(expected.expected));
    EXPECT_FALSE(problem.remedy.empty());
    EXPECT_EQ(error.total(), expected.total);
    EXPECT_EQ(static_cast<std::int64_t>(error.problems().size()), expected.total);
    EXPECT_THAT(error.what(), ::testing::StartsWith(problem.file.string()));
  }
  ASSERT_EQ(workspace.datasets().size(), 1u);
  EXPECT_EQ(workspace.dataset("before").candidates, 10);
  EXPECT_EQ(workspace.loadDataset("before").candidateCount(), 10);
}

INSTANTIATE_TEST_SUITE_P(Museum, BrokenFileTest, ::testing::ValuesIn(kBrokenFiles),
                         [](const auto& instance) {
                           std::string name = instance.param.file;
                           name.resize(name.find('.'));
                           std::replace(name.begin(), name.end(), '/', '_');
                           return name;
                         });

TEST(BrokenFilesTest, EveryFileOfTheMuseumIsTested) {
  std::set<std::string> tested, present;
  for (const Expected& expected : kBrokenFiles) tested.insert(expected.file);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(museum())) {
    if (!entry.is_regular_file() || entry.path().filename() == "item_context.csv") continue;
    present.insert(std::filesystem::relative(entry.path(), museum()).generic_string());
  }
  EXPECT_EQ(tested, present);
}

}  // namespace
}  // namespace luce
