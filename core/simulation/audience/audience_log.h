// A log of a simulated audience under the logging policy, day after day.
//
//   {"audience": {"preset": "clickbait", "users": 2000}, "days": 5, "seed": 1}
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <stop_token>
#include <string>

#include "core/common/progress.h"
#include "core/dataset/dataset_sink.h"
#include "core/simulation/audience/audience_settings.h"

namespace luce {

struct AudienceLogSettings {
  AudienceSettings audience;
  int days = 1;
  std::uint64_t seed = 1;
  bool operator==(const AudienceLogSettings&) const = default;
};

/// Members left out get their default. Throws Error naming the member at fault.
AudienceLogSettings audienceLogFromJson(const nlohmann::json& document);
nlohmann::json audienceLogToJson(const AudienceLogSettings& settings);

/// Throws Error for settings out of range, Cancelled.
void writeAudienceLog(const AudienceLogSettings& settings, DatasetSink& sink,
                      const Progress& progress = {}, std::stop_token stop = {});

}  // namespace luce
