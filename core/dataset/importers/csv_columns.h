// What each column of a slate log in CSV means: as told, else guessed from its name and first
// values.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/schema.h"

namespace luce {

enum class CsvRole {
  Ignored,
  Slate,
  Item,
  Position,
  Propensity,
  Examination,
  Time,
  Task,
  ContextNumber,
  ContextCategory,
  CandidateNumber,
  CandidateCategory,
};

struct CsvColumns {
  std::vector<std::string> header;
  std::vector<CsvRole> roles;  ///< one a column
  Schema schema;
};

/// Reads the header and the first thousand records. The guesses, where `told` says nothing:
/// slate, item, position, propensity, examination and time by the usual names; tasks = the columns
/// named label_… or label:…, else those named like an action (click, long_view, like, …) and the
/// columns of zeros and ones after the first of them, else the zeros and ones at the end of the
/// line; context = names that begin with user_ or context_; categories = columns with
/// more than a fifth of texts, and names that end in _id. All else is a numeric candidate feature.
/// Throws ImportError when no slate, item or task can be found, or a told column is not there.
CsvColumns findColumns(const std::filesystem::path& file, const ColumnRoles& told);

}  // namespace luce
