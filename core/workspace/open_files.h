// The databases that this program has open. SQLite's locks are the process's: closing any other
// descriptor of the same file gives them up, so no one may read such a file past SQLite. Libraries
// do so all the same (Qt's file dialogs look into every file that they list); see KeptOpen.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
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

  /// Calls work() if no other one of this program is of the same file; none is made meanwhile.
  void ifOnlyOne(const std::function<void()>& work) const;

 private:
  friend class KeptOpen;
  std::filesystem::path path_;
  std::pair<dev_t, ino_t> file_{};
  bool known_ = false;
};

/// While it lives, other programs do not take a database in WAL mode for closed, even if SQLite's
/// own locks are given up: one that did would remove the log that this program's commits are in. To
/// be made once SQLite has read the database, and to be gone before SQLite closes it.
class KeptOpen {
 public:
  /// file: must outlive this. Nothing is kept of a database that is not in WAL mode.
  explicit KeptOpen(const OpenFile& file);
  ~KeptOpen();
  KeptOpen(const KeptOpen&) = delete;
  KeptOpen& operator=(const KeptOpen&) = delete;

 private:
  const OpenFile& file_;
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
