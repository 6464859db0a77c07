// Links the slate's chart with its table: what is selected or pointed at in one is set off in the
// other.
#pragma once

#include "app/desktop/charts/slate_chart.h"
#include "app/desktop/inspector/slate_inspector.h"

namespace luce::desktop {

void linkSlate(SlateChart& chart, SlateInspector& inspector);

}  // namespace luce::desktop
