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
#include <thread>
#include <vector>

#include "core/workspace/candidate_reader.h"
#include "core/workspace/dataset_tables.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

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
  std::unique_ptr<CandidateReader> own_;  ///< where there are too few candidates for threads
  std::vector<std::thread> threads_;
};

}  // namespace luce
