// Profiles against numbers counted by hand, and of real logs against numbers found with Python.
#include "core/dataset/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/dataset/importers/importer.h"
#include "core/dataset/slate_table.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

SlateTable read(const std::vector<std::filesystem::path>& files, const std::string& schema = "{}") {
  SlateTableBuilder builder;
  ImportRequest request{.files = files};
  request.mapping = mappingFromJson(schema);
  chooseImporter("auto", request.files).import(request, builder, {}, {});
  return builder.finish();
}

class ProfileTest : public ::testing::Test {
 protected:
  DatasetProfile profile(const std::string& csv, const std::string& schema = "{}") {
    return profileOf(read({folder_.write("log.csv", csv)}, schema));
  }
  TemporaryFolder folder_;
};

constexpr const char* kLog =
    "slate_id,item_id,position,propensity,timestamp,user_age,genre,price,click,like\n"
    "a,i1,1,0.5,100,30,drama,1,1,1\n"
    "a,i2,2,0.5,100,30,,2,0,0\n"
    "b,i1,1,0.25,50,,drama,3,1,0\n"
    "b,i2,2,0.25,50,,news,,0,0\n"
    "b,i3,,0.4,50,,drama,6,0,0\n"
    "c,i1,1,,,50,drama,4,1,1\n";

TEST_F(ProfileTest, CountsSlatesTasksAndTimes) {
  const DatasetProfile found = profile(kLog);
  EXPECT_EQ(found.slates, 3);
  EXPECT_EQ(found.candidates, 6);
  EXPECT_EQ(found.rows, 6);
  EXPECT_EQ(found.items, 3);
  EXPECT_EQ(found.smallestSlate, 1);
  EXPECT_EQ(found.medianSlate, 2);
  EXPECT_EQ(found.largestSlate, 3);
  EXPECT_THAT(found.slateSizes.counts, ElementsAre(1, 1, 1));
  EXPECT_EQ(found.firstTime, 50);
  EXPECT_EQ(found.lastTime, 100);
  EXPECT_DOUBLE_EQ(found.statedPositions, 5.0 / 6);
  ASSERT_EQ(found.tasks.size(), 2u);
  EXPECT_DOUBLE_EQ(found.tasks[0].mean, 0.5);
  EXPECT_EQ(found.tasks[1].positives, 2);
  EXPECT_EQ(found.tasks[0].notBinary, 0);
  // click (1,0,1,0,0,1), like (1,0,0,0,0,1): covariance 2/6 − 1/2·1/3 = 1/6, variances 1/4, 2/9.
  EXPECT_NEAR(found.taskCorrelation[1], (1.0 / 6) / std::sqrt(0.25 * 2 / 9), 1e-12);
  EXPECT_NEAR(found.taskCorrelation[0], 1, 1e-12);
}

TEST_F(ProfileTest, DescribesPropensities) {
  const PropensityProfile found = profile(kLog).propensities;
  EXPECT_EQ(found.stated, 5);
  EXPECT_EQ(found.smallest, 0.25);
  EXPECT_EQ(found.largest, 0.5);
  EXPECT_DOUBLE_EQ(found.meanInverse, (2 + 2 + 4 + 4 + 2.5) / 5);
  EXPECT_EQ(found.summedSlates, 2);
  EXPECT_EQ(found.unevenSlates, 1);
  EXPECT_EQ(found.worstSlate, "b");
  EXPECT_DOUBLE_EQ(found.worstSum, 0.9);
  EXPECT_FALSE(found.constant);
  std::int64_t counted = 0;
  for (const std::int64_t count : found.logHistogram.counts) counted += count;
  EXPECT_EQ(counted, 5);
}

TEST_F(ProfileTest, DescribesFeatures) {
  const DatasetProfile found = profile(kLog);
  ASSERT_EQ(found.features.size(), 3u);
  const FeatureProfile& age = found.features[0];
  EXPECT_DOUBLE_EQ(age.missing, 1.0 / 3);
  EXPECT_EQ(age.smallest, 30);
  EXPECT_EQ(age.largest, 50);
  const FeatureProfile& genre = found.features[1];
  EXPECT_DOUBLE_EQ(genre.missing, 1.0 / 6);
  EXPECT_EQ(genre.distinct, 2);
  EXPECT_DOUBLE_EQ(genre.mostFrequent, 4.0 / 6);
  const FeatureProfile& price = found.features[2];
  // Of 1, 2, 3, 6, 4: mean 16/5, mean square 66/5.
  EXPECT_NEAR(price.mean, 3.2, 1e-12);
  EXPECT_NEAR(price.deviation, std::sqrt(13.2 - 3.2 * 3.2), 1e-12);
  EXPECT_EQ(price.histogram.counts.front(), 1);
  EXPECT_EQ(price.histogram.counts.back(), 1);
}

TEST_F(ProfileTest, WarnsInSentences) {
  const auto warnings = profile(kLog).warnings;
  EXPECT_THAT(warnings, Contains(HasSubstr("1 of 6 logged rows (16.7 %) have no propensity")));
  EXPECT_THAT(warnings, Contains(HasSubstr("1 of 2 slates do not sum to 1 (slate b: 0.9)")));
  EXPECT_THAT(warnings, Contains(HasSubstr("one candidate only in 1 of 3 slates")));
  EXPECT_THAT(warnings, Not(Contains(HasSubstr("price"))));
}

