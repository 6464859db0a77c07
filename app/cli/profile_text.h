// A dataset's profile for people and for scripts.
#pragma once

#include <nlohmann/json.hpp>

#include "core/dataset/profile.h"

namespace luce::cli {

nlohmann::ordered_json describeProfile(const DatasetProfile& profile);
void printProfile(const DatasetProfile& profile);

}  // namespace luce::cli
