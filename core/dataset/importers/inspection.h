// A look at a log before it is imported: what a mapping dialog shows. It reads the head of the file
// and runs the import itself on it, so what it says is what the import will do.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/dataset/importers/importer.h"
#include "core/dataset/importers/log_columns.h"

namespace luce {

struct LogInspection {
  std::string format;                          ///< the importer's id
  bool isFlat = false;                         ///< else there is nothing to map (Open Bandit)
  std::vector<std::filesystem::path> files;    ///< the logs that will be read
  std::vector<std::vector<std::string>> rows;  ///< the first records, one field a column
  LogColumns columns;                          ///< empty unless flat
  std::vector<ImportProblem> problems;         ///< of the records tried; at most 20
  std::int64_t problemCount = 0;
  std::int64_t records = 0;     ///< tried, of the first file
  bool wholeFile = false;       ///< whether that was all there is
  std::int64_t slates = 0;      ///< that they made
  std::int64_t candidates = 0;  ///< bandit logs: slates × items seen
  std::int64_t items = 0;
  std::int64_t largestSlate = 0;
  double estimatedRecords = 0;  ///< of all files, from their sizes
  double estimatedSlates = 0;
  std::vector<std::string> tables;  ///< of a database: tables and views to choose from
};

inline constexpr std::int64_t kPreviewRows = 100;
inline constexpr std::int64_t kTriedRecords = 20'000;

/// format: an importer's id or "auto". Throws Error or ImportError when the file cannot be read as
/// a log at all (wrong format, empty, no columns), and Cancelled. Takes well under a second.
LogInspection inspectLog(std::span<const std::filesystem::path> files, const std::string& format,
                         const LogMapping& told, std::stop_token stop);

}  // namespace luce
