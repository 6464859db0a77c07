#include "core/workspace/slate_browser.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

#include "core/common/error.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kSlates = 5000;

template <class Action>
std::string errorOf(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

/// A workspace with one dataset, and the same log in memory.
class Log {
 public:
  Log(void (*write)(DatasetSink&, int), int slates) {
    Workspace workspace = Workspace::open(file());
    // The browser must not mistake the second dataset's tables for the first one's.
    for (const char* name : {"other", "log"}) {
      const auto writer = workspace.createDataset(name, "made by a test");
      write(*writer, slates);
      writer->commit();
    }
    SlateTableBuilder builder;
    write(builder, slates);
    table = builder.finish();
    summary = workspace.dataset("log");
    browser = std::make_unique<SlateBrowser>(file(), summary);
  }

  std::filesystem::path file() const { return folder_ / "study.luce"; }

  std::vector<std::int64_t> find(const std::string& condition) const {
    std::vector<std::int64_t> slates;
    browser->find(condition, [&](std::span<const std::int64_t> found, double) {
      slates.insert(slates.end(), found.begin(), found.end());
    });
    return slates;
  }

  /// Slates of which some logged row meets the predicate.
  using Predicate = std::function<bool(std::size_t slate, std::size_t row)>;
  std::vector<std::int64_t> expected(const Predicate& predicate) const {
    std::vector<std::int64_t> slates;
    for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
      const CandidateRange range = table.candidates(slate);
      const bool bandit = table.shape() == LogShape::Bandit;
      const std::size_t first = bandit ? slate : static_cast<std::size_t>(range.first);
      const std::size_t count = bandit ? 1 : static_cast<std::size_t>(range.count);
      for (std::size_t row = first; row < first + count; ++row) {
        if (!predicate(slate, row)) continue;
        slates.push_back(static_cast<std::int64_t>(slate));
        break;
      }
    }
    return slates;
  }

 private:
  TemporaryFolder folder_;

 public:
  SlateTable table;
  DatasetSummary summary;
  std::unique_ptr<SlateBrowser> browser;
};

const Log& slateLog() {
  static const Log log(writeUnevenSlates, kSlates);
  return log;
}

const Log& banditLog() {
  static const Log log(writeSparseActions, kSlates);
  return log;
}

std::vector<std::string> names(const std::vector<BrowserColumn>& columns) {
  std::vector<std::string> result;
  for (const BrowserColumn& column : columns) result.push_back(column.name);
  return result;
}

std::vector<BrowserRow> page(SlateBrowser& browser, std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> slates(static_cast<std::size_t>(count));
  std::iota(slates.begin(), slates.end(), first);
  return browser.slates(slates);
}

TEST(SlateBrowser, NamesTheColumnsOfASlateLog) {
  EXPECT_THAT(names(slateLog().browser->slateColumns()),
              ElementsAre("number", "slate", "time", "candidates", "click_total", "like_total",
                          "user_age", "user_country"));
  EXPECT_THAT(names(slateLog().browser->candidateColumns()),
              ElementsAre("item", "position", "propensity", "examination", "click", "like", "price",
                          "quality", "genre"));
  // "like" is a word of SQL, so it is typed in quotes.
  EXPECT_THAT(slateLog().browser->conditionNames(), Contains("\"like\""));
  EXPECT_THAT(slateLog().browser->conditionNames(), Contains("click"));
}

