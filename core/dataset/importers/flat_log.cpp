#include "core/dataset/importers/flat_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/dataset/importers/action_lines.h"
#include "core/dataset/importers/click_simulation.h"
#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/import_monitor.h"
#include "core/dataset/importers/joined_records.h"
#include "core/dataset/importers/slate_lines.h"
#include "core/dataset/importers/sorted_records.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

ImportProblem wholeFile(const fs::path& file, std::string found, std::string expected,
                        std::string remedy, std::int64_t line = 0) {
  return {.file = file,
          .line = line,
          .column = 0,
          .columnName = {},
          .found = std::move(found),
          .expected = std::move(expected),
          .remedy = std::move(remedy)};
}

/// The log's column by which users are looked up in the side file: told, else the one of the side
/// file's own key name.
std::size_t userColumn(const LogRecords& records, const LogMapping& told) {
  const bool toldUser = told.user && !told.user->empty();
  const std::string& wanted = toldUser ? *told.user : told.users->key;
  const auto& columns = records.columns();
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found == columns.end()) {
    throw ImportError(
        {wholeFile(records.file(), "no column \"" + wanted + "\"",
                   "the column by which users are found in " + told.users->file.string(),
                   "Say in the schema which column is the user.")},
        1);
  }
  return static_cast<std::size_t>(found - columns.begin());
}

void keepNames(std::vector<std::string>& wanted, const std::vector<std::string>& names) {
  std::erase_if(wanted, [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) == names.end();
  });
}

void keepNames(std::optional<std::vector<std::string>>& wanted,
               const std::vector<std::string>& names) {
  if (wanted) keepNames(*wanted, names);
}

bool needsSorting(const SlateRule& rule) {
  return rule.kind == SlateRule::Kind::UserAndGap ||
         (rule.kind == SlateRule::Kind::Key && rule.gather);
}

/// Goes once through all files of a log, or through their sorted records.
class Pass {
 public:
  Pass(const FlatLog& log, std::int64_t mostLines, ProblemList& problems, ImportMonitor& monitor)
      : log_(log), mostLines_(mostLines), problems_(problems), monitor_(monitor) {}

  /// Calls back for each record of the files. Returns the number of lines read.
  template <class OnFile, class OnLine>
  std::int64_t readFiles(const char* doing, OnFile&& onFile, OnLine&& onLine) {
    std::int64_t all = 0;
    for (const fs::path& file : log_.files()) {
      if (all >= mostLines_) break;
      const std::unique_ptr<LogRecords> records = log_.open(file);
      if (records->columns() != log_.columns().header) {
        problems_.add(wholeFile(file, "other columns",
                                "the columns of " + log_.files().front().string(),
                                "Import logs with different columns as different datasets.", 1));
        continue;
      }
      onFile();
      monitor_.startFile(*records, doing);
      CheckedRecord record(*records, log_.columns().header, problems_);
      std::int64_t lines = 0;
      while (all + lines < mostLines_ && records->next()) {
        monitor_.advance(*records);
        onLine(*records, record);
        ++lines;
      }
      if (records->problem()) {
        problems_.add(*records->problem());
        stopped_ = true;
      } else if (lines == 0 && all < mostLines_) {
        problems_.add(wholeFile(file, "column names only", "one line a candidate after them",
                                "See whether the file was written to its end."));
        stopped_ = true;
      }
      all += lines;
    }
    return all;
  }

  void readSorted(SortedRecords& records, LineSink& lines) {
    monitor_.startFile(records, "Building slates");
    CheckedRecord record(records, log_.columns().header, problems_);
    lines.startFile();
    while (records.next()) {
      monitor_.advance(records);
      lines.addLine(records, record);
    }
  }

  /// Whether a file could not be read to its end, or not at all: no fault of single lines.
  bool stopped() const { return stopped_; }

 private:
  const FlatLog& log_;
  std::int64_t mostLines_;
  ProblemList& problems_;
  ImportMonitor& monitor_;
  bool stopped_ = false;
};

