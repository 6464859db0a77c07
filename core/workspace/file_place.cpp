#include "core/workspace/file_place.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace luce {

FilePlace placeOf(std::filesystem::path shown, std::filesystem::path file, bool writable) {
  FilePlace place{.shown = std::move(shown), .file = std::move(file), .writable = writable};
  struct stat status {};
  if (stat(place.file.c_str(), &status) == 0) {
    place.device = status.st_dev;
    place.number = status.st_ino;
  }
  return place;
}

std::string whyOutOfPlace(const FilePlace& place) {
  struct stat status {};
  if (stat(place.file.c_str(), &status) != 0) {
    const bool gone = errno == ENOENT || errno == ENOTDIR;
    const std::string shown = place.shown.string();
    return gone ? fmt::format(
                      "\"{}\" was deleted, moved or renamed by another program or person. What it "
                      "held is still open here: save a copy of it before you go on.",
                      shown)
                : fmt::format(
                      "\"{}\" was put out of reach by another program or person. What it held is "
                      "still open here: save a copy of it before you go on.",
                      shown);
  }
  if (status.st_dev != place.device || status.st_ino != place.number) {
    return fmt::format(
        "\"{}\" was replaced by another file. What it held is still open here: save a copy of it "
        "before you go on.",
        place.shown.string());
  }
  if (place.writable && faccessat(AT_FDCWD, place.file.c_str(), W_OK, AT_EACCESS) != 0) {
    return fmt::format(
        "\"{}\" may no longer be written to, so nothing new is stored. Give the right to write "
        "back, or save a copy of it elsewhere.",
        place.shown.string());
  }
  return {};
}

}  // namespace luce
