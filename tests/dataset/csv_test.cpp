#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/common/hash.h"
#include "core/dataset/importers/importer.h"
#include "core/dataset/slate_table.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Feature feature(const char* name, FeatureScope scope, FeatureKind kind) {
  return {name, kind, scope};
}
constexpr auto kContext = FeatureScope::Context;
constexpr auto kCandidate = FeatureScope::Candidate;
constexpr auto kNumeric = FeatureKind::Numeric;
constexpr auto kCategory = FeatureKind::Category;

class CsvTest : public ::testing::Test {
 protected:
  SlateTable import(const std::string& content, const LogMapping& roles = {}) {
    return importFiles({folder_.write("log.csv", content)}, roles);
  }

  static SlateTable importFiles(std::vector<std::filesystem::path> files,
                                const LogMapping& roles = {}) {
    SlateTableBuilder builder;
    const ImportRequest request{.files = std::move(files), .mapping = roles};
    chooseImporter("csv", request.files).import(request, builder, {}, {});
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

  TemporaryFolder folder_;
};

TEST_F(CsvTest, ReadsEveryKindOfColumn) {
  const SlateTable table = import(
      "slate_id,item_id,position,propensity,examination,timestamp,user_age,user_country,price,"
      "genre,click,like\n"
      "s1,i7,1,0.75,1,2019-11-24 00:01:03.979311+00:00,34,AT,9.5,comedy,1,0\n"
      "s1,i9,2,,0.5,2019-11-24 00:01:03.979311+00:00,34,AT,,\"dra\"\"ma\"\"\",0,0.5\n"
      "s2,i7,,0.125,,2019-11-24T01:01:04+01:00,,,-1e-3,comedy,0,1\n");
  const Schema& schema = table.schema();
  EXPECT_EQ(schema.shape, LogShape::Slate);
  EXPECT_THAT(schema.tasks, ElementsAre("click", "like"));
  EXPECT_THAT(schema.features, ElementsAre(feature("user_age", kContext, kNumeric),
                                           feature("user_country", kContext, kCategory),
                                           feature("price", kCandidate, kNumeric),
                                           feature("genre", kCandidate, kCategory)));
  EXPECT_TRUE(schema.hasTime && schema.hasPosition && schema.hasPropensity &&
              schema.hasExamination);
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(1), "s2");
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_EQ(table.candidates(1).count, 1);
  EXPECT_DOUBLE_EQ(table.times()[0], 1574553663.979311);
  EXPECT_EQ(table.times()[1], 1574553664.0);
  EXPECT_EQ(table.contextNumeric()(0, 0), 34.0f);
  EXPECT_TRUE(std::isnan(table.contextNumeric()(1, 0)));
  EXPECT_EQ(table.contextCategory()(0, 0), categoryHash("user_country", "AT"));
  EXPECT_EQ(table.contextCategory()(1, 0), categoryHash("user_country", ""));
  EXPECT_EQ(table.candidateNumeric()(0, 0), 9.5f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(1, 0)));
  EXPECT_EQ(table.candidateNumeric()(2, 0), -0.001f);
  EXPECT_EQ(table.candidateCategory()(1, 0), categoryHash("genre", "dra\"ma\""));
  EXPECT_THAT(table.logged().position, ElementsAre(1, 2, 0));
  EXPECT_EQ(table.logged().propensity[0], 0.75);
  EXPECT_TRUE(std::isnan(table.logged().propensity[1]));
  EXPECT_THAT(table.logged().examination, ElementsAre(1.0f, 0.5f, 1.0f));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 0, 0.5f, 0, 1));
  ASSERT_EQ(table.catalogue().size(), 2u);
  EXPECT_EQ(table.catalogue().keys[1], "i9");
  EXPECT_EQ(table.item(1, 0), 0u);
}

TEST_F(CsvTest, LineEndsMarkAndDelimiterDoNotMatter) {
  const SlateTable expected =
      import("slate_id,item_id,price,click\ns1,a,1,0\ns1,b,2,1\ns2,a,3,0\n");
  expectSameTable(
      import("\xef\xbb\xbfslate_id,item_id,price,click\r\ns1,a,1,0\r\ns1,b,2,1\r\ns2,a,3,0"),
      expected);
  expectSameTable(import("slate_id;item_id;price;click\n\ns1;a;1;0\ns1;b;2;1\n\n\ns2;a;3;0\n"),
                  expected);
  expectSameTable(
      import("slate_id\titem_id\tprice\tclick\rs1\ta\t1\t0\rs1\tb\t2\t1\rs2\ta\t3\t0\r"), expected);
  expectSameTable(
      import("slate_id, item_id, price, click\ns1 , a, \"1\",0\n\"s1\",\"b\",2 ,1\ns2,a,3.0,0\n"),
      expected);
}

