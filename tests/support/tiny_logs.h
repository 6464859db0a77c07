// Small logs with a known rule behind them, for tests of training and export.
#pragma once

#include "core/dataset/slate_table.h"

namespace luce {

/// A slate log of `slates` slates of 5 candidates, two tasks (click, like), one numeric candidate
/// feature "quality" in [-1, 1], one context number, one candidate category and places 1..5.
/// Clicks follow quality (1 where it is above 0), likes the category ("good" or "bad").
SlateTable tinySlateLog(int slates);
void writeTinySlateLog(DatasetSink& sink, int slates);

/// A bandit log over 4 items with one context number and one item number; the action is uniform
/// (propensity 1/4) and clicks happen where the signs of both numbers agree.
SlateTable tinyBanditLog(int slates);
void writeTinyBanditLog(DatasetSink& sink, int slates);

}  // namespace luce
