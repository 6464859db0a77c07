// What each column of a flat log means: as told, else as the format knows it, else guessed from its
// name and first values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/importers/record_reader.h"
#include "core/dataset/schema.h"

namespace luce {

enum class ColumnRole {
  Ignored,
  Slate,
  User,  ///< groups lines by SlateRule::UserAndGap; not a feature
  Item,
  Position,
  Propensity,
  Examination,
  Time,
  Task,
  LoggingModel,  ///< a logging model's probability of an action
  ContextNumber,
  ContextCategory,
  CandidateNumber,  ///< of bandit logs: a feature of the item
  CandidateCategory,
};
/// "slate", "item", …, "context feature, number": for people.
const char* titleOf(ColumnRole role);

/// What the first records show of a column.
struct ColumnSample {
  std::int64_t values = 0;  ///< fields that are not empty
  std::int64_t missing = 0;
  std::int64_t numbers = 0;
  std::int64_t zerosAndOnes = 0;
  std::int64_t likeNumbers = 0;       ///< numbers and what looks like one out of range, or like NaN
  std::int64_t distinct = 0;          ///< different fields, counted to kMostDistinct
  double smallest = 0, largest = 0;   ///< of the numbers
  std::vector<double> drawn;          ///< the numbers themselves, in file order
  std::vector<std::string> examples;  ///< up to 3 different fields
  static constexpr std::int64_t kMostDistinct = 1000;

  /// A few texts among numbers are mistakes to report.
  bool isText() const { return (values - likeNumbers) * 5 > values; }
  bool isBinary() const { return values > 0 && zerosAndOnes == values; }
};

struct LogColumns {
  std::vector<std::string> header;
  std::vector<ColumnRole> roles;  ///< one a column
  std::vector<std::string> why;   ///< one a column: why it has that role, for people
  std::vector<ColumnSample> samples;
  std::vector<TaskMapping> tasks;  ///< in column order, names filled in; several of a column may be
  std::vector<std::size_t> taskColumns;  ///< by task: its column
  LogMapping mapping;                    ///< complete: importing with it guesses nothing
  /// The dataset's, but for the features of side files.
  Schema schema;
};

/// Why a column has its role where the mapping says so; the beginning of LogColumns::why.
inline constexpr std::string_view kNamedInSchema = "named in the schema";

inline constexpr int kSampledRecords = 1000;

/// Reads up to kSampledRecords. Problems (no slate, item or task column; a told column that is not
/// there) are added to the list, and the rest is found all the same.
/// categories: columns that are categories beside those that look like it, unless categories are
/// told.
LogColumns findColumns(LogRecords& records, const LogMapping& told, ProblemList& problems,
                       const std::vector<std::string>& categories = {});

}  // namespace luce
