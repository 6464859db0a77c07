#include <fmt/format.h>

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dataset_text.h"
#include "core/dataset/importers/importer.h"
#include "core/workspace/workspace.h"

namespace luce::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  std::string workspace;
  std::string dataset;
  std::string format = "auto";
  std::string schema;
  Output output;
};

std::string nameFor(const Workspace& workspace, const fs::path& file) {
  std::string stem = file.stem().string();
  if (stem.empty()) stem = file.parent_path().filename().string();
  const auto taken = [&](const std::string& name) {
    for (const DatasetSummary& dataset : workspace.datasets()) {
      if (dataset.name == name) return true;
    }
    return false;
  };
  std::string name = stem;
  for (int number = 2; taken(name); ++number) name = fmt::format("{} {}", stem, number);
  return name;
}

std::string knownFormats() {
  std::string known = "auto";
  for (const auto& importer : importers()) known += ", " + importer->id();
  return known;
}

void requireFormat(const std::string& format) {
  if (format == "auto") return;
  for (const auto& importer : importers()) {
    if (importer->id() == format) return;
  }
  throw CLI::ValidationError("--format", "\"" + format + "\" is not one of: " + knownFormats());
}

void run(const Options& options) {
  requireFormat(options.format);
  ImportRequest request;
  for (const std::string& file : options.files) {
    if (!fs::exists(file)) throw Error("There is no file " + file + ".");
    request.files.emplace_back(file);
  }
  if (!options.schema.empty()) request.roles = columnRolesFromJson(readFile(options.schema));
  const Importer& importer = chooseImporter(options.format, request.files);

  const bool fresh = !fs::exists(options.workspace);
  std::string name;
  try {
    Workspace workspace = Workspace::open(options.workspace);
    name = options.dataset.empty() ? nameFor(workspace, request.files.front()) : options.dataset;
    const auto writer = workspace.createDataset(
        name, fmt::format("{} ({})", request.files.front().filename().string(), importer.title()));
    importer.import(request, *writer, progressLine(), stopToken());
    writer->commit();
  } catch (const Error&) {
    // A workspace that was made for this import alone would only be an empty file to wonder about.
    std::error_code ignored;
    if (fresh) fs::remove(options.workspace, ignored);
    throw;
  }
  finishProgressLine();
  const DatasetSummary summary = Workspace::open(options.workspace).dataset(name);
  if (options.output.json) {
    printJson({{"workspace", options.workspace}, {"dataset", describeDataset(summary)}});
  } else {
    printDataset(summary);
  }
}

}  // namespace

void addImport(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("import", "Read a log into a workspace");
  command->add_option("files", options->files, "Log files, or a folder of Open Bandit")->required();
  command->add_option("--workspace", options->workspace, "Workspace file (made if not there)")
      ->required();
  command->add_option("--dataset", options->dataset, "Name in the workspace; standard: the file's");
  command->add_option("--format", options->format, "auto, csv or open-bandit");
  command->add_option("--schema", options->schema, "Roles of the columns (JSON)");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
