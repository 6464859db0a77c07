// Which slates each of several processes holds.
//
// Training slates are dealt out like cards: each process has every size-th. An epoch visits them in
// the order that one process would; of each batch, a process computes its own slates. Validation
// slates are cut into as many runs of neighbours: each process predicts its own, and process 0,
// which holds them all, judges. Nobody holds test slates.
#pragma once

#include <cstdint>
#include <vector>

#include "core/dataset/split.h"
#include "core/training/parallel/process_group.h"

namespace luce {

/// Slate numbers are those of the whole dataset, unless they are said to be local: those of the
/// process's own table.
struct DataShare {
  static constexpr std::uint32_t kElsewhere = 0xffffffff;

  ProcessGroup* group = nullptr;
  std::vector<bool> keep;                 ///< by slate: whether this process holds it
  std::vector<std::uint32_t> localOf;     ///< by slate; kElsewhere = not in this process
  std::vector<std::uint32_t> numberOf;    ///< by local slate
  std::vector<std::uint32_t> train;       ///< all training slates, ascending
  std::vector<std::uint32_t> ownTrain;    ///< local, ascending
  std::vector<std::uint32_t> validation;  ///< local: process 0 all, others those they predict
  std::size_t validationCount = 0;        ///< in all
  /// This process predicts validation slates in [predictBegin, predictEnd).
  std::uint32_t predictBegin = 0, predictEnd = 0;

  bool leads() const { return group->rank() == 0; }
};

/// slates: of the whole dataset, see Workspace::loadSlateIndex. The group must outlive the result.
DataShare shareSlates(const SlateTable& slates, const SplitSettings& split, ProcessGroup& group);

}  // namespace luce
