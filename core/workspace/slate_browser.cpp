#include "core/workspace/slate_browser.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/common/error.h"
#include "core/workspace/dataset_reader.h"
#include "core/workspace/slate_condition.h"
#include "core/workspace/slate_ranges.h"
#include "core/workspace/workspace_file.h"

namespace luce {

namespace {

/// How many of SQLite's steps lie between two looks at the stop token: under a millisecond.
constexpr int kStepsBetweenChecks = 4096;
/// Slates searched at once: few at first, so that the first matches come soon.
constexpr std::int64_t kFirstStretch = 64;
constexpr std::int64_t kLongestStretch = 4096;
constexpr std::chrono::milliseconds kBetweenReports{60};

/// The file, if it is still there: opening would make a new one otherwise.
const std::filesystem::path& present(const std::filesystem::path& workspace) {
  std::error_code error;
  if (std::filesystem::exists(workspace, error)) return workspace;
  throw Error(fmt::format("\"{}\" is not there any more; open the log anew.", workspace.string()));
}

std::string listed(const std::vector<BrowserExpression>& columns) {
  std::string sql;
  for (const BrowserExpression& column : columns) {
    sql += (sql.empty() ? "" : ", ") + column.shown;
  }
  return sql;
}

BrowserCell cellOf(const RowStatement& row, int column) {
  switch (row.type(column)) {
    case SQLITE_INTEGER:
      return row.integer(column);
    case SQLITE_FLOAT:
      return row.real(column);
    case SQLITE_NULL:
      return std::monostate();
    default:
      return std::string(row.text(column));
  }
}

BrowserRow rowOf(const RowStatement& row, std::int64_t slate, std::size_t columns) {
  BrowserRow result{slate, {}};
  result.cells.reserve(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    result.cells.push_back(cellOf(row, static_cast<int>(column)));
  }
  return result;
}

/// Sums over the candidates of a slate, as the SQL function kSlateTotal.
class SlateTotals {
 public:
  SlateTotals(SQLite::Database& database, const DatasetTables& tables)
      : ranges_(database, tables.candidate),
        sums_(database, sql(tables)),
        values_(1 + tables.labels.size()) {
    const int result = sqlite3_create_function_v2(database.getHandle(), kSlateTotal, 2,
                                                  SQLITE_UTF8 | SQLITE_INNOCUOUS, this,
                                                  &SlateTotals::call, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) throw SQLite::Exception(database.getHandle(), result);
  }

  SlateRanges& ranges() { return ranges_; }
  IdRange range(std::int64_t slate) { return ranges_.of(slate); }

 private:
  static std::string sql(const DatasetTables& tables) {
    std::string sums;
    for (const std::string& label : tables.labels) sums += fmt::format(", sum({})", label);
    return fmt::format("SELECT count(*){} FROM {} WHERE id >= ? AND id < ?", sums,
                       tables.candidate);
  }

  static void call(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto& self = *static_cast<SlateTotals*>(sqlite3_user_data(context));
    try {
      const std::int64_t which = sqlite3_value_int64(arguments[1]);
      self.read(sqlite3_value_int64(arguments[0]));
      if (which == 0) {
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(self.values_[0]));
      } else if (which > 0 && which < static_cast<std::int64_t>(self.values_.size())) {
        sqlite3_result_double(context, self.values_[static_cast<std::size_t>(which)]);
      }
    } catch (const SQLite::Exception& exception) {
      sqlite3_result_error(context, exception.what(), -1);
      sqlite3_result_error_code(context, exception.getErrorCode());
    }
  }

  void read(std::int64_t slate) {
    if (slate == slate_) return;
    slate_ = -1;
    const IdRange range = ranges_.of(slate);
    sums_.reset();
    sums_.bind(0, range.first);
    sums_.bind(1, range.last);
    sums_.next();
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = sums_.real(static_cast<int>(i));
    sums_.reset();
    slate_ = slate;
  }

  SlateRanges ranges_;
  RowStatement sums_;
  std::int64_t slate_ = -1;
  std::vector<double> values_;
};

/// Breaks SQLite off when the token is triggered.
class Interruptible {
 public:
  Interruptible(SQLite::Database& database, std::stop_token stop)
      : handle_(database.getHandle()), stop_(std::move(stop)) {
    sqlite3_progress_handler(
        handle_, kStepsBetweenChecks,
        [](void* self) {
          return static_cast<Interruptible*>(self)->stop_.stop_requested() ? 1 : 0;
        },
        this);
  }
  ~Interruptible() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

