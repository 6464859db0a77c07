#include "core/dataset/importers/slate_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

/// Numerically safe softmax of scores/temperature, kept above zero as propensities must be.
std::vector<double> softmax(const std::vector<double>& scores, double temperature) {
  const double largest = *std::max_element(scores.begin(), scores.end());
  std::vector<double> probabilities;
  double sum = 0;
  for (const double score : scores) {
    probabilities.push_back(std::exp((score - largest) / temperature));
    sum += probabilities.back();
  }
  for (double& probability : probabilities) {
    probability = std::max(probability / sum, std::numeric_limits<double>::min());
  }
  return probabilities;
}

}  // namespace

SlateLines::SlateLines(const LogColumns& columns, bool leaveOutFaulty, const SideTable* items,
                       DatasetSink& sink, ProblemList& problems, ImportOutcome& outcome)
    : columns_(columns),
      rule_(*columns.mapping.slates),
      leaveOutFaulty_(leaveOutFaulty),
      items_(items),
      held_(sink),
      sink_(leaveOutFaulty || columns.mapping.loggingModel ? held_ : sink),
      problems_(problems),
      outcome_(outcome) {
  groupColumn_ =
      columnOf(rule_.kind == SlateRule::Kind::Key ? ColumnRole::Slate : ColumnRole::User);
  timeColumn_ = columnOf(ColumnRole::Time);
  for (std::size_t i = 0; i < columns_.roles.size(); ++i) {
    const ColumnRole role = columns_.roles[i];
    if (role == ColumnRole::ContextNumber || role == ColumnRole::ContextCategory) {
      contextColumns_.push_back(i);
    }
  }
}

void SlateLines::startFile() {
  // Also so that a file given twice is noticed.
  settleAtEnd();
  endSlate();
  slate_ = {};
}

void SlateLines::addLine(const RecordReader& reader, CheckedRecord& record) {
  const std::int64_t before = problems_.total();
  if (!record.isComplete()) {
    ++outcome_.faultyLines;
    addUnread(reader);
    return;
  }
  readLine(columns_, record, values_);
  if (groupOf(reader).empty()) {
    ++outcome_.faultyLines;
    addUnread(reader);
    return;
  }
  if (rule_.kind == SlateRule::Kind::UserAndGap) checkTime(record);
  const bool starts = startsSlate();
  if (unread_.present) settleUnread(starts);
  if (starts) {
    startSlate(reader, record);
    if (unread_.present) leaveOut();
    unread_.present = false;
  } else if (!slate_.leftOut) {
    compareContext(record);
  }
  checkFirstPlace(reader, record);
  checkItem(record);
  const bool faulty = problems_.total() > before;
  if (faulty) ++outcome_.faultyLines;
  if (faulty && leaveOutFaulty_) leaveOut();
  ++slate_.candidates;
  if (rule_.kind == SlateRule::Kind::UserAndGap) {
    slate_.lastTime = parseTime(record.text(timeColumn_)).value_or(kMissing);
  }
  if (!slate_.leftOut && (leaveOutFaulty_ || problems_.empty())) writeCandidate();
}

void SlateLines::finish() {
  settleAtEnd();
  endSlate();
  held_.finish();
}

/// The line belongs to the present slate or to the next one; which, the next line tells.
void SlateLines::addUnread(const RecordReader& reader) {
  if (!leaveOutFaulty_) return;
  const std::string_view group = groupOf(reader);
  if (reader.fault() && !group.empty()) {
    // An object that is a slate by itself.
    ++outcome_.slatesLeftOut;
    return;
  }
  if (unread_.present && unread_.group != group) {
    unread_.group.clear();
    return;
  }
  unread_ = {.group = std::string(group), .present = true};
}

/// Leaves the present slate out if an unread line may belong to it, and forgets about that line
/// unless it may belong to the slate that begins.
void SlateLines::settleUnread(bool startsSlate) {
  const bool byKey = rule_.kind == SlateRule::Kind::Key;
  const std::string_view next = byKey ? values_.slate : values_.user;
  const std::string& present = byKey ? slate_.key : slate_.user;
  const bool onlyNext = startsSlate && next != present && unread_.group == next;
  const bool onlyPresent = !unread_.group.empty() && unread_.group == present;
  if (!onlyNext) leaveOut();
  if (!startsSlate || onlyPresent) unread_ = {};
}

/// No further line can tell.
void SlateLines::settleAtEnd() {
  if (unread_.present) leaveOut();
  unread_ = {};
}

std::string_view SlateLines::groupOf(const RecordReader& reader) const {
  return groupColumn_ < reader.fields().size() ? reader.fields()[groupColumn_] : std::string_view();
}

