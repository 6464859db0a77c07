#include "core/dataset/importers/queued_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/common/error.h"
#include "core/dataset/slate_table.h"
#include "tests/support/record_logs.h"
#include "tests/support/same_table.h"

namespace luce {
namespace {

using ::testing::StrEq;

template <class Write>
void expectSameThroughQueue(Write&& write) {
  SlateTableBuilder direct, queued;
  write(direct);
  QueuedSink queue(queued);
  write(queue);
  queue.finish();
  expectSameTable(queued.finish(), direct.finish());
}

TEST(QueuedSinkTest, StoresTheSameRecordsInTheSameOrder) {
  // More than the batches that may wait.
  expectSameThroughQueue([](DatasetSink& sink) { writeUnevenSlates(sink, 20'000); });
  expectSameThroughQueue([](DatasetSink& sink) { writeSparseActions(sink, 30'000); });
  expectSameThroughQueue([](DatasetSink& sink) { writeUnevenSlates(sink, 1); });
}

/// Fails at one of its slates.
class FailingSink final : public DatasetSink {
 public:
  explicit FailingSink(std::int64_t slate) : slate_(slate) {}
  void begin(const Schema&) override {}
  void addItem(const ItemRecord&) override {}
  void addSlate(const SlateRecord&) override {
    if (++slates_ == slate_) throw Error("The disk is full.");
  }
  void addCandidate(const CandidateRecord&) override {}
  std::int64_t slates() const { return slates_; }

 private:
  std::int64_t slate_, slates_ = 0;
};

std::string errorOf(FailingSink& sink, int slates) {
  try {
    QueuedSink queue(sink);
    writeUnevenSlates(queue, slates);
    queue.finish();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(QueuedSinkTest, AnErrorOfTheSinkReachesTheImporter) {
  FailingSink early(10);
  EXPECT_THAT(errorOf(early, 100'000), StrEq("The disk is full."));
  EXPECT_EQ(early.slates(), 10);
  // In the last batch, which only finish() waits for.
  FailingSink late(50);
  EXPECT_THAT(errorOf(late, 50), StrEq("The disk is full."));
}

TEST(QueuedSinkTest, AnAbandonedQueueStopsStoring) {
  FailingSink sink(-1);
  {
    QueuedSink queue(sink);
    writeUnevenSlates(queue, 50'000);
  }
  EXPECT_LT(sink.slates(), 50'000);
}

}  // namespace
}  // namespace luce
