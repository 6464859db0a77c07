// What a run came to, from what it recorded.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/evaluation/off_policy.h"
#include "core/workspace/workspace.h"

namespace luce {

struct RunResult {
  std::int64_t keptStep = -1;       ///< whose weights it keeps; −1 = it has none
  std::optional<Interval> heldOut;  ///< SNIPS on held-out slates at that step, if it was judged
};

/// Reads little, however long the run was. Throws Error as Workspace does.
RunResult resultOf(const Workspace& workspace, std::int64_t run);

/// The step whose weights a run ended on, or the best so far; −1 if there are none.
std::int64_t keptStep(std::span<const CheckpointRecord> checkpoints);

}  // namespace luce