TEST_F(CsvTest, RecordsAcrossBlocksAreWhole) {
  // 60,000 records of uneven length: over a megabyte, so records straddle the blocks that are read.
  std::string content = "slate_id,item_id,note,price,click\n";
  for (int i = 0; i < 60000; ++i) {
    content += "s" + std::to_string(i / 3) + ",i" + std::to_string(i % 17) + ",\"note, with\n" +
               std::string(static_cast<std::size_t>(i % 13), 'x') + "\"," + std::to_string(i) +
               "," + std::to_string(i % 2) + "\n";
  }
  const SlateTable table = import(content);
  ASSERT_EQ(table.candidateCount(), 60000);
  EXPECT_EQ(table.slateCount(), 20000u);
  for (int i = 0; i < 60000; ++i) {
    const auto row = static_cast<std::size_t>(i);
    ASSERT_EQ(table.candidateNumeric()(row, 0), static_cast<float>(i));
    ASSERT_EQ(
        table.candidateCategory()(row, 0),
        categoryHash("note", "note, with\n" + std::string(static_cast<std::size_t>(i % 13), 'x')));
  }
}

TEST_F(CsvTest, LabelPrefixDecidesAlone) {
  const SlateTable table = import("slate_id,item_id,click,label_watched,Label:Liked\ns,a,1,0,1\n");
  EXPECT_THAT(table.schema().tasks, ElementsAre("watched", "Liked"));
  EXPECT_THAT(table.schema().features, ElementsAre(feature("click", kCandidate, kNumeric)));
}

TEST_F(CsvTest, ZerosAndOnesAfterAnActionAreActionsToo) {
  const SlateTable table = import(
      "slate,item,sponsored,click,wish_list,watch_time,user_is_new\n"
      "s,a,1,0,1,3.5,1\ns,b,0,1,0,2,1\n");
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "wish_list"));
  EXPECT_THAT(table.schema().features, ElementsAre(feature("sponsored", kCandidate, kNumeric),
                                                   feature("watch_time", kCandidate, kNumeric),
                                                   feature("user_is_new", kContext, kNumeric)));
}

TEST_F(CsvTest, TrailingZerosAndOnesAreLabelsOfLastResort) {
  const SlateTable table =
      import("Slate_ID,Item,flag,price,watched,liked\ns,a,1,3,0,1\ns,b,0,4,1,1\n");
  EXPECT_THAT(table.schema().tasks, ElementsAre("watched", "liked"));
  EXPECT_THAT(table.schema().features, ElementsAre(feature("flag", kCandidate, kNumeric),
                                                   feature("price", kCandidate, kNumeric)));
}

TEST_F(CsvTest, IdsAndTextsAreCategoriesAndARowNumberIsIgnored) {
  const SlateTable table =
      import(",qid,doc_id,user_id,brand,shop_id,click\n0,1,a,5,x,17,0\n1,1,b,5,y,18,1\n");
  EXPECT_THAT(table.schema().features, ElementsAre(feature("user_id", kContext, kCategory),
                                                   feature("brand", kCandidate, kCategory),
                                                   feature("shop_id", kCandidate, kCategory)));
}

TEST_F(CsvTest, RolesOverrideEveryGuess) {
  const LogMapping roles = mappingFromJson(R"({
    "slate": "request", "item": "sku", "position": "slot", "propensity": "pi", "time": "when",
    "tasks": ["bought", "click"], "context": ["hour"], "category": ["hour", "size"],
    "ignore": ["slate_id", "comment"]})");
  const SlateTable table = import(
      "slate_id,request,sku,slot,pi,when,hour,size,user_age,comment,click,bought\n"
      "x,r1,a,1,0.5,100,7,40,30,hello,1,0\n"
      "y,r1,b,2,0.5,100,7,41,31,,0,1\n",
      roles);
  EXPECT_EQ(table.slateCount(), 1u);
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "bought"));
  EXPECT_THAT(table.schema().features, ElementsAre(feature("hour", kContext, kCategory),
                                                   feature("size", kCandidate, kCategory),
                                                   feature("user_age", kCandidate, kNumeric)));
  EXPECT_THAT(table.times(), ElementsAre(100));
}

TEST_F(CsvTest, RolesOfColumnsThatAreNotThereAreRefused) {
  LogMapping roles;
  roles.position = "slot";
  const std::string error = errorOf([&] { import("slate_id,item_id,click\ns,a,1\n", roles); });
  EXPECT_THAT(error, HasSubstr("found the columns slate_id, item_id, click"));
  EXPECT_THAT(error, HasSubstr("expected a column named \"slot\""));
  roles = {};
  roles.ignore = {"click"};
  roles.tasks.emplace().push_back({.column = "click", .name = {}, .label = {}});
  EXPECT_THAT(errorOf([&] { import("slate_id,item_id,click\ns,a,1\n", roles); }),
              HasSubstr("expected one role for the column \"click\""));
}

