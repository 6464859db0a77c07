#include "core/tuning/sweep_document.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>

#include "tests/support/error_of.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const std::vector<std::string> kTasks{"click", "like"};
const TuningSetting kBase{{1, 4}, 0.5};

std::vector<TuningSetting> settingsOf(const std::string& json) {
  return sweepSettings(sweepFromJson(json), kTasks, kBase);
}

TEST(SweepDocument, SurvivesWritingAndReading) {
  Sweep sweep;
  sweep.kind = SweepKind::Grid;
  sweep.points = 77;
  sweep.seed = 9;
  sweep.weights["click"] = {2, 2};
  sweep.weights["like"] = {0.5, 50, true, 7};
  sweep.temperature = SweepRange{0.1, 2};
  EXPECT_EQ(sweepFromJson(sweepToJson(sweep)), sweep);
  EXPECT_EQ(sweepFromJson("{}"), Sweep());
}

TEST(SweepDocument, TheDocumentedOneIsRead) {
  std::ifstream stream(LUCE_SOURCE_DIR "/README.md");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t begin = text.find("```json\n{\"kind\"") + 8;
  const Sweep sweep = sweepFromJson(text.substr(begin, text.find("```", begin) - begin));
  EXPECT_EQ(sweep.weights.at("long_view"), (SweepRange{0.2, 20, true}));
  EXPECT_EQ(sweep.weights.at("like"), (SweepRange{0, 40}));
  EXPECT_EQ(sweep.temperature, (SweepRange{0.02, 1, true}));
}

TEST(SweepDocument, TellsWhatIsWrongAndWhatIsAllowed) {
  const auto refused = [](const std::string& json) { return errorOf([&] { settingsOf(json); }); };
  EXPECT_THAT(refused("{"), HasSubstr("sweep document is not valid JSON"));
  EXPECT_THAT(refused(R"({"kind": "halton"})"), HasSubstr("choose grid, sobol or random"));
  EXPECT_THAT(refused(R"({"points": 0})"), HasSubstr("sweep.points is 0"));
  EXPECT_THAT(refused(R"({"points": 1e9})"), HasSubstr("sweep.points"));
  EXPECT_THAT(refused(R"({"weight": {}})"), HasSubstr("unknown member \"weight\""));
  EXPECT_THAT(refused(R"({"weights": [1]})"), HasSubstr("sweep.weights is [1]"));
  EXPECT_THAT(refused(R"({"weights": {"like": "much"}})"),
              AllOf(HasSubstr("sweep.weights.like is \"much\""), HasSubstr("a range like")));
  EXPECT_THAT(refused(R"({"weights": {"like": 1e9}})"), HasSubstr("from -1000000 to 1000000"));
  EXPECT_THAT(refused(R"({"weights": {"like": {"low": 1}}})"),
              HasSubstr("sweep.weights.like.high is missing"));
  EXPECT_THAT(refused(R"({"weights": {"like": {"low": 2, "high": 1}}})"),
              HasSubstr("from 2 down to 1"));
  EXPECT_THAT(refused(R"({"weights": {"like": {"low": 0, "high": 1, "scale": "log"}}})"),
              HasSubstr("begins above 0"));
  EXPECT_THAT(refused(R"({"weights": {"like": {"low": 0, "high": 1, "scale": "odd"}}})"),
              HasSubstr("linear or log"));
  EXPECT_THAT(refused(R"({"weights": {"likes": 1}})"),
              AllOf(HasSubstr("\"likes\""), HasSubstr("click, like")));
  EXPECT_THAT(refused(R"({"temperature": 0})"), HasSubstr("sweep.temperature is 0"));
  EXPECT_THAT(refused(R"({"kind": "grid", "weights": {"click": {"low": 0, "high": 1, "steps": 500},
                          "like": {"low": 0, "high": 1, "steps": 500}}})"),
              AllOf(HasSubstr("250000 points"), HasSubstr("at most 20000")));
}

TEST(SweepSettings, AGridHasEveryCombinationOfEvenSteps) {
  const auto settings = settingsOf(
      R"({"kind": "grid", "weights": {"click": {"low": -1, "high": 1, "steps": 3}},
          "temperature": {"low": 0.01, "high": 1, "scale": "log", "steps": 2}})");
  EXPECT_THAT(settings, ElementsAre(TuningSetting{{-1, 4}, 0.01}, TuningSetting{{0, 4}, 0.01},
                                    TuningSetting{{1, 4}, 0.01}, TuningSetting{{-1, 4}, 1},
                                    TuningSetting{{0, 4}, 1}, TuningSetting{{1, 4}, 1}));
}

