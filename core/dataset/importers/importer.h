// Opening a log: one small class a format behind one interface.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/import_problem.h"
#include "core/dataset/importers/log_mapping.h"

namespace luce {

struct ImportRequest {
  /// Files, folders or archives (of which those files are taken that are logs of the format); see
  /// byte_stream.h for files in archives.
  std::vector<std::filesystem::path> files;
  LogMapping mapping = {};
  /// Leave out what is wrong instead of refusing the log: a faulty line, and with it the whole
  /// slate it belongs to, since a slate that lacks a candidate would be another slate.
  bool leaveOutFaulty = false;
};

struct ImportOutcome {
  std::int64_t lines = 0;               ///< records read, the faulty ones included
  std::int64_t faultyLines = 0;         ///< 0 unless they were to be left out
  std::int64_t slatesLeftOut = 0;       ///< because of them
  std::vector<ImportProblem> problems;  ///< the first 20 of what was wrong with them
  LogMapping mapping;  ///< complete, so that the same import can be made again; empty if not flat
};

class Importer {
 public:
  virtual ~Importer() = default;
  virtual std::string id() const = 0;     ///< as on the command line: "csv", "open-bandit"
  virtual std::string title() const = 0;  ///< for people
  /// Looks at the head of a file, not at its name; a folder or an archive is recognised by what is
  /// in it. Never throws on content.
  virtual bool recognises(const std::filesystem::path& file) const = 0;
  /// Reads all files into the sink. Throws ImportError, Error (unreadable file) or Cancelled; the
  /// caller then discards the sink's transaction.
  virtual ImportOutcome import(const ImportRequest& request, DatasetSink& sink,
                               const Progress& progress, std::stop_token stop) const = 0;
};

/// All importers, most specific first.
const std::vector<std::unique_ptr<Importer>>& importers();

/// The importer of that id, or for "auto" the first that recognises the first file. Throws Error
/// that lists the known formats.
const Importer& chooseImporter(const std::string& id, std::span<const std::filesystem::path> files);

}  // namespace luce
