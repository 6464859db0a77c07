// The colour that a run has wherever it is drawn.
#pragma once

#include <QColor>

#include "core/workspace/workspace.h"

namespace luce::desktop {

/// What people chose, else theme::run() by the run's number.
QColor colourOf(const RunRecord& run);

}  // namespace luce::desktop
