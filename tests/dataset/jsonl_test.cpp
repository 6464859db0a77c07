#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/common/hash.h"
#include "tests/support/imported_log.h"
#include "tests/support/same_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class JsonlTest : public ::testing::Test {
 protected:
  ImportedLog import(const std::string& content, const LogMapping& mapping = {}) {
    return importedLog({folder_.write("log.jsonl", content)}, "auto", mapping);
  }
  std::vector<std::string> problems(const std::string& content, const LogMapping& mapping = {}) {
    return problemsOf({folder_.write("log.jsonl", content)}, "jsonl", mapping);
  }
  TemporaryFolder folder_;
};

TEST_F(JsonlTest, FlatObjectsHaveEveryKindOfMember) {
  const SlateTable table =
      import(R"({"slate_id":"s1","item_id":7,"user":{"age":34,"from":"A\u0054"},"price":1.50,)"
             R"("embedding":[1,-2e1],"click":true,"like":0})"
             "\r\n"
             R"({"item_id":9,"slate_id":"s1","user":{"from":"AT","age":34.0},"price":null,)"
             R"("embedding":[0.5],"click":false,"like":0.25})"
             "\n\n"
             R"( {"slate_id":"s2","item_id":7,"user":{},"embedding":[],"click":0,"like":1})")
          .table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "like"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user.age (context number)", "user.from (context category)",
                          "price (candidate number)", "embedding_0 (candidate number)",
                          "embedding_1 (candidate number)"));
  ASSERT_EQ(table.slateCount(), 2u);
  ASSERT_EQ(table.candidateCount(), 3);
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_EQ(table.contextNumeric()(0, 0), 34.0f);
  EXPECT_TRUE(std::isnan(table.contextNumeric()(1, 0)));
  EXPECT_EQ(table.contextCategory()(0, 0), categoryHash("user.from", "AT"));
  EXPECT_EQ(table.candidateNumeric()(0, 0), 1.5f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(1, 0)));
  EXPECT_EQ(table.candidateNumeric()(0, 2), -20.0f);
  EXPECT_EQ(table.candidateNumeric()(1, 1), 0.5f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(1, 2)));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 0, 0.25f, 0, 1));
  EXPECT_EQ(table.catalogue().keys[1], "9");
}

constexpr const char* kNested =
    R"({"slate_id":"s1","timestamp":1574553663.5,"user":{"age":3},"candidates":[)"
    R"({"item_id":"a","features":{"price":1},"labels":{"click":1,"like":false}},)"
    R"({"item_id":"b","features":{"price":2.5},"labels":{"click":0,"like":true}}],"device":"tv"})"
    "\n"
    R"({"slate_id":"s2","timestamp":1574553700,"user":{"age":4},"device":"phone","candidates":[)"
    R"({"labels":{"click":0,"like":0},"item_id":"b","features":{}}]})"
    "\n";

TEST_F(JsonlTest, AnObjectWithAListOfObjectsIsASlate) {
  const SlateTable table = import(kNested).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click", "like"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("user.age (context number)", "device (context category)",
                          "price (candidate number)"));
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(0), "s1");
  EXPECT_THAT(table.times(), ElementsAre(1574553663.5, 1574553700));
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_EQ(table.contextNumeric()(1, 0), 4.0f);
  EXPECT_EQ(table.contextCategory()(1, 0), categoryHash("device", "phone"));
  EXPECT_EQ(table.candidateNumeric()(1, 0), 2.5f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(2, 0)));
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 0, 1, 0, 0));
}

TEST_F(JsonlTest, AListOfObjectsOverManyLinesIsTheSameLog) {
  const SlateTable expected = import(kNested).table;
  std::string list = kNested;
  list.replace(list.find("}\n{"), 3, "}\n,\n {");
  std::size_t at = 0;
  while ((at = list.find(",\"", at)) != std::string::npos) list.replace(at, 2, ",\n  \""), at += 4;
  expectSameTable(import("\xef\xbb\xbf [\n" + list + "]\n").table, expected);
}

