#include <fmt/format.h>

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dataset_text.h"
#include "app/cli/workspace_options.h"
#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/import_log.h"
#include "core/workspace/dataset_names.h"
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
  bool leaveOutFaulty = false;
  Output output;
};

std::string nameFor(const Workspace& workspace, const fs::path& file) {
  std::string stem = file.stem().string();
  if (stem.empty()) stem = file.parent_path().filename().string();
  return freeDatasetName(workspace, stem);
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

void tellLeftOut(const ImportOutcome& outcome) {
  if (outcome.faultyLines == 0) return;
  for (const ImportProblem& problem : outcome.problems) fmt::print(stderr, "{}\n", problem.text());
  fmt::print(stderr, "{} of {} lines {} faulty; {} left out.\n", outcome.faultyLines, outcome.lines,
             outcome.faultyLines == 1 ? "was" : "were",
             outcome.slatesLeftOut == 1 ? "1 slate was"
                                        : fmt::format("{} slates were", outcome.slatesLeftOut));
}

/// All that is known to be wrong, one problem a line.
std::string listProblems(const ImportError& error) {
  std::string text;
  for (const ImportProblem& problem : error.problems()) text += problem.text() + "\n";
  const auto further = error.total() - static_cast<std::int64_t>(error.problems().size());
  if (further == 1) text += "There is 1 more problem.\n";
  if (further > 1) text += fmt::format("There are {} more problems.\n", further);
  text += "Nothing was imported.";
  if (error.ofLines()) {
    text += " To import the slates without faulty lines, add --leave-out-faulty.";
  }
  return text;
}

void run(const Options& options) {
  requireFormat(options.format);
  ImportRequest request;
  for (const std::string& file : options.files) {
    if (!fs::exists(file) && !logFileExists(file)) throw Error("There is no file " + file + ".");
    if (std::error_code error; fs::equivalent(file, options.workspace, error)) {
      throw Error(file + " is the workspace itself; give the log to import.");
    }
    request.files.emplace_back(file);
  }
  if (!options.schema.empty()) request.mapping = mappingFromJson(readFile(options.schema));
  request.leaveOutFaulty = options.leaveOutFaulty;
  const Importer& importer = chooseImporter(options.format, request.files);

  const bool fresh = !fs::exists(options.workspace);
  Workspace workspace = Workspace::open(options.workspace);
  std::string name;
  ImportOutcome outcome;
  try {
    name = options.dataset.empty() ? nameFor(workspace, request.files.front()) : options.dataset;
    const auto writer = workspace.createDataset(
        name, fmt::format("{} ({})", request.files.front().filename().string(), importer.title()));
    outcome = importLog(importer, request, *writer, progressLine(), stopToken());
    writer->describeImport(importDocument(importer, request, outcome));
    writer->commit();
  } catch (const Error& error) {
    // A workspace that was made for this import alone would only be an empty file to wonder about.
    if (fresh) Workspace::discardIfEmpty(std::move(workspace));
    if (const auto* refused = dynamic_cast<const ImportError*>(&error)) {
      throw Error(listProblems(*refused));
    }
    throw;
  }
  finishProgressLine();
  tellLeftOut(outcome);
  const DatasetSummary summary = workspace.dataset(name);
  if (options.output.json) {
    printJson({{"workspace", options.workspace},
               {"dataset", describeDataset(summary)},
               {"lines", outcome.lines},
               {"faulty_lines", outcome.faultyLines},
               {"slates_left_out", outcome.slatesLeftOut}});
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
  command->add_option("--dataset", options->dataset, "Name in the workspace; standard: the file's")
      ->check(datasetName());
  command->add_option("--format", options->format, knownFormats());
  command->add_option("--schema", options->schema, "What the columns mean (JSON)");
  command->add_flag("--leave-out-faulty", options->leaveOutFaulty,
                    "Import the rest of a log with faulty lines: their slates are left out");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
