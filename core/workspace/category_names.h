// The texts of categories, which are only hashes in memory, as they stand in the workspace.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/category_values.h"
#include "core/workspace/slate_browser.h"

namespace luce {

/// One entry a value, null if its text is not found where it should stand. Reads a slate for every
/// value, but once for values beside each other of the same slate. Throws Error.
std::vector<std::optional<std::string>> categoryNames(SlateBrowser& browser,
                                                      std::span<const CategoryPlace> values);

}  // namespace luce
