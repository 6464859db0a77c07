// The texts of categories, which are only hashes in memory, as they stand in the workspace.
#pragma once

#include <optional>
#include <string>

#include "core/dataset/category_values.h"
#include "core/workspace/slate_browser.h"

namespace luce {

/// Reads one slate. Null if the text is not found there. Throws Error.
std::optional<std::string> categoryName(SlateBrowser& browser, const CategoryPlace& value);

}  // namespace luce
