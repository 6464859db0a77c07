#pragma once

#include <QString>

namespace luce::desktop {

/// The sample log that comes with Luce. Throws Error when it is not found.
QString sampleLog();

}  // namespace luce::desktop
