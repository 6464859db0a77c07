#include "core/dataset/importers/formats/csv_format.h"

#include "core/dataset/importers/csv_reader.h"

namespace luce {

bool CsvFormat::recognises(const std::filesystem::path& file) const {
  try {
    CsvReader reader(file);
    return reader.next() && reader.fields().size() > 1;
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> CsvFormat::open(const std::filesystem::path& file,
                                            const LogMapping& mapping) const {
  return std::make_unique<CsvRecords>(file, mapping.delimiter);
}

}  // namespace luce
