// What people see of a dataset's slates and candidates: the columns, under the names by which
// conditions call them, and how each is read from the dataset's tables.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/schema.h"
#include "core/workspace/dataset_tables.h"

namespace luce {

enum class BrowserKind { Number, Time, Text };

struct BrowserColumn {
  std::string name;  ///< no two differ in upper and lower case alone
  BrowserKind kind = BrowserKind::Number;
  std::string meaning;  ///< a few words for people
};

/// A column with its SQL; s, c, i and p are slate, candidate, item and pair.
struct BrowserExpression {
  BrowserColumn column;
  std::string shown;     ///< what the table shows: times as seconds since 1970 UTC
  std::string compared;  ///< what a condition sees: times as 'YYYY-MM-DD HH:MM:SS'
};

struct BrowserColumns {
  BrowserColumns(const Schema& schema, const DatasetTables& tables);

  std::vector<BrowserExpression> slate;      ///< one value a slate
  std::vector<BrowserExpression> candidate;  ///< one value a candidate
  /// Bandit logs: of the shown item, for conditions only.
  std::vector<BrowserExpression> shownItem;

  /// Names that a condition may use, as they are typed.
  std::vector<std::string> conditionNames() const;

 private:
  LogShape shape_;
};

/// The name of an SQL function of a slate's id and a number: 0 = the slate's candidates, t = the
/// sum of label t − 1 over them. Slate logs only.
inline constexpr const char* kSlateTotal = "slate_total";

/// The name as it is typed in a condition: in double quotes where it is no plain word.
std::string typedName(const std::string& name);

}  // namespace luce