TEST_F(JsonlTest, SlatesWithoutANameAreCalledByFileAndLine) {
  const SlateTable table = import(
                               "{\"hour\":7,\"shown\":[{\"item\":{\"id\":1},\"click\":1}]}\n"
                               "{\"hour\":8,\"shown\":[{\"item\":{\"id\":2},\"click\":0},"
                               "{\"item\":{\"id\":1},\"click\":0}]}\n")
                               .table;
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(0), "log:1");
  EXPECT_EQ(table.slateKey(1), "log:2");
  EXPECT_THAT(describedFeatures(table), ElementsAre("hour (context number)"));
  EXPECT_EQ(table.catalogue().keys[0], "1");
  EXPECT_EQ(table.catalogue().keys[1], "2");
}

TEST_F(JsonlTest, EqualNamesInSlateAndCandidateAreToldApart) {
  const SlateTable table =
      import(R"({"id":"s","score":1,"candidates":[{"item_id":"a","score":2,"click":1}]})").table;
  EXPECT_EQ(table.slateKey(0), "s");
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("score (context number)", "candidates.score (candidate number)"));
}

TEST_F(JsonlTest, FurtherListsOfObjectsCanBeIgnored) {
  const std::string log =
      R"({"slate_id":"s","history":[{"item_id":"x"}],"candidates":[{"item_id":"a","click":1}]})";
  LogMapping mapping;
  EXPECT_THAT(problems(log),
              ElementsAre(HasSubstr("log.jsonl:1, column 59: found objects in the list "
                                    "\"candidates\", expected objects in the list of candidates "
                                    "only. Leave that list out, or name it under \"ignore\"")));
  mapping.ignore = {"history"};
  const SlateTable table = import(log, mapping).table;
  EXPECT_EQ(table.candidateCount(), 1);
  EXPECT_TRUE(table.schema().features.empty());
}

TEST_F(JsonlTest, FaultyLinesAreAllReported) {
  EXPECT_THAT(
      problems("{\"slate_id\":1,\"item_id\":1,\"price\":1,\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":2,\"price\":\"1.5.2\",\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":3,\"price\":01,\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":4,\"price\":1,\"click\":1\n"
               "{\"slate_id\":1,\"item_id\":5,\"price\":1,\"click\":yes}\n"
               "{\"slate_id\":1,\"item_id\":6,\"item_id\":7,\"price\":1,\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":8,\"price\":{\"euro\":1},\"click\":1}\n"
               "[1]\n"
               "{\"slate_id\":1,\"item_id\":9,\"price\":1,\"click\":1} {}\n"
               "{\"slate_id\":1,\"item_id\":10,\"price\":[2],\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":\"\xff\",\"price\":2,\"click\":1}\n"
               "{\"slate_id\":1,\"item_id\":11,\"click\":2}\n"),
      ElementsAre(HasSubstr("log.jsonl:2, column 3 (price): found 1.5.2, expected a finite number"),
                  HasSubstr("log.jsonl:3, column 35: found 01, expected a value as JSON writes it"),
                  HasSubstr("log.jsonl:4, column 1: found an object or a list that does not end"),
                  HasSubstr("log.jsonl:5, column 45: found commas, braces, names or values out of "
                            "place, expected JSON"),
                  HasSubstr(": found the member \"item_id\" twice, expected each member once"),
                  HasSubstr(": found an object in \"price\", expected the same kind of value"),
                  HasSubstr("log.jsonl:8, column 1: found something else, expected an object"),
                  HasSubstr("log.jsonl:9, column 48: found text after the object's end"),
                  HasSubstr(": found a list in \"price\", expected the same kind of value"),
                  HasSubstr("log.jsonl:11: found bytes that are no text, expected text in UTF-8"),
                  HasSubstr("log.jsonl:12, column 4 (click): found 2, expected a number in")));
}

TEST_F(JsonlTest, AMemberThatComesLateIsReportedAtItsLine) {
  std::string log;
  for (int i = 0; i < 1000; ++i) {
    log += "{\"slate_id\":" + std::to_string(i) + ",\"item_id\":1,\"click\":0}\n";
  }
  EXPECT_THAT(
      problems(log + "{\"slate_id\":1000,\"item_id\":1,\"click\":0,\"more\":{\"price\":3}}\n"),
      ElementsAre(HasSubstr("log.jsonl:1001, column 47: found the member \"more\" for the first "
                            "time, expected members that occur in the first 1000 objects. Move an "
                            "object that has it up to the start")));
}

