// Colours of lines and marks whose own ones are for a light background.
#pragma once

#include <QColor>

namespace luce::desktop {

/// On a dark background as light as it takes to be seen there; as it is on any other.
QColor visibleOn(const QColor& background, QColor colour);

}  // namespace luce::desktop
