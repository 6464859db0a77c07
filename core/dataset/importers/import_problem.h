// What is wrong with a file, as people are told: where, what was found, what was expected, what to
// do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/error.h"

namespace luce {

/// One thing that is wrong with a file.
struct ImportProblem {
  std::filesystem::path file;
  std::int64_t line = 0;    ///< from 1; 0 = the file as a whole
  std::int64_t column = 0;  ///< field, from 1; 0 = the line as a whole
  std::string columnName;
  std::string found;
  std::string expected;
  std::string remedy;
  /// "men.csv:12, column 6 (propensity_score): found 0, expected a number in (0, 1]. Remedy …"
  std::string text() const;
};

/// The file was refused; nothing of it was kept. what() is the first problem's text and how many
/// more there are.
class ImportError : public Error {
 public:
  /// ofLines: leaving lines out would have helped.
  explicit ImportError(std::vector<ImportProblem> problems, std::int64_t total,
                       bool ofLines = false);
  /// At most 20, in file order.
  const std::vector<ImportProblem>& problems() const { return problems_; }
  std::int64_t total() const { return total_; }
  /// Whether single lines are at fault, which ImportRequest::leaveOutFaulty would leave out.
  bool ofLines() const { return ofLines_; }

 private:
  std::vector<ImportProblem> problems_;
  std::int64_t total_;
  bool ofLines_;
};

}  // namespace luce