TEST_F(CsvTest, RolesDocumentIsReadStrictly) {
  EXPECT_THAT(errorOf([] { mappingFromJson("{\"slats\": \"a\"}"); }),
              HasSubstr("schema has an unknown member \"slats\""));
  EXPECT_THAT(errorOf([] { mappingFromJson("{\"tasks\": \"click\"}"); }),
              HasSubstr("schema.tasks is \"click\"; expected a list of column names"));
  EXPECT_THAT(errorOf([] { mappingFromJson("{\"slate\": 3}"); }), HasSubstr("schema.slate is 3"));
  EXPECT_THAT(errorOf([] { mappingFromJson("nonsense"); }), HasSubstr("not valid JSON"));
}

TEST_F(CsvTest, SeveralFilesMakeOneDataset) {
  const auto first = folder_.write("a.csv", "slate_id,item_id,click\ns1,a,1\ns1,b,0\n");
  const auto second = folder_.write("b.csv", "slate_id,item_id,click\ns2,b,1\n");
  const SlateTable table = importFiles({first, second});
  EXPECT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.candidateCount(), 3);
  const auto other = folder_.write("c.csv", "slate_id,item_id,price,click\ns3,b,2,1\n");
  EXPECT_THAT(errorOf([&] {
                importFiles({first, other});
              }),
              HasSubstr("c.csv:1: found other columns"));
  EXPECT_THAT(errorOf([&] { importFiles({first, first}); }), HasSubstr("expected a new slate"));
}

TEST_F(CsvTest, ProgressRisesToTheEndAndStopIsObeyed) {
  std::string content = "slate_id,item_id,click\n";
  for (int i = 0; i < 200000; ++i) content += "s" + std::to_string(i) + ",a,0\n";
  const ImportRequest request{.files = {folder_.write("log.csv", content)}};
  const Importer& importer = chooseImporter("auto", request.files);
  std::vector<double> fractions;
  std::stop_source stop;
  SlateTableBuilder builder;
  importer.import(
      request, builder,
      [&](double fraction, std::string_view stage) {
        EXPECT_EQ(stage, "Reading log.csv");
        fractions.push_back(fraction);
      },
      stop.get_token());
  EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
  EXPECT_EQ(fractions.front(), 0.0);
  EXPECT_EQ(fractions.back(), 1.0);
  EXPECT_LE(fractions.size(), 300u);

  SlateTableBuilder stopped;
  const auto stopAtOnce = [&](double fraction, std::string_view) {
    if (fraction > 0.2) stop.request_stop();
  };
  EXPECT_THROW(importer.import(request, stopped, stopAtOnce, stop.get_token()), Cancelled);
  // Stopped soon after it was asked to, not at the end.
  EXPECT_LT(stopped.finish().slateCount(), 120000u);
}

TEST_F(CsvTest, GiganticFieldIsRefusedWithoutBeingHeld) {
  const std::string error = errorOf([&] {
    import("slate_id,item_id,note,click\ns,a,x,1\ns,b,\"" + std::string(5 << 20, 'x') + "\",0\n");
  });
  EXPECT_THAT(error, HasSubstr("log.csv:3, column 3: found a field of more than 1 MiB"));
}

TEST_F(CsvTest, ManyProblemsAreCountedAndTheFirstTwentyKept) {
  std::string content = "slate_id,item_id,click\n";
  for (int i = 0; i < 100; ++i) content += "s" + std::to_string(i) + ",a,7\n";
  const ImportRequest request{.files = {folder_.write("log.csv", content)}};
  SlateTableBuilder builder;
  try {
    chooseImporter("csv", request.files).import(request, builder, {}, {});
    FAIL() << "not refused";
  } catch (const ImportError& error) {
    EXPECT_EQ(error.total(), 100);
    ASSERT_EQ(error.problems().size(), 20u);
    EXPECT_EQ(error.problems()[19].line, 21);
    EXPECT_THAT(error.what(), HasSubstr("There are 99 more problems."));
  }
}

TEST_F(CsvTest, FormatIsChosenByContent) {
  const auto log = folder_.write("log.txt", "slate_id,item_id,click\ns,a,1\n");
  EXPECT_EQ(chooseImporter("auto", {{log}}).id(), "csv");
  const auto choose = [](const std::string& id, const std::filesystem::path& file) {
    const std::vector<std::filesystem::path> files{file};
    return errorOf([&] { chooseImporter(id, files); });
  };
  EXPECT_THAT(choose("excel", log), HasSubstr("no format \"excel\"; the formats are auto, "));
  EXPECT_THAT(choose("auto", folder_ / "missing.csv"), HasSubstr("missing.csv\" is not there"));
  EXPECT_THAT(choose("auto", folder_.write("empty.csv", "")), HasSubstr("empty.csv\" is empty"));
  const auto picture = folder_.write("p.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_THAT(choose("auto", picture), HasSubstr("in none of the formats that Luce reads"));
  EXPECT_THAT(errorOf([] { chooseImporter("auto", {}); }), HasSubstr("no file to import"));
  const std::vector<std::filesystem::path> missing{folder_ / "missing.csv"};
  EXPECT_THAT(errorOf([&] { importFiles(missing); }), HasSubstr("missing.csv\" cannot be read"));
}

}  // namespace
}  // namespace luce
