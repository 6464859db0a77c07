#include "core/simulation/audience/audience_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;
using Settings = AudienceSettings;

constexpr double kLargestWeight = 1e6;
constexpr double kLargestEffect = 20;
/// A day of them takes about 2 GB.
constexpr double kMostCandidates = 20'000'000;

constexpr AudienceParameter kParameters[]{
    {"users", "Size", "Users of the service, present or not.", &Settings::users, 1, 10'000'000},
    {"items", "Size", "Items on offer at any time.", &Settings::items, 1, 10'000'000},
    {"slate_size", "Size", "Candidates of a request.", &Settings::slateSize, 1, 1000},
    {"topics", "Size", "Dimensions of tastes.", &Settings::topics, 1, 256},
    {"click_rate", "Actions", "Share of looked-at random candidates that are clicked.",
     &Settings::clickRate, 1e-4, 0.99},
    {"long_view_rate", "Actions", "Share of them that are viewed for long.",
     &Settings::longViewRate, 1e-5, 0.98},
    {"like_rate", "Actions", "Share of them that are liked.", &Settings::likeRate, 1e-6, 0.97},
    {"return_rate", "Actions", "Share of users with medium satisfaction who return the next day.",
     &Settings::returnRate, 0.001, 0.999},
    {"relevance_on_click", "Causes", "How much relevance raises clicks.",
     &Settings::relevanceOnClick, -kLargestEffect, kLargestEffect},
    {"appeal_on_click", "Causes", "How much an appealing look raises clicks.",
     &Settings::appealOnClick, -kLargestEffect, kLargestEffect},
    {"relevance_on_long_view", "Causes",
     "How much relevance raises long views of what was clicked.", &Settings::relevanceOnLongView,
     -kLargestEffect, kLargestEffect},
    {"quality_on_long_view", "Causes", "How much quality raises long views of what was clicked.",
     &Settings::qualityOnLongView, -kLargestEffect, kLargestEffect},
    {"relevance_on_like", "Causes", "How much relevance raises likes of what was viewed for long.",
     &Settings::relevanceOnLike, -kLargestEffect, kLargestEffect},
    {"quality_on_like", "Causes", "How much quality raises likes of what was viewed for long.",
     &Settings::qualityOnLike, -kLargestEffect, kLargestEffect},
    {"relevance_on_enjoyment", "Causes", "How much relevance raises enjoyment of what was clicked.",
     &Settings::relevanceOnEnjoyment, -kLargestEffect, kLargestEffect},
    {"quality_on_enjoyment", "Causes", "How much quality raises enjoyment of what was clicked.",
     &Settings::qualityOnEnjoyment, -kLargestEffect, kLargestEffect},
    {"boredom", "Causes",
     "How much the very relevant bores: no estimator that is linear in its features knows.",
     &Settings::boredom, 0, 10},
    {"appeal_of_quality", "Causes",
     "Correlation of appeal and quality over items: 1 = looks tell the truth, −1 = clickbait.",
     &Settings::appealOfQuality, -1, 1},
    {"position_bias", "Looking", "Place k is looked at with probability k^−bias when reached.",
     &Settings::positionBias, 0, 10},
    {"persistence", "Looking", "Share of users who go on to the next place.",
     &Settings::persistence, 0, 1},
    {"satiation", "Looking", "Share of long views after which users do not go on.",
     &Settings::satiation, 0, 1},
    {"satisfaction_rate", "Coming back", "How fast satisfaction follows enjoyment.",
     &Settings::satisfactionRate, 0, 1},
    {"empty_session", "Coming back", "What a session without a click does for satisfaction.",
     &Settings::emptySession, 0, 1},
    {"return_slope", "Coming back", "How much satisfaction decides about returning.",
     &Settings::returnSlope, 0, 100},
    {"comeback", "Coming back", "Share of absent users who look in again, a day.",
     &Settings::comeback, 0, 1},
    {"drift", "Change", "How far tastes move a day.", &Settings::drift, 0, 1},
    {"item_turnover", "Change", "Share of items replaced by new ones, a day.",
     &Settings::itemTurnover, 0, 1},
    {"user_turnover", "Change", "Share of users replaced by new ones, a day.",
     &Settings::userTurnover, 0, 1},
    {"taste_noise", "Log", "Noise on the tastes that the log shows.", &Settings::tasteNoise, 0,
     100},
    {"appeal_noise", "Log", "Noise on the appeal that the log shows.", &Settings::appealNoise, 0,
     100},
    {"quality_noise", "Log", "Noise on the quality that the log shows.", &Settings::qualityNoise, 0,
     100},
    {"logging_quality", "Log", "Correlation of the logging policy's scores with the true value.",
     &Settings::loggingQuality, -1, 1},
    {"logging_temperature", "Log", "Temperature of the logging policy.",
     &Settings::loggingTemperature, 0.05, 1000},
};

