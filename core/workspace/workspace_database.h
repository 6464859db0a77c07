// What a Workspace holds, shared by the files that implement it.
#pragma once

#include <string>

#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

struct Workspace::Database {
  Database(const std::filesystem::path& path, Access access) : file(path, access) {}
  WorkspaceFile file;
};

/// "…has no run named "a"; its runs are "b", "c"." table: "dataset" or "run".
std::string unknownName(WorkspaceFile& file, const std::string& table, const std::string& name);

}  // namespace luce
