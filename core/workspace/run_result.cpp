#include "core/workspace/run_result.h"

namespace luce {

std::int64_t keptStep(std::span<const CheckpointRecord> checkpoints) {
  std::int64_t best = -1;
  for (const CheckpointRecord& checkpoint : checkpoints) {
    if (checkpoint.role == "result") return checkpoint.step;
    if (checkpoint.role == "best") best = checkpoint.step;
  }
  return best;
}

RunResult resultOf(const Workspace& workspace, std::int64_t run) {
  RunResult result;
  result.keptStep = keptStep(workspace.checkpoints(run));
  if (result.keptStep < 0) return result;
  for (const MetricPoint& metric : workspace.metrics(run, result.keptStep)) {
    if (!metric.name.starts_with("held_out/snips")) continue;
    if (!result.heldOut) result.heldOut.emplace();
    if (metric.name == "held_out/snips") result.heldOut->value = metric.value;
    if (metric.name == "held_out/snips_low") result.heldOut->low = metric.value;
    if (metric.name == "held_out/snips_high") result.heldOut->high = metric.value;
  }
  return result;
}

}  // namespace luce
