// Reads the tables of one dataset into memory.
#pragma once

#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Throws Error if the tables hold less or other than the summary says, Cancelled.
SlateTable readDataset(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                       std::stop_token stop);

}  // namespace luce
