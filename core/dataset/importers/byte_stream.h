// The bytes of a log, wherever they lie: a plain file, a compressed one (.gz, .zst, .xz, .bz2), or
// a member of an archive (.zip, .tar and compressed .tar). What a file is, its first bytes say, not
// its name.
//
// A member is named like a file in a folder: "logs.zip/men/men.csv". A compressed file is read by
// its own name. Memory does not grow with the file. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace luce {

class ByteStream {
 public:
  /// Throws Error that names the file when it is not there, is a folder or an archive of several
  /// files, cannot be read, or is damaged.
  static std::unique_ptr<ByteStream> open(const std::filesystem::path& file);
  virtual ~ByteStream() = default;

  /// Fills as much of the block as there is; 0 at the end. Throws Error.
  virtual std::size_t read(std::span<char> block) = 0;
  /// Whether these are not the bytes of the stored file itself.
  virtual bool isPacked() const = 0;
  /// Bytes taken from the stored (perhaps compressed) file so far: how far reading is.
  virtual std::int64_t bytesRead() const = 0;
};

/// Whether open() would find something: a regular file, or a member of an archive.
bool logFileExists(const std::filesystem::path& file);

/// Size of the stored file that holds these bytes, for progress; 0 if unknown.
std::int64_t storedSize(const std::filesystem::path& file);

/// The regular files in a folder, or the members of an archive, sorted; empty for any other file.
/// Throws Error when an archive is damaged.
std::vector<std::filesystem::path> containedFiles(const std::filesystem::path& folderOrArchive);

/// The file of that name in the same folder or archive, else the same compressed (.gz, .zst); empty
/// if there is none.
std::filesystem::path fileBeside(const std::filesystem::path& file, const std::string& name);

/// The regular files in the folder of a file, itself included, or the members in the same folder of
/// its archive; sorted. Throws Error when an archive is damaged.
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& file);

/// The logs that chosen files, folders and archives stand for, in the order chosen: a file stands
/// for itself, a folder or an archive for those of its files that `isLog` accepts. Throws Error
/// naming a folder or archive without any.
std::vector<std::filesystem::path> chosenLogs(
    std::span<const std::filesystem::path> chosen,
    const std::function<bool(const std::filesystem::path&)>& isLog);

}  // namespace luce
