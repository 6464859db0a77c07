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

/// Two sessions of user 1 (a pause of 1801 s between) and one of user 2, not in the order of time.
constexpr const char* kTabs =
    "1\t10\t5\t881250000\n2\t20\t3\t881250500\n1\t20\t3\t881250900\n1\t30\t4\t881252701\n";

class MovieLensTest : public ::testing::Test {
 protected:
  static std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
    return text;
  }
  TemporaryFolder folder_;
};

TEST_F(MovieLensTest, RatingsOfOneSittingAreASlate) {
  const auto [table, outcome] = importedLog({folder_.write("u.data", kTabs)});
  EXPECT_THAT(table.schema().tasks, ElementsAre("liked"));
  EXPECT_THAT(describedFeatures(table), ElementsAre("userId (context category)"));
  ASSERT_EQ(table.slateCount(), 3u);
  EXPECT_EQ(table.slateKey(0), "1#1");
  EXPECT_EQ(table.slateKey(1), "1#2");
  EXPECT_EQ(table.slateKey(2), "2#1");
  EXPECT_THAT(table.times(), ElementsAre(881250000, 881252701, 881250500));
  EXPECT_EQ(table.candidates(0).count, 2);
  EXPECT_THAT(table.logged().labels.values(), ElementsAre(1, 0, 1, 0));
  EXPECT_EQ(table.contextCategory()(2, 0), categoryHash("userId", "2"));
}

TEST_F(MovieLensTest, EveryReleaseIsTheSameLog) {
  const SlateTable expected = importedLog({folder_.write("u.data", kTabs)}).table;
  expectSameTable(importedLog({folder_.write("ratings.dat", replaced(kTabs, "\t", "::"))}).table,
                  expected);
  expectSameTable(importedLog({folder_.write("ratings.csv", "userId,movieId,rating,timestamp\r\n" +
                                                                replaced(kTabs, "\t", ","))})
                      .table,
                  expected);
}

TEST_F(MovieLensTest, ByCatalogueEachRatingIsAnActionOverAllMovies) {
  folder_.write("movies.csv",
                "movieId,title,genres\n10,A (1990),Drama\n20,B (1991),Drama\n30,C,Comedy\n"
                "40,D (1999),Comedy|Drama\n");
  LogMapping mapping;
  mapping.slates.emplace().kind = SlateRule::Kind::Catalogue;
  const SlateTable table =
      importedLog({folder_.write("ratings.csv",
                                 "userId,movieId,rating,timestamp\n" + replaced(kTabs, "\t", ","))},
                  "movielens", mapping)
          .table;
  EXPECT_EQ(table.schema().shape, LogShape::Bandit);
  EXPECT_EQ(table.slateCount(), 4u);
  EXPECT_EQ(table.catalogue().size(), 4u);
  EXPECT_FALSE(table.schema().hasPropensity);
}

TEST_F(MovieLensTest, MoviesWithoutAnyGenreAreMovies) {
  folder_.write("movies.dat", "10::A (1990)::\n20::B (1991)::(no genres listed)\n30::C (1992)::\n");
  const SlateTable table =
      importedLog({folder_.write("ratings.dat", replaced(kTabs, "\t", "::"))}).table;
  EXPECT_THAT(describedFeatures(table), testing::Contains("year (item number)"));
  EXPECT_EQ(table.slateCount(), 3u);
}