 private:
  sqlite3* handle_;
  std::stop_token stop_;
};

/// Collects what a search finds, and hands it on a few times a second.
class FoundReport {
 public:
  explicit FoundReport(const SlateBrowser::Found& found) : found_(found) {}

  void add(std::int64_t slate) {
    // Several candidates of a slate may meet the condition.
    if (slate == last_) return;
    last_ = slate;
    waiting_.push_back(slate);
  }

  void tell(double fraction) {
    const auto now = std::chrono::steady_clock::now();
    const bool firstMatches = !told_ && !waiting_.empty();
    if (!firstMatches && fraction < 1 && now - time_ < kBetweenReports) return;
    told_ = told_ || !waiting_.empty();
    time_ = now;
    found_(waiting_, fraction);
    waiting_.clear();
  }

 private:
  const SlateBrowser::Found& found_;
  std::vector<std::int64_t> waiting_;
  std::int64_t last_ = -1;
  bool told_ = false;
  std::chrono::steady_clock::time_point time_ = std::chrono::steady_clock::now();
};

}  // namespace

struct SlateBrowser::Parts {
  Parts(const std::filesystem::path& workspace, const DatasetSummary& dataset)
      : shape(dataset.schema.shape),
        tables(dataset.id, dataset.schema),
        columns(dataset.schema, tables),
        file(present(workspace), Access::Read) {
    requireDatasetTables(file, dataset);
    file.guarded([&] {
      // A name in double quotes that is no column would else count as a text.
      sqlite3_db_config(file.database().getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
      sqlite3_limit(file.database().getHandle(), SQLITE_LIMIT_LENGTH, kLongestText);
      sqlite3_limit(file.database().getHandle(), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, kLongestPattern);
      file.database().exec("PRAGMA query_only = ON");
      if (shape == LogShape::Slate) {
        totals = std::make_unique<SlateTotals>(file.database(), tables);
      } else {
        pairs = std::make_unique<SlateRanges>(file.database(), tables.pair);
      }
      slate = std::make_unique<RowStatement>(
          file.database(), fmt::format("SELECT {} FROM {} AS s{} WHERE s.id = ?",
                                       listed(columns.slate), tables.slate, shownItemJoin("LEFT")));
    });
  }

  /// Bandit logs: the item that was shown, beside its slate.
  std::string shownItemJoin(const char* join) const {
    if (shape == LogShape::Slate) return {};
    return fmt::format(" {} JOIN {} AS i ON i.id = s.action", join, tables.item);
  }

  /// The search, over slates alone or over candidates; parameters: the first id and the one after
  /// the last.
  std::string search(const std::string& condition, bool candidates) const {
    // The order of the tables is the order of the loops: CROSS JOIN keeps it, so that slates come
    // in their order without sorting.
    std::string from = fmt::format("{} AS s{} WHERE s.id >= ?1 AND s.id < ?2", tables.slate,
                                   shownItemJoin("CROSS"));
    std::vector<const BrowserExpression*> all;
    for (const BrowserExpression& column : columns.slate) all.push_back(&column);
    for (const BrowserExpression& column : columns.shownItem) all.push_back(&column);
    if (candidates) {
      from = fmt::format(
          "{} AS c CROSS JOIN {} AS s ON s.id = c.slate CROSS JOIN {} AS i ON i.id = c.item WHERE "
          "c.id >= ?1 AND c.id < ?2",
          tables.candidate, tables.slate, tables.item);
      for (const BrowserExpression& column : columns.candidate) all.push_back(&column);
    }
    std::string hidden = "id of the slate";
    std::string list;
    for (const BrowserExpression* column : all) {
      std::string name = "\"";
      for (const char letter : column->column.name) {
        name += letter == '"' ? "\"\"" : std::string(1, letter);
      }
      list += fmt::format(", {} AS {}\"", column->compared, name);
      if (column->column.name.size() >= hidden.size()) hidden += '_';
    }
    return fmt::format("SELECT \"{0}\" FROM (SELECT s.id AS \"{0}\"{1} FROM {2}) WHERE (\n{3}\n)",
                       hidden, list, from, condition);
  }

  /// Compiles a search, over slates alone where that is enough. The guard judges the statement when
  /// it is compiled; other statements of the connection, which it would forbid, run without it.
  std::unique_ptr<RowStatement> compile(const std::string& condition,
                                        const std::vector<std::string>& names,
                                        bool& overCandidates) {
    requireOneExpression(condition);
    const ReadingGuard guard(file.database(), readable());
    overCandidates = false;
    for (;;) {
      try {
        return std::make_unique<RowStatement>(file.database(), search(condition, overCandidates));
      } catch (const SQLite::Exception& exception) {
        if (!guard.refusal().empty()) throw Error(guard.refusal());
        const int code = exception.getErrorCode() & 0xff;
        if (code != SQLITE_ERROR && code != SQLITE_TOOBIG) throw;
        const std::string message = exception.what();
        const bool mayBeCandidates =
            shape == LogShape::Slate && !overCandidates && message.rfind("no such column", 0) == 0;
        if (!mayBeCandidates) throw Error(explainedMistake(message, names));
        overCandidates = true;
      }
    }
  }

  std::set<std::string> readable() const {
    return {tables.slate, tables.item, shape == LogShape::Slate ? tables.candidate : tables.pair};
  }

  /// Steps through [0, count) in growing stretches; progress between them.
  template <class Stretch, class Tell>
  void walk(std::int64_t count, const std::stop_token& stop, Stretch&& stretch, Tell&& tell) {
    std::int64_t length = kFirstStretch;
    for (std::int64_t first = 0; first < count; first += std::exchange(length, length * 2)) {
      length = std::min(length, kLongestStretch);
      const std::int64_t last = std::min(first + length, count);
      if (stop.stop_requested()) throw Cancelled();
      if (!stretch(first, last)) return;
      tell(static_cast<double>(last) / static_cast<double>(count));
    }
  }

  /// Runs a search and tells its failures: broken off, not computable, or the file's.
  template <class Work>
  void searching(const std::stop_token& stop, Work&& work) {
    try {
      const Interruptible interruptible(file.database(), stop);
      work();
    } catch (const SQLite::Exception& exception) {
      const int code = exception.getErrorCode() & 0xff;
      if (code == SQLITE_INTERRUPT) throw Cancelled();
      if (code == SQLITE_ERROR || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH) {
        throw Error(fmt::format("The condition cannot be computed: {}.", exception.what()));
      }
      file.fail(exception);
    }
  }

  static constexpr int kLongestText = 1 << 24;  // bytes, of a value
  static constexpr int kLongestPattern = 1000;  // bytes, after LIKE

  LogShape shape;
  DatasetTables tables;
  BrowserColumns columns;
  WorkspaceFile file;
  std::unique_ptr<SlateTotals> totals;  ///< slate logs
  std::unique_ptr<SlateRanges> pairs;   ///< bandit logs
  std::unique_ptr<RowStatement> slate;
};

SlateBrowser::SlateBrowser(const std::filesystem::path& workspace, const DatasetSummary& dataset)
    : parts_(std::make_unique<Parts>(workspace, dataset)), count_(dataset.slates) {}

SlateBrowser::~SlateBrowser() = default;

std::vector<BrowserColumn> SlateBrowser::slateColumns() const {
  std::vector<BrowserColumn> columns;
  for (const BrowserExpression& column : parts_->columns.slate) columns.push_back(column.column);
  return columns;
}

std::vector<BrowserColumn> SlateBrowser::candidateColumns() const {
  std::vector<BrowserColumn> columns;
  for (const BrowserExpression& column : parts_->columns.candidate) {
    columns.push_back(column.column);
  }
  return columns;
}

std::vector<std::string> SlateBrowser::conditionNames() const {
  return parts_->columns.conditionNames();
}

std::vector<BrowserRow> SlateBrowser::slates(std::span<const std::int64_t> slates) {
  return parts_->file.guarded([&] {
    // One view of the file for the whole page, and one lock.
    const SQLite::Transaction reading(parts_->file.database());
    std::vector<BrowserRow> rows;
    rows.reserve(slates.size());
    for (const std::int64_t slate : slates) {
      parts_->slate->reset();
      parts_->slate->bind(0, slate);
      if (!parts_->slate->next()) continue;
      rows.push_back(rowOf(*parts_->slate, slate, parts_->columns.slate.size()));
    }
    parts_->slate->reset();
    return rows;
  });
}

BrowserCandidates SlateBrowser::candidates(std::int64_t slate) {
  return parts_->file.guarded([&] {
    Parts& parts = *parts_;
    BrowserCandidates result;
    RowStatement key(parts.file.database(),
                     fmt::format("SELECT key FROM {} WHERE id = ?", parts.tables.slate));
    key.bind(0, slate);
    if (!key.next()) return result;
    result.key = key.text(0);
    const bool bandit = parts.shape == LogShape::Bandit;
    const IdRange range = bandit ? parts.pairs->of(slate) : parts.totals->range(slate);
    std::string sql;
    if (bandit) {
      std::string sums;
      for (const std::string& column : parts.tables.pairs.numeric) {
        sums += fmt::format(", sum({0}) AS {0}", column);
      }
      sql = fmt::format(
          "SELECT {} FROM {} AS s CROSS JOIN {} AS i LEFT JOIN (SELECT item{} FROM {} WHERE id >= "
          "?1 AND id < ?2 GROUP BY item) AS p ON p.item = i.id WHERE s.id = ?3 ORDER BY i.id <> "
          "s.action, i.id LIMIT {}",
          listed(parts.columns.candidate), parts.tables.slate, parts.tables.item, sums,
          parts.tables.pair, kMostCandidates);
      RowStatement items(parts.file.database(),
                         fmt::format("SELECT count(*) FROM {}", parts.tables.item));
      items.next();
      result.total = items.integer(0);
    } else {
      sql = fmt::format(
          "SELECT {} FROM {} AS c LEFT JOIN {} AS i ON i.id = c.item WHERE c.id >= ?1 AND c.id < "
          "?2 AND c.slate = ?3 ORDER BY c.id LIMIT {}",
          listed(parts.columns.candidate), parts.tables.candidate, parts.tables.item,
          kMostCandidates);
      result.total = range.last - range.first;
    }
    RowStatement row(parts.file.database(), sql);
    row.bind(0, range.first);
    row.bind(1, range.last);
    row.bind(2, slate);
    while (row.next()) result.rows.push_back(rowOf(row, slate, parts.columns.candidate.size()));
    return result;
  });
}

void SlateBrowser::requireCondition(const std::string& condition) {
  parts_->file.guarded([&] {
    bool overCandidates = false;
    parts_->compile(condition, conditionNames(), overCandidates);
  });
}

void SlateBrowser::find(const std::string& condition, const Found& found, std::stop_token stop) {
  Parts& parts = *parts_;
  parts.searching(stop, [&] {
    bool overCandidates = false;
    const auto row = parts.compile(condition, conditionNames(), overCandidates);
    FoundReport report(found);
    parts.walk(
        count_, stop,
        [&](std::int64_t first, std::int64_t last) {
          row->reset();
          row->bind(0, overCandidates ? parts.totals->ranges().begin(first) : first);
          row->bind(1, overCandidates ? parts.totals->ranges().begin(last) : last);
          while (row->next()) report.add(row->integer(0));
          return true;
        },
        [&](double fraction) { report.tell(fraction); });
  });
}

std::optional<std::int64_t> SlateBrowser::findKey(const std::string& key, const Progress& progress,
                                                  std::stop_token stop) {
  std::optional<std::int64_t> found;
  Parts& parts = *parts_;
  parts.searching(stop, [&] {
    RowStatement row(
        parts.file.database(),
        fmt::format("SELECT id FROM {} WHERE id >= ? AND id < ? AND key = ? ORDER BY id LIMIT 1",
                    parts.tables.slate));
    parts.walk(
        count_, stop,
        [&](std::int64_t first, std::int64_t last) {
          row.reset();
          row.bind(0, first);
          row.bind(1, last);
          row.bind(2, std::string_view(key));
          if (row.next()) found = row.integer(0);
          return !found;
        },
        [&](double fraction) {
          if (progress) progress(fraction, "Searching the key");
        });
  });
  return found;
}

}  // namespace luce
