#include "core/workspace/dataset_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <system_error>

#include "core/workspace/candidate_blocks.h"
#include "core/workspace/checked_row.h"
#include "core/workspace/dataset_tables.h"
#include "core/workspace/table_check.h"

namespace luce {

namespace {

constexpr std::int64_t kRowsBetweenChecks = 4096;
constexpr std::int64_t kRowsBetweenProgress = 1 << 16;

/// The values of one record, read from a row of a table; reused from row to row.
struct FeatureValues {
  explicit FeatureValues(const FeatureColumns& columns)
      : numeric(columns.numeric.size()), category(columns.category.size()) {}

  /// Returns the column after the features.
  int read(const CheckedRow& row, int column) {
    for (double& value : numeric) value = row.numberOrMissing(column++);
    for (std::string_view& value : category) value = row.text(column++);
    return column;
  }

  std::vector<double> numeric;
  std::vector<std::string_view> category;
};

class DatasetReader {
 public:
  DatasetReader(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                std::stop_token stop, const std::vector<bool>& keep)
      : file_(file),
        summary_(summary),
        progress_(progress),
        stop_(std::move(stop)),
        keep_(keep),
        tables_(summary.id, summary.schema),
        context_(tables_.context),
        labels_(tables_.labels.size()),
        categories_(tables_.candidates.category.size()) {}

  SlateTable read() {
    builder_.begin(summary_.schema);
    // A row takes more than a few bytes, so a damaged count cannot ask for more memory than that.
    std::error_code unknown;  // a file that went away is still read, and told of by whoever writes
    const std::uintmax_t size = std::filesystem::file_size(file_.path(), unknown);
    const std::int64_t most = unknown ? 0 : static_cast<std::int64_t>(size / 4);
    if (keep_.empty()) {
      builder_.reserve(std::clamp<std::int64_t>(summary_.slates, 0, most),
                       std::clamp<std::int64_t>(summary_.rows, 0, most));
    }
    readItems();
    if (summary_.schema.shape == LogShape::Slate) {
      readSlates();
    } else {
      readActions();
    }
    return builder_.finish();
  }

 private:
  CheckedRow rows(const std::string& table, const std::string& columns) {
    return {file_, summary_.name, table, columns};
  }

  void readItems() {
    CheckedRow row = rows(tables_.item, "key, id" + furtherColumns(tables_.items.numeric) +
                                            furtherColumns(tables_.items.category));
    FeatureValues values(tables_.items);
    std::int64_t count = 0;
    while (row.next()) {
      requireIndex(row.integer(1), count++, "item");
      values.read(row, 2);
      try {
        builder_.addItem(
            {.key = row.text(0), .numeric = values.numeric, .category = values.category});
      } catch (const Error& error) {
        row.fail(error.what());
      }
      checkStop();
    }
    requireCount(count, summary_.items, "items");
  }

  void readSlates() {
    CheckedRow slate =
        rows(tables_.slate, "id, key, time" + furtherColumns(tables_.context.numeric) +
                                furtherColumns(tables_.context.category));
    CandidateBlocks candidates(file_, summary_, tables_);
    more_ = candidates.next(block_);
    std::int64_t slates = 0;
    while (slate.next()) {
      requireIndex(slate.integer(0), slates, "slate");
      if (keeps(slates)) {
        context_.read(slate, 3);
        builder_.addSlate({.key = slate.text(1),
                           .time = slate.numberOrMissing(2),
                           .contextNumeric = context_.numeric,
                           .contextCategory = context_.category,
                           .action = nullptr,
                           .pairs = {}});
      }
      addCandidates(slates++, candidates);
      checkStop();
    }
    requireCount(slates, summary_.slates, "slates");
    requireCount(candidates_, summary_.candidates, "candidates");
  }

  /// Those of one slate, which may begin and end in the middle of blocks.
  void addCandidates(std::int64_t slate, CandidateBlocks& candidates) {
    while (more_) {
      for (; place_ < block_.size() && block_.slate[place_] == slate; ++place_) {
        if (keeps(slate)) addCandidate(place_);
        advance(++candidates_, summary_.candidates);
      }
      if (place_ < block_.size()) return;
      place_ = 0;
      more_ = candidates.next(block_);
    }
  }

  void addCandidate(std::size_t place) {
    const std::size_t numbers = tables_.candidates.numeric.size();
    const std::size_t labels = tables_.labels.size();
    for (std::size_t i = 0; i < categories_.size(); ++i) {
      categories_[i] = block_.category(place * categories_.size() + i);
    }
    builder_.addCandidate(block_.item[place],
                          {.item = {},
                           .position = block_.position[place],
                           .propensity = block_.propensity[place],
                           .examination = block_.examination[place],
                           .numeric = std::span(block_.numeric).subspan(place * numbers, numbers),
                           .category = categories_,
                           .labels = std::span(block_.labels).subspan(place * labels, labels)});
  }

