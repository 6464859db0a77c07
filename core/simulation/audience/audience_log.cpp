#include "core/simulation/audience/audience_log.h"

#include "core/common/error.h"
#include "core/common/json_reader.h"
#include "core/simulation/audience/day_log.h"

namespace luce {

AudienceLogSettings audienceLogFromJson(const nlohmann::json& document) {
  AudienceLogSettings settings;
  JsonReader reader(document, "simulation");
  if (const nlohmann::json* audience = reader.member("audience")) {
    settings.audience = audienceFromJson(*audience, "simulation.audience");
  }
  reader.integer("days", settings.days, 1, 100'000);
  reader.integer("seed", settings.seed, 0);
  reader.finish();
  return settings;
}

nlohmann::json audienceLogToJson(const AudienceLogSettings& settings) {
  return {{"audience", audienceToJson(settings.audience)},
          {"days", settings.days},
          {"seed", settings.seed}};
}

void writeAudienceLog(const AudienceLogSettings& settings, DatasetSink& sink,
                      const Progress& progress, std::stop_token stop) {
  Audience audience(settings.audience, settings.seed);
  Crowd crowd(audience);
  sink.begin(audienceSchema(settings.audience));
  for (int day = 0; day < settings.days; ++day) {
    if (stop.stop_requested()) throw Cancelled();
    if (day > 0) {
      audience.nextDay();
      crowd.wakeUp(audience);
    }
    Requests requests = crowd.requests(audience);
    const std::vector<double> scores = loggingScores(audience, requests);
    writeDay(
        audience,
        crowd.play(audience, std::move(requests), scores, loggingExploration(settings.audience)),
        sink);
    if (progress) progress(static_cast<double>(day + 1) / settings.days, "Simulating");
  }
}

}  // namespace luce
