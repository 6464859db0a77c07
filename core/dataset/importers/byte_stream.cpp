#include "core/dataset/importers/byte_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>

#include "core/common/error.h"

namespace luce {

namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t kArchiveBlock = 1u << 16;
/// More are no set of logs, and listing them all would only take time.
constexpr std::size_t kMostMembers = 10'000;
constexpr std::size_t kTarMagicPlace = 257;

[[noreturn]] void failReading(const fs::path& file, const char* why) {
  throw Error(fmt::format("\"{}\" cannot be read: {}.", file.string(), why));
}

bool isRegular(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(file, error);
}

/// Whether libarchive has to unpack the file.
bool needsUnpacking(const fs::path& file) {
  std::array<char, kTarMagicPlace + 5> head{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), head.size());
  const std::string_view text(head.data(), static_cast<std::size_t>(stream.gcount()));
  for (const auto magic : {"\x1f\x8b"sv, "\x28\xb5\x2f\xfd"sv, "PK\x03\x04"sv, "PK\x05\x06"sv,
                           "\xfd\x37zXZ\0"sv, "BZh"sv}) {
    if (text.starts_with(magic)) return true;
  }
  return text.size() == head.size() && text.ends_with("ustar"sv);
}

class PlainStream final : public ByteStream {
 public:
  explicit PlainStream(const fs::path& file) : file_(file), stream_(file, std::ios::binary) {
    if (!stream_) failReading(file_, std::strerror(errno));
  }
  std::size_t read(std::span<char> block) override {
    stream_.read(block.data(), static_cast<std::streamsize>(block.size()));
    if (stream_.bad()) failReading(file_, std::strerror(errno));
    const auto count = static_cast<std::size_t>(stream_.gcount());
    bytesRead_ += static_cast<std::int64_t>(count);
    return count;
  }
  bool isPacked() const override { return false; }
  std::int64_t bytesRead() const override { return bytesRead_; }

 private:
  fs::path file_;
  std::ifstream stream_;
  std::int64_t bytesRead_ = 0;
};

/// libarchive's reader over one stored file, going from member to member.
class ArchiveReader {
 public:
  explicit ArchiveReader(const fs::path& file) : file_(file), archive_(archive_read_new()) {
    if (archive_ == nullptr) throw std::bad_alloc();
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_filter_xz(archive_.get());
    archive_read_support_filter_bzip2(archive_.get());
    archive_read_support_format_zip(archive_.get());
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_raw(archive_.get());
    check(archive_read_open_filename(archive_.get(), file.c_str(), kArchiveBlock));
  }

  /// Path of the next member that is a file; nothing at the end.
  std::optional<std::string> next() {
    archive_entry* entry = nullptr;
    while (true) {
      const int result = archive_read_next_header(archive_.get(), &entry);
      if (result == ARCHIVE_EOF) return std::nullopt;
      check(result);
      if (isSingleFile()) return std::string();
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      const char* name = archive_entry_pathname_utf8(entry);
      if (name == nullptr) name = archive_entry_pathname(entry);
      if (name == nullptr || *name == '\0') continue;
      return std::string(name);
    }
  }
  /// A compressed file that is no archive.
  bool isSingleFile() const {
    return (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
  }
  std::size_t read(std::span<char> block) {
    const la_ssize_t count = archive_read_data(archive_.get(), block.data(), block.size());
    if (count < 0) fail();
    return static_cast<std::size_t>(count);
  }
  std::int64_t bytesRead() const { return archive_filter_bytes(archive_.get(), -1); }

 private:
  void check(int result) const {
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail();
  }
  [[noreturn]] void fail() const {
    const char* why = archive_error_string(archive_.get());
    throw Error(
        fmt::format("\"{}\" cannot be unpacked: {}. See whether the file was copied to its end.",
                    file_.string(), why == nullptr ? "it is damaged" : why));
  }
  struct Free {
    void operator()(archive* reader) const { archive_read_free(reader); }
  };
  fs::path file_;
  std::unique_ptr<archive, Free> archive_;
};

class PackedStream final : public ByteStream {
 public:
  /// member: empty = the only file in it.
  PackedStream(const fs::path& file, const std::string& member) : reader_(file) {
    std::optional<std::string> found = reader_.next();
    if (member.empty()) {
      if (found && reader_.isSingleFile()) return;
      throw Error(fmt::format("\"{}\" is an archive; name a file in it, as in {}/log.csv.",
                              file.string(), file.filename().string()));
    }
    while (found && fs::path(*found).lexically_normal() != fs::path(member)) found = reader_.next();
    if (!found || reader_.isSingleFile()) {
      throw Error(fmt::format("\"{}\" holds no file \"{}\".", file.string(), member));
    }
  }
  std::size_t read(std::span<char> block) override {
    std::size_t filled = 0;
    while (filled < block.size()) {
      const std::size_t count = reader_.read(block.subspan(filled));
      if (count == 0) break;
      filled += count;
    }
    return filled;
  }
  bool isPacked() const override { return true; }
  std::int64_t bytesRead() const override { return reader_.bytesRead(); }

