// What a long import owes to people: it tells how far it is, and stops when asked to.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/error.h"
#include "core/common/progress.h"
#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class ImportMonitor {
 public:
  ImportMonitor(const std::vector<std::filesystem::path>& files, const Progress& progress,
                std::stop_token stop, int passes = 1)
      : progress_(progress), stop_(std::move(stop)) {
    for (const auto& file : files) total_ += static_cast<double>(storedSize(file)) * passes;
  }

  /// Call before the first record of each file, and of each pass over it.
  void startFile(const RecordReader& reader, const char* doing = "Reading") {
    before_ += inFile_;
    inFile_ = 0;
    const std::string name = reader.file().filename().string();
    stage_ = name.empty() ? doing : std::string(doing) + " " + name;
    told_ = -1;
    tell();
  }

  /// Call for each record. Throws Cancelled.
  void advance(const RecordReader& reader) {
    if (++records_ % kRecordsBetweenLooks != 0) return;
    if (stop_.stop_requested()) throw Cancelled();
    inFile_ = static_cast<double>(reader.bytesRead());
    if (fraction() - told_ >= kSmallestStep) tell();
  }

 private:
  static constexpr std::int64_t kRecordsBetweenLooks = 64;
  static constexpr double kSmallestStep = 0.005;

  double fraction() const { return total_ > 0 ? std::min(1.0, (before_ + inFile_) / total_) : 0; }
  void tell() {
    if (stop_.stop_requested()) throw Cancelled();
    told_ = fraction();
    if (progress_) progress_(told_, stage_);
  }

  const Progress& progress_;
  std::stop_token stop_;
  std::string stage_;
  std::int64_t records_ = 0;
  double total_ = 0, before_ = 0, inFile_ = 0, told_ = -1;
};

}  // namespace luce
