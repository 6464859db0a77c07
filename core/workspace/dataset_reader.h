// Reads the tables of one dataset into memory.
#pragma once

#include <stop_token>
#include <vector>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Throws Error if one of the dataset's tables is not the one that Luce makes, see table_check.h.
void requireDatasetTables(WorkspaceFile& file, const DatasetSummary& summary);

/// Throws Error if the tables are not those that Luce makes, or hold less or other than the summary
/// says, or values that no importer writes; Cancelled.
/// keep: which slates, one value a slate; empty = all.
SlateTable readDataset(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                       std::stop_token stop, const std::vector<bool>& keep = {});

/// Keys and times of all slates as a slate log without features and candidates. Throws the same.
SlateTable readSlateIndex(WorkspaceFile& file, const DatasetSummary& summary, std::stop_token stop);

}  // namespace luce
