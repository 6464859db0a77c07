#include "core/dataset/importers/importer.h"

#include <fmt/format.h>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/formats/csv_format.h"
#include "core/dataset/importers/formats/jsonl_format.h"
#include "core/dataset/importers/formats/kuairand_format.h"
#include "core/dataset/importers/formats/logged_probabilities_format.h"
#include "core/dataset/importers/formats/movielens_format.h"
#include "core/dataset/importers/formats/parquet_format.h"
#include "core/dataset/importers/formats/sqlite_format.h"
#include "core/dataset/importers/formats/svmlight_format.h"
#include "core/dataset/importers/mapped_importer.h"
#include "core/dataset/importers/open_bandit_importer.h"

namespace luce {

namespace {

std::string summarise(const std::vector<ImportProblem>& problems, std::int64_t total) {
  std::string text = problems.front().text();
  if (total == 2) text += " There is one more problem.";
  if (total > 2) text += fmt::format(" There are {} more problems.", total - 1);
  return text;
}

std::string knownFormats() {
  std::string text;
  for (const auto& importer : importers()) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", importer->id(), importer->title());
  }
  return text;
}

}  // namespace

std::string ImportProblem::text() const {
  std::string place = file.string();
  if (line > 0) place += fmt::format(":{}", line);
  if (column > 0) place += fmt::format(", column {}", column);
  if (!columnName.empty()) place += fmt::format(" ({})", columnName);
  return fmt::format("{}: found {}, expected {}. {}", place, found, expected, remedy);
}

ImportError::ImportError(std::vector<ImportProblem> problems, std::int64_t total, bool ofLines)
    : Error(summarise(problems, total)),
      problems_(std::move(problems)),
      total_(total),
      ofLines_(ofLines) {}

const std::vector<std::unique_ptr<Importer>>& importers() {
  static const auto all = [] {
    std::vector<std::unique_ptr<Importer>> list;
    list.push_back(std::make_unique<OpenBanditImporter>());
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<SqliteFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<ParquetFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<KuaiRandFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<MovieLensFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<SvmlightFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<JsonlFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<LoggedProbabilitiesFormat>()));
    list.push_back(std::make_unique<MappedImporter>(std::make_unique<CsvFormat>()));
    return list;
  }();
  return all;
}

const Importer& chooseImporter(const std::string& id,
                               std::span<const std::filesystem::path> files) {
  if (files.empty()) throw Error("There is no file to import.");
  for (const auto& importer : importers()) {
    if (id == "auto" ? importer->recognises(files.front()) : importer->id() == id) return *importer;
  }
  if (id != "auto") {
    throw Error(
        fmt::format("There is no format \"{}\"; the formats are auto, {}.", id, knownFormats()));
  }
  std::error_code error;
  if (!std::filesystem::exists(files.front(), error) && !logFileExists(files.front())) {
    throw Error(fmt::format("\"{}\" is not there.", files.front().string()));
  }
  if (std::filesystem::is_regular_file(files.front(), error) &&
      std::filesystem::is_empty(files.front(), error)) {
    throw Error(fmt::format("\"{}\" is empty.", files.front().string()));
  }
  throw Error(fmt::format("\"{}\" is in none of the formats that Luce reads: {}.",
                          files.front().string(), knownFormats()));
}

}  // namespace luce
