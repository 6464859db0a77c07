#include "core/dataset/importers/sorted_records.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>

#include "core/common/hash.h"

namespace luce {

namespace {

/// Of SQLite's virtual machine: a fraction of a millisecond.
constexpr int kStepsBetweenLooks = 10'000;

[[noreturn]] void fail(sqlite3* database, int result) {
  if ((result & 0xff) == SQLITE_INTERRUPT) throw Cancelled();
  if ((result & 0xff) == SQLITE_FULL) {
    throw Error(
        "The folder for temporary files is full, in which the log's lines are sorted. Free some "
        "space, or name another folder in the environment variable SQLITE_TMPDIR.");
  }
  throw Error(fmt::format("The log's lines could not be sorted: {}.", sqlite3_errmsg(database)));
}

void appendField(std::string& packed, std::string_view field) {
  const auto size = static_cast<std::uint32_t>(field.size());
  packed.append(reinterpret_cast<const char*>(&size), sizeof size);
  packed += field;
}

std::vector<std::string_view>& unpack(std::string_view packed,
                                      std::vector<std::string_view>& fields) {
  fields.clear();
  while (packed.size() >= sizeof(std::uint32_t)) {
    std::uint32_t size = 0;
    std::memcpy(&size, packed.data(), sizeof size);
    packed.remove_prefix(sizeof size);
    fields.push_back(packed.substr(0, size));
    packed.remove_prefix(size);
  }
  return fields;
}

}  // namespace

struct SortedRecords::Store {
  /// Delegated to, so that what fails to open is closed all the same.
  struct Closed {};
  explicit Store(Closed) {}
  Store() : Store(Closed()) {
    // A database without a name is a temporary file that nobody else sees.
    check(sqlite3_open_v2(
        "", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
    run("PRAGMA journal_mode = OFF");
    run("PRAGMA synchronous = OFF");
    run("CREATE TABLE record (number INTEGER PRIMARY KEY, kind INTEGER, time REAL, file INTEGER, "
        "line INTEGER, fields BLOB)");
    run("BEGIN");
    prepare("INSERT INTO record (kind, time, file, line, fields) VALUES (?, ?, ?, ?, ?)");
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store() {
    sqlite3_finalize(statement);
    sqlite3_close(database);
  }
  void check(int result) const {
    if (result != SQLITE_OK) fail(database, result);
  }
  void run(const char* sql) const { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }
  void prepare(const char* sql) {
    sqlite3_finalize(statement);
    statement = nullptr;
    check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
  }

  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::stop_token stop;
};

SortedRecords::SortedRecords(std::vector<std::string> columns)
    : columns_(std::move(columns)), store_(std::make_unique<Store>()) {}

SortedRecords::~SortedRecords() = default;

void SortedRecords::add(const RecordReader& reader, std::string_view group, double time) {
  if (reader.file() != files_.back()) files_.push_back(reader.file());
  const auto number = static_cast<std::int64_t>(groups_.size());
  const std::int64_t place = groups_.try_emplace(mixBits(fnv1a(group)), number).first->second;
  packed_.clear();
  for (const std::string_view field : reader.fields()) appendField(packed_, field);
  bytes_ += static_cast<double>(packed_.size());
  ++count_;

  sqlite3_stmt* const statement = store_->statement;
  sqlite3_bind_int64(statement, 1, place);
  sqlite3_bind_double(statement, 2, time);
  sqlite3_bind_int64(statement, 3, static_cast<std::int64_t>(files_.size()) - 1);
  sqlite3_bind_int64(statement, 4, reader.line());
  store_->check(sqlite3_bind_blob64(statement, 5, packed_.data(), packed_.size(), SQLITE_STATIC));
  const int result = sqlite3_step(statement);
  if (result != SQLITE_DONE) fail(store_->database, result);
  sqlite3_reset(statement);
}

void SortedRecords::sort(std::stop_token stop) {
  store_->stop = std::move(stop);
  sqlite3_progress_handler(
      store_->database, kStepsBetweenLooks,
      [](void* store) { return static_cast<Store*>(store)->stop.stop_requested() ? 1 : 0; },
      store_.get());
  store_->prepare("SELECT fields, line, file FROM record ORDER BY kind, time, number");
}

bool SortedRecords::next() {
  sqlite3_stmt* const statement = store_->statement;
  const int result = sqlite3_step(statement);
  if (result == SQLITE_DONE) return false;
  if (result != SQLITE_ROW) fail(store_->database, result);
  ++given_;
  const auto* packed = static_cast<const char*>(sqlite3_column_blob(statement, 0));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
  unpack({packed == nullptr ? "" : packed, size}, fields_);
  line_ = sqlite3_column_int64(statement, 1);
  fileNumber_ = static_cast<std::size_t>(sqlite3_column_int64(statement, 2));
  return true;
}

std::int64_t SortedRecords::bytesRead() const {
  if (count_ == 0) return 0;
  return static_cast<std::int64_t>(bytes_ * static_cast<double>(given_) /
                                   static_cast<double>(count_));
}

}  // namespace luce
