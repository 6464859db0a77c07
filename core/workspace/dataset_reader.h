// Reads the tables of one dataset into memory.
#pragma once

#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Throws Error if one of the dataset's tables is not the one that Luce makes, see table_check.h.
void requireDatasetTables(WorkspaceFile& file, const DatasetSummary& summary);

/// Throws Error if the tables are not those that Luce makes, or hold less or other than the summary
/// says, or values that no importer writes; Cancelled.
SlateTable readDataset(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                       std::stop_token stop);

}  // namespace luce
