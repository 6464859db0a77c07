#include "core/workspace/candidate_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace luce {

namespace {

constexpr const char* kFunction = "luce_candidate_values";
/// SQLite hands the pointer to the function only under the same name, so no SQL in a file can.
constexpr const char* kPointer = "luce_candidate_group";
/// Beside the pointer and the id; a hardened connection allows 16 arguments.
constexpr std::size_t kColumnsInCall = 14;

}  // namespace

void installCandidateFunction(sqlite3* connection) {
  const auto end = [](sqlite3_context* context) { sqlite3_result_null(context); };
  const int result =
      sqlite3_create_function_v2(connection, kFunction, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                 nullptr, nullptr, &CandidateReader::step, end, nullptr);
  if (result != SQLITE_OK) throw SQLite::Exception(connection, result);
}

CandidateReader::CandidateReader(WorkspaceFile& file, const DatasetSummary& summary,
                                 const DatasetTables& tables)
    : summary_(summary),
      tables_(tables),
      check_(file, summary.name, tables.candidate),
      rows_(file.database(), makeGroups()) {}

void CandidateReader::read(std::int64_t after, std::int64_t last, CandidateBlock& block) {
  const auto rows = static_cast<std::size_t>(std::min(last, summary_.candidates) - after);
  block.slate.resize(rows);
  block.item.resize(rows);
  block.position.resize(rows);
  block.propensity.resize(rows);
  block.examination.resize(rows);
  block.labels.resize(rows * tables_.labels.size());
  block.numeric.resize(rows * tables_.candidates.numeric.size());
  block.characters.clear();
  block.categoryEnds.clear();

  block_ = &block;
  after_ = after;
  rows_.reset();
  rows_.bind(0, after);
  rows_.bind(1, after + static_cast<std::int64_t>(rows));
  int parameter = 2;
  for (Group& group : groups_) {
    group.rows = 0;
    rows_.bind(parameter++, &group, kPointer);
  }
  try {
    rows_.next();
  } catch (const SQLite::Exception&) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    throw;
  }
  rows_.reset();
  for (const Group& group : groups_) {
    if (group.rows < static_cast<std::int64_t>(rows)) {
      check_.fail(fmt::format("candidate {} is missing", after + group.rows + 1));
    }
  }
}

std::string CandidateReader::makeGroups() {
  std::vector<Cell> cells{{Kind::Slate}, {Kind::Item}};
  std::vector<std::string> columns{"slate", "item"};
  const auto add = [&](Kind kind, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) cells.push_back({kind, i});
    columns.insert(columns.end(), names.begin(), names.end());
  };
  add(Kind::Numeric, tables_.candidates.numeric);
  add(Kind::Category, tables_.candidates.category);
  add(Kind::Position, {"position"});
  add(Kind::Propensity, {"propensity"});
  add(Kind::Examination, {"examination"});
  add(Kind::Label, tables_.labels);

  std::string calls;
  for (std::size_t begin = 0; begin < cells.size(); begin += kColumnsInCall) {
    const std::size_t end = std::min(begin + kColumnsInCall, cells.size());
    const auto at = [&](std::size_t i) { return cells.begin() + static_cast<std::ptrdiff_t>(i); };
    groups_.push_back({.reader = this, .cells = {at(begin), at(end)}});
    calls += fmt::format("{}{}(?{}, id", calls.empty() ? "" : ", ", kFunction, groups_.size() + 2);
    for (std::size_t i = begin; i < end; ++i) calls += ", " + columns[i];
    calls += ')';
  }
  return fmt::format("SELECT {} FROM {} WHERE id > ?1 AND id <= ?2", calls, tables_.candidate);
}

void CandidateReader::step(sqlite3_context* context, int, sqlite3_value** values) {
  auto* const group = static_cast<Group*>(sqlite3_value_pointer(values[0], kPointer));
  if (group == nullptr) return sqlite3_result_error(context, "this function is Luce's own", -1);
  try {
    group->reader->take(*group, values + 1);
  } catch (...) {
    group->reader->failure_ = std::current_exception();
    sqlite3_result_error(context, "a value of a candidate cannot be", -1);
  }
}

void CandidateReader::take(Group& group, sqlite3_value** values) {
  const auto row = static_cast<std::size_t>(group.rows);
  if (sqlite3_value_int64(values[0]) != after_ + group.rows + 1) {
    check_.fail(fmt::format("candidate {} is missing", after_ + group.rows + 1));
  }
  ++group.rows;
  for (std::size_t i = 0; i < group.cells.size(); ++i) take(group.cells[i], row, values[i + 1]);
}

void CandidateReader::take(const Cell& cell, std::size_t row, sqlite3_value* value) {
  CandidateBlock& block = *block_;
  switch (cell.kind) {
    case Kind::Slate:
      block.slate[row] = check_.integer(value);
      return;
    case Kind::Item:
      block.item[row] = item(value);
      return;
    case Kind::Numeric:
      block.numeric[row * tables_.candidates.numeric.size() + cell.index] =
          check_.numberOrMissing(value);
      return;
    case Kind::Category:
      takeCategory(row * tables_.candidates.category.size() + cell.index, check_.text(value));
      return;
    case Kind::Position:
      block.position[row] = check_.position(value);
      return;
    case Kind::Propensity:
      block.propensity[row] = check_.probabilityOrMissing(value, "a propensity");
      return;
    case Kind::Examination:
      block.examination[row] = check_.probabilityOrMissing(value, "an examination propensity");
      return;
    case Kind::Label:
      block.labels[row * tables_.labels.size() + cell.index] = check_.label(value);
      return;
  }
}

void CandidateReader::takeCategory(std::size_t place, std::string_view text) {
  // SQLite calls the functions of a row from left to right; texts could not be put down otherwise.
  if (place != block_->categoryEnds.size()) throw std::logic_error("categories out of order");
  block_->characters += text;
  block_->categoryEnds.push_back(static_cast<std::uint32_t>(block_->characters.size()));
}

std::uint32_t CandidateReader::item(sqlite3_value* value) const {
  const std::int64_t item = check_.integer(value);
  if (item < 0 || item >= summary_.items) {
    check_.fail(fmt::format("it names item {}; there are {}", item, summary_.items));
  }
  return static_cast<std::uint32_t>(item);
}

}  // namespace luce
