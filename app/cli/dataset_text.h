// A dataset's facts for people and for scripts.
#pragma once

#include <nlohmann/json.hpp>

#include "core/workspace/workspace.h"

namespace luce::cli {

/// "context", "candidate", "item" or "pair".
const char* scopeName(FeatureScope scope);
nlohmann::ordered_json describeDataset(const DatasetSummary& dataset);
void printDataset(const DatasetSummary& dataset);

}  // namespace luce::cli
