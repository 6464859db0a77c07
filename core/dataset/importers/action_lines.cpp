#include "core/dataset/importers/action_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

std::size_t columnOf(const LogColumns& columns, ColumnRole role) {
  const auto found = std::find(columns.roles.begin(), columns.roles.end(), role);
  return static_cast<std::size_t>(found - columns.roles.begin());
}

}  // namespace

ItemLines::ItemLines(const LogColumns& columns, const SideTable* items)
    : columns_(columns), side_(items), itemColumn_(columnOf(columns, ColumnRole::Item)) {
  for (std::size_t i = 0; i < columns_.roles.size(); ++i) {
    const ColumnRole role = columns_.roles[i];
    if (role == ColumnRole::CandidateNumber || role == ColumnRole::CandidateCategory) {
      columnsOfItems_.push_back(i);
    }
  }
  for (std::size_t row = 0; side_ != nullptr && row < side_->size(); ++row) add(side_->key(row), 0);
}

void ItemLines::add(std::string_view key, std::int64_t line) {
  index_.emplace(key, keys_.size());
  keys_.emplace_back(key);
  lines_.push_back(line);
  texts_.emplace_back();
}

void ItemLines::addLine(const RecordReader& reader, CheckedRecord& record) {
  const auto fields = reader.fields();
  if (fields.size() != columns_.header.size() || fields[itemColumn_].empty()) return;
  const std::string_view key = fields[itemColumn_];
  if (!isUtf8(key)) return;
  std::size_t item = find(key);
  if (item == size()) {
    // With a side file the catalogue is what the side file says.
    if (side_ != nullptr) return;
    add(key, reader.line());
  }
  if (!texts_[item].empty() || columnsOfItems_.empty()) return;
  lines_[item] = reader.line();
  for (const std::size_t column : columnsOfItems_) {
    texts_[item].emplace_back(record.text(column));
  }
}

std::size_t ItemLines::find(std::string_view key) const {
  const auto found = index_.find(std::string(key));
  return found == index_.end() ? size() : found->second;
}

std::string_view ItemLines::text(std::size_t item, std::size_t candidateColumn) const {
  return texts_[item].empty() ? std::string_view() : texts_[item][candidateColumn];
}

void ItemLines::write(DatasetSink& sink) const {
  std::vector<double> numbers;
  std::vector<std::string_view> categories;
  for (std::size_t item = 0; item < size(); ++item) {
    numbers.clear();
    categories.clear();
    for (std::size_t i = 0; i < columnsOfItems_.size(); ++i) {
      const std::string_view field = text(item, i);
      if (columns_.roles[columnsOfItems_[i]] == ColumnRole::CandidateNumber) {
        numbers.push_back(parseNumber(field).value_or(kMissing));
      } else {
        categories.push_back(isUtf8(field) ? field : std::string_view());
      }
    }
    for (std::size_t i = 0; side_ != nullptr && i < side_->columns().size(); ++i) {
      if (side_->isNumeric(i)) {
        numbers.push_back(side_->number(item, i));
      } else {
        categories.push_back(side_->field(item, i));
      }
    }
    sink.addItem({.key = keys_[item], .numeric = numbers, .category = categories});
  }
}

ActionLines::ActionLines(const LogColumns& columns, bool leaveOutFaulty, const ItemLines& items,
                         DatasetSink& sink, ProblemList& problems, ImportOutcome& outcome,
                         bool manyFiles)
    : columns_(columns),
      leaveOutFaulty_(leaveOutFaulty),
      items_(items),
      sink_(sink),
      problems_(problems),
      outcome_(outcome),
      manyFiles_(manyFiles) {}

void ActionLines::startFile() {
  ++file_;
  line_ = 0;
}

void ActionLines::addLine(const RecordReader&, CheckedRecord& record) {
  ++line_;
  const std::int64_t before = problems_.total();
  std::size_t item = items_.size();
  std::string key;
  if (record.isComplete()) {
    readLine(columns_, record, values_);
    key = keyOfLine(record);
    item = items_.find(values_.item);
    if (item == items_.size() && !values_.item.empty()) {
      record.wrong(columnOf(columns_, ColumnRole::Item), "an item of the catalogue",
                   "Add it to the file of items, or import the log without that file.");
    } else if (item < items_.size()) {
      compareItem(item, record);
    }
  }
  if (problems_.total() > before) {
    ++outcome_.faultyLines;
    if (leaveOutFaulty_) ++outcome_.slatesLeftOut;
    return;
  }
  if (!leaveOutFaulty_ && !problems_.empty()) return;
  if (columns_.mapping.slates->uniform && std::isnan(values_.propensity)) {
    values_.propensity = 1.0 / static_cast<double>(items_.size());
  }
  const BanditAction action{.item = static_cast<std::uint32_t>(item),
                            .position = values_.position,
                            .propensity = values_.propensity,
                            .examination = values_.examination,
                            .labels = values_.labels};
  sink_.addSlate({.key = key,
                  .time = values_.time,
                  .contextNumeric = values_.contextNumeric,
                  .contextCategory = values_.contextCategory,
                  .action = &action,
                  .pairs = {}});
}

std::string ActionLines::keyOfLine(CheckedRecord& record) {
  if (!values_.slate.empty()) {
    if (!keys_.insert(values_.slate)) {
      record.wrong(columnOf(columns_, ColumnRole::Slate), "a slate of its own in each line",
                   "Leave the column out of the schema, or build slates by key.");
    }
    return std::string(values_.slate);
  }
  return manyFiles_ ? fmt::format("{}:{}", file_, line_) : std::to_string(line_);
}

void ActionLines::compareItem(std::size_t item, CheckedRecord& record) {
  for (std::size_t i = 0; i < items_.candidateColumns().size(); ++i) {
    const std::size_t column = items_.candidateColumns()[i];
    const std::string_view first = items_.text(item, i);
    if (record.text(column) == first) continue;
    if (columns_.roles[column] == ColumnRole::CandidateNumber &&
        parseNumber(record.text(column)) == parseNumber(first)) {
      continue;
    }
    record.wrong(column,
                 fmt::format("{} as in line {}, since in a log of one action a line the column "
                             "describes the item",
                             shown(first), items_.lineOf(item)),
                 "Name the column as context in the schema, or ignore it.");
  }
}

}  // namespace luce