 private:
  ArchiveReader reader_;
};

struct StoredPlace {
  fs::path file;       ///< a regular file
  std::string member;  ///< empty = the file itself
};

/// Splits "logs.zip/men/men.csv" where the file ends and the member begins.
std::optional<StoredPlace> findStored(const fs::path& path) {
  if (isRegular(path)) return StoredPlace{path, {}};
  for (fs::path file = path.parent_path(); !file.empty() && file != file.root_path();
       file = file.parent_path()) {
    if (isRegular(file)) {
      if (!needsUnpacking(file)) return std::nullopt;
      return StoredPlace{file, path.lexically_relative(file).lexically_normal().generic_string()};
    }
  }
  return std::nullopt;
}

std::vector<fs::path> filesInFolder(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (isRegular(entry.path())) files.push_back(entry.path());
  }
  return files;
}

std::vector<fs::path> filesInArchive(const fs::path& archive) {
  std::vector<fs::path> files;
  ArchiveReader reader(archive);
  while (const auto member = reader.next()) {
    if (reader.isSingleFile()) return {};
    if (files.size() == kMostMembers) {
      throw Error(fmt::format("\"{}\" holds more than {} files; unpack it and choose the logs.",
                              archive.string(), kMostMembers));
    }
    const fs::path path = fs::path(*member).lexically_normal().relative_path();
    // A path out of the archive would name another file.
    if (!path.empty() && *path.begin() != "..") files.push_back(archive / path);
  }
  return files;
}

}  // namespace

std::unique_ptr<ByteStream> ByteStream::open(const fs::path& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) {
    throw Error(fmt::format("\"{}\" is a folder; choose a file.", file.string()));
  }
  const auto stored = findStored(file);
  if (!stored) {
    if (fs::exists(file, error)) failReading(file, "it is not a regular file");
    failReading(file, "it is not there, or may not be looked at");
  }
  if (needsUnpacking(stored->file))
    return std::make_unique<PackedStream>(stored->file, stored->member);
  return std::make_unique<PlainStream>(stored->file);
}

bool logFileExists(const fs::path& file) {
  const auto stored = findStored(file);
  if (!stored || stored->member.empty()) return stored.has_value();
  const auto members = containedFiles(stored->file);
  return std::find(members.begin(), members.end(), stored->file / stored->member) != members.end();
}

std::int64_t storedSize(const fs::path& file) {
  const auto stored = findStored(file);
  if (!stored) return 0;
  std::error_code error;
  const auto size = fs::file_size(stored->file, error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

std::vector<fs::path> containedFiles(const fs::path& folderOrArchive) {
  std::error_code error;
  std::vector<fs::path> files;
  if (fs::is_directory(folderOrArchive, error)) {
    files = filesInFolder(folderOrArchive);
  } else if (isRegular(folderOrArchive) && needsUnpacking(folderOrArchive)) {
    files = filesInArchive(folderOrArchive);
  }
  std::sort(files.begin(), files.end());
  return files;
}

fs::path fileBeside(const fs::path& file, const std::string& name) {
  for (const char* ending : {"", ".gz", ".zst"}) {
    fs::path beside = file.parent_path() / (name + ending);
    if (logFileExists(beside)) return beside;
  }
  return {};
}

std::vector<fs::path> filesBeside(const fs::path& file) {
  const auto stored = findStored(file);
  if (!stored || stored->member.empty()) {
    const fs::path folder = file.parent_path();
    return containedFiles(folder.empty() ? fs::path(".") : folder);
  }
  std::vector<fs::path> files = containedFiles(stored->file);
  std::erase_if(files,
                [&](const fs::path& other) { return other.parent_path() != file.parent_path(); });
  return files;
}

std::vector<fs::path> chosenLogs(std::span<const fs::path> chosen,
                                 const std::function<bool(const fs::path&)>& isLog) {
  std::vector<fs::path> logs;
  std::error_code error;
  for (const fs::path& file : chosen) {
    const std::vector<fs::path> contained = containedFiles(file);
    if (contained.empty() && !fs::is_directory(file, error)) {
      logs.push_back(file);
      continue;
    }
    const std::size_t before = logs.size();
    std::copy_if(contained.begin(), contained.end(), std::back_inserter(logs), isLog);
    if (logs.size() == before) {
      throw Error(fmt::format("\"{}\" holds no log of this format.", file.string()));
    }
  }
  return logs;
}

}  // namespace luce
