// The desktop's charts of one run as PNG files, without a window.
#pragma once

#include <QDir>
#include <QSize>
#include <optional>
#include <string>

#include "core/workspace/workspace.h"

namespace luce::desktop {

/// Writes slate.png, ratios.png, held_out.png and losses.png into the folder. slate: key of the
/// slate to draw; none = the first held-out one with a reward above 0. Throws Error when the run or
/// slate is unknown, the run has no weights, or a file cannot be written.
void drawRun(const Workspace& workspace, const std::string& run,
             const std::optional<std::string>& slate, const QDir& folder, QSize size);

}  // namespace luce::desktop
