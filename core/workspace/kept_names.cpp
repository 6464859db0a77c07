#include "core/workspace/kept_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "core/workspace/good_name.h"
#include "core/workspace/migration.h"

namespace luce {

namespace {

/// What is refused of a thing that has a name, in whole sentences, which are translated as such.
struct Refusals {
  const char* noName;
  const char* taken;    ///< workspace, name
  const char* missing;  ///< workspace, number
};

const Refusals& refusalsOf(const std::string& table) {
  static const Refusals run{"A run needs a name.",
                            "\"{}\" already has a run named \"{}\"; choose another name.",
                            "\"{}\" has no run number {}; it may have been removed."};
  static const Refusals policy{"A policy needs a name.",
                               "\"{}\" already has a policy named \"{}\"; choose another name.",
                               "\"{}\" has no policy number {}; it may have been removed."};
  return table == "policy" ? policy : run;
}

const char* pluralOf(const std::string& table) {
  if (table == "run") return "runs";
  return table == "policy" ? "policies" : "datasets";
}

/// Whether the file's layout has the table.
bool isThere(const WorkspaceFile& file, const std::string& table) {
  return table != "policy" || file.layout() >= kLayoutWithPolicies;
}

bool hasName(WorkspaceFile& file, const std::string& table, const std::string& name) {
  if (!isThere(file, table)) return false;
  SQLite::Statement row(file.database(), fmt::format("SELECT 1 FROM {} WHERE name = ?", table));
  row.bind(1, name);
  return row.executeStep();
}

/// The thing that was put away under the name, if any. Throws as requireFreeName().
std::optional<std::int64_t> putAwayUnder(WorkspaceFile& file, const std::string& table,
                                         const std::string& name, std::int64_t itself) {
  const Refusals& refusals = refusalsOf(table);
  requireGoodName(name, refusals.noName);
  if (!isThere(file, table)) return std::nullopt;
  SQLite::Statement row(
      file.database(),
      fmt::format("SELECT id, removed IS NOT NULL FROM {} WHERE name = ? AND id <> ?", table));
  row.bind(1, name);
  row.bind(2, itself);
  if (!row.executeStep()) return std::nullopt;
  if (row.getColumn(1).getInt() == 0) {
    throw Error(fmt::format(fmt::runtime(refusals.taken), file.path().string(), name));
  }
  return row.getColumn(0).getInt64();
}

/// Throws Error: none was put away under the name.
[[noreturn]] void failNotPutAway(WorkspaceFile& file, const std::string& table,
                                 const std::string& name) {
  if (hasName(file, table, name)) {
    throw Error(
        fmt::format("The {} \"{}\" of \"{}\" was not removed, and only what was removed can be "
                    "removed for good; "
                    "remove it first.",
                    table, name, file.path().string()));
  }
  std::vector<std::string> names;
  if (isThere(file, table)) {
    SQLite::Statement row(
        file.database(),
        fmt::format("SELECT name FROM {} WHERE removed IS NOT NULL ORDER BY id", table));
    while (row.executeStep()) names.push_back(fmt::format("\"{}\"", row.getColumn(0).getString()));
  }
  throw Error(fmt::format("\"{}\" has no removed {} named \"{}\"; there {} {}.",
                          file.path().string(), table, name, names.size() > 1 ? "are" : "is",
                          names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
}

}  // namespace

std::string notPutAway(const WorkspaceFile& file, const std::string& table) {
  const bool never = table == "dataset" || file.layout() < kLayoutWithTrail;
  return never ? "true" : "removed IS NULL";
}

std::string freeName(WorkspaceFile& file, const std::string& table, const std::string& name) {
  int number = 1;
  while (hasName(file, table, numberedName(name, number))) ++number;
  return numberedName(name, number);
}

void requireFreeName(WorkspaceFile& file, const std::string& table, const std::string& name) {
  constexpr std::int64_t kNobody = 0;
  putAwayUnder(file, table, name, kNobody);
}

void makeRoomForName(WorkspaceFile& file, const std::string& table, const std::string& name,
                     std::int64_t itself) {
  const std::optional<std::int64_t> other = putAwayUnder(file, table, name, itself);
  if (!other) return;
  SQLite::Statement rename(file.database(),
                           fmt::format("UPDATE {} SET name = ? WHERE id = ?", table));
  rename.bind(1, freeName(file, table, name));
  rename.bind(2, *other);
  rename.exec();
}

void setText(WorkspaceFile& file, const std::string& table, std::int64_t id, const char* column,
             const std::string& text) {
  SQLite::Statement update(file.database(),
                           fmt::format("UPDATE {} SET {} = ? WHERE id = ?", table, column));
  update.bind(1, text);
  update.bind(2, id);
  if (update.exec() == 0) failMissing(file, table, id);
}

void setPutAway(WorkspaceFile& file, const std::string& table, std::int64_t id, bool putAway) {
  // Put away again, it keeps the time of the first.
  const char* const removed =
      putAway ? "coalesce(removed, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))" : "NULL";
  SQLite::Statement update(file.database(),
                           fmt::format("UPDATE {} SET removed = {} WHERE id = ?", table, removed));
  update.bind(1, id);
  if (update.exec() == 0) failMissing(file, table, id);
}

int purgePutAway(WorkspaceFile& file, const std::string& table,
                 std::span<const std::string> names) {
  const std::set<std::string> each(names.begin(), names.end());
  SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
  // All are looked for before any goes, so that what is refused is told with all that there are.
  for (const std::string& name : each) {
    if (!isThere(file, table)) failNotPutAway(file, table, name);
    SQLite::Statement row(
        file.database(),
        fmt::format("SELECT 1 FROM {} WHERE name = ? AND removed IS NOT NULL", table));
    row.bind(1, name);
    if (!row.executeStep()) failNotPutAway(file, table, name);
  }
  for (const std::string& name : each) {
    SQLite::Statement remove(file.database(), fmt::format("DELETE FROM {} WHERE name = ?", table));
    remove.bind(1, name);
    remove.exec();
  }
  transaction.commit();
  return static_cast<int>(each.size());
}

void failMissing(const WorkspaceFile& file, const std::string& table, std::int64_t id) {
  throw Error(fmt::format(fmt::runtime(refusalsOf(table).missing), file.path().string(), id));
}

std::string unknownName(WorkspaceFile& file, const std::string& table, const std::string& name) {
  if (table != "dataset" && hasName(file, table, name)) {
    return fmt::format("The {} \"{}\" of \"{}\" was removed; bring it back first.", table, name,
                       file.path().string());
  }
  std::vector<std::string> names;
  if (isThere(file, table)) {
    SQLite::Statement row(file.database(), fmt::format("SELECT name FROM {} WHERE {} ORDER BY id",
                                                       table, notPutAway(file, table)));
    while (row.executeStep()) names.push_back(fmt::format("\"{}\"", row.getColumn(0).getString()));
  }
  if (names.empty()) {
    return fmt::format("\"{}\" has no {} named \"{}\"; it has no {} yet.", file.path().string(),
                       table, name, pluralOf(table));
  }
  return fmt::format("\"{}\" has no {} named \"{}\"; there {} {}.", file.path().string(), table,
                     name, names.size() == 1 ? "is" : "are", fmt::join(names, ", "));
}

}  // namespace luce
