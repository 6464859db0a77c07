#include "core/simulation/audience/audience_settings.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/simulation/audience/audience_log.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::ThrowsMessage;

AudienceSettings read(const char* text) {
  return audienceFromJson(json::parse(text), "audience");
}

TEST(AudienceSettings, ReadBackAsWritten) {
  AudienceSettings settings = read(R"({"preset": "clickbait", "users": 77, "drift": 0.125})");
  settings.loggedPropensities = false;
  settings.examination = LoggedExamination::Place;
  settings.valueWeights = {0.5, -1, 0, 3};
  EXPECT_EQ(audienceFromJson(audienceToJson(settings), "audience"), settings);
}

TEST(AudienceSettings, EveryPresetIsSoundAndUnlikeTheOthers) {
  std::vector<AudienceSettings> all;
  for (const AudiencePreset& preset : audiencePresets()) {
    const AudienceSettings settings = audienceFromJson({{"preset", preset.id}}, "audience");
    EXPECT_NO_THROW(requireValid(settings)) << preset.id;
    for (const AudienceSettings& other : all) EXPECT_NE(settings, other) << preset.id;
    all.push_back(settings);
  }
  EXPECT_EQ(all.size(), 6u);
}

TEST(AudienceSettings, WhatIsGivenWinsOverThePreset) {
  const AudienceSettings settings = read(R"({"appeal_of_quality": 0.25, "preset": "clickbait"})");
  EXPECT_EQ(settings.appealOfQuality, 0.25);
  EXPECT_EQ(settings.returnSlope, 16);
}

TEST(AudienceSettings, EveryStandardNumberIsInItsRange) {
  const AudienceSettings standard;
  for (const AudienceParameter& parameter : audienceParameters()) {
    EXPECT_GE(valueOf(standard, parameter), parameter.low) << parameter.id;
    EXPECT_LE(valueOf(standard, parameter), parameter.high) << parameter.id;
  }
}

TEST(AudienceSettings, EveryNumberOutOfRangeIsNamed) {
  for (const AudienceParameter& parameter : audienceParameters()) {
    for (const double wrong : {parameter.low - 1, parameter.high + 1}) {
      EXPECT_THAT(
          [&] {
            audienceFromJson({{parameter.id, wrong}}, "audience");
          },
          ThrowsMessage<Error>(HasSubstr(parameter.id)));
    }
  }
}

TEST(AudienceSettings, ErrorsSayWhatIsAllowed) {
  EXPECT_THAT([] { read(R"({"preset": "evil"})"); },
              ThrowsMessage<Error>(HasSubstr("aligned, clickbait")));
  EXPECT_THAT([] { read(R"({"likerate": 1})"); }, ThrowsMessage<Error>(HasSubstr("like_rate")));
  EXPECT_THAT([] { read(R"({"like_rate": 0.5})"); },
              ThrowsMessage<Error>(HasSubstr("like_rate (0.5) < long_view_rate (0.08)")));
  EXPECT_THAT([] { read(R"({"slate_size": 600})"); },
              ThrowsMessage<Error>(HasSubstr("at most 500")));
  EXPECT_THAT([] { read(R"({"users": 10000000, "slate_size": 100})"); },
              ThrowsMessage<Error>(HasSubstr("expected at most 20000000")));
  EXPECT_THAT([] { read(R"({"value_weights": {"buy": 1}})"); },
              ThrowsMessage<Error>(HasSubstr("click")));
  EXPECT_THAT([] { read(R"({"examination": "some"})"); },
              ThrowsMessage<Error>(HasSubstr("exact, place or unknown")));
  EXPECT_THAT([] { audienceLogFromJson(json::parse(R"({"audience": {}, "days": 0})")); },
              ThrowsMessage<Error>(HasSubstr("simulation.days")));
}

TEST(AudienceSettings, NumbersThatAreNotFiniteAreRefused) {
  AudienceSettings settings;
  settings.drift = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(requireValid(settings), Error);
  settings = {};
  settings.valueWeights = {1, 2};
  EXPECT_THROW(requireValid(settings), Error);
}

}  // namespace
}  // namespace luce
