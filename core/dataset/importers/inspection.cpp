#include "core/dataset/importers/inspection.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/flat_log.h"
#include "core/dataset/importers/key_set.h"
#include "core/dataset/importers/mapped_importer.h"

namespace luce {

namespace {

/// Counts what an import makes and keeps nothing of it.
class CountingSink final : public DatasetSink {
 public:
  void begin(const Schema& schema) override { shape_ = schema.shape; }
  void addItem(const ItemRecord&) override { ++items_; }
  void addSlate(const SlateRecord&) override {
    if (slates_ > 0) endSlate();
    ++slates_;
    inSlate_ = 0;
  }
  void addCandidate(const CandidateRecord& candidate) override {
    ++candidates_;
    largest_ = std::max(largest_, ++inSlate_);
    seen_.insert(candidate.item);
  }
  /// wholeFile: else the last slate may go on after the last record.
  void tell(LogInspection& inspection, bool wholeFile) {
    if (slates_ == 1 || (slates_ > 1 && wholeFile)) endSlate();
    const bool bandit = shape_ == LogShape::Bandit;
    inspection.slates = slates_;
    inspection.items = bandit ? items_ : std::max(items_, seen_.size());
    inspection.candidates = bandit ? slates_ * items_ : candidates_;
    inspection.smallestSlate = bandit ? items_ : smallest_;
    inspection.largestSlate = bandit ? items_ : largest_;
  }

 private:
  void endSlate() { smallest_ = smallest_ == 0 ? inSlate_ : std::min(smallest_, inSlate_); }

  LogShape shape_ = LogShape::Slate;
  std::int64_t items_ = 0, slates_ = 0, candidates_ = 0, inSlate_ = 0, smallest_ = 0, largest_ = 0;
  KeySet seen_;
};

void addRow(const LogRecords& records, LogInspection& inspection) {
  inspection.rows.emplace_back(records.fields().begin(), records.fields().end());
  inspection.rowLines.push_back(records.line());
}

void readRows(LogRecords& records, LogInspection& inspection) {
  while (static_cast<std::int64_t>(inspection.rows.size()) < kPreviewRows && records.next()) {
    addRow(records, inspection);
  }
}

void readFaultyRows(const FlatLog& log, LogInspection& inspection, const std::stop_token& stop) {
  const std::int64_t shown = inspection.rowLines.empty() ? 0 : inspection.rowLines.back();
  std::set<std::int64_t> lines;
  for (const ImportProblem& problem : inspection.problems) {
    if (problem.file == log.files().front() && problem.line > shown) lines.insert(problem.line);
  }
  if (lines.empty()) return;
  const std::int64_t last = *lines.rbegin();
  const std::unique_ptr<LogRecords> records = log.open(log.files().front());
  while (records->next() && records->line() <= last) {
    if (stop.stop_requested()) throw Cancelled();
    if (lines.contains(records->line())) addRow(*records, inspection);
  }
}

/// A reader may take its file in blocks so large that the records of one are far more than were
/// tried; then the block's share of the file has to do.
constexpr std::int64_t kMostBeforeNextBlock = 8;

/// Of a log longer than the records tried: reads its head again to see which part of it they are.
double recordsInAll(const FlatLog& log, std::int64_t tried, bool& wholeFile,
                    const std::stop_token& stop) {
  const std::unique_ptr<LogRecords> records = log.open(log.files().front());
  std::int64_t read = 0, bytesRead = 0;
  // Where a block ended: only there is it known how many bytes the records before it take.
  std::int64_t readAtBlock = 0, bytesAtBlock = 0;
  bool ended = false;
  while (read <= tried || (bytesAtBlock == 0 && read <= kMostBeforeNextBlock * tried)) {
    if (stop.stop_requested()) throw Cancelled();
    ended = !records->next();
    if (ended) break;
    if (records->bytesRead() > bytesRead) {
      readAtBlock = read;
      bytesAtBlock = std::exchange(bytesRead, records->bytesRead());
    }
    ++read;
  }
  const bool single = log.files().size() == 1;
  wholeFile = read <= tried && single;
  if (ended && single) return static_cast<double>(read);
  if (ended || bytesAtBlock == 0) {
    readAtBlock = read;
    bytesAtBlock = records->bytesRead();
  }
  double bytes = 0;
  for (const auto& file : log.files()) bytes += static_cast<double>(storedSize(file));
  const double share = static_cast<double>(bytesAtBlock) / std::max(bytes, 1.0);
  return share > 0 ? static_cast<double>(readAtBlock) / std::min(share, 1.0) : 0;
}

void tryImport(const FlatLog& log, LogInspection& inspection, ProblemList& problems,
               const std::stop_token& stop) {
  const auto columns = static_cast<std::int64_t>(log.columns().header.size());
  const std::int64_t tried =
      std::clamp(kTriedFields / std::max<std::int64_t>(columns, 1), kPreviewRows, kTriedRecords);
  CountingSink counts;
  // Going on past faulty lines, so that the counts are those of the sound ones.
  const ImportOutcome outcome =
      log.read(counts, {.leaveOutFaulty = true, .mostLines = tried}, problems, {}, stop);
  inspection.records = outcome.lines;
  inspection.wholeFile = outcome.lines < tried;
  inspection.estimatedRecords = inspection.wholeFile
                                    ? static_cast<double>(outcome.lines)
                                    : recordsInAll(log, tried, inspection.wholeFile, stop);
  counts.tell(inspection, inspection.wholeFile);
  inspection.faultyRecords = outcome.faultyLines;
  inspection.slatesLeftOut = outcome.slatesLeftOut;
  if (inspection.records > 0) {
    inspection.estimatedSlates = static_cast<double>(inspection.slates) *
                                 inspection.estimatedRecords /
                                 static_cast<double>(inspection.records);
  }
}

/// What is told, and of a database with several tables the first one where none is told.
LogMapping withTable(const LogMapping& told, const std::vector<std::string>& tables) {
  LogMapping mapping = told;
  if (mapping.table.empty() && mapping.query.empty() && tables.size() > 1) {
    mapping.table = tables.front();
  }
  return mapping;
}

}  // namespace

LogInspection inspectLog(std::span<const std::filesystem::path> files, const std::string& format,
                         const LogMapping& told, std::stop_token stop) {
  const Importer& importer = chooseImporter(format, files);
  LogInspection inspection;
  inspection.format = importer.id();
  const auto* mapped = dynamic_cast<const MappedImporter*>(&importer);
  if (mapped == nullptr) {
    inspection.files.assign(files.begin(), files.end());
    return inspection;
  }
  inspection.isFlat = true;
  const FlatFormat& flat = mapped->format();
  inspection.files = chosenLogs(files, [&](const auto& file) { return flat.recognises(file); });
  inspection.tables = flat.tables(inspection.files.front());
  ProblemList problems;
  const FlatLog log(flat, inspection.files, withTable(told, inspection.tables), problems);
  inspection.columns = log.columns();
  inspection.ownColumns = log.ownColumns();
  readRows(*log.open(inspection.files.front()), inspection);
  if (problems.empty()) {
    try {
      tryImport(log, inspection, problems, stop);
    } catch (const ImportError&) {
      // What it tells is in the list.
    }
  }
  inspection.problems = problems.problems();
  inspection.problemCount = problems.total();
  readFaultyRows(log, inspection, stop);
  return inspection;
}

}  // namespace luce
