#include "core/dataset/importers/formats/sqlite_format.h"

#include <array>
#include <string_view>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/formats/sqlite_records.h"

namespace luce {

bool SqliteFormat::recognises(const std::filesystem::path& file) const {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  try {
    std::array<char, kMagic.size()> head{};
    const std::size_t count = ByteStream::open(file)->read(head);
    return std::string_view(head.data(), count) == kMagic;
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> SqliteFormat::open(const std::filesystem::path& file,
                                               const LogMapping& mapping) const {
  return std::make_unique<SqliteRecords>(file, mapping);
}

std::vector<std::string> SqliteFormat::tables(const std::filesystem::path& file) const {
  return SqliteRecords::tables(file);
}

}  // namespace luce
