// What runs, policies and datasets have in common: a name that no other of their kind has. Runs and
// policies can be put away and brought back, and keep their name meanwhile, unless another one asks
// for it: then the one that was put away becomes "name 2", is listed so among those put away, and
// comes back so. table: "run", "policy" or, where it says so, "dataset". To be called within
// guarded().
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/workspace/workspace_file.h"

namespace luce {

/// A condition on the table's rows. table: "dataset" too.
std::string notPutAway(const WorkspaceFile& file, const std::string& table);

/// First of "name", "name 2", "name 3" … that none has, put away or not. A name whose number would
/// make it longer than 200 bytes is cut before the number.
std::string freeName(WorkspaceFile& file, const std::string& table, const std::string& name);

/// Throws Error if the name is blank, longer than 200 bytes, not one line of UTF-8, or that of one
/// that was not put away.
void requireFreeName(WorkspaceFile& file, const std::string& table, const std::string& name);

/// Makes room for one of that name: one that was put away takes freeName(). itself: who may have
/// the name already; 0 = nobody. Throws as requireFreeName().
void makeRoomForName(WorkspaceFile& file, const std::string& table, const std::string& name,
                     std::int64_t itself);

/// Throw Error if there is none of that number.
void setText(WorkspaceFile& file, const std::string& table, std::int64_t id, const char* column,
             const std::string& text);
void setPutAway(WorkspaceFile& file, const std::string& table, std::int64_t id, bool putAway);

/// Removes for good those that were put away under the names; throws Error, having removed none of
/// them, where none was put away under one. Returns how many. To be called in no transaction.
int purgePutAway(WorkspaceFile& file, const std::string& table, std::span<const std::string> names);

[[noreturn]] void failMissing(const WorkspaceFile& file, const std::string& table, std::int64_t id);

/// "…has no run named "a"; there are "b", "c"." table: "dataset" too.
std::string unknownName(WorkspaceFile& file, const std::string& table, const std::string& name);

}  // namespace luce
