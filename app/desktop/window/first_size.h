// How large a window is when it is first shown.
#pragma once

#include <QSize>
#include <QWidget>

namespace luce::desktop {

/// As large as wanted, and no larger than its screen has room for with the window's frame around.
void resizeWithinScreen(QWidget& window, QSize wanted);

}  // namespace luce::desktop
