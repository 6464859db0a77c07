#pragma once

#include <QString>

namespace luce::desktop {

/// The sample log that comes with Luce, and an experiment that suits it. Throw Error when they are
/// not found.
QString sampleLog();
QString sampleExperiment();

}  // namespace luce::desktop
