// Boards to begin with, each of which shows one thing. Their documents lie in resources/playground.
#pragma once

#include <QString>
#include <cstddef>

#include "core/playground/blackboard_slate.h"

namespace luce::desktop {

struct PlaygroundPreset {
  QString title;
  QString lesson;  ///< what there is to see, and what to try
  BlackboardSlate slate;
};

std::size_t playgroundPresetCount();
/// number < playgroundPresetCount()
PlaygroundPreset playgroundPreset(std::size_t number);

}  // namespace luce::desktop
