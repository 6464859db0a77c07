// Candidates of a slate log, from rows of SQLite to columns in memory.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "core/workspace/dataset_tables.h"
#include "core/workspace/row_statement.h"
#include "core/workspace/value_check.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Candidates one after another; each kind of value in one vector.
struct CandidateBlock {
  std::vector<std::int64_t> slate;
  std::vector<std::uint32_t> item;
  std::vector<std::uint16_t> position;
  std::vector<double> propensity, examination;
  std::vector<float> labels;                ///< rows × tasks
  std::vector<double> numeric;              ///< rows × numeric candidate features
  std::string characters;                   ///< of the categories
  std::vector<std::uint32_t> categoryEnds;  ///< rows × categories, ends in `characters`

  std::size_t size() const { return slate.size(); }
  std::string_view category(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : categoryEnds[index - 1];
    return std::string_view(characters).substr(begin, categoryEnds[index] - begin);
  }
};

/// Lets a connection run the statement of a CandidateReader. Throws SQLite::Exception.
void installCandidateFunction(sqlite3* connection);

/// The values of a row go to an SQL function as its arguments instead of coming back as a result:
/// asking SQLite for each value of each row took a fifth of the time.
class CandidateReader {
 public:
  CandidateReader(WorkspaceFile& file, const DatasetSummary& summary, const DatasetTables& tables);
  CandidateReader(const CandidateReader&) = delete;  // its statement is bound to where it is
  CandidateReader& operator=(const CandidateReader&) = delete;

  /// Candidates with ids above `after` and at most `last`, of which every one must be there, into
  /// `block`, whose memory is used again. Throws Error that names the value at fault.
  void read(std::int64_t after, std::int64_t last, CandidateBlock& block);

 private:
  enum class Kind { Slate, Item, Numeric, Category, Position, Propensity, Examination, Label };
  struct Cell {
    Kind kind;
    std::size_t index = 0;  ///< among those of its kind
  };
  /// Columns that fit into one call of the function.
  struct Group {
    CandidateReader* reader;
    std::vector<Cell> cells;
    std::int64_t rows = 0;  ///< taken so far
  };

  static void step(sqlite3_context* context, int count, sqlite3_value** values);
  std::string makeGroups();
  void take(Group& group, sqlite3_value** values);
  void take(const Cell& cell, std::size_t row, sqlite3_value* value);
  void takeCategory(std::size_t place, std::string_view text);
  std::uint32_t item(sqlite3_value* value) const;

  friend void installCandidateFunction(sqlite3* connection);

  const DatasetSummary& summary_;
  const DatasetTables& tables_;
  ValueCheck check_;
  std::vector<Group> groups_;
  RowStatement rows_;
  CandidateBlock* block_ = nullptr;
  std::int64_t after_ = 0;
  std::exception_ptr failure_;
};

}  // namespace luce
