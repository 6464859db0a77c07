// A whole database as another file.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace luce {

/// Copies the whole database, page by page, into a file that takes its name when it is complete and
/// on the disk, in the place of one of that name. False when it cannot take its name. Throws
/// SQLite::Exception about the copy. Nothing of it is left then.
bool copyDatabase(SQLite::Database& database, const std::filesystem::path& copy);

}  // namespace luce