constexpr AudiencePreset kPresets[]{
    {"aligned", "Aligned",
     "Looks tell the truth: what is clicked is enjoyed, so short and long term agree.",
     R"({"appeal_of_quality": 0.8, "value_weights": {"click": 1, "long_view": 2, "like": 4}})"},
    {"clickbait", "Clickbait",
     "What looks best is worst: clicks pay now, and users stop returning later.",
     R"({"appeal_of_quality": -0.8, "appeal_on_click": 1.6, "relevance_on_click": 0.5,
         "return_rate": 0.88, "satisfaction_rate": 0.15, "return_slope": 16, "quality_noise": 0.75,
         "value_weights": {"click": 1, "long_view": 0.5, "like": 0.5, "return": 0}})"},
    {"sparse_reward", "Sparse reward",
     "Nearly all value lies in a rare action: few rows say what pays.",
     R"({"click_rate": 0.1, "long_view_rate": 0.02, "like_rate": 0.002,
         "value_weights": {"click": 0.05, "long_view": 0.2, "like": 20, "return": 0}})"},
    {"cold_start", "Cold start",
     "Items and users are replaced all the time, and little is known of any of them.",
     R"({"item_turnover": 0.4, "user_turnover": 0.3, "taste_noise": 1.5, "quality_noise": 3,
         "value_weights": {"click": 1, "long_view": 2, "like": 4}})"},
    {"shifted_logging", "Shifted logging policy",
     "The first log comes from a policy that is sure of itself and wrong.",
     R"({"logging_quality": -0.5, "logging_temperature": 0.4,
         "value_weights": {"click": 1, "long_view": 2, "like": 4}})"},
    {"no_propensities", "No propensities",
     "Logs say neither how likely a candidate was placed first nor whether a place was looked at.",
     R"({"logged_propensities": false, "examination": "unknown", "position_bias": 0.7,
         "value_weights": {"click": 1, "long_view": 2, "like": 4}})"},
};

std::string toString(LoggedExamination examination) {
  switch (examination) {
    case LoggedExamination::Exact:
      return "exact";
    case LoggedExamination::Place:
      return "place";
    case LoggedExamination::Unknown:
      return "unknown";
  }
  return "";
}

void readNumbers(JsonReader& reader, Settings& settings) {
  for (const AudienceParameter& parameter : kParameters) {
    if (const auto* whole = std::get_if<int Settings::*>(&parameter.member)) {
      reader.integer(parameter.id, settings.**whole, static_cast<std::int64_t>(parameter.low),
                     static_cast<std::int64_t>(parameter.high));
    } else {
      reader.number(parameter.id, settings.*std::get<double Settings::*>(parameter.member),
                    parameter.low, parameter.high);
    }
  }
}

void readExamination(JsonReader& reader, LoggedExamination& examination) {
  std::string text = toString(examination);
  reader.text("examination", text);
  for (const LoggedExamination known :
       {LoggedExamination::Exact, LoggedExamination::Place, LoggedExamination::Unknown}) {
    if (text == toString(known)) {
      examination = known;
      return;
    }
  }
  reader.wrong("examination", json(text), "exact, place or unknown");
}

