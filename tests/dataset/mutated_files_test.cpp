// Logs with random damage are read or refused with a message; nothing else happens.
#include <gtest/gtest.h>

#include <cstdint>
#include <random>

#include "core/dataset/importers/importer.h"
#include "core/dataset/slate_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

constexpr const char* kSlateLog =
    "slate_id,item_id,position,propensity,examination,timestamp,user_age,genre,price,click,like\n"
    "s1,i1,1,0.5,1,2019-11-24 00:01:03+00:00,30,\"come\"\"dy\",1.5,0,1\n"
    "s1,i2,2,0.25,0.5,2019-11-24 00:01:03+00:00,30,drama,,1,0\r\n"
    "s2,i1,1,,,,,\"two\nlines\",-2e3,0,0\n";
constexpr const char* kNestedLog =
    R"({"slate_id":"s1","user":{"age":3},"candidates":[{"item_id":"a","price":1.5,)"
    R"("tags":[1,2],"labels":{"click":true}},{"item_id":"b","labels":{"click":0}}]})"
    "\n"
    R"({"slate_id":"s2","candidates":[{"item_id":"\u00e4","price":null,"labels":{"click":0.5}}]})"
    "\n"
    R"({"slate_id":"s3","candidates":[{"item_id":"b","labels":{"click":0}}]})"
    "\n";
constexpr const char* kCatalogue = ",item_id,item_feature_0\n0,0,0.5\n1,1,\n";
constexpr const char* kBanditLog =
    ",timestamp,item_id,position,click,propensity_score,user_feature_0,user-item_affinity_0\n"
    "0,2019-11-24 00:01:03.979311+00:00,0,1,0,0.5,u,0.0\n"
    "1,2019-11-24 00:01:04+00:00,1,3,1,0.25,v,2.0\n";

class Mutator {
 public:
  std::string operator()(std::string text) {
    const std::size_t changes = 1 + random_() % 4;
    for (std::size_t i = 0; i < changes; ++i) change(text);
    return text;
  }

 private:
  void change(std::string& text) {
    static const std::string kTelling = "\",;\t\n\r0123456789.-+eE \xff\xc3\xbb\xef";
    const std::size_t place = random_() % (text.size() + 1);
    const char character =
        random_() % 8 == 0 ? static_cast<char>(random_()) : kTelling[random_() % kTelling.size()];
    switch (random_() % 4) {
      case 0:
        text.insert(place, 1, character);
        break;
      case 1:
        text.erase(place, random_() % 5);
        break;
      case 2:
        if (place < text.size()) text[place] = character;
        break;
      default:
        text.insert(place, text.substr(random_() % (text.size() + 1), random_() % 40));
    }
  }
  std::mt19937 random_{12345};
};

class MutatedFilesTest : public ::testing::Test {
 protected:
  /// Whether the log was read.
  bool import(const char* format) {
    const ImportRequest request{.files = {folder_ / "log.csv"}};
    SlateTableBuilder builder;
    try {
      chooseImporter(format, request.files).import(request, builder, {}, {});
    } catch (const Error& error) {
      EXPECT_GT(std::string_view(error.what()).size(), 10u);
      return false;
    }
    const SlateTable table = builder.finish();
    EXPECT_GT(table.slateCount(), 0u);
    for (const double propensity : table.logged().propensity) {
      EXPECT_FALSE(propensity <= 0 || propensity > 1);
    }
    for (const float label : table.logged().labels.values()) {
      EXPECT_TRUE(label >= 0 && label <= 1);
    }
    return true;
  }

  TemporaryFolder folder_;
  Mutator mutate_;
};

TEST_F(MutatedFilesTest, SlateLogs) {
  int read = 0;
  for (int i = 0; i < 1000; ++i) {
    folder_.write("log.csv", mutate_(kSlateLog));
    read += import("csv") ? 1 : 0;
  }
  // Both ends are reached: harmless changes and harmful ones.
  EXPECT_GT(read, 50);
  EXPECT_LT(read, 950);
}

TEST_F(MutatedFilesTest, NestedSlates) {
  int read = 0;
  for (int i = 0; i < 1000; ++i) {
    folder_.write("log.csv", mutate_(kNestedLog));
    read += import("jsonl") ? 1 : 0;
  }
  EXPECT_GT(read, 20);
  EXPECT_LT(read, 950);
}

TEST_F(MutatedFilesTest, GradedRelevanceAndRatings) {
  int relevance = 0, ratings = 0;
  for (int i = 0; i < 500; ++i) {
    folder_.write("log.csv", mutate_("2 qid:10 1:0.031 2:0.5 # docid = GX0\n0 qid:10 2:1\n"
                                     "1 qid:11 1:3 4:2 # x\n"));
    relevance += import("svmlight") ? 1 : 0;
    folder_.write("log.csv", mutate_("1\t10\t5\t881250000\n1\t20\t3\t881250001\n"));
    ratings += import("movielens") ? 1 : 0;
  }
  EXPECT_GT(relevance, 25);
  EXPECT_LT(relevance, 475);
  EXPECT_GT(ratings, 25);
  EXPECT_LT(ratings, 475);
}

TEST_F(MutatedFilesTest, BanditLogsAndCatalogues) {
  int read = 0;
  for (int i = 0; i < 1000; ++i) {
    folder_.write("log.csv", i % 3 == 0 ? kBanditLog : mutate_(kBanditLog));
    folder_.write("item_context.csv", i % 3 == 1 ? kCatalogue : mutate_(kCatalogue));
    read += import("open-bandit") ? 1 : 0;
  }
  EXPECT_GT(read, 50);
  EXPECT_LT(read, 950);
}

}  // namespace
}  // namespace luce