TEST_F(ProfileTest, AnItemTwiceInASlateIsToldWithTheSlate) {
  const auto found =
      profile("slate_id,item_id,click\ns,1,1\ns,2,0\nt,1,0\nt,2,1\nt,1,0\nu,3,0\nu,3,0\nu,3,1\n");
  EXPECT_EQ(found.repeatingSlates, 2);
  EXPECT_EQ(found.repeatingSlate, "t");
  EXPECT_THAT(found.warnings,
              Contains(HasSubstr("2 of 3 slates have an item twice among their candidates (the "
                                 "first is slate t)")));
  EXPECT_EQ(profile(kLog).repeatingSlates, 0);
}

TEST_F(ProfileTest, AFeatureThatIsALabelIsALeak) {
  const auto found = profile(
      "slate_id,item_id,copy,same,empty,click\ns,1,2,7,,1\ns,2,5,7,,0\nt,1,2,7,,1\nt,3,5,7,,0\n",
      R"({"tasks": ["click"], "category": []})");
  EXPECT_NEAR(found.features[0].labelCorrelation, 1, 1e-12);
  EXPECT_TRUE(std::isnan(found.features[1].labelCorrelation));
  EXPECT_THAT(found.warnings.front(), HasSubstr("\"copy\" says the same as the task \"click\""));
  EXPECT_THAT(found.warnings, Contains(HasSubstr("\"same\" has one and the same value")));
  EXPECT_THAT(found.warnings, Contains(HasSubstr("\"empty\" has no value at all")));
  EXPECT_THAT(found.warnings, Contains(HasSubstr("states no propensities")));
}

TEST_F(ProfileTest, ATaskThatNeverHappenedAndATinyPropensityAreNamed) {
  const auto found = profile("slate_id,item_id,propensity,click\ns,1,0.99995,0\ns,2,0.00005,0\n",
                             R"({"tasks": ["click"]})");
  EXPECT_EQ(found.propensities.tiny, 1);
  EXPECT_THAT(found.warnings, Contains(HasSubstr("\"click\" never happened")));
  EXPECT_THAT(found.warnings,
              Contains(HasSubstr("below a hundredth of the uniform one in 1 of 2 rows")));
  EXPECT_TRUE(std::isnan(found.taskCorrelation[0]));
}

TEST_F(ProfileTest, UniformLoggingIsSeenAcrossSlateSizes) {
  EXPECT_TRUE(profile("slate_id,item_id,propensity,click\ns,1,0.5,0\ns,2,0.5,1\nt,1,1,1\n")
                  .propensities.constant);
}

TEST(Profile, AnEmptyTableIsDescribedToo) {
  SlateTableBuilder builder;
  Schema schema;
  schema.tasks = {"click"};
  schema.features = {{"x", FeatureKind::Numeric, FeatureScope::Candidate}};
  builder.begin(schema);
  const DatasetProfile found = profileOf(builder.finish());
  EXPECT_THAT(found.warnings, Contains("The log has no slates."));
  EXPECT_THAT(found.slateSizes.counts, IsEmpty());
}

TEST(Profile, StopIsObeyed) {
  SlateTableBuilder builder;
  Schema schema;
  schema.tasks = {"click"};
  builder.begin(schema);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(profileOf(builder.finish(), {}, stop.get_token()), Cancelled);
}

/// Found with Python's csv module over the logs: mean of click, mean of 1/propensity_score, the
/// largest ratio of an item's mean propensities at two places (30 rows and more at each).
struct RealLog {
  const char* folder;
  double clickRate, meanInverse, acrossPlaces;
  bool hangsOnPlace;
};
class RealProfileTest : public ::testing::TestWithParam<RealLog> {};

TEST_P(RealProfileTest, IsAsCountedElsewhere) {
  const auto folder =
      std::filesystem::path(LUCE_SHARED_DIR) / "datasets/open_bandit" / GetParam().folder;
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "The Open Bandit logs are not beside the project.";
  }
  const DatasetProfile found = profileOf(read({folder}));
  EXPECT_EQ(found.rows, 10'000);
  EXPECT_NEAR(found.tasks[0].mean, GetParam().clickRate, 1e-12);
  EXPECT_NEAR(found.propensities.meanInverse, GetParam().meanInverse, 1e-6);
  EXPECT_NEAR(found.propensities.acrossPlaces, GetParam().acrossPlaces, 1e-9);
  EXPECT_EQ(found.propensities.constant, !GetParam().hangsOnPlace);
  if (GetParam().hangsOnPlace) {
    EXPECT_THAT(found.warnings, Contains(HasSubstr("Propensities hang on the place")));
  } else {
    EXPECT_THAT(found.warnings, Not(Contains(HasSubstr("ropensit"))));
  }
}

INSTANTIATE_TEST_SUITE_P(OpenBandit, RealProfileTest,
                         ::testing::Values(RealLog{"bts/men", 0.0069, 32.07266327547405,
                                                   1.8805984866244077, true},
                                           RealLog{"random/men", 0.0046, 34.0, 1.0, false},
                                           RealLog{"random/women", 0.0046, 46.0, 1.0, false}));

}  // namespace
}  // namespace luce
