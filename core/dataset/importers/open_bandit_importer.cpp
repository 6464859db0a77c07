#include "core/dataset/importers/open_bandit_importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/import_monitor.h"
#include "core/dataset/importers/open_bandit_catalogue.h"

namespace luce {

namespace {

constexpr const char* kCatalogueName = "item_context.csv";
constexpr std::string_view kAffinityPrefix = "user-item_affinity_";
constexpr std::string_view kContextPrefix = "user_feature_";
constexpr std::int64_t kPlaces = 3;

enum class LogRole { Row, Time, Item, Position, Click, Propensity, Context, Affinity, Unknown };

LogRole roleOf(const std::string& name, std::size_t column) {
  if (name.empty() && column == 0) return LogRole::Row;
  if (name == "timestamp") return LogRole::Time;
  if (name == "item_id") return LogRole::Item;
  if (name == "position") return LogRole::Position;
  if (name == "click") return LogRole::Click;
  if (name == "propensity_score") return LogRole::Propensity;
  if (name.starts_with(kContextPrefix)) return LogRole::Context;
  if (name.starts_with(kAffinityPrefix)) return LogRole::Affinity;
  return LogRole::Unknown;
}

/// The first record of a file, or nothing where there is none.
std::vector<std::string> firstRecord(const std::filesystem::path& file) {
  try {
    CsvReader reader(file);
    if (!reader.next()) return {};
    return {reader.fields().begin(), reader.fields().end()};
  } catch (const Error&) {
    return {};
  }
}

bool holds(const std::vector<std::string>& header, std::string_view name) {
  return std::find(header.begin(), header.end(), name) != header.end();
}

bool isLog(const std::filesystem::path& file) {
  const std::vector<std::string> header = firstRecord(file);
  return holds(header, "item_id") && holds(header, "propensity_score") && holds(header, "click") &&
         !holds(header, "slate_id");
}

bool isCatalogue(const std::filesystem::path& file) {
  const std::vector<std::string> header = firstRecord(file);
  return holds(header, "item_id") && holds(header, "item_feature_0") && !holds(header, "click");
}

std::vector<std::filesystem::path> logsIn(const std::filesystem::path& folderOrArchive) {
  std::vector<std::filesystem::path> logs = containedFiles(folderOrArchive);
  std::erase_if(logs, [](const std::filesystem::path& file) { return !isLog(file); });
  return logs;
}

/// The logs that the chosen files and folders stand for; a catalogue stands for the logs beside it
/// unless logs were chosen too.
std::vector<std::filesystem::path> findLogs(const std::vector<std::filesystem::path>& files) {
  std::vector<std::filesystem::path> logs;
  std::vector<std::filesystem::path> folders;
  for (const auto& file : files) {
    if (std::filesystem::is_directory(file) || !containedFiles(file).empty()) {
      folders.push_back(file);
    } else if (isCatalogue(file)) {
      if (files.size() == 1) folders.push_back(file.parent_path());
    } else {
      logs.push_back(file);
    }
  }
  for (const auto& folder : folders) {
    const auto found = logsIn(folder.empty() ? "." : folder);
    if (found.empty()) {
      throw Error(
          fmt::format("\"{}\" holds no Open Bandit log. Choose the folder of one campaign, such as "
                      "\"random/men\", with its log and {} in it.",
                      folder.string(), kCatalogueName));
    }
    logs.insert(logs.end(), found.begin(), found.end());
  }
  return logs;
}

OpenBanditCatalogue catalogueOf(const std::filesystem::path& log) {
  const std::filesystem::path file = fileBeside(log, kCatalogueName);
  if (file.empty()) {
    throw ImportError({{.file = log,
                        .line = 0,
                        .column = 0,
                        .columnName = {},
                        .found = fmt::format("no {} beside it", kCatalogueName),
                        .expected = "the catalogue of actions in the same folder",
                        .remedy = fmt::format("Copy the campaign's {} there.", kCatalogueName)}},
                      1);
  }
  return OpenBanditCatalogue(file);
}

class OpenBanditImport {
 public:
  OpenBanditImport(std::vector<std::filesystem::path> logs, DatasetSink& sink, bool leaveOutFaulty,
                   const Progress& progress, std::stop_token stop)
      : logs_(std::move(logs)),
        leaveOutFaulty_(leaveOutFaulty),
        sink_(sink),
        monitor_(logs_, progress, std::move(stop)),
        catalogue_(catalogueOf(logs_.front())) {}

