#include "core/dataset/importers/csv_importer.h"

#include <fmt/format.h>

#include <utility>

#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/csv_columns.h"
#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/import_monitor.h"
#include "core/dataset/importers/key_set.h"

namespace luce {

namespace {

/// Values of one line, by the order in which the schema wants them; reused from line to line.
struct LineValues {
  std::string_view slate;
  double time = kMissing;
  std::vector<double> contextNumeric;
  std::vector<std::string_view> contextCategory;
  CandidateRecord candidate;
  std::vector<double> numeric;
  std::vector<std::string_view> category;
  std::vector<float> labels;
};

/// What all lines of the present slate must agree on.
struct PresentSlate {
  std::string key;
  std::int64_t line = 0;            ///< of its first line
  std::int64_t firstPlaceLine = 0;  ///< of the candidate in first place
  std::vector<std::string> context;
};

class CsvImport {
 public:
  CsvImport(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
            std::stop_token stop)
      : request_(request),
        sink_(sink),
        monitor_(request.files, progress, std::move(stop)),
        columns_(findColumns(request.files.front(), request.roles)) {
    for (std::size_t i = 0; i < columns_.roles.size(); ++i) {
      const CsvRole role = columns_.roles[i];
      if (role == CsvRole::ContextNumber || role == CsvRole::ContextCategory) {
        contextColumns_.push_back(i);
      }
    }
  }

  void run() {
    sink_.begin(columns_.schema);
    for (const auto& file : request_.files) readFile(file);
    problems_.throwIfAny();
  }

 private:
  void readFile(const std::filesystem::path& file) {
    CsvReader reader(file);
    if (readHeader(reader, problems_) != columns_.header) {
      problems_.add({.file = file,
                     .line = reader.line(),
                     .column = 0,
                     .columnName = {},
                     .found = "other columns",
                     .expected = "the columns of " + request_.files.front().string(),
                     .remedy = "Import logs with different columns as different datasets."});
      return;
    }
    monitor_.startFile(reader);
    slate_ = {};  // a slate ends with its file, so that a file given twice is noticed
    CheckedRecord record(reader, columns_.header, problems_);
    std::int64_t lines = 0;
    while (reader.next()) {
      monitor_.advance(reader);
      if (record.isComplete()) readLine(reader, record);
      ++lines;
    }
    if (reader.problem()) {
      problems_.add(*reader.problem());
    } else if (lines == 0) {
      problems_.add({.file = file,
                     .line = 0,
                     .column = 0,
                     .columnName = {},
                     .found = "column names only",
                     .expected = "one line a candidate after them",
                     .remedy = "See whether the file was written to its end."});
    }
  }

  void readLine(const CsvReader& reader, CheckedRecord& record) {
    readValues(record);
    if (slate_.line == 0 || values_.slate != slate_.key) {
      startSlate(reader, record);
    } else {
      compareContext(record);
    }
    checkFirstPlace(reader, record);
    if (problems_.empty()) sink_.addCandidate(values_.candidate);
  }

  void readValues(CheckedRecord& record) {
    values_.contextNumeric.clear();
    values_.contextCategory.clear();
    values_.numeric.clear();
    values_.category.clear();
    values_.labels.clear();
    CandidateRecord& candidate = values_.candidate;
    for (std::size_t i = 0; i < columns_.roles.size(); ++i) {
      switch (columns_.roles[i]) {
        case CsvRole::Ignored:
          break;
        case CsvRole::Slate:
          values_.slate = record.key(i);
          break;
        case CsvRole::Item:
          candidate.item = record.key(i);
          break;
        case CsvRole::Position:
          candidate.position = record.position(i);
          break;
        case CsvRole::Propensity:
          candidate.propensity = record.probability(i);
          break;
        case CsvRole::Examination:
          candidate.examination = record.probability(i);
          break;
        case CsvRole::Time:
          values_.time = record.time(i);
          break;
        case CsvRole::Task:
          values_.labels.push_back(record.label(i));
          break;
        case CsvRole::ContextNumber:
          values_.contextNumeric.push_back(record.number(i));
          break;
        case CsvRole::ContextCategory:
          values_.contextCategory.push_back(record.category(i));
          break;
        case CsvRole::CandidateNumber:
          values_.numeric.push_back(record.number(i));
          break;
        case CsvRole::CandidateCategory:
          values_.category.push_back(record.category(i));
          break;
      }
    }
    candidate.numeric = values_.numeric;
    candidate.category = values_.category;
    candidate.labels = values_.labels;
  }

  void startSlate(const CsvReader& reader, CheckedRecord& record) {
    slate_.key = values_.slate;
    slate_.line = reader.line();
    slate_.firstPlaceLine = 0;
    slate_.context.clear();
    for (const std::size_t column : contextColumns_)
      slate_.context.emplace_back(record.text(column));
    if (!slate_.key.empty() && !slateKeys_.insert(slate_.key)) {
      record.wrong(slateColumn(), "a new slate; lines of this one came before, with others between",
                   "Sort the file so that the lines of a slate follow one another.");
    }
    if (!problems_.empty()) return;
    sink_.addSlate({.key = values_.slate,
                    .time = values_.time,
                    .contextNumeric = values_.contextNumeric,
                    .contextCategory = values_.contextCategory,
                    .action = nullptr,
                    .pairs = {}});
  }

  void compareContext(CheckedRecord& record) {
    for (std::size_t i = 0; i < contextColumns_.size(); ++i) {
      const std::size_t column = contextColumns_[i];
      const std::string& first = slate_.context[i];
      if (record.text(column) == first) continue;
      if (columns_.roles[column] == CsvRole::ContextNumber &&
          parseNumber(record.text(column)) == parseNumber(first)) {
        continue;
      }
      record.wrong(column,
                   fmt::format("{} as in the slate's first line ({}), since the column describes "
                               "the slate as a whole",
                               shown(first), slate_.line),
                   "Correct it, or leave the column out of the schema's context.");
    }
  }

  /// Whose actions are those of the drawn item must be plain.
  void checkFirstPlace(const CsvReader& reader, CheckedRecord& record) {
    if (values_.candidate.position != 1) return;
    if (slate_.firstPlaceLine == 0) {
      slate_.firstPlaceLine = reader.line();
      return;
    }
    record.wrong(columnOf(CsvRole::Position),
                 fmt::format("a place below the first, which line {} of the same slate holds",
                             slate_.firstPlaceLine),
                 "Number the places of each slate from 1, or give lists shown apart their own "
                 "slate.");
  }

  std::size_t columnOf(CsvRole role) const {
    const auto found = std::find(columns_.roles.begin(), columns_.roles.end(), role);
    return static_cast<std::size_t>(found - columns_.roles.begin());
  }
  std::size_t slateColumn() const { return columnOf(CsvRole::Slate); }

  const ImportRequest& request_;
  DatasetSink& sink_;
  ImportMonitor monitor_;
  CsvColumns columns_;
  std::vector<std::size_t> contextColumns_;
  ProblemList problems_;
  KeySet slateKeys_;
  LineValues values_;
  PresentSlate slate_;
};

}  // namespace

bool CsvImporter::recognises(const std::filesystem::path& file) const {
  try {
    CsvReader reader(file);
    return reader.next() && reader.fields().size() > 1;
  } catch (const Error&) {
    return false;
  }
}

void CsvImporter::import(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
                         std::stop_token stop) const {
  if (request.files.empty()) throw Error("There is no file to import.");
  CsvImport(request, sink, progress, std::move(stop)).run();
}

}  // namespace luce
