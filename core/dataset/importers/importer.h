// Opening a log: one small class a format behind one interface.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/error.h"
#include "core/common/progress.h"
#include "core/dataset/dataset_sink.h"

namespace luce {

/// One thing that is wrong with a file.
struct ImportProblem {
  std::filesystem::path file;
  std::int64_t line = 0;    ///< from 1; 0 = the file as a whole
  std::int64_t column = 0;  ///< field, from 1; 0 = the line as a whole
  std::string columnName;
  std::string found;
  std::string expected;
  std::string remedy;
  /// "men.csv:12, column 6 (propensity_score): found 0, expected a number in (0, 1]. Remedy …"
  std::string text() const;
};

/// The file was refused; nothing of it was kept. what() is the first problem's text and how many
/// more there are.
class ImportError : public Error {
 public:
  explicit ImportError(std::vector<ImportProblem> problems, std::int64_t total);
  /// At most 20, in file order.
  const std::vector<ImportProblem>& problems() const { return problems_; }
  std::int64_t total() const { return total_; }

 private:
  std::vector<ImportProblem> problems_;
  std::int64_t total_;
};

/// Which role each column of a Luce CSV plays; empty members are guessed from the header and the
/// first lines. Read from a schema file by the command line.
struct ColumnRoles {
  std::optional<std::string> slate, item, position, propensity, examination, time;
  std::optional<std::vector<std::string>> tasks;
  std::optional<std::vector<std::string>> context;   ///< features that are constant in a slate
  std::optional<std::vector<std::string>> category;  ///< features that are texts or ids
  std::vector<std::string> ignore;
};
/// Throws Error naming the member at fault.
ColumnRoles columnRolesFromJson(const std::string& json);

struct ImportRequest {
  std::vector<std::filesystem::path> files;
  ColumnRoles roles;
};

class Importer {
 public:
  virtual ~Importer() = default;
  virtual std::string id() const = 0;     ///< as on the command line: "csv", "open-bandit"
  virtual std::string title() const = 0;  ///< for people
  /// Looks at the head of a file, not at its name. Never throws on content.
  virtual bool recognises(const std::filesystem::path& file) const = 0;
  /// Reads all files into the sink. Throws ImportError, Error (unreadable file) or Cancelled; the
  /// caller then discards the sink's transaction.
  virtual void import(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
                      std::stop_token stop) const = 0;
};

/// All importers, most specific first.
const std::vector<std::unique_ptr<Importer>>& importers();

/// The importer of that id, or for "auto" the first that recognises the first file. Throws Error
/// that lists the known formats.
const Importer& chooseImporter(const std::string& id, std::span<const std::filesystem::path> files);

}  // namespace luce
