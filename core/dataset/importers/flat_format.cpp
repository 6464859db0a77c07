#include "core/dataset/importers/flat_format.h"

#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/formats/jsonl_format.h"

namespace luce {

std::unique_ptr<LogRecords> FlatFormat::openSide(const SideFile& side) const {
  const JsonlFormat json;
  if (json.recognises(side.file)) return json.open(side.file, {});
  return std::make_unique<CsvRecords>(side.file);
}

}  // namespace luce
