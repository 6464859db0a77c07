// Parquet files: one row a candidate. Where Luce was built without Arrow's C++ library they are
// recognised all the same, and refused with what can be done.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class ParquetFormat final : public FlatFormat {
 public:
  /// Whether this build can read such files.
  static bool isBuiltIn();
  std::string id() const override { return "parquet"; }
  std::string title() const override { return "Parquet, one row a candidate"; }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
};

}  // namespace luce
