// The fields of a record as the values that a log is made of. What does not fit becomes a
// problem with its place, and a harmless value is returned so that reading can go on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

/// Reads the first record as the names of the columns and checks them: a name for each (a nameless
/// first column is a row number), each once, in UTF-8. Throws ImportError.
std::vector<std::string> readHeader(RecordReader& reader, ProblemList& problems);

class CheckedRecord {
 public:
  CheckedRecord(const RecordReader& reader, const std::vector<std::string>& header,
                ProblemList& problems)
      : reader_(reader), header_(header), problems_(problems) {}

  /// Whether the record has no fault and a field for each column; if not, that is its problem.
  bool isComplete();

  std::string_view text(std::size_t column) const { return reader_.fields()[column]; }
  std::string_view key(std::size_t column);                     ///< not empty
  std::string_view category(std::size_t column);                ///< may be empty
  double number(std::size_t column);                            ///< empty = missing
  double time(std::size_t column);                              ///< empty = missing
  double probability(std::size_t column);                       ///< in (0, 1]; empty = missing
  float label(std::size_t column, const LabelRule& rule = {});  ///< in [0, 1]
  std::uint16_t position(std::size_t column);                   ///< empty = 0 = unknown

  void wrong(std::size_t column, std::string expected, std::string remedy);
  void wrongRecord(std::string found, std::string expected, std::string remedy);

 private:
  const RecordReader& reader_;
  const std::vector<std::string>& header_;
  ProblemList& problems_;
};

}  // namespace luce
