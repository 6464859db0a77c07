// The mappings that logs were imported with, by the set of their columns: the next day's log of the
// same columns begins with what was chosen for this one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dataset/importers/log_mapping.h"

namespace luce::desktop {

/// The last mapping of a log with these columns, in any order; side files that are gone are left
/// out.
std::optional<LogMapping> rememberedMapping(const std::vector<std::string>& header);
/// Keeps the newest 30.
void rememberMapping(const std::vector<std::string>& header, const LogMapping& mapping);

}  // namespace luce::desktop
