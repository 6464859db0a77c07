// Icons that are drawn in the colour of the text beside them, so that they fit light and dark.
#pragma once

#include <QIcon>
#include <QString>

namespace luce::desktop {

/// name: of a file in resources/icons, without ".svg".
QIcon icon(const QString& name);
/// Luce's own, in its own colours.
QIcon programIcon();

}  // namespace luce::desktop
