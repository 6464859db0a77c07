// A log as records of text fields with named columns, whatever it is stored as: what all flat
// formats have in common. A record stands for a logged (slate, item) pair.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/import_problem.h"

namespace luce {

/// Records one after another, in memory that does not grow with their number.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// Goes to the next record; false at the end and where reading is impossible (see problem()).
  /// Throws Error when the file cannot be read at all.
  virtual bool next() = 0;
  /// Of the present record; they live until next(). Empty = missing. A record with a fault may have
  /// none, or those up to the slate's key, if that is known.
  virtual std::span<const std::string_view> fields() const = 0;
  /// Where the present record begins, from 1: a line of a text file, a row of a table.
  virtual std::int64_t line() const = 0;
  virtual std::int64_t lineOf(std::size_t field) const {
    (void)field;
    return line();
  }
  /// What is wrong with the present record as a whole, so that it has no values; reading goes on.
  virtual const std::optional<ImportProblem>& fault() const {
    static const std::optional<ImportProblem> none;
    return none;
  }
  /// Why reading stopped before the end.
  virtual const std::optional<ImportProblem>& problem() const = 0;
  virtual const std::filesystem::path& file() const = 0;
  /// Bytes of the stored file that were read so far; for progress, against storedSize(file()).
  virtual std::int64_t bytesRead() const = 0;
};

class LogRecords : public RecordReader {
 public:
  /// Names of the columns, each once, in UTF-8, not empty but for a first column of row numbers.
  virtual const std::vector<std::string>& columns() const = 0;
  /// Whether a column is known to describe the slate as a whole.
  virtual bool isContext(std::size_t column) const {
    (void)column;
    return false;
  }
};

}  // namespace luce
