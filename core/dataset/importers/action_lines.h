// Lines that are slates of their own: the one action that was shown of a catalogue of all items.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/dataset/importers/importer.h"
#include "core/dataset/importers/key_set.h"
#include "core/dataset/importers/line_sink.h"
#include "core/dataset/importers/line_values.h"
#include "core/dataset/importers/side_table.h"

namespace luce {

/// The catalogue of a flat bandit log: the items of a side file, then those that the log names. The
/// log's candidate columns describe its items and must say the same of an item in every line.
class ItemLines final : public LineSink {
 public:
  ItemLines(const LogColumns& columns, const SideTable* items);
  void startFile() override {}
  /// Faulty lines are passed over: the second reading reports them.
  void addLine(const RecordReader& reader, CheckedRecord& record) override;
  void finish() override {}

  std::size_t size() const { return keys_.size(); }
  /// Index of an item, or size() if it is unknown.
  std::size_t find(std::string_view key) const;
  /// Line that first described the item, 0 if none did, and the texts of the candidate columns
  /// there.
  std::int64_t lineOf(std::size_t item) const { return lines_[item]; }
  std::string_view text(std::size_t item, std::size_t candidateColumn) const;
  const std::vector<std::size_t>& candidateColumns() const { return columnsOfItems_; }
  void write(DatasetSink& sink) const;

 private:
  void add(std::string_view key, std::int64_t line);

  const LogColumns& columns_;
  const SideTable* side_;
  std::size_t itemColumn_ = 0;
  std::vector<std::size_t> columnsOfItems_;
  std::vector<std::string> keys_;
  std::vector<std::int64_t> lines_;
  std::vector<std::vector<std::string>> texts_;
  std::unordered_map<std::string, std::size_t> index_;
};

class ActionLines final : public LineSink {
 public:
  /// sink: begun already, the items written.
  ActionLines(const LogColumns& columns, bool leaveOutFaulty, const ItemLines& items,
              DatasetSink& sink, ProblemList& problems, ImportOutcome& outcome, bool manyFiles);
  void startFile() override;
  void addLine(const RecordReader& reader, CheckedRecord& record) override;
  void finish() override {}

 private:
  void compareItem(std::size_t item, CheckedRecord& record);
  std::string keyOfLine(CheckedRecord& record);

  const LogColumns& columns_;
  const bool leaveOutFaulty_;
  const ItemLines& items_;
  DatasetSink& sink_;
  ProblemList& problems_;
  ImportOutcome& outcome_;
  const bool manyFiles_;
  std::int64_t file_ = 0, line_ = 0;
  KeySet keys_;
  LineValues values_;
};

}  // namespace luce