TEST_F(JsonlTest, DeepAndLongObjectsAreRefused) {
  std::string deep = "{\"slate_id\":1,\"item_id\":1,\"click\":0,\"a\":";
  for (int i = 0; i < 20; ++i) deep += "{\"a\":";
  deep += "1" + std::string(20, '}') + "}\n";
  EXPECT_THAT(problems(deep), ElementsAre(HasSubstr("found objects more than 16 deep")));
  EXPECT_THAT(problems("{\"slate_id\":1,\"item_id\":1,\"click\":0}\n{\"slate_id\":\"" +
                       std::string(17 << 20, 'x') + "\"}"),
              ElementsAre(HasSubstr("log.jsonl:2, column 1: found a line of more than 16 MiB")));
  EXPECT_THAT(
      problems("[{\"slate_id\":1,\"item_id\":1,\"click\":0}, {\"slate_id\":\"" +
               std::string(17 << 20, 'x') + "\"}"),
      ElementsAre(HasSubstr("log.jsonl:1, column 40: found an object of more than 16 MiB")));
}

TEST_F(JsonlTest, BrokenListsAreRefusedWithTheirPlace) {
  const std::string object = "{\"slate_id\":1,\"item_id\":1,\"click\":0}";
  EXPECT_THAT(problems("[" + object + "\n" + object + "]"),
              ElementsAre(HasSubstr("log.jsonl:2, column 1: found {, expected a comma")));
  EXPECT_THAT(problems("[" + object), ElementsAre(HasSubstr("found a list without an end")));
  EXPECT_THAT(problems("[" + object + ",\n  7]"),
              ElementsAre(HasSubstr("log.jsonl:2, column 3: found 7, expected an object")));
  EXPECT_THAT(problems("[" + object + "] x"),
              ElementsAre(HasSubstr("found text after the list's end")));
  EXPECT_THAT(problems("[" + object + ",{\"a\":\"]}"),
              ElementsAre(HasSubstr("found an object without an end")));
  EXPECT_THAT(problems("[]"), ElementsAre(HasSubstr("log.jsonl: found no object")));
  EXPECT_THAT(problems(""), ElementsAre(HasSubstr("log.jsonl: found no object")));
  EXPECT_THAT(problems("{}"), ElementsAre(HasSubstr("found objects without members")));
}

TEST_F(JsonlTest, NestedSlatesThatCannotBeReadAreReportedOrLeftOutAlone) {
  const std::string log =
      R"({"slate_id":"s1","candidates":[{"item_id":"a","click":1}]})"
      "\n"
      R"({"slate_id":"s2","candidates":[]})"
      "\n"
      R"({"slate_id":"s3","candidates":[{"item_id":"a","click":1},{"item_id":"b","click":}]})"
      "\n"
      R"({"slate_id":"s4","candidates":[{"item_id":"a","click":0},{"item_id":"b"}]})"
      "\n"
      R"({"slate_id":"s4","candidates":[{"item_id":"a","click":1}]})"
      "\n"
      R"({"slate_id":"s5","candidates":[{"item_id":"c","click":1}]})"
      "\n";
  EXPECT_THAT(problems(log),
              ElementsAre(HasSubstr("log.jsonl:2: found no candidates"), HasSubstr("log.jsonl:3"),
                          HasSubstr("log.jsonl:4, column 3 (click): found nothing"),
                          HasSubstr("log.jsonl:5: found the slate s4 again")));
  const auto [table, outcome] = importedLog({folder_.write("log.jsonl", log)}, "jsonl", {}, true);
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.slateKey(0), "s1");
  EXPECT_EQ(table.slateKey(1), "s5");
  EXPECT_EQ(outcome.lines, 7);
  EXPECT_EQ(outcome.faultyLines, 4);
  EXPECT_EQ(outcome.slatesLeftOut, 4);
}

TEST_F(JsonlTest, IsRecognisedByItsContent) {
  const auto idOf = [&](const std::string& content) {
    const std::vector<std::filesystem::path> files{folder_.write("log", content)};
    return chooseImporter("auto", files).id();
  };
  EXPECT_EQ(idOf("\n {\"a\":1,\"b\":2}\n"), "jsonl");
  EXPECT_EQ(idOf("[\n{\"a\":1}]"), "jsonl");
  EXPECT_EQ(idOf("{a},b\n1,2\n"), "csv");
}

}  // namespace
}  // namespace luce