  void readActions() {
    CheckedRow row =
        rows(tables_.slate,
             fmt::format("id, key, time{}{}, action, position, propensity, examination{}",
                         furtherColumns(tables_.context.numeric),
                         furtherColumns(tables_.context.category), furtherColumns(tables_.labels)));
    CheckedRow pair = rows(tables_.pair, "slate, item" + furtherColumns(tables_.pairs.numeric));
    std::vector<PairValue> pairs;
    bool more = pair.next();
    std::int64_t slates = 0;
    while (row.next()) {
      requireIndex(row.integer(0), slates, "slate");
      const int column = context_.read(row, 3);
      BanditAction action;
      action.item = itemAt(row, column);
      action.position = row.position(column + 1);
      action.propensity = row.probabilityOrMissing(column + 2, "a propensity");
      action.examination = row.probabilityOrMissing(column + 3, "an examination propensity");
      readLabels(row, column + 4);
      action.labels = labels_;
      pairs.clear();
      for (; more && pair.integer(0) == slates; more = pair.next()) appendPairs(pair, pairs);
      if (keeps(slates)) {
        builder_.addSlate({.key = row.text(1),
                           .time = row.numberOrMissing(2),
                           .contextNumeric = context_.numeric,
                           .contextCategory = context_.category,
                           .action = &action,
                           .pairs = pairs});
      }
      advance(++slates, summary_.slates);
    }
    requireCount(slates, summary_.slates, "slates");
    if (more) pair.fail("it names a slate that is not there");
  }

  void appendPairs(const CheckedRow& row, std::vector<PairValue>& pairs) const {
    const std::uint32_t item = itemAt(row, 1);
    for (std::size_t feature = 0; feature < tables_.pairs.numeric.size(); ++feature) {
      const int column = static_cast<int>(feature) + 2;
      if (row.isNull(column)) continue;
      pairs.push_back({.item = item,
                       .feature = static_cast<std::uint32_t>(feature),
                       .value = row.number(column)});
    }
  }

  std::uint32_t itemAt(const CheckedRow& row, int column) const {
    const std::int64_t item = row.integer(column);
    if (item < 0 || item >= summary_.items) {
      row.fail(fmt::format("it names item {}; there are {}", item, summary_.items));
    }
    return static_cast<std::uint32_t>(item);
  }

  bool keeps(std::int64_t slate) const {
    return keep_.empty() || keep_[static_cast<std::size_t>(slate)];
  }

  void readLabels(const CheckedRow& row, int column) {
    for (float& label : labels_) label = row.label(column++);
  }

  void requireIndex(std::int64_t found, std::int64_t expected, const char* what) const {
    if (found == expected) return;
    file_.failDamaged(
        fmt::format("the dataset \"{}\": {} {} is missing", summary_.name, what, expected));
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
  const std::vector<bool>& keep_;
  DatasetTables tables_;
  SlateTableBuilder builder_;
  FeatureValues context_;
  std::vector<float> labels_;

  // Of a slate log: where reading of its candidates is.
  CandidateBlock block_;
  std::size_t place_ = 0;
  bool more_ = false;
  std::int64_t candidates_ = 0;
  std::vector<std::string_view> categories_;
};

}  // namespace

void requireDatasetTables(WorkspaceFile& file, const DatasetSummary& summary) {
  std::optional<DatasetTables> tables;
  try {
    tables.emplace(summary.id, summary.schema);
  } catch (const Error& error) {
    file.failDamaged(fmt::format("the dataset \"{}\": {}", summary.name, error.what()));
  }
  const bool slates = summary.schema.shape == LogShape::Slate;
  requireTables(file, {tables->item, tables->slate, slates ? tables->candidate : tables->pair},
                tables->create());
}

SlateTable readDataset(WorkspaceFile& file, const DatasetSummary& summary, const Progress& progress,
                       std::stop_token stop, const std::vector<bool>& keep) {
  requireDatasetTables(file, summary);
  if (!keep.empty() && keep.size() != static_cast<std::size_t>(summary.slates)) {
    throw Error(fmt::format("The dataset \"{}\" has {} slates, but {} were chosen from.",
                            summary.name, summary.slates, keep.size()));
  }
  return DatasetReader(file, summary, progress, std::move(stop), keep).read();
}

SlateTable readSlateIndex(WorkspaceFile& file, const DatasetSummary& summary,
                          std::stop_token stop) {
  requireDatasetTables(file, summary);
  Schema schema;
  schema.tasks = summary.schema.tasks;
  schema.hasTime = summary.schema.hasTime;
  SlateTableBuilder builder;
  builder.begin(schema);
  const DatasetTables tables(summary.id, summary.schema);
  CheckedRow row(file, summary.name, tables.slate, "id, key, time");
  std::int64_t slates = 0;
  while (row.next()) {
    if (row.integer(0) != slates) row.fail(fmt::format("slate {} is missing", slates));
    builder.addSlate({.key = row.text(1),
                      .time = row.numberOrMissing(2),
                      .contextNumeric = {},
                      .contextCategory = {},
                      .action = nullptr,
                      .pairs = {}});
    if (++slates % kRowsBetweenChecks == 0 && stop.stop_requested()) throw Cancelled();
  }
  return builder.finish();
}

}  // namespace luce
