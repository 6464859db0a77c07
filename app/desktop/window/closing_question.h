// What a person is asked before the window is closed while something goes on.
#pragma once

#include <QWidget>

#include "app/desktop/loop/loop_page.h"
#include "app/desktop/queue/queue_panel.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

/// Whether the window may close. Asks where work would be lost, and ends it on a yes.
bool mayClose(Study& study, LoopPage& loop, QueuePanel& queue, QWidget* window);

}  // namespace luce::desktop
