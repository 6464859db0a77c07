#include "core/workspace/dataset_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/workspace/dataset_tables.h"
#include "core/workspace/row_statement.h"

namespace luce {

namespace {

constexpr std::int64_t kRowsBetweenChecks = 4096;
constexpr std::int64_t kRowsBetweenProgress = 1 << 16;

/// The values of one record, read from a row of a table; reused from row to row.
struct FeatureValues {
  explicit FeatureValues(const FeatureColumns& columns)
      : numeric(columns.numeric.size()), category(columns.category.size()) {}

  /// Returns the column after the features.
  int read(const RowStatement& row, int column) {
    for (double& value : numeric) value = row.realOrMissing(column++);
    for (std::string_view& value : category) value = row.text(column++);
    return column;
  }

  std::vector<double> numeric;
  std::vector<std::string_view> category;
};

class DatasetReader {
 public:
  DatasetReader(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                std::stop_token stop)
      : file_(file),
        summary_(summary),
        progress_(progress),
        stop_(std::move(stop)),
        tables_(summary.id, summary.schema),
        context_(tables_.context),
        labels_(tables_.labels.size()) {}

  SlateTable read() {
    builder_.begin(summary_.schema);
    // A row takes more than a few bytes, so a damaged count cannot ask for more memory than that.
    const auto most = static_cast<std::int64_t>(std::filesystem::file_size(file_.path()) / 4);
    builder_.reserve(std::clamp<std::int64_t>(summary_.slates, 0, most),
                     std::clamp<std::int64_t>(summary_.rows, 0, most));
    readItems();
    if (summary_.schema.shape == LogShape::Slate) {
      readSlates();
    } else {
      readActions();
    }
    return builder_.finish();
  }

 private:
  void readItems() {
    RowStatement row(
        file_.database(),
        fmt::format("SELECT key, id{}{} FROM {} ORDER BY id", furtherColumns(tables_.items.numeric),
                    furtherColumns(tables_.items.category), tables_.item));
    FeatureValues values(tables_.items);
    std::int64_t count = 0;
    while (row.next()) {
      requireIndex(row.integer(1), count++, "item");
      values.read(row, 2);
      builder_.addItem(
          {.key = row.text(0), .numeric = values.numeric, .category = values.category});
      checkStop();
    }
    requireCount(count, summary_.items, "items");
  }

  void readSlates() {
    RowStatement slate(file_.database(),
                       fmt::format("SELECT id, key, time{}{} FROM {} ORDER BY id",
                                   furtherColumns(tables_.context.numeric),
                                   furtherColumns(tables_.context.category), tables_.slate));
    RowStatement row(
        file_.database(),
        fmt::format("SELECT slate, item{}{}, position, propensity, examination{} FROM {} ORDER BY "
                    "id",
                    furtherColumns(tables_.candidates.numeric),
                    furtherColumns(tables_.candidates.category), furtherColumns(tables_.labels),
                    tables_.candidate));
    FeatureValues values(tables_.candidates);
    std::int64_t slates = 0, candidates = 0;
    bool more = row.next();
    while (slate.next()) {
      requireIndex(slate.integer(0), slates, "slate");
      context_.read(slate, 3);
      builder_.addSlate({.key = slate.text(1),
                         .time = slate.realOrMissing(2),
                         .contextNumeric = context_.numeric,
                         .contextCategory = context_.category,
                         .action = nullptr,
                         .pairs = {}});
      for (; more && row.integer(0) == slates; more = row.next()) {
        readCandidate(row, values);
        advance(++candidates, summary_.candidates);
      }
      ++slates;
      checkStop();
    }
    requireCount(slates, summary_.slates, "slates");
    requireCount(candidates, summary_.candidates, "candidates");
  }

  void readCandidate(const RowStatement& row, FeatureValues& values) {
    const std::uint32_t item = itemAt(row, 1);
    const int column = values.read(row, 2);
    CandidateRecord record;
    record.position = positionAt(row, column);
    record.propensity = row.realOrMissing(column + 1);
    record.examination = row.realOrMissing(column + 2);
    readLabels(row, column + 3);
    record.numeric = values.numeric;
    record.category = values.category;
    record.labels = labels_;
    builder_.addCandidate(item, record);
  }

