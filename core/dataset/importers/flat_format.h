// A format whose files are flat: one record a logged (slate, item) pair. It only knows how to read
// records and what its own columns are called; everything else is the same for all
// (mapped_importer.h).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class FlatFormat {
 public:
  virtual ~FlatFormat() = default;
  virtual std::string id() const = 0;     ///< as on the command line: "csv", "kuairand"
  virtual std::string title() const = 0;  ///< for people
  /// Looks at the head of a file, not at its name. Never throws on content.
  virtual bool recognises(const std::filesystem::path& file) const = 0;
  /// Reads from the first record on. `mapping` may hold a delimiter, a table, a query. Throws
  /// ImportError or Error when there are no columns to read.
  virtual std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                           const LogMapping& mapping) const = 0;
  /// What the format itself says of its columns and of files beside; the rest is guessed. It may
  /// name columns that this log does not have. `category` is added to what is guessed. told: what a
  /// person said, which goes before it.
  virtual LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                           const LogMapping& told) const {
    (void)file, (void)records, (void)told;
    return {};
  }
  /// Opens a table beside the log; standard: JSON Lines, or text with a line of column names.
  /// Throws ImportError or Error.
  virtual std::unique_ptr<LogRecords> openSide(const SideFile& side) const;
  /// Of a database: the tables and views to choose from.
  virtual std::vector<std::string> tables(const std::filesystem::path& file) const {
    (void)file;
    return {};
  }
};

}  // namespace luce
