#include "app/desktop/opening/mapping_draft.h"

#include <gmock/gmock.h>

#include <cmath>

#include "app/desktop/kept_settings.h"
#include "app/desktop/opening/inspection_words.h"
#include "app/desktop/opening/remembered_mappings.h"
#include "app/desktop/opening/threshold_plot.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

constexpr const char* kLog =
    "slate_id,item_id,position,price,genre,watch,click\n"
    "a,x,1,3,comedy,12.5,1\n"
    "a,y,2,4,drama,80,0\n"
    "b,x,1,3,comedy,0,0\n"
    "b,z,2,9,drama,33,1\n";

class MappingDraftTest : public testing::Test {
 protected:
  LogInspection inspect(const LogMapping& told = {}, const std::string& content = kLog) {
    const std::vector<std::filesystem::path> files{folder_.write("log.csv", content)};
    return inspectLog(files, "auto", told, {});
  }
  MappingDraft draft(const LogMapping& told = {}, const std::string& content = kLog) {
    return MappingDraft(std::make_shared<const LogInspection>(inspect(told, content)));
  }

  TemporaryFolder folder_;
};

TEST_F(MappingDraftTest, AnUntouchedDraftIsTheCompleteMapping) {
  EXPECT_EQ(draft().mapping(), inspect().columns.mapping);
}

TEST_F(MappingDraftTest, ASingleRoleMovesAndItsColumnBecomesAFeature) {
  MappingDraft changed = draft();
  changed.setRole({4}, ColumnRole::Item);
  EXPECT_EQ(changed.role(4), ColumnRole::Item);
  EXPECT_EQ(changed.role(1), ColumnRole::CandidateCategory) << "item keys are texts";
  EXPECT_THAT(changed.mapping().item, Optional(std::string("genre")));
  EXPECT_THAT(*changed.mapping().category, ElementsAre("item_id"));
  EXPECT_EQ(changed.why(4), "chosen by you");
}

TEST_F(MappingDraftTest, ARoleTakenAwayIsNotGuessedAgain) {
  MappingDraft changed = draft();
  changed.setRole({2}, ColumnRole::CandidateNumber);
  EXPECT_THAT(changed.mapping().position, Optional(std::string()));
  const LogInspection again = inspect(changed.mapping());
  EXPECT_EQ(again.columns.roles[2], ColumnRole::CandidateNumber);
  changed.setRole({2}, ColumnRole::Position);
  EXPECT_EQ(changed.mapping(), draft().mapping());
}

TEST_F(MappingDraftTest, SeveralColumnsAtOnce) {
  MappingDraft changed = draft();
  changed.setRole({3, 4, 5}, ColumnRole::Ignored);
  EXPECT_THAT(changed.mapping().ignore, ElementsAre("price", "genre", "watch"));
  const LogInspection log = inspect(changed.mapping());
  EXPECT_THAT(log.columns.schema.features, IsEmpty());
  EXPECT_EQ(log.slates, 2);
}

TEST_F(MappingDraftTest, OneColumnGivesSeveralTasks) {
  MappingDraft changed = draft();
  changed.setRole({5}, ColumnRole::Task);
  changed.addTask(5);
  ASSERT_EQ(changed.tasks().size(), 3u);
  EXPECT_EQ(changed.tasks()[0].name, "watch");
  EXPECT_EQ(changed.tasks()[1].name, "watch 2");
  EXPECT_EQ(changed.tasks()[2].name, "click") << "in the order of columns";
  changed.setTask(1, "long", {.kind = LabelRule::Kind::AtLeast, .low = 60});
  const LogInspection log = inspect(changed.mapping());
  EXPECT_THAT(log.problems, IsEmpty());
  EXPECT_THAT(log.columns.schema.tasks, ElementsAre("watch", "long", "click"));
  changed.removeTask(1);
  EXPECT_EQ(changed.tasks().size(), 2u);
  EXPECT_EQ(changed.role(5), ColumnRole::Task);
  changed.removeTask(0);
  EXPECT_EQ(changed.role(5), ColumnRole::Ignored) << "as a feature it would give labels away";
}

