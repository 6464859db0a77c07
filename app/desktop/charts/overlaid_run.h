// A recorded run that is drawn over the opened one in the charts whose axis is the training step.
#pragma once

#include <QColor>
#include <QString>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "core/training/snapshot.h"

namespace luce::desktop {

struct OverlaidRun {
  QString name;
  QColor colour;
  std::vector<HeldOutPoint> heldOut;
  std::vector<std::pair<std::int64_t, StepAverages>> losses;
  std::int64_t lastSupervisedStep = 0;
};

/// Never changed once handed over; null or empty = no overlays.
using OverlaidRuns = std::shared_ptr<const std::vector<OverlaidRun>>;

}  // namespace luce::desktop