TEST(SweepSettings, AGridWithoutStepsHasAsManyAsThePointsAllow) {
  const std::string two = R"("weights": {"click": {"low": 0, "high": 1}},
                             "temperature": {"low": 1, "high": 2}})";
  EXPECT_THAT(settingsOf(R"({"kind": "grid", "points": 100, )" + two), SizeIs(100));
  EXPECT_THAT(settingsOf(R"({"kind": "grid", "points": 99, )" + two), SizeIs(81));
  EXPECT_THAT(settingsOf(R"({"kind": "grid", "points": 1, )" + two), SizeIs(4));
}

TEST(SweepSettings, LogarithmicRangesAreEvenByRatio) {
  const auto settings = settingsOf(
      R"({"kind": "grid", "weights": {"click": 2,
          "like": {"low": 0.01, "high": 100, "scale": "log", "steps": 5}}})");
  ASSERT_THAT(settings, SizeIs(5));
  const double expected[] = {0.01, 0.1, 1, 10, 100};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(settings[i].weights[1], expected[i], 1e-9 * expected[i]);
    EXPECT_EQ(settings[i].weights[0], 2) << "fixed by the document";
    EXPECT_EQ(settings[i].temperature, 0.5) << "not named, so as it was";
  }
}

TEST(SweepSettings, SobolIsTheSequenceOfJoeAndKuo) {
  const auto settings = settingsOf(
      R"({"points": 7, "weights": {"click": {"low": 0, "high": 1}, "like": {"low": 0, "high": 1}}})");
  // The first points after the origin, as printed in their notes.
  const double expected[7][2] = {{0.5, 0.5},     {0.75, 0.25},   {0.25, 0.75},  {0.375, 0.375},
                                 {0.875, 0.875}, {0.625, 0.125}, {0.125, 0.625}};
  ASSERT_THAT(settings, SizeIs(7));
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_NEAR(settings[i].weights[0], expected[i][0], 1e-12);
    EXPECT_NEAR(settings[i].weights[1], expected[i][1], 1e-12);
  }
}

TEST(SweepSettings, RandomFollowsItsSeedAndFillsTheRange) {
  const auto of = [](int seed) {
    return settingsOf(R"({"kind": "random", "points": 4000, "seed": )" + std::to_string(seed) +
                      R"(, "weights": {"click": {"low": -2, "high": 6}}})");
  };
  const auto settings = of(1);
  EXPECT_EQ(settings, of(1));
  EXPECT_NE(settings, of(2));
  double sum = 0, squares = 0;
  for (const TuningSetting& setting : settings) {
    sum += setting.weights[0];
    squares += setting.weights[0] * setting.weights[0];
    EXPECT_EQ(setting.weights[1], 4);
  }
  const double mean = sum / 4000;
  EXPECT_NEAR(mean, 2, 0.2);                                   // 5 standard errors
  EXPECT_NEAR(squares / 4000 - mean * mean, 64.0 / 12, 0.45);  // of an even spread over 8
}

TEST(SweepSettings, TheStandardSweepKeepsTheFirstWeightAndTriesWhatIsZero) {
  const std::vector<std::string> tasks{"off", "click", "like", "hide"};
  const TuningSetting base{{0, 2, 6, -1}, 1};
  const Sweep sweep = standardSweep(tasks, base);
  EXPECT_EQ(sweep.weights.at("off"), (SweepRange{0, 6}));
  EXPECT_EQ(sweep.weights.at("click"), (SweepRange{2, 2}));
  EXPECT_EQ(sweep.weights.at("like"), (SweepRange{0.6, 60, true}));
  EXPECT_EQ(sweep.weights.at("hide"), (SweepRange{-10, -0.1}));
  EXPECT_EQ(sweep.temperature, (SweepRange{0.05, 2, true}));
  EXPECT_EQ(sweepFromJson(sweepToJson(sweep)), sweep) << "a document like any other";
  EXPECT_THAT(sweepSettings(sweep, tasks, base), SizeIs(200));
}

TEST(SweepSettings, NothingToVaryIsOneSetting) {
  EXPECT_THAT(settingsOf(R"({"points": 50, "weights": {"click": 3}})"),
              ElementsAre(TuningSetting{{3, 4}, 0.5}));
}

}  // namespace
}  // namespace luce