TEST(SlateBrowser, ReadsAnyPageOfASlateLog) {
  SlateBrowser& browser = *slateLog().browser;
  EXPECT_EQ(browser.slateCount(), kSlates);
  for (const std::int64_t first : {0, 4700, 256, 1}) {
    const auto rows = page(browser, first, 256);
    ASSERT_EQ(rows.size(), 256u);
    for (std::int64_t i = 0; i < 256; ++i) {
      const std::int64_t slate = first + i;
      const BrowserRow& row = rows[static_cast<std::size_t>(i)];
      const double size = static_cast<double>(1 + slate % 4);
      EXPECT_EQ(row.slate, slate);
      EXPECT_EQ(row.cells[0], BrowserCell(slate + 1));
      EXPECT_EQ(row.cells[1], BrowserCell("slate " + std::to_string(slate)));
      EXPECT_EQ(row.cells[2], slate % 5 == 4
                                  ? BrowserCell()
                                  : BrowserCell(1.5e9 + static_cast<double>(slate) + 0.125));
      EXPECT_EQ(row.cells[3], BrowserCell(std::int64_t{1 + slate % 4}));
      EXPECT_EQ(row.cells[4], BrowserCell(1.0));
      EXPECT_EQ(row.cells[5], BrowserCell(0.25 * size));
      EXPECT_EQ(row.cells[7], BrowserCell(slate % 2 == 0 ? "Österreich" : ""));
    }
  }
}

TEST(SlateBrowser, PagesNeedNotBeInOrderAndUnknownSlatesAreLeftOut) {
  const std::vector<std::int64_t> asked{4999, 3, 5000, 3, -1, 17};
  const auto rows = slateLog().browser->slates(asked);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].cells[1], BrowserCell("slate 4999"));
  EXPECT_EQ(rows[0].cells[3], BrowserCell(std::int64_t{4}));
  EXPECT_EQ(rows[1].cells[3], BrowserCell(std::int64_t{4}));
  EXPECT_EQ(rows[2].slate, 3);
  EXPECT_EQ(rows[3].cells[3], BrowserCell(std::int64_t{2}));
}

TEST(SlateBrowser, ListsTheCandidatesOfASlate) {
  SlateBrowser& browser = *slateLog().browser;
  for (const std::int64_t slate : {0, 2, 2500, 4999, 1}) {
    const BrowserCandidates candidates = browser.candidates(slate);
    const CandidateRange range = slateLog().table.candidates(static_cast<std::size_t>(slate));
    ASSERT_EQ(candidates.rows.size(), static_cast<std::size_t>(range.count));
    EXPECT_EQ(candidates.total, range.count);
    EXPECT_EQ(candidates.key, "slate " + std::to_string(slate));
    for (std::int64_t i = 0; i < range.count; ++i) {
      const auto& cells = candidates.rows[static_cast<std::size_t>(i)].cells;
      const auto place = static_cast<double>(i + 1);
      EXPECT_EQ(cells[0], BrowserCell("item " + std::to_string((slate * 7 + (i + 1) * 3) % 11)));
      EXPECT_EQ(cells[2], i == 2 ? BrowserCell() : BrowserCell(1.0 / (place + 2)));
      EXPECT_EQ(cells[4], BrowserCell(i == 0 ? 1.0 : 0.0));
      EXPECT_EQ(cells[7], BrowserCell(-1.0 / place));
      EXPECT_EQ(cells[8], BrowserCell(i % 2 == 1 ? "comedy" : "it's \"drama\""));
    }
  }
  EXPECT_TRUE(browser.candidates(kSlates).rows.empty());
}

TEST(SlateBrowser, ListsTheCatalogueOfABanditSlateWithTheShownItemFirst) {
  SlateBrowser& browser = *banditLog().browser;
  EXPECT_THAT(names(browser.slateColumns()),
              ElementsAre("number", "slate", "item", "position", "propensity", "click", "user"));
  EXPECT_THAT(names(browser.candidateColumns()),
              ElementsAre("item", "position", "propensity", "click", "price", "brand", "affinity",
                          "views"));
  const BrowserCandidates candidates = browser.candidates(4998);  // 4998 % 5 = 3, even, by 3
  ASSERT_EQ(candidates.rows.size(), 5u);
  EXPECT_EQ(candidates.total, 5);
  EXPECT_EQ(candidates.rows[0].cells[0], BrowserCell("30"));
  EXPECT_EQ(candidates.rows[0].cells[1], BrowserCell(std::int64_t{1}));
  EXPECT_EQ(candidates.rows[0].cells[3], BrowserCell(1.0));
  EXPECT_EQ(candidates.rows[0].cells[4], BrowserCell());
  EXPECT_EQ(candidates.rows[2].cells[0], BrowserCell("10"));
  EXPECT_EQ(candidates.rows[2].cells[3], BrowserCell());
  EXPECT_EQ(candidates.rows[2].cells[6], BrowserCell(4998.5));
  EXPECT_EQ(candidates.rows[2].cells[7], BrowserCell(0.0));
  EXPECT_EQ(candidates.rows[4].cells[7], BrowserCell(-2.0));
}

