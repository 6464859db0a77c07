// How far a feedback loop has come, in one line.
#pragma once

#include <QString>

#include "app/desktop/loop/loop_player.h"

namespace luce::desktop {

QString loopStatus(const LoopPlayer& player);

}  // namespace luce::desktop
