#include "tests/crash/digest.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>
#include <string_view>
#include <vector>

namespace luce {

namespace {

/// Of the kind of FNV, by eight bytes at a time.
class Hash {
 public:
  void add(std::string_view bytes) {
    mix(bytes.size());
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
      mix(first(bytes, sizeof(std::uint64_t)));
    }
    mix(first(bytes, bytes.size()));
  }
  std::uint64_t value() const { return value_; }

 private:
  static std::uint64_t first(std::string_view bytes, std::size_t size) {
    std::uint64_t word = 0;
    if (size > 0) std::memcpy(&word, bytes.data(), size);
    return word;
  }
  void mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9e3779b97f4a7c15u;
    value_ ^= value_ >> 29;
  }
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

SQLite::Database opened(const std::filesystem::path& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  database.exec("PRAGMA query_only = ON");
  return database;
}

void addRows(Hash& hash, SQLite::Database& database, const std::string& table,
             const std::string& condition) {
  SQLite::Statement row(database, "SELECT * FROM \"" + table + "\"" +
                                      (condition.empty() ? std::string() : " WHERE " + condition) +
                                      " ORDER BY 1, 2");
  while (row.executeStep()) {
    for (int column = 0; column < row.getColumnCount(); ++column) {
      const SQLite::Column value = row.getColumn(column);
      hash.add(std::to_string(value.getType()));
      hash.add(
          {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())});
    }
  }
}

}  // namespace

std::uint64_t digestOf(const std::filesystem::path& file, const std::string& tables,
                       const std::string& table, const std::string& condition) {
  SQLite::Database database = opened(file);
  std::vector<std::pair<std::string, std::string>> found;
  SQLite::Statement row(database,
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name GLOB ? "
                        "ORDER BY name");
  row.bind(1, tables);
  while (row.executeStep()) {
    found.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getString());
  }
  Hash hash;
  for (const auto& [name, sql] : found) {
    hash.add(sql);
    addRows(hash, database, name, name == table ? condition : "");
  }
  return hash.value();
}

std::string integrityOf(const std::filesystem::path& file) {
  return ask(file, "PRAGMA integrity_check");
}

std::string ask(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database = opened(file);
  return database.execAndGet(sql).getString();
}

}  // namespace luce