TEST_F(MappingDraftTest, AnotherSlateRuleFindsItsColumns) {
  const char* const log =
      "user_id,session_id,item_id,timestamp,click\n"
      "u,s,x,100,1\n"
      "u,s,y,110,0\n"
      "u,t,x,5000,0\n"
      "u,t,z,5001,1\n";
  MappingDraft changed = draft({}, log);
  EXPECT_EQ(changed.role(1), ColumnRole::Slate);
  changed.setSlates({.kind = SlateRule::Kind::UserAndGap, .gapSeconds = 60, .largest = 10});
  const LogInspection byPause = inspect(changed.mapping(), log);
  EXPECT_THAT(byPause.problems, IsEmpty());
  EXPECT_EQ(byPause.columns.roles[0], ColumnRole::User);
  EXPECT_EQ(byPause.slates, 2);
}

TEST_F(MappingDraftTest, ReasonsStayWithTheirRoles) {
  const MappingDraft before = draft();
  MappingDraft changed = before;
  changed.setRole({3}, ColumnRole::CandidateCategory);
  const MappingDraft after(std::make_shared<const LogInspection>(inspect(changed.mapping())),
                           &changed);
  EXPECT_EQ(after.why(0), before.why(0));
  EXPECT_EQ(after.why(3), "chosen by you");
}

TEST_F(MappingDraftTest, LoggingModelWeightsFollowTheirColumns) {
  MappingDraft changed = draft();
  changed.setRole({3, 5}, ColumnRole::LoggingModel);
  changed.setLoggingModel({{3, 2.5}, {5, -1}}, 0.5);
  const LogMapping mapping = changed.mapping();
  ASSERT_TRUE(mapping.loggingModel.has_value());
  EXPECT_EQ(mapping.loggingModel->temperature, 0.5);
  EXPECT_EQ(mapping.loggingModel->tasks[0].column, "price");
  EXPECT_EQ(mapping.loggingModel->tasks[1].weight, -1);
  changed.setRole({3, 5}, ColumnRole::Ignored);
  EXPECT_FALSE(changed.mapping().loggingModel.has_value());
}

TEST_F(MappingDraftTest, ARatingIsSuggestedAsATask) {
  MappingDraft ratings = draft({}, "slate_id,item_id,Rating\na,x,1\na,y,5\na,z,4\nb,x,4\nb,y,2\n");
  EXPECT_TRUE(ratings.suggestTasks());
  ASSERT_EQ(ratings.tasks().size(), 1u);
  // Sorted: 1 2 4 4 5.
  EXPECT_EQ(ratings.tasks()[0].label, (LabelRule{.kind = LabelRule::Kind::AtLeast, .low = 4}));
  MappingDraft clicks = draft();
  EXPECT_FALSE(clicks.suggestTasks()) << "the log has a task of its own";
}

TEST_F(MappingDraftTest, FeaturesThatGiveLabelsAwayAreNamed) {
  MappingDraft changed = draft({}, "slate_id,item_id,Watch_Time,rating,click\na,x,1,2,0\n");
  EXPECT_THAT(changed.tellTales(), ElementsAre("Watch_Time"));
  EXPECT_THAT(adviceOn(changed).toStdString(), testing::HasSubstr("Watch_Time"));
  changed.setRole({2}, ColumnRole::Task);
  EXPECT_THAT(changed.tellTales(), IsEmpty());
  EXPECT_TRUE(adviceOn(changed).isEmpty());
}

