// Writes a slate log as Luce's own CSV: one line a candidate,
//   slate_id,item_id,position,propensity,examination,timestamp,<features…>,<tasks…>
// with columns only for what the schema has. Numbers have at most nine significant digits.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "core/dataset/dataset_sink.h"

namespace luce {

class CsvSink final : public DatasetSink {
 public:
  /// The stream must outlive the sink; check its state after the log is written.
  explicit CsvSink(std::ostream& stream) : stream_(stream) {}

  /// Throws Error for bandit logs, since a catalogue does not fit one line a candidate, and for
  /// schemas that would give two columns one name.
  void begin(const Schema& schema) override;
  void addItem(const ItemRecord& item) override;
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;

 private:
  std::ostream& stream_;
  Schema schema_;
  std::string slateKey_, slateColumns_, time_;
};

}  // namespace luce
