#include "core/dataset/importers/formats/parquet_format.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"
#ifdef LUCE_HAS_PARQUET
#include "core/dataset/importers/formats/parquet_records.h"
#endif

namespace luce {

bool ParquetFormat::recognises(const std::filesystem::path& file) const {
  try {
    std::array<char, 4> head{};
    const std::size_t count = ByteStream::open(file)->read(head);
    return std::string_view(head.data(), count) == "PAR1";
  } catch (const Error&) {
    return false;
  }
}

bool ParquetFormat::isBuiltIn() {
#ifdef LUCE_HAS_PARQUET
  return true;
#else
  return false;
#endif
}

std::unique_ptr<LogRecords> ParquetFormat::open(const std::filesystem::path& file,
                                                const LogMapping& mapping) const {
  (void)mapping;
#ifdef LUCE_HAS_PARQUET
  return std::make_unique<ParquetRecords>(file, mapping);
#else
  throw Error(fmt::format(
      "\"{}\" is a Parquet file, and this Luce was built without Arrow's library that reads those. "
      "Convert it to CSV, for example with DuckDB (COPY 'log.parquet' TO 'log.csv') or in Python "
      "(pandas.read_parquet('log.parquet').to_csv('log.csv', index=False)), or build Luce where "
      "Arrow is installed (-DLUCE_ARROW_ROOT=FOLDER).",
      file.string()));
#endif
}

}  // namespace luce