bool SlateLines::startsSlate() const {
  if (slate_.line == 0) return true;
  if (rule_.kind == SlateRule::Kind::Key) return values_.slate != slate_.key;
  return values_.user != slate_.user || !(values_.time - slate_.lastTime <= rule_.gapSeconds) ||
         slate_.candidates >= rule_.largest;
}

void SlateLines::startSlate(const RecordReader& reader, CheckedRecord& record) {
  endSlate();
  if (rule_.kind == SlateRule::Kind::Key) {
    slate_.key = values_.slate;
  } else {
    slatesOfUser_ = values_.user == slate_.user ? slatesOfUser_ + 1 : 1;
    slate_.user = values_.user;
    slate_.key = fmt::format("{}#{}", values_.user, slatesOfUser_);
  }
  slate_.line = reader.line();
  slate_.firstPlaceLine = 0;
  slate_.candidates = 0;
  slate_.lastTime = kMissing;
  slate_.leftOut = false;
  slate_.context.clear();
  for (const std::size_t column : contextColumns_) slate_.context.emplace_back(record.text(column));
  if (!slate_.key.empty() && !slateKeys_.insert(slate_.key)) {
    record.wrong(groupColumn_, "a new slate; lines of this one came before, with others between",
                 "Sort the file so that the lines of a slate follow one another, or let them be "
                 "gathered (in a schema: \"slates\": {\"by\": \"key\", \"gather\": true}).");
    // The slate was written already as far as it was known then.
    if (leaveOutFaulty_) problems_.throwIfAny();
  }
  if (leaveOutFaulty_ || problems_.empty()) writeSlate();
}

void SlateLines::endSlate() {
  if (slate_.line == 0 || slate_.leftOut || loggingScores_.empty()) return;
  held_.setPropensities(softmax(loggingScores_, columns_.mapping.loggingModel->temperature));
  loggingScores_.clear();
}

void SlateLines::checkTime(CheckedRecord& record) {
  if (!std::isnan(values_.time)) return;
  record.wrong(timeColumn_, "a time, by which lines become slates", "Fill it in.");
}

void SlateLines::checkItem(CheckedRecord& record) {
  if (items_ == nullptr || values_.item.empty() || items_->find(values_.item)) return;
  record.wrong(columnOf(ColumnRole::Item), fmt::format("an item of {}", items_->file().string()),
               "Add it there, or import the log without that file.");
}

void SlateLines::compareContext(CheckedRecord& record) {
  for (std::size_t i = 0; i < contextColumns_.size(); ++i) {
    const std::size_t column = contextColumns_[i];
    const std::string& first = slate_.context[i];
    if (record.text(column) == first) continue;
    if (columns_.roles[column] == ColumnRole::ContextNumber &&
        parseNumber(record.text(column)) == parseNumber(first)) {
      continue;
    }
    record.wrong(column,
                 fmt::format("{} as in the slate's first line ({}), since the column describes the "
                             "slate as a whole",
                             shown(first), slate_.line),
                 "Correct it, or leave the column out of the schema's context.");
  }
}

/// Whose actions are those of the drawn item must be plain.
void SlateLines::checkFirstPlace(const RecordReader& reader, CheckedRecord& record) {
  if (values_.position != 1 || slate_.leftOut) return;
  if (slate_.firstPlaceLine == 0) {
    slate_.firstPlaceLine = reader.line();
    return;
  }
  record.wrong(
      columnOf(ColumnRole::Position),
      fmt::format("a place below the first, which line {} of the same slate holds",
                  slate_.firstPlaceLine),
      "Number the places of each slate from 1, or give lists shown apart their own slate.");
}

void SlateLines::leaveOut() {
  if (slate_.leftOut || slate_.line == 0) return;
  slate_.leftOut = true;
  held_.leaveOut();
  loggingScores_.clear();
  ++outcome_.slatesLeftOut;
}

void SlateLines::writeSlate() {
  sink_.addSlate({.key = slate_.key,
                  .time = values_.time,
                  .contextNumeric = values_.contextNumeric,
                  .contextCategory = values_.contextCategory,
                  .action = nullptr,
                  .pairs = {}});
}

void SlateLines::writeCandidate() {
  if (columns_.mapping.loggingModel) loggingScores_.push_back(values_.loggingScore);
  sink_.addCandidate({.item = values_.item,
                      .position = values_.position,
                      .propensity = values_.propensity,
                      .examination = values_.examination,
                      .numeric = values_.numeric,
                      .category = values_.category,
                      .labels = values_.labels});
}

std::size_t SlateLines::columnOf(ColumnRole role) const {
  const auto found = std::find(columns_.roles.begin(), columns_.roles.end(), role);
  return static_cast<std::size_t>(found - columns_.roles.begin());
}

}  // namespace luce
