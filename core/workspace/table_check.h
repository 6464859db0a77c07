// A workspace may come from anyone. Before its tables are used they are held against the ones that
// Luce makes: a view, a virtual table, another column, a constraint, a generated column or an index
// that computes something in their place would run, or mislead, where rows are expected.
#pragma once

#include <string>
#include <vector>

#include "core/workspace/workspace_file.h"

namespace luce {

/// tables: names; sql: what makes them, and may make more. layout: what was made before. Indexes
/// that Luce did not make are refused, triggers ignored, as they never run. Throws Error that names
/// the first table or index that differs, and what to do.
void requireTables(WorkspaceFile& file, const std::vector<std::string>& tables,
                   const std::string& sql);

/// dataset, run, metric, checkpoint, trail, policy and policy_column, as the workspace's layout has
/// them. Other tables, which people may add, must not have generated columns: SQLite computes them
/// when it checks the file.
void requireStudyTables(WorkspaceFile& file);

/// Before a migration: throws Error where people's own tables have the names of those to come.
void requireRoomForNewTables(WorkspaceFile& file);

}  // namespace luce
