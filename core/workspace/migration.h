// The layouts of a workspace, from the first to the newest: an ordered list of steps. A new
// workspace takes all of them, an old one those that it lacks, so that both end up the same.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace luce {

/// The number of the newest layout, see layout.md.
inline constexpr int kLayoutVersion = 4;
/// The first layout with `trail`, and with a run's colour, note and time of removal.
inline constexpr int kLayoutWithTrail = 3;
/// The first layout with `policy` and `policy_column`, and with the time of a metric.
inline constexpr int kLayoutWithPolicies = 4;

/// Runs the steps behind layout `from` up to layout `to`; from = 0: an empty database. The caller
/// holds a transaction around them, and states the layout's number in it.
void runMigrations(SQLite::Database& database, int from, int to = kLayoutVersion);

/// "study.luce.layout-1.backup", beside the workspace.
std::filesystem::path backupFile(const std::filesystem::path& workspace, int layout);

/// Copies the whole database, page by page, into a file that takes its name when it is complete and
/// on the disk. Leaves a file of that name as it is. Throws SQLite::Exception about the copy, or
/// Error when it cannot be renamed; nothing but an old copy is left then.
void backUp(SQLite::Database& database, const std::filesystem::path& backup);

}  // namespace luce
