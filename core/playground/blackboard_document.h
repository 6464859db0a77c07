// A blackboard as a JSON document: the whole state, so that what is saved, opened, undone or handed
// to others is the same thing. Numbers are written so that they are read back as they were.
//
//   {"playground": 1, "tasks": [{"name", "value_weight", "reward_weight"}],
//    "candidates": [{"name", "p": [], "actions": [0|1], "propensity", "offset"}],
//    "drawn": 0, "temperature", "step_size",
//    "objective": {"scheme", "parameters": {}, "rows", "propensities": "stated"|"one"|"self"|
//                  "uniform"|"drop", "advantage", "weight", "kl_weight", "regulariser",
//                  "reference", "entropy_weight"}}
//
// Everything but tasks and candidates may be left out; "reward_weight" then is the value weight.
#pragma once

#include <string>

#include "core/playground/blackboard_slate.h"

namespace luce {

std::string boardToJson(const BlackboardSlate& slate);
/// Throws Error naming the member at fault, what was found and what is allowed.
BlackboardSlate boardFromJson(const std::string& text);

}  // namespace luce