  ImportOutcome run() {
    {
      CsvReader reader(logs_.front());
      header_ = readHeader(reader, problems_);
      findColumns(reader);
    }
    problems_.throwIfAny();
    sink_.begin(schema());
    catalogue_.write(sink_);
    for (std::size_t i = 0; i < logs_.size(); ++i) readLog(i);
    if (!leaveOutFaulty_ || stopped_) problems_.throwIfAny(/*ofLines=*/!stopped_);
    outcome_.problems = problems_.problems();
    return std::move(outcome_);
  }

 private:
  void findColumns(const CsvReader& reader) {
    const auto wrong = [&](std::size_t column, std::string expected, std::string remedy) {
      problems_.add({.file = reader.file(),
                     .line = reader.line(),
                     .column = static_cast<std::int64_t>(column),
                     .columnName = column > 0 ? header_[column - 1] : "",
                     .found = column > 0 ? "this column" : "other columns",
                     .expected = std::move(expected),
                     .remedy = std::move(remedy)});
    };
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const LogRole role = roleOf(header_[i], i);
      roles_.push_back(role);
      affinityItem_.push_back(0);
      if (role == LogRole::Unknown) {
        wrong(i + 1, "the columns of an Open Bandit log", "Remove the column.");
      } else if (role == LogRole::Affinity) {
        const auto item =
            catalogue_.find(std::string_view(header_[i]).substr(kAffinityPrefix.size()));
        if (item) {
          affinityItem_.back() = *item;
        } else {
          wrong(i + 1, fmt::format("an item of {}", catalogue_.file().string()),
                "See whether log and catalogue are of the same campaign.");
        }
      }
    }
    for (const char* name : {"item_id", "position", "click", "propensity_score"}) {
      if (!holds(header_, name)) {
        wrong(0, fmt::format("a column {}", name), "See whether this is an Open Bandit log.");
      }
    }
  }

  Schema schema() const {
    Schema schema;
    schema.shape = LogShape::Bandit;
    schema.tasks = {"click"};
    schema.hasTime = holds(header_, "timestamp");
    schema.hasPosition = true;
    schema.hasPropensity = true;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (roles_[i] != LogRole::Context) continue;
      schema.features.push_back({header_[i], FeatureKind::Category, FeatureScope::Context});
    }
    schema.features.insert(schema.features.end(), catalogue_.features().begin(),
                           catalogue_.features().end());
    if (std::find(roles_.begin(), roles_.end(), LogRole::Affinity) != roles_.end()) {
      schema.features.push_back({std::string(kAffinityPrefix.substr(0, kAffinityPrefix.size() - 1)),
                                 FeatureKind::Numeric, FeatureScope::Pair});
    }
    return schema;
  }

  void readLog(std::size_t number) {
    const std::filesystem::path& log = logs_[number];
    const auto whole = [&](std::string found, std::string expected, std::string remedy) {
      stopped_ = true;
      problems_.add({.file = log,
                     .line = 0,
                     .column = 0,
                     .columnName = {},
                     .found = std::move(found),
                     .expected = std::move(expected),
                     .remedy = std::move(remedy)});
    };
    CsvReader reader(log);
    if (readHeader(reader, problems_) != header_ ||
        (number > 0 && !catalogueOf(log).hasSameItems(catalogue_))) {
      whole("other columns or another catalogue", "those of " + logs_.front().string(),
            "Import them as different datasets.");
      return;
    }
    monitor_.startFile(reader);
    CheckedRecord record(reader, header_, problems_);
    std::int64_t lines = 0;
    while (reader.next()) {
      monitor_.advance(reader);
      const std::int64_t before = problems_.total();
      if (record.isComplete()) readLine(record, number, lines);
      if (problems_.total() > before) {
        ++outcome_.faultyLines;
        if (leaveOutFaulty_) ++outcome_.slatesLeftOut;
      }
      ++lines;
    }
    outcome_.lines += lines;
    if (reader.problem()) {
      stopped_ = true;
      problems_.add(*reader.problem());
    } else if (lines == 0) {
      whole("column names only", "one line an action after them",
            "See whether the file was written to its end.");
    }
  }