TEST(Labels, RatesAreMeansOfTheLabels) {
  ColumnSample sample;
  sample.drawn = {5, 3, 4, 1, 4};
  using Kind = LabelRule::Kind;
  EXPECT_DOUBLE_EQ(positiveRate(sample, {.kind = Kind::AtLeast, .low = 4}), 0.6);
  EXPECT_DOUBLE_EQ(positiveRate(sample, {.kind = Kind::AtLeast, .low = 4.5}), 0.2);
  // (1 + 0.5 + 0.75 + 0 + 0.75)/5.
  EXPECT_DOUBLE_EQ(positiveRate(sample, {.kind = Kind::Scaled, .low = 1, .high = 5}), 0.6);
  EXPECT_TRUE(std::isnan(positiveRate(ColumnSample(), {})));
}

TEST(Labels, TheSuggestedThresholdLeavesBothKinds) {
  ColumnSample sample;
  sample.numbers = 4;
  sample.drawn = {0, 0, 0, 7};
  sample.largest = 7;
  EXPECT_EQ(suggestedLabel(sample).low, 7) << "from 0 on everything would be positive";
  sample.drawn = {0, 1, 1, 0};
  sample.largest = 1;
  EXPECT_EQ(suggestedLabel(sample).kind, LabelRule::Kind::AsGiven);
}

TEST(NumberBars, WholeNumbersHaveBarsOfTheirOwn) {
  const NumberBars bars = barsOf({5, 3, 4, 1, 4});
  EXPECT_TRUE(bars.single);
  EXPECT_THAT(bars.counts, ElementsAre(1, 0, 1, 2, 1));
  EXPECT_EQ(bars.low, 0.5);
  EXPECT_EQ(bars.high, 5.5);
}

TEST(NumberBars, AFewHugeNumbersGoIntoTheLastBar) {
  std::vector<double> numbers;
  for (int i = 0; i < 999; ++i) numbers.push_back(0.1 * (i % 100));
  numbers.push_back(1e6);
  const NumberBars bars = barsOf(numbers);
  EXPECT_TRUE(bars.cut);
  EXPECT_LT(bars.high, 10.1);
  int sum = 0;
  for (const int count : bars.counts) sum += count;
  EXPECT_EQ(sum, 1000);
}

TEST(RememberedMappings, TheNewestOfTheSameColumnsInAnyOrder) {
  KeptSettings().clear();
  LogMapping first, second;
  first.item = "x";
  second.item = "y";
  second.items = SideFile{"/no/such/file.csv", "id"};
  rememberMapping({"a", "b"}, first);
  rememberMapping({"b", "a"}, second);
  const auto found = rememberedMapping({"a", "b"});
  ASSERT_TRUE(found.has_value());
  EXPECT_THAT(found->item, Optional(std::string("y")));
  EXPECT_FALSE(found->items.has_value()) << "the side file is gone";
  EXPECT_FALSE(rememberedMapping({"a"}).has_value());
  for (int i = 0; i < 30; ++i) rememberMapping({"c" + std::to_string(i)}, first);
  EXPECT_FALSE(rememberedMapping({"a", "b"}).has_value()) << "only the newest are kept";
  EXPECT_TRUE(rememberedMapping({"c0"}).has_value());
}

TEST(InspectionWords, SayWhatWasTried) {
  LogInspection log;
  log.isFlat = true;
  log.records = 20'000;
  log.slates = 2'000;
  log.smallestSlate = 2;
  log.largestSlate = 10;
  log.items = 300;
  log.estimatedSlates = 527'413;
  const std::string words = verdictOf(log).toStdString();
  EXPECT_EQ(words,
            "20,000 lines tried: 2,000 slates of 2 to 10 candidates, 300 items; about 530,000 "
            "slates in all.");
  EXPECT_TRUE(leftOutOf(log).isEmpty());
  log.problemCount = 3;
  log.faultyRecords = 3;
  log.slatesLeftOut = 2;
  EXPECT_THAT(leftOutOf(log).toStdString(),
              testing::AllOf(testing::HasSubstr("3 faulty lines"),
                             testing::HasSubstr("2 of 2,002 slates")));
}

}  // namespace
}  // namespace luce::desktop
