// The databases that this program has open. SQLite's locks are the process's: closing any other
// descriptor of the same file would give them up, so no one may read such a file past SQLite.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <utility>

namespace luce {

/// While it lives, the file counts as open.
class OpenFile {
 public:
  /// The file must be there; an unknown one is ignored.
  explicit OpenFile(const std::filesystem::path& file);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

 private:
  std::pair<dev_t, ino_t> file_{};
  bool known_ = false;
};

enum class FileHead {
  Missing,
  Unreadable,
  Empty,
  Workspace,  ///< Luce's own
  Database,   ///< another one of SQLite
  Other,
};

/// Tells by the first bytes what the file is, without harm to one that is open: that counts as a
/// workspace.
FileHead headOf(const std::filesystem::path& file);

}  // namespace luce