/// The field by which lines are grouped before slates are built, and the time. Faulty lines of a
/// known group are reported when slates are built.
class SortKeys {
 public:
  explicit SortKeys(const LogColumns& columns) {
    const bool byUser = columns.mapping.slates->kind == SlateRule::Kind::UserAndGap;
    group_ = find(columns, byUser ? ColumnRole::User : ColumnRole::Slate);
    time_ = byUser ? find(columns, ColumnRole::Time) : columns.roles.size();
  }
  std::string_view group(const RecordReader& reader) const {
    return group_ < reader.fields().size() ? reader.fields()[group_] : std::string_view();
  }
  bool isPlaced(const RecordReader& reader) const {
    return !reader.fault() && !group(reader).empty();
  }
  /// Whether a record with a fault is a whole slate, as an object with candidates is.
  bool isSlate(const RecordReader& reader) const {
    return reader.fault() && !group(reader).empty();
  }
  void report(CheckedRecord& record) const {
    if (record.isComplete()) record.key(group_);
  }
  double time(const RecordReader& reader) const {
    if (time_ >= reader.fields().size()) return 0;
    return parseTime(reader.fields()[time_]).value_or(kMissing);
  }

 private:
  static std::size_t find(const LogColumns& columns, ColumnRole role) {
    const auto found = std::find(columns.roles.begin(), columns.roles.end(), role);
    return static_cast<std::size_t>(found - columns.roles.begin());
  }
  std::size_t group_ = 0, time_ = 0;
};

/// What people did not name, the format did.
void explainKnown(const LogMapping& told, LogColumns& columns) {
  std::set<std::string> named(told.ignore.begin(), told.ignore.end());
  for (const auto* name : {&told.slate, &told.user, &told.item, &told.position, &told.propensity,
                           &told.examination, &told.time}) {
    if (*name) named.insert(**name);
  }
  if (told.tasks) {
    for (const TaskMapping& task : *told.tasks) named.insert(task.column);
  }
  if (told.loggingModel) {
    for (const LoggingModel::Task& task : told.loggingModel->tasks) named.insert(task.column);
  }
  for (std::size_t i = 0; i < columns.why.size(); ++i) {
    std::string& why = columns.why[i];
    if (!why.starts_with(kNamedInSchema) || named.contains(columns.header[i])) continue;
    // Whether a feature is one of the context, the list of them says.
    if (told.context && columns.roles[i] >= ColumnRole::ContextNumber) continue;
    why.replace(0, kNamedInSchema.size(), "known of this format");
  }
}

}  // namespace

FlatLog::FlatLog(const FlatFormat& format, std::vector<fs::path> files, const LogMapping& told,
                 ProblemList& problems)
    : format_(format), files_(std::move(files)), told_(told) {
  {
    const std::unique_ptr<LogRecords> records = format_.open(files_.front(), told);
    if (records->problem() && records->columns().empty()) {
      throw ImportError({*records->problem()}, 1);
    }
    told_ = completed(told, format_.known(files_.front(), *records, told));
  }
  std::vector<std::string> categories;
  if (!told.category && told_.category) std::swap(categories, *told_.category);
  if (!told.category) told_.category.reset();
  if (told_.users && told_.users->file.empty()) told_.users.reset();
  if (told_.items && told_.items->file.empty()) told_.items.reset();
  if (told_.users) users_ = std::make_shared<SideTable>(readSide(*told_.users, categories));
  if (told_.items) items_ = std::make_unique<SideTable>(readSide(*told_.items, categories));
  const std::unique_ptr<LogRecords> records = open(files_.front());
  LogMapping mapping = told_;
  const auto& names = records->columns();
  // What a format knows of columns that this log does not have is no mistake.
  if (!told.context) keepNames(mapping.context, names);
  if (told.ignore.empty()) keepNames(mapping.ignore, names);
  columns_ = findColumns(*records, mapping, problems, categories);
  explainKnown(told, columns_);
}

SideTable FlatLog::readSide(const SideFile& side,
                            const std::vector<std::string>& categories) const {
  const std::unique_ptr<LogRecords> records = format_.openSide(side);
  return SideTable(*records, side.key, categories);
}

