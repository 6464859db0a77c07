// How outcomes and settings of a sweep are called for people.
#pragma once

#include <QString>

#include "core/tuning/sweep.h"

namespace luce::desktop {

/// "click", "reward", "NDCG" …
QString outcomeName(const Outcome& outcome);
/// With what it counts: "click at first place (SNIPS)".
QString outcomeTitle(const Outcome& outcome, RowKind rows);
/// One sentence of help.
QString outcomeHelp(const Outcome& outcome);
/// "click 1 · like 4 · τ 0.5".
QString settingText(const std::vector<std::string>& tasks, const TuningSetting& setting);
/// Setting, outcomes with intervals and the reward's difference to the base, one a line.
QString pointText(const SweepResult& result, const SweepPoint& point);

}  // namespace luce::desktop
