#include "core/workspace/candidate_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace luce {

namespace {

constexpr std::int64_t kRowsInBlock = 8192;
/// Opening a connection and starting a thread is worth it from here on.
constexpr std::int64_t kRowsForThreads = 50'000;
constexpr unsigned kMostThreads = 4;
/// Finished blocks that wait for next(), at most this many a thread.
constexpr std::int64_t kAheadOfEach = 2;

}  // namespace

CandidateBlocks::CandidateBlocks(WorkspaceFile& file, const DatasetSummary& summary,
                                 const DatasetTables& tables)
    : file_(file), summary_(summary), tables_(tables) {
  SQLite::Statement ends(file.database(),
                         fmt::format("SELECT min(id), max(id) FROM {}", tables.candidate));
  ends.executeStep();
  firstId_ = ends.getColumn(0).getInt64();
  const std::int64_t lastId = ends.getColumn(1).getInt64();
  const std::int64_t count = summary.candidates;
  // Ids follow one another, so that a block is found by its number.
  if (count < 0 || (count > 0 && (firstId_ != 1 || lastId != count))) {
    file.failDamaged(fmt::format("the dataset \"{}\": its {} candidates are numbered {} to {}",
                                 summary.name, count, firstId_, lastId));
  }
  blocks_ = (count + kRowsInBlock - 1) / kRowsInBlock;
  if (count < kRowsForThreads) {
    own_ = std::make_unique<CandidateReader>(file, summary, tables);
    return;
  }
  const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { readAhead(); });
}

CandidateBlocks::~CandidateBlocks() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool CandidateBlocks::next(CandidateBlock& block) {
  if (given_ == blocks_) return false;
  if (own_ != nullptr) {
    own_->read(given_ * kRowsInBlock, (given_ + 1) * kRowsInBlock, block);
    ++given_;
    return true;
  }
  std::unique_lock lock(mutex_);
  if (block.slate.capacity() > 0) emptied_.push_back(std::move(block));
  changed_.wait(lock, [&] { return failure_ || finished_.contains(given_); });
  if (!finished_.contains(given_)) std::rethrow_exception(failure_);
  block = std::move(finished_.extract(given_++).mapped());
  lock.unlock();
  changed_.notify_all();
  return true;
}

void CandidateBlocks::readAhead() {
  try {
    WorkspaceFile file(file_.path(), Access::Read);
    file.guarded([&] {
      CandidateReader reader(file, summary_, tables_);
      CandidateBlock block;
      const auto ahead = kAheadOfEach * static_cast<std::int64_t>(kMostThreads);
      while (true) {
        std::int64_t number = 0;
        {
          std::unique_lock lock(mutex_);
          changed_.wait(lock, [&] {
            return stopped_ || failure_ || begun_ == blocks_ || begun_ < given_ + ahead;
          });
          if (stopped_ || failure_ || begun_ == blocks_) return;
          number = begun_++;
          if (!emptied_.empty()) {
            block = std::move(emptied_.back());
            emptied_.pop_back();
          }
        }
        reader.read(number * kRowsInBlock, (number + 1) * kRowsInBlock, block);
        {
          const std::lock_guard lock(mutex_);
          finished_.emplace(number, std::exchange(block, {}));
        }
        changed_.notify_all();
      }
    });
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    changed_.notify_all();
  }
}

}  // namespace luce
