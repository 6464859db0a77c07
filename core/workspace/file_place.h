// Whether a workspace still stands where it was opened. Others may delete, move or replace the
// file, or take the right to write to it away, while it is open: the system lets a program read on,
// and write what nobody will ever find.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace luce {

/// A file as it was when it was opened.
struct FilePlace {
  std::filesystem::path shown;  ///< as people named it
  std::filesystem::path file;   ///< without links
  dev_t device = 0;
  ino_t number = 0;
  bool writable = false;  ///< whether it was opened for writing

  bool operator==(const FilePlace&) const = default;
};

/// The file must be there.
FilePlace placeOf(std::filesystem::path shown, std::filesystem::path file, bool writable);

/// What became of the file, a whole sentence for people; empty as long as it is as it was. Asks the
/// disk, which may take long where it is another computer's.
std::string whyOutOfPlace(const FilePlace& place);

}  // namespace luce
