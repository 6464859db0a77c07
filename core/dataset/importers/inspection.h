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
  std::string format;                        ///< the importer's id
  bool isFlat = false;                       ///< else there is nothing to map (Open Bandit)
  std::vector<std::filesystem::path> files;  ///< the logs that will be read
  /// The first records, one field a column; behind them those further ones that are faulty.
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> rowLines;   ///< by row: its line in the first file
  LogColumns columns;                   ///< empty unless flat
  std::size_t ownColumns = 0;           ///< the first of them; a side file's follow
  std::vector<ImportProblem> problems;  ///< of the records tried; at most 20
  std::int64_t problemCount = 0;
  std::int64_t records = 0;        ///< tried, from the first file on
  std::int64_t faultyRecords = 0;  ///< of them; the counts below are those of the sound slates
  std::int64_t slatesLeftOut = 0;  ///< because of them
  bool wholeFile = false;          ///< whether that was all there is, of all files
  std::int64_t slates = 0;         ///< that they made
  std::int64_t candidates = 0;     ///< bandit logs: slates × items seen
  std::int64_t items = 0;
  std::int64_t smallestSlate = 0;  ///< the last one not counted where it may go on
  std::int64_t largestSlate = 0;
  double estimatedRecords = 0;  ///< of all files, from their sizes
  double estimatedSlates = 0;
  std::vector<std::string> tables;  ///< of a database: tables and views to choose from
};

inline constexpr std::int64_t kPreviewRows = 100;
inline constexpr std::int64_t kTriedRecords = 20'000;
/// Of wide logs fewer records are tried, so that a look at them takes no longer.
inline constexpr std::int64_t kTriedFields = 1'000'000;

/// format: an importer's id or "auto". Of a database with several tables and nothing told, the
/// first is looked at. Throws Error or ImportError when the file cannot be read as a log at all
/// (wrong format, empty, no columns), and Cancelled. Takes well under a second.
LogInspection inspectLog(std::span<const std::filesystem::path> files, const std::string& format,
                         const LogMapping& told, std::stop_token stop);

}  // namespace luce
