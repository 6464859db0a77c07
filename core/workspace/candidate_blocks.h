// The candidates of a slate log in the order of the file, read by several threads at once: most of
// the time that a dataset takes to open goes into SQLite's unpacking of rows, and each thread has a
// connection of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/workspace/dataset_tables.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Candidates one after another; each kind of value in one vector.
struct CandidateBlock {
  std::vector<std::int64_t> slate;
  std::vector<std::uint32_t> item;
  std::vector<std::uint16_t> position;
  std::vector<double> propensity, examination;
  std::vector<float> labels;                ///< rows × tasks
  std::vector<double> numeric;              ///< rows × numeric candidate features
  std::string characters;                   ///< of the categories
  std::vector<std::uint32_t> categoryEnds;  ///< rows × categories, ends in `characters`

  std::size_t size() const { return slate.size(); }
  void clear();
  std::string_view category(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : categoryEnds[index - 1];
    return std::string_view(characters).substr(begin, categoryEnds[index] - begin);
  }
};

class CandidateBlocks {
 public:
  /// summary: of a slate log. Throws Error if candidates are missing.
  CandidateBlocks(WorkspaceFile& file, const DatasetSummary& summary, const DatasetTables& tables);
  ~CandidateBlocks();
  CandidateBlocks(const CandidateBlocks&) = delete;
  CandidateBlocks& operator=(const CandidateBlocks&) = delete;

  /// The next block into `block`, whose memory is used again; false after the last one. Throws what
  /// reading threw: Error that names the row at fault.
  bool next(CandidateBlock& block);

 private:
  class Reader;
  void readAhead();

  WorkspaceFile& file_;
  const DatasetSummary& summary_;
  const DatasetTables& tables_;
  std::int64_t firstId_ = 0, blocks_ = 0;
  std::int64_t given_ = 0;  ///< blocks that next() has given

  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t begun_ = 0;  ///< blocks that threads have begun to read
  std::map<std::int64_t, CandidateBlock> finished_;
  std::vector<CandidateBlock> emptied_;
  std::exception_ptr failure_;
  bool stopped_ = false;
  std::unique_ptr<Reader> own_;  ///< where there are too few candidates for threads
  std::vector<std::thread> threads_;
};

}  // namespace luce