  void readLine(CheckedRecord& record, std::size_t number, std::int64_t line) {
    const std::int64_t before = problems_.total();
    SlateRecord slate;
    BanditAction action;
    float click = 0;
    rowNumber_ = std::to_string(line);
    context_.clear();
    pairs_.clear();
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      switch (roles_[i]) {
        case LogRole::Row:
          rowNumber_ = record.key(i);
          break;
        case LogRole::Time:
          slate.time = record.time(i);
          break;
        case LogRole::Item:
          action.item = readItem(record, i);
          break;
        case LogRole::Position:
          action.position = readPosition(record, i);
          break;
        case LogRole::Click:
          click = record.label(i);
          break;
        case LogRole::Propensity:
          action.propensity = record.probability(i);
          break;
        case LogRole::Context:
          context_.push_back(record.category(i));
          break;
        case LogRole::Affinity:
          readAffinity(record, i);
          break;
        case LogRole::Unknown:
          break;
      }
    }
    if (problems_.total() > (leaveOutFaulty_ ? before : 0)) return;
    if (logs_.size() > 1) rowNumber_ = fmt::format("{}:{}", number + 1, rowNumber_);
    action.labels = {&click, 1};
    slate.key = rowNumber_;
    slate.contextCategory = context_;
    slate.action = &action;
    slate.pairs = pairs_;
    sink_.addSlate(slate);
  }

  std::uint32_t readItem(CheckedRecord& record, std::size_t column) const {
    if (const auto item = catalogue_.find(record.text(column))) return *item;
    record.wrong(column, fmt::format("an item_id of {}", catalogue_.file().string()),
                 "See whether log and catalogue are of the same campaign.");
    return 0;
  }

  static std::uint16_t readPosition(CheckedRecord& record, std::size_t column) {
    const auto position = parseCount(record.text(column));
    if (position && *position >= 1 && *position <= kPlaces) {
      return static_cast<std::uint16_t>(*position);
    }
    record.wrong(column, fmt::format("a place from 1 to {}", kPlaces), "Correct it.");
    return 0;
  }

  void readAffinity(CheckedRecord& record, std::size_t column) {
    const std::string_view text = record.text(column);
    if (text == "0.0" || text.empty()) return;
    const double value = record.number(column);
    if (value != 0) pairs_.push_back({.item = affinityItem_[column], .feature = 0, .value = value});
  }

  std::vector<std::filesystem::path> logs_;
  const bool leaveOutFaulty_;
  bool stopped_ = false;  ///< whether a file as a whole is at fault
  ImportOutcome outcome_;
  DatasetSink& sink_;
  ImportMonitor monitor_;
  OpenBanditCatalogue catalogue_;
  ProblemList problems_;
  std::vector<std::string> header_;
  std::vector<LogRole> roles_;
  std::vector<std::uint32_t> affinityItem_;  ///< by column
  std::string rowNumber_;
  std::vector<std::string_view> context_;
  std::vector<PairValue> pairs_;
};

}  // namespace

bool OpenBanditImporter::recognises(const std::filesystem::path& file) const {
  try {
    if (isCatalogue(file))
      return !logsIn(file.has_parent_path() ? file.parent_path() : ".").empty();
    return isLog(file) || !logsIn(file).empty();
  } catch (const Error&) {
    return false;
  }
}

ImportOutcome OpenBanditImporter::import(const ImportRequest& request, DatasetSink& sink,
                                         const Progress& progress, std::stop_token stop) const {
  std::vector<std::filesystem::path> logs = findLogs(request.files);
  if (logs.empty()) throw Error("There is no log to import.");
  return OpenBanditImport(std::move(logs), sink, request.leaveOutFaulty, progress, std::move(stop))
      .run();
}

}  // namespace luce