TEST_F(MovieLensTest, MoviesOfOldReleasesAreReadInLatin1WithTheirGenres) {
  folder_.write("u.item",
                "10|Les Mis\xe9rables (1995)|01-Jan-1995||http://a|0|0|0|0|0|0|0|0|1|0|0|0|1|0|0|0"
                "|0|0|0\n20|B (1991)||||0|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                "30|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n");
  folder_.write("u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n");
  const SlateTable table = importedLog({folder_.write("u.data", kTabs)}).table;
  const auto features = describedFeatures(table);
  ASSERT_EQ(features.size(), 5u + 2u + 19u);
  EXPECT_THAT(
      std::vector(features.begin(), features.begin() + 9),
      ElementsAre("userId (context category)", "age (context number)", "gender (context category)",
                  "occupation (context category)", "zip_code (context category)",
                  "title (item category)", "year (item number)", "genre_unknown (item number)",
                  "genre_Action (item number)"));
  const Catalogue& movies = table.catalogue();
  ASSERT_EQ(movies.size(), 3u);
  EXPECT_EQ(movies.category(0, 0), categoryHash("title", "Les Mis\xc3\xa9rables (1995)"));
  EXPECT_EQ(movies.numeric(0, 0), 1995.0f);
  EXPECT_EQ(movies.numeric(0, 9), 1.0f);   // Drama
  EXPECT_EQ(movies.numeric(0, 13), 1.0f);  // Musical
  EXPECT_EQ(movies.numeric(1, 2), 1.0f);   // Action
  EXPECT_EQ(movies.numeric(1, 9), 0.0f);
  EXPECT_TRUE(std::isnan(movies.numeric(2, 0)));
  EXPECT_EQ(table.contextNumeric()(0, 0), 24.0f);
  EXPECT_EQ(table.contextNumeric()(2, 0), 53.0f);
  EXPECT_EQ(table.contextCategory()(2, 1), categoryHash("gender", "F"));
}

TEST_F(MovieLensTest, CodesOfLaterReleasesAreCategories) {
  folder_.write("movies.dat",
                "10::A (1990)::Drama|War\n20::B (1991)::(no genres listed)\n"
                "30::C::War\n");
  folder_.write("users.dat", "1::M::25::10::48067\n2::F::1::16::70072-1234\n");
  const SlateTable table =
      importedLog({folder_.write("ratings.dat", replaced(kTabs, "\t", "::"))}).table;
  EXPECT_THAT(
      describedFeatures(table),
      ElementsAre("userId (context category)", "gender (context category)", "age (context number)",
                  "occupation (context category)", "zip_code (context category)",
                  "title (item category)", "year (item number)", "genre_Drama (item number)",
                  "genre_War (item number)"));
  EXPECT_EQ(table.catalogue().numeric(2, 2), 1.0f);
  EXPECT_EQ(table.catalogue().numeric(1, 2), 0.0f);
}

TEST_F(MovieLensTest, BrokenFilesAreRefusedWithTheirPlace) {
  const std::string good = "1\t10\t5\t881250000\n";
  EXPECT_THAT(
      problemsOf({folder_.write("u.data", good + "1\t20\t5\n")}),
      ElementsAre("u.data:2: found 3 fields, expected 4, as in the first line. Put quotes "
                  "around fields that hold a comma, and see whether the line was cut off."));
  EXPECT_THAT(problemsOf({folder_.write("u.data", good + "1\t20\tgood\t881250001\n")}),
              ElementsAre(HasSubstr("u.data:2, column 3 (rating): found good, expected a number, "
                                    "from which the label is made.")));
  EXPECT_THAT(
      problemsOf({folder_.write("u.data", good + "1\t20\t4\tnever\n")}),
      ElementsAre(HasSubstr("u.data:2, column 4 (timestamp): found never, expected a time")));
  EXPECT_THAT(problemsOf({folder_.write("other.dat", "a::b::c\n")}, "movielens"),
              ElementsAre(HasSubstr("other.dat:1: found other columns, expected user, movie, "
                                    "rating and unix time")));
  folder_.write("movies.dat", "10::A::Drama\n10::B::Drama\n");
  EXPECT_THAT(problemsOf({folder_.write("u.data", good)}),
              ElementsAre(HasSubstr("movies.dat:2, column 1 (movieId): found 10, expected each key "
                                    "once")));
  folder_.write("movies.dat", "20::A::Drama\n30::B\n");
  EXPECT_THAT(problemsOf({folder_.write("u.data", good)}),
              ElementsAre(HasSubstr("movies.dat:2: found 2 fields, expected 4")));
  folder_.write("movies.dat", "20::A::Drama\n");
  EXPECT_THAT(
      problemsOf({folder_.write("u.data", good)}),
      ElementsAre(HasSubstr("u.data:1, column 2 (movieId): found 10, expected an item of ")));
}

}  // namespace
}  // namespace luce