TEST(SlateBrowser, FindsWhatAPlainLoopFindsInASlateLog) {
  const Log& log = slateLog();
  const auto& logged = log.table.logged();
  const auto age = [&](std::size_t slate) { return log.table.contextNumeric().row(slate)[0]; };
  const auto item = [&](std::size_t slate, std::size_t row) {
    const auto place = static_cast<std::int64_t>(row) - log.table.candidates(slate).first;
    return log.table.catalogue().keys[log.table.item(slate, place)];
  };
  EXPECT_EQ(log.find("user_age >= 4000"),
            log.expected([&](std::size_t s, std::size_t) { return age(s) >= 4000; }));
  EXPECT_EQ(log.find("item = 'item 7'"),
            log.expected([&](std::size_t s, std::size_t r) { return item(s, r) == "item 7"; }));
  // Of the same candidate: item 7 is not clicked in every slate that shows it.
  const auto clicked = log.expected([&](std::size_t s, std::size_t r) {
    return item(s, r) == "item 7" && logged.labels.row(r)[0] > 0;
  });
  EXPECT_LT(clicked.size(), log.find("item = 'item 7'").size());
  EXPECT_EQ(log.find("item = 'item 7' AND click > 0"), clicked);
  EXPECT_EQ(log.find("position = 2 AND propensity < 0.3 AND user_age < 100.5 AND \"like\" > 0"),
            log.expected([&](std::size_t s, std::size_t r) {
              return logged.position[r] == 2 && logged.propensity[r] < 0.3 && age(s) < 100.5;
            }));
  EXPECT_EQ(log.find("propensity IS NULL"), log.expected([&](std::size_t, std::size_t r) {
    return std::isnan(logged.propensity[r]);
  }));
  EXPECT_EQ(log.find("candidates > 3 OR like_total = 0.25"),
            log.expected([&](std::size_t s, std::size_t) { return s % 4 == 3 || s % 4 == 0; }));
  EXPECT_EQ(log.find("user_country = 'Österreich' and genre like '%drama%' and number <= 10"),
            (std::vector<std::int64_t>{0, 2, 4, 6, 8}));
  // 1,500,000,000 is 2017-07-14 02:40:00 UTC.
  EXPECT_EQ(log.find("time BETWEEN '2017-07-14 02:40:03' AND '2017-07-14 02:40:07'"),
            (std::vector<std::int64_t>{3, 5, 6, 7}));
  EXPECT_TRUE(log.find("click > 1").empty());
  EXPECT_EQ(log.find("1").size(), static_cast<std::size_t>(kSlates));
}

TEST(SlateBrowser, FindsWhatAPlainLoopFindsInABanditLog) {
  const Log& log = banditLog();
  const auto& logged = log.table.logged();
  EXPECT_EQ(log.find("click > 0 AND item = '30'"),
            log.expected([&](std::size_t s, std::size_t) { return s % 7 == 0 && s % 5 == 3; }));
  EXPECT_EQ(log.find("brand = 'odd' AND position = 1 AND propensity < 0.21"),
            log.expected([&](std::size_t s, std::size_t r) {
              return s % 5 % 2 == 1 && logged.position[r] == 1 && logged.propensity[r] < 0.21;
            }));
  EXPECT_EQ(log.find("price IS NULL AND user IN ('user 1', 'user 2')"),
            log.expected([&](std::size_t s, std::size_t) {
              return s % 5 == 3 && (s % 6 == 1 || s % 6 == 2);
            }));
}

