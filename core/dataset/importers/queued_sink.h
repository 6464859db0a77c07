// Lets a sink store records on a thread of its own while the importer reads on. Records are copied
// into batches; a few batches may wait, so memory stays small and neither side runs far ahead.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/dataset/dataset_sink.h"

namespace luce {

class QueuedSink final : public DatasetSink {
 public:
  explicit QueuedSink(DatasetSink& out);
  /// Drops what was not stored yet.
  ~QueuedSink() override;

  /// Each may throw what the sink threw at an earlier record.
  void begin(const Schema& schema) override;
  void addItem(const ItemRecord& item) override;
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;
  /// Waits until all is stored. Throws what the sink threw.
  void finish();
  /// How many were added.
  std::int64_t slates() const { return slates_; }

 private:
  class Batch;
  void handOverIfFull();
  void handOver();
  void store();

  DatasetSink& out_;
  std::int64_t slates_ = 0;
  std::unique_ptr<Batch> filling_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Batch>> waiting_;
  std::vector<std::unique_ptr<Batch>> emptied_;
  bool finished_ = false;  ///< no further batches will come
  bool stopped_ = false;   ///< what waits is not wanted any more
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace luce
