// Gives segments the texts of their categories.
#pragma once

#include "core/evaluation/segments.h"
#include "core/workspace/slate_browser.h"

namespace luce {

/// Replaces "category #…" by the text in the workspace, where it is found. Reads one slate a
/// segment. Throws Error.
void nameSegments(SlateBrowser& browser, Segmentation& segmentation);

}  // namespace luce