TEST(SlateBrowser, TellsTheFirstMatchesBeforeTheSearchIsDone) {
  std::vector<double> fractions;
  std::size_t found = 0;
  slateLog().browser->find("1", [&](std::span<const std::int64_t> slates, double fraction) {
    found += slates.size();
    fractions.push_back(fraction);
  });
  EXPECT_EQ(found, static_cast<std::size_t>(kSlates));
  ASSERT_GE(fractions.size(), 2u);
  EXPECT_LT(fractions.front(), 0.1);
  EXPECT_EQ(fractions.back(), 1);
}

TEST(SlateBrowser, ASearchStopsWhenAsked) {
  std::stop_source stop;
  std::size_t found = 0;
  EXPECT_THROW(slateLog().browser->find(
                   "1",
                   [&](std::span<const std::int64_t> slates, double) {
                     found += slates.size();
                     stop.request_stop();
                   },
                   stop.get_token()),
               Cancelled);
  EXPECT_LT(found, static_cast<std::size_t>(kSlates));
  EXPECT_THROW(slateLog().browser->findKey("none", {}, stop.get_token()), Cancelled);
  EXPECT_EQ(slateLog().find("1").size(), static_cast<std::size_t>(kSlates)) << "and can go on";
}

TEST(SlateBrowser, FindsASlateByItsKey) {
  EXPECT_EQ(slateLog().browser->findKey("slate 4321"), 4321);
  EXPECT_EQ(slateLog().browser->findKey("slate"), std::nullopt);
  EXPECT_EQ(banditLog().browser->findKey("' OR 1 --"), std::nullopt);
}

TEST(SlateBrowser, SaysWhatIsWrongWithACondition) {
  const auto error = [](const std::string& condition) {
    return errorOf([&] { slateLog().browser->requireCondition(condition); });
  };
  EXPECT_THAT(error("clicks > 0"), HasSubstr("There is no column clicks. The columns are number, "
                                             "slate, time, candidates, click_total"));
  EXPECT_THAT(error("\"clicks\" > 0"), HasSubstr("There is no column"));
  EXPECT_THAT(error("click >"), HasSubstr("stops in the middle"));
  EXPECT_THAT(error("click = = 1"), HasSubstr("cannot be understood at \"=\""));
  EXPECT_THAT(error("item = 'i7"), HasSubstr("has no closing '"));
  EXPECT_THAT(error("(click > 0"), HasSubstr("add \")\""));
  EXPECT_THAT(error("soundex(item) = 1"), HasSubstr("function soundex"));
  EXPECT_THAT(error("count(*) > 1"), HasSubstr("count cannot be used"));
  EXPECT_THAT(error("  "), HasSubstr("empty"));
  EXPECT_EQ(error("click > 0 AND candidates > 2"), "no error");
  EXPECT_EQ(error("like > 0"), "no error") << "SQL's own words are columns where they can be";
  EXPECT_EQ(errorOf([] { slateLog().find("abs(-9223372036854775807 - 1) > 0"); }),
            "The condition cannot be computed: integer overflow.");
}