  void readActions() {
    RowStatement row(
        file_.database(),
        fmt::format("SELECT id, key, time{}{}, action, position, propensity, examination{} FROM {} "
                    "ORDER BY id",
                    furtherColumns(tables_.context.numeric),
                    furtherColumns(tables_.context.category), furtherColumns(tables_.labels),
                    tables_.slate));
    RowStatement pair(file_.database(),
                      fmt::format("SELECT slate, item{} FROM {} ORDER BY id",
                                  furtherColumns(tables_.pairs.numeric), tables_.pair));
    std::vector<PairValue> pairs;
    bool more = pair.next();
    std::int64_t slates = 0;
    while (row.next()) {
      requireIndex(row.integer(0), slates, "slate");
      const int column = context_.read(row, 3);
      BanditAction action;
      action.item = itemAt(row, column);
      action.position = positionAt(row, column + 1);
      action.propensity = row.realOrMissing(column + 2);
      action.examination = row.realOrMissing(column + 3);
      readLabels(row, column + 4);
      action.labels = labels_;
      pairs.clear();
      for (; more && pair.integer(0) == slates; more = pair.next()) appendPairs(pair, pairs);
      builder_.addSlate({.key = row.text(1),
                         .time = row.realOrMissing(2),
                         .contextNumeric = context_.numeric,
                         .contextCategory = context_.category,
                         .action = &action,
                         .pairs = pairs});
      advance(++slates, summary_.slates);
    }
    requireCount(slates, summary_.slates, "slates");
    if (more) file_.failDamaged(fmt::format("{} names a slate that is not there", tables_.pair));
  }

  void appendPairs(const RowStatement& row, std::vector<PairValue>& pairs) const {
    const std::uint32_t item = itemAt(row, 1);
    for (std::size_t feature = 0; feature < tables_.pairs.numeric.size(); ++feature) {
      const int column = static_cast<int>(feature) + 2;
      if (row.isNull(column)) continue;
      pairs.push_back({.item = item,
                       .feature = static_cast<std::uint32_t>(feature),
                       .value = row.real(column)});
    }
  }

  std::uint32_t itemAt(const RowStatement& row, int column) const {
    const std::int64_t item = row.integer(column);
    if (item < 0 || item >= summary_.items) {
      file_.failDamaged(fmt::format("a row names item {}; there are {}", item, summary_.items));
    }
    return static_cast<std::uint32_t>(item);
  }

  std::uint16_t positionAt(const RowStatement& row, int column) const {
    const std::int64_t position = row.integer(column);
    if (position < 0 || position > std::numeric_limits<std::uint16_t>::max()) {
      file_.failDamaged(fmt::format("a row has position {}", position));
    }
    return static_cast<std::uint16_t>(position);
  }

  void readLabels(const RowStatement& row, int column) {
    for (float& label : labels_) label = static_cast<float>(row.real(column++));
  }

  void requireIndex(std::int64_t found, std::int64_t expected, const char* what) const {
    if (found == expected) return;
    file_.failDamaged(fmt::format("{} {} is missing", what, expected));
  }

  void requireCount(std::int64_t found, std::int64_t expected, const char* what) const {
    if (found == expected) return;
    file_.failDamaged(fmt::format("the dataset \"{}\" has {} of its {} {}", summary_.name, found,
                                  expected, what));
  }

  void checkStop() const {
    if (stop_.stop_requested()) throw Cancelled();
  }

  void advance(std::int64_t done, std::int64_t all) const {
    if (done % kRowsBetweenChecks == 0) checkStop();
    if (progress_ && done % std::max(kRowsBetweenProgress, all / 100) == 0) {
      progress_(static_cast<double>(done) / static_cast<double>(all), "Loading " + summary_.name);
    }
  }

  WorkspaceFile& file_;
  const DatasetSummary& summary_;
  const Progress& progress_;
  std::stop_token stop_;
  DatasetTables tables_;
  SlateTableBuilder builder_;
  FeatureValues context_;
  std::vector<float> labels_;
};

}  // namespace

SlateTable readDataset(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                       std::stop_token stop) {
  return DatasetReader(file, summary, progress, std::move(stop)).read();
}

}  // namespace luce
