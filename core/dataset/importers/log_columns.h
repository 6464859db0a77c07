// What each column of a flat log means: as told, else as the format knows it, else guessed from its
// name and first values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/column_role.h"
#include "core/dataset/importers/column_sample.h"
#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/importers/record_reader.h"
#include "core/dataset/schema.h"

namespace luce {

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

/// Reads up to kSampledRecords. Problems (no slate, item or task column; a told column that is not
/// there) are added to the list, and the rest is found all the same.
/// categories: columns that are categories beside those that look like it, unless categories are
/// told.
LogColumns findColumns(LogRecords& records, const LogMapping& told, ProblemList& problems,
                       const std::vector<std::string>& categories = {});

}  // namespace luce
