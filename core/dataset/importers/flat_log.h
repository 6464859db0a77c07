// The files of a flat log with what their columns mean, ready to be read into a sink: for an
// import, or for a look at the first records only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/flat_format.h"
#include "core/dataset/importers/importer.h"
#include "core/dataset/importers/line_sink.h"
#include "core/dataset/importers/log_columns.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/importers/side_table.h"

namespace luce {

class FlatLog {
 public:
  /// Reads the head of the first file and the side files. files: not empty. Problems with the
  /// columns are added to the list. Throws ImportError and Error where there are no columns at all.
  FlatLog(const FlatFormat& format, std::vector<std::filesystem::path> files,
          const LogMapping& told, ProblemList& problems);

  const std::vector<std::filesystem::path>& files() const { return files_; }
  const LogColumns& columns() const { return columns_; }
  /// The first so many columns are the log's own; those of a side file follow.
  std::size_t ownColumns() const {
    return columns_.header.size() - (users_ == nullptr ? 0 : users_->columns().size());
  }
  /// The dataset's schema, features of side files included, with simulated clicks if asked for.
  /// Throws Error if it is inconsistent.
  Schema schema() const;
  /// Opens a file with the side file's columns appended.
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file) const;

  struct Reading {
    bool leaveOutFaulty = false;
    std::int64_t mostLines = std::numeric_limits<std::int64_t>::max();
  };
  /// Reads into the sink; stops after the first `mostLines`. Nothing may be kept if there are
  /// problems afterwards that are not left out (see ImportOutcome). Throws Cancelled.
  ImportOutcome read(DatasetSink& sink, const Reading& reading, ProblemList& problems,
                     const Progress& progress, std::stop_token stop) const;

 private:
  ImportOutcome readSlates(DatasetSink& sink, const Reading& reading, ProblemList& problems,
                           const Progress& progress, std::stop_token stop) const;
  SideTable readSide(const SideFile& side, const std::vector<std::string>& categories) const;

  const FlatFormat& format_;
  std::vector<std::filesystem::path> files_;
  LogMapping told_;
  std::shared_ptr<const SideTable> users_;
  std::unique_ptr<const SideTable> items_;
  LogColumns columns_;
};

}  // namespace luce
