// What a Workspace holds, shared by the files that implement it.
#pragma once

#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

struct Workspace::Database {
  Database(const std::filesystem::path& path, Access access) : file(path, access) {}
  WorkspaceFile file;
};

}  // namespace luce
