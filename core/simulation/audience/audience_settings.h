// The settings of a simulated audience; audience.h tells what they do.
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/policy/value_model.h"

namespace luce {

/// The actions of every audience, in the order of its logs.
inline constexpr std::array<std::string_view, 4> kAudienceTasks{"click", "long_view", "like",
                                                                "return"};

/// What a log says of how likely a place was looked at.
enum class LoggedExamination {
  Exact,    ///< the probability itself, which only a simulator knows
  Place,    ///< place^(−position_bias), as an experiment with swapped places would find
  Unknown,  ///< nothing
};

struct AudienceSettings {
  // Size
  int users = 2000;
  int items = 500;     ///< on offer at any time
  int slateSize = 10;  ///< candidates of a request, drawn from the items on offer
  int topics = 8;

  // What users do, on average over random users and items on offer, when they look
  double clickRate = 0.2;
  double longViewRate = 0.08;  ///< below clickRate
  double likeRate = 0.02;      ///< below longViewRate
  double returnRate = 0.8;     ///< of a user whose satisfaction is in the middle

  // What makes them do it, on the scale of logits
  double relevanceOnClick = 0.8;
  double appealOnClick = 1.0;
  double relevanceOnLongView = 0.8;
  double qualityOnLongView = 1.0;
  double relevanceOnLike = 0.6;
  double qualityOnLike = 1.2;
  double relevanceOnEnjoyment = 1.0;
  double qualityOnEnjoyment = 2.0;
  double boredom = 0.5;          ///< how much the very relevant bores, which no linear model knows
  double appealOfQuality = 0.3;  ///< correlation of appeal and quality over items, −1 … 1

  // Looking
  double positionBias = 0.5;  ///< place k is looked at with k^(−bias) by those who reach it
  double persistence = 0.75;  ///< share of users who go on to the next place
  double satiation = 0.3;     ///< share of long views after which they do not

  // Coming back
  double satisfactionRate = 0.2;  ///< how fast satisfaction follows what was enjoyed
  double emptySession = 0.35;     ///< what a session without a click is worth
  double returnSlope = 8;         ///< of the logit of returning by satisfaction
  double comeback = 0.1;          ///< a day, of users who did not return

  // Change, a day
  double drift = 0.05;  ///< of tastes: cosine between days is √(1 − drift²)
  double itemTurnover = 0.02;
  double userTurnover = 0.01;

  // What the log shows
  double tasteNoise = 0.5;        ///< deviation of the noise on shown tastes, in those of tastes
  double appealNoise = 0.5;       ///< the same of appeal
  double qualityNoise = 1.5;      ///< the same of quality
  double loggingQuality = 0.2;    ///< correlation of logging scores with the true value, −1 … 1
  double loggingTemperature = 1;  ///< of the logging policy on standardised scores
  bool loggedPropensities = true;  ///< whether logs state π_β
  LoggedExamination examination = LoggedExamination::Exact;

  TaskWeights valueWeights{1, 2, 4, 1};  ///< of kAudienceTasks
  bool operator==(const AudienceSettings&) const = default;
};

/// One number of the settings: for documents, help texts and controls.
struct AudienceParameter {
  const char* id;     ///< member of the document
  const char* group;  ///< heading
  const char* help;   ///< one sentence
  std::variant<int AudienceSettings::*, double AudienceSettings::*> member;
  double low, high;
};
std::span<const AudienceParameter> audienceParameters();
double valueOf(const AudienceSettings& settings, const AudienceParameter& parameter);

/// A named audience that shows something.
struct AudiencePreset {
  const char* id;
  const char* title;
  const char* help;     ///< what it shows
  const char* changes;  ///< to the standard settings, JSON
};
std::span<const AudiencePreset> audiencePresets();

/// Members left out are those of the preset that the object's "preset" names, or the standard ones.
/// path: how errors call the object. Throws Error naming the member at fault.
AudienceSettings audienceFromJson(const nlohmann::json& object, const std::string& path);
/// Every member; preset is not kept.
nlohmann::json audienceToJson(const AudienceSettings& settings);
/// Throws Error naming what is out of range.
void requireValid(const AudienceSettings& settings);

}  // namespace luce
