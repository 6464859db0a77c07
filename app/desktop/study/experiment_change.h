// What one change of an experiment was, for the list of steps that can be undone.
#pragma once

#include <QString>

#include "core/training/experiment.h"

namespace luce::desktop {

/// "click weight 1 → 2.5" where one member differs, and "scheme ips → grpo" where a scheme brought
/// its parameters along; the title alone where more differ. title: of what was changed.
QString describeChange(const QString& title, const Experiment& before, const Experiment& after);

}  // namespace luce::desktop