/// Tasks that are not named get 0, as everywhere else.
void readValueWeights(JsonReader& reader, TaskWeights& weights) {
  const json* found = reader.member("value_weights");
  if (found == nullptr) return;
  if (!found->is_object()) reader.wrong("value_weights", *found, "an object of numbers by task");
  JsonReader byTask(*found, reader.pathOf("value_weights"));
  weights.assign(kAudienceTasks.size(), 0.0);
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    byTask.number(kAudienceTasks[task].data(), weights[task], -kLargestWeight, kLargestWeight);
  }
  byTask.finish();
}

void readChanges(const json& object, const std::string& path, Settings& settings) {
  JsonReader reader(object, path);
  reader.member("preset");
  readNumbers(reader, settings);
  reader.boolean("logged_propensities", settings.loggedPropensities);
  readExamination(reader, settings.examination);
  readValueWeights(reader, settings.valueWeights);
  reader.finish();
}

const AudiencePreset& findPreset(const std::string& id, const std::string& path) {
  std::string known;
  for (const AudiencePreset& preset : kPresets) {
    if (id == preset.id) return preset;
    known += (known.empty() ? "" : ", ") + std::string(preset.id);
  }
  throw Error(fmt::format("{}.preset is \"{}\"; expected one of {}.", path, id, known));
}

void requireAgreement(const Settings& settings, const std::string& path) {
  if (settings.slateSize > settings.items) {
    throw Error(fmt::format("{}.slate_size is {}, but there are {} items; expected at most {}.",
                            path, settings.slateSize, settings.items, settings.items));
  }
  const double candidates = static_cast<double>(settings.users) * settings.slateSize;
  if (candidates > kMostCandidates) {
    throw Error(fmt::format(
        "{}: {} users with slates of {} are {} candidates a day, more than fit into memory; "
        "expected at most {}.",
        path, settings.users, settings.slateSize, candidates, kMostCandidates));
  }
  const bool nested =
      settings.likeRate < settings.longViewRate && settings.longViewRate < settings.clickRate;
  if (nested) return;
  throw Error(
      fmt::format("{}: a like needs a long view and that a click, so expected like_rate ({}) < "
                  "long_view_rate ({}) < click_rate ({}).",
                  path, settings.likeRate, settings.longViewRate, settings.clickRate));
}

}  // namespace

std::span<const AudienceParameter> audienceParameters() {
  return kParameters;
}

std::span<const AudiencePreset> audiencePresets() {
  return kPresets;
}

double valueOf(const AudienceSettings& settings, const AudienceParameter& parameter) {
  return std::visit([&](auto member) { return static_cast<double>(settings.*member); },
                    parameter.member);
}

AudienceSettings audienceFromJson(const json& object, const std::string& path) {
  Settings settings;
  JsonReader reader(object, path);
  std::string preset;
  reader.text("preset", preset);
  if (!preset.empty()) {
    readChanges(json::parse(findPreset(preset, path).changes), "preset " + preset, settings);
  }
  readChanges(object, path, settings);
  requireAgreement(settings, path);
  return settings;
}

json audienceToJson(const AudienceSettings& settings) {
  json object = json::object();
  for (const AudienceParameter& parameter : kParameters) {
    std::visit([&](auto member) { object[parameter.id] = settings.*member; }, parameter.member);
  }
  object["logged_propensities"] = settings.loggedPropensities;
  object["examination"] = toString(settings.examination);
  for (std::size_t task = 0; task < settings.valueWeights.size(); ++task) {
    object["value_weights"][std::string(kAudienceTasks.at(task))] = settings.valueWeights[task];
  }
  return object;
}

void requireValid(const AudienceSettings& settings) {
  if (settings.valueWeights.size() != kAudienceTasks.size()) {
    throw Error(fmt::format("An audience needs {} value weights; found {}.", kAudienceTasks.size(),
                            settings.valueWeights.size()));
  }
  // The document's reader knows every range. NaN, which JSON lacks, comes back changed.
  if (audienceFromJson(audienceToJson(settings), "audience") != settings) {
    throw Error("A number of the audience is not finite; give finite numbers.");
  }
}

}  // namespace luce
