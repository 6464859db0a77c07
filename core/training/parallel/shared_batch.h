// One batch whose slates are computed by several processes, as the loss sees it: everything but the
// features. Every process evaluates the loss of the whole batch (a few percent of a step) and keeps
// the gradient of its own logits, so that losses which hang on the whole batch (group advantages,
// SNIPS, POEM) and all metrics are those of one process.
#pragma once

#include <span>
#include <vector>

#include "core/training/batch.h"
#include "core/training/parallel/process_group.h"

namespace luce {

/// Values of candidates, in the order of the batch.
struct BatchOutputs {
  std::vector<float> logits;              ///< candidates × tasks
  std::vector<float> referenceLogPolicy;  ///< empty = no reference
  std::vector<float> modelReward;         ///< empty = not asked for
};

struct SharedBatch {
  TrainingBatch batch;  ///< of all processes, by rank; features are left out
  BatchOutputs outputs;
  std::size_t firstCandidate = 0;  ///< of this process's part
  bool stop = false;               ///< some process was asked to stop
};

/// Gathers what every process has. whole is overwritten. stop: whether this one was asked to stop.
/// Throws Error like ProcessGroup::gather.
void gatherBatch(ProcessGroup& group, const TrainingBatch& own, const BatchOutputs& outputs,
                 bool stop, SharedBatch& whole);

}  // namespace luce