TEST(SlateBrowser, ConditionsReadNothingButTheirDataset) {
  for (const char* attempt : {"1; DROP TABLE dataset",
                              "1) UNION SELECT id FROM run --",
                              "1) UNION SELECT id FROM run WHERE (1",
                              "1 /* ) */",
                              "EXISTS (SELECT 1 FROM dataset)",
                              "EXISTS (select 1 from dataset_1_slate)",
                              "number IN dataset_1_slate",
                              "number IN (VALUES (1))",
                              "number IN sqlite_schema",
                              "number IN checkpoint",
                              "number IN pragma_table_info('dataset')",
                              "number IN pragma_user_version",
                              "number IN (WITH x AS (SELECT 1) SELECT * FROM x)",
                              "load_extension('x')",
                              "readfile('/etc/passwd') <> ''",
                              "writefile('x', 'y')",
                              "randomblob(100000000) <> ''",
                              "sqlite_version() > 0",
                              "row_number() OVER () > 1",
                              "raise(ABORT, 'x')",
                              "number = ?1",
                              "number = :first",
                              "number = $first",
                              "number = @first",
                              "\"id of the slate\" MATCH 'x'",
                              "slate REGEXP '.*'",
                              "s.key = 'slate 1'",
                              "main.dataset.name = 'log'",
                              "c.rowid = 1",
                              "ATTACH 'x' AS y",
                              "PRAGMA query_only = 0",
                              "1 LIMIT 1",
                              "1) LIMIT (1",
                              "1 ORDER BY 1"}) {
    EXPECT_NE(errorOf([&] { slateLog().find(attempt); }), "no error") << attempt;
  }
  EXPECT_EQ(errorOf([] { slateLog().find("slate <> '; -- SELECT' AND slate = 'it''s ;'"); }),
            "no error")
      << "texts may hold anything";
  SQLite::Database database(slateLog().file(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM dataset").getInt(), 2);
}

TEST(SlateBrowser, ColumnsWithAwkwardNamesCanBeUsed) {
  const auto write = [](DatasetSink& sink, int slates) {
    Schema schema;
    schema.tasks = {"click", "click_total"};
    schema.features = {{"number", FeatureKind::Numeric, FeatureScope::Context},
                       {"User Age\"", FeatureKind::Numeric, FeatureScope::Context},
                       {"order", FeatureKind::Category, FeatureScope::Candidate},
                       {"slate", FeatureKind::Numeric, FeatureScope::Candidate},
                       {"id of the slate", FeatureKind::Numeric, FeatureScope::Candidate}};
    sink.begin(schema);
    for (int slate = 0; slate < slates; ++slate) {
      const std::vector<double> context{100.0 + slate, slate * 2.0};
      SlateRecord record;
      const std::string key = "k" + std::to_string(slate);
      record.key = key;
      record.contextNumeric = context;
      sink.addSlate(record);
      const std::vector<double> numbers{slate * 3.0, -1};
      const std::vector<std::string_view> order{slate % 2 == 0 ? "even" : "odd"};
      const std::vector<float> labels{1, 0};
      CandidateRecord candidate;
      candidate.item = "a";
      candidate.numeric = numbers;
      candidate.category = order;
      candidate.labels = labels;
      sink.addCandidate(candidate);
    }
  };
  const Log log(write, 10);
  EXPECT_THAT(names(log.browser->slateColumns()),
              ElementsAre("number_2", "slate", "candidates", "click_total_2", "click_total_total",
                          "number", "User Age\""));
  EXPECT_THAT(log.find("number = 103"), ElementsAre(3));
  EXPECT_THAT(log.find("number_2 = 3"), ElementsAre(2));
  EXPECT_THAT(log.find("\"User Age\"\"\" > 15"), ElementsAre(8, 9));
  EXPECT_THAT(log.find("\"order\" = 'odd' AND number < 104"), ElementsAre(1, 3));
  EXPECT_THAT(log.find("slate_2 = 12 AND slate = 'k4' AND \"id of the slate\" = -1"),
              ElementsAre(4));
  for (const std::string& name : log.browser->conditionNames()) {
    EXPECT_EQ(errorOf([&] { log.browser->requireCondition(name + " IS NOT NULL"); }), "no error");
  }
}

TEST(SlateBrowser, ADatasetWithoutSlatesIsEmpty) {
  const Log log(writeUnevenSlates, 0);
  EXPECT_TRUE(log.find("click > 0").empty());
  EXPECT_TRUE(page(*log.browser, 0, 3).empty());
  EXPECT_TRUE(log.browser->candidates(0).rows.empty());
  EXPECT_EQ(log.browser->findKey("x"), std::nullopt);
}

TEST(SlateBrowser, AFileThatIsGoneIsNotMadeAnew) {
  const TemporaryFolder folder;
  EXPECT_THAT(errorOf([&] { SlateBrowser(folder / "gone.luce", slateLog().summary); }),
              HasSubstr("gone.luce\" is not there any more"));
  EXPECT_FALSE(std::filesystem::exists(folder / "gone.luce"));
}

}  // namespace
}  // namespace luce
