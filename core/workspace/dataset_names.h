// Names for new datasets.
#pragma once

#include <string>

#include "core/workspace/workspace.h"

namespace luce {

/// What is said where a dataset has none.
constexpr const char* kDatasetNeedsName = "A dataset needs a name.";

/// First of "name", "name 2", "name 3" … that no dataset has. Made of any text, such as a file's
/// name: see goodName(); "log" where nothing of it can be a name. A name whose number would make it
/// longer than 200 bytes is cut before the number.
std::string freeDatasetName(const Workspace& workspace, const std::string& name);

}  // namespace luce
