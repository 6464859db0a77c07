// Lines that become the candidates of slates: lines of one key, or of one user without a long
// pause.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/importers/held_slates.h"
#include "core/dataset/importers/importer.h"
#include "core/dataset/importers/key_set.h"
#include "core/dataset/importers/line_sink.h"
#include "core/dataset/importers/line_values.h"
#include "core/dataset/importers/side_table.h"

namespace luce {

class SlateLines final : public LineSink {
 public:
  /// sink: begun already. items: of a side file, or null.
  SlateLines(const LogColumns& columns, bool leaveOutFaulty, const SideTable* items,
             DatasetSink& sink, ProblemList& problems, ImportOutcome& outcome);

  void startFile() override;
  void addLine(const RecordReader& reader, CheckedRecord& record) override;
  void finish() override;

 private:
  /// What all lines of the present slate must agree on.
  struct PresentSlate {
    std::string key;
    std::string user;
    double lastTime = kMissing;
    std::int64_t candidates = 0;      ///< those not written included
    std::int64_t line = 0;            ///< of its first line; 0 = there is no slate yet
    std::int64_t firstPlaceLine = 0;  ///< of the candidate in first place
    bool leftOut = false;
    std::vector<std::string> context;
  };

  /// A line of which it is not known what it says.
  struct UnreadLine {
    std::string group;  ///< its slate's key or its user; empty if not even that is known
    bool present = false;
  };

  void addUnread(const RecordReader& reader);
  void settleUnread(bool startsSlate);
  void settleAtEnd();
  std::string_view groupOf(const RecordReader& reader) const;
  bool startsSlate() const;
  void startSlate(const RecordReader& reader, CheckedRecord& record);
  void endSlate();
  void checkTime(CheckedRecord& record);
  void checkItem(CheckedRecord& record);
  void compareContext(CheckedRecord& record);
  void checkFirstPlace(const RecordReader& reader, CheckedRecord& record);
  void leaveOut();
  void writeSlate();
  void writeCandidate();
  std::size_t columnOf(ColumnRole role) const;

  const LogColumns& columns_;
  const SlateRule rule_;
  const bool leaveOutFaulty_;
  const SideTable* items_;
  HeldSlates held_;
  DatasetSink& sink_;
  ProblemList& problems_;
  ImportOutcome& outcome_;
  std::size_t groupColumn_ = 0, timeColumn_ = 0;
  std::vector<std::size_t> contextColumns_;
  KeySet slateKeys_;
  LineValues values_;
  PresentSlate slate_;
  UnreadLine unread_;
  std::int64_t slatesOfUser_ = 0;
  std::vector<double> loggingScores_;
};

}  // namespace luce
