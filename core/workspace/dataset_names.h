// Names for new datasets.
#pragma once

#include <string>

#include "core/workspace/workspace.h"

namespace luce {

/// First of "name", "name 2", "name 3" … that no dataset has.
std::string freeDatasetName(const Workspace& workspace, const std::string& name);

}  // namespace luce