Schema FlatLog::schema() const {
  Schema schema = columns_.schema;
  if (items_ != nullptr) {
    for (const Feature& feature : items_->itemFeatures()) schema.features.push_back(feature);
  }
  requireConsistent(schema);
  return columns_.mapping.clicks ? withSimulatedClicks(std::move(schema)) : schema;
}

std::unique_ptr<LogRecords> FlatLog::open(const fs::path& file) const {
  std::unique_ptr<LogRecords> records = format_.open(file, told_);
  if (users_ == nullptr) return records;
  const std::size_t column = userColumn(*records, told_);
  return std::make_unique<JoinedRecords>(std::move(records), column, users_);
}

ImportOutcome FlatLog::read(DatasetSink& sink, const Reading& reading, ProblemList& problems,
                            const Progress& progress, std::stop_token stop) const {
  if (!columns_.mapping.clicks) return readSlates(sink, reading, problems, progress, stop);
  const LabelRule grade = columns_.tasks.empty() ? LabelRule{} : columns_.tasks.front().label;
  const bool scaled = grade.kind == LabelRule::Kind::Scaled;
  ClickSimulationSink clicks(*columns_.mapping.clicks, scaled ? grade.high - grade.low : 1, sink);
  ImportOutcome outcome = readSlates(clicks, reading, problems, progress, stop);
  clicks.finish();
  return outcome;
}

ImportOutcome FlatLog::readSlates(DatasetSink& sink, const Reading& reading, ProblemList& problems,
                                  const Progress& progress, std::stop_token stop) const {
  const SlateRule& rule = *columns_.mapping.slates;
  const bool twice = needsSorting(rule) || rule.kind == SlateRule::Kind::Catalogue;
  ImportMonitor monitor(files_, progress, stop, twice ? 2 : 1);
  Pass pass(*this, reading.mostLines, problems, monitor);
  ImportOutcome outcome;
  sink.begin(schema());
  if (rule.kind == SlateRule::Kind::Catalogue) {
    ItemLines items(columns_, items_.get());
    ProblemList reportedLater;
    Pass first(*this, reading.mostLines, reportedLater, monitor);
    first.readFiles(
        "Finding the items of", [] {},
        [&](const LogRecords& records, CheckedRecord& record) { items.addLine(records, record); });
    items.write(sink);
    ActionLines actions(columns_, reading.leaveOutFaulty, items, sink, problems, outcome,
                        files_.size() > 1);
    outcome.lines = pass.readFiles(
        "Reading", [&] { actions.startFile(); },
        [&](const LogRecords& records, CheckedRecord& record) {
          actions.addLine(records, record);
        });
  } else {
    if (items_ != nullptr) items_->writeItems(sink);
    SlateLines slates(columns_, reading.leaveOutFaulty, items_.get(), sink, problems, outcome);
    if (needsSorting(rule)) {
      SortedRecords sorted(columns_.header);
      const SortKeys keys(columns_);
      outcome.lines = pass.readFiles(
          "Sorting", [] {},
          [&](const LogRecords& records, CheckedRecord& record) {
            if (!keys.isPlaced(records)) {
              // Nobody can tell to which slate it belongs, or it is a slate by itself.
              keys.report(record);
              ++outcome.faultyLines;
              if (reading.leaveOutFaulty && keys.isSlate(records)) ++outcome.slatesLeftOut;
              return;
            }
            sorted.add(records, keys.group(records), keys.time(records));
          });
      sorted.sort(stop);
      pass.readSorted(sorted, slates);
    } else {
      outcome.lines = pass.readFiles(
          "Reading", [&] { slates.startFile(); },
          [&](const LogRecords& records, CheckedRecord& record) {
            slates.addLine(records, record);
          });
    }
    slates.finish();
  }
  if (pass.stopped()) problems.throwIfAny();
  outcome.problems = problems.problems();
  outcome.mapping = columns_.mapping;
  return outcome;
}

}  // namespace luce
