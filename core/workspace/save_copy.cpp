// The part of Workspace that saves it under another name.
#include <fmt/format.h>

#include "core/workspace/database_copy.h"
#include "core/workspace/workspace_database.h"

namespace luce {

const FilePlace& Workspace::place() const {
  return database_->file.place();
}

void Workspace::copyTo(const std::filesystem::path& copy) const {
  const std::filesystem::path canonical = canonicalFile(copy);
  // Even when the file is no longer there, parts of it may be.
  if (canonical == place().file) {
    throw Error(fmt::format("The copy needs another name than the workspace \"{}\" itself.",
                            file().string()));
  }
  const WriterLock lock(canonical);
  const auto fail = [&](const std::string& why) {
    throw Error(
        fmt::format("The copy \"{}\" could not be written{}. Check that its folder is there, "
                    "may be written to and has room.",
                    copy.string(), why));
  };
  try {
    if (!copyDatabase(database_->file.database(), canonical)) fail("");
  } catch (const SQLite::Exception& exception) {
    fail(fmt::format(" ({})", exception.what()));
  }
}

}  // namespace luce
