#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/report.h"
#include "app/cli/workspace_options.h"
#include "core/export/export_run.h"

namespace luce::cli {

namespace {

struct Options {
  std::string workspace;
  std::vector<std::string> runs;
  std::string title;
  PolicyChoice choice;
  ExportRequest request;
  Output output;
};

std::vector<std::filesystem::path> exportOne(Options& options) {
  ExportRequest& request = options.request;
  if (options.runs.size() > 1) {
    throw CLI::ValidationError("--run", request.format + " is written of one run at a time");
  }
  const Workspace workspace = openExisting(options.workspace);
  const ExportSource source =
      exportSource(workspace, workspace.run(options.runs.front()), request.checkpoint);
  const SlateTable table = workspace.loadDataset(source.run.dataset, progressLine(), stopToken());
  request.settings =
      policySettings(table, experimentFromJson(source.run.experiment), options.choice);
  std::vector<std::filesystem::path> written =
      exportRun(table, source, request, progressLine(), stopToken());
  finishProgressLine();
  return written;
}

std::vector<std::filesystem::path> exportAs(Options& options) {
  const ExportRequest& request = options.request;
  if (request.format == "report") {
    exportReport(options.workspace, options.runs, options.title, request.file.string());
    return {request.file};
  }
  if (request.format == "tensorboard") {
    exportEvents(options.workspace, options.runs, request.file.string());
    return {request.file};
  }
  return exportOne(options);
}

void run(Options& options) {
  const std::vector<std::filesystem::path> written = exportAs(options);
  if (options.output.json) {
    std::vector<std::string> files;
    for (const std::filesystem::path& file : written) files.push_back(file.string());
    printJson({{"run", options.runs.front()},
               {"format", options.request.format},
               {"out", options.request.file.string()},
               {"files", files}});
  } else {
    for (const std::filesystem::path& file : written) fmt::print("Wrote {}\n", file.string());
  }
}

std::string formatHelp() {
  std::string help;
  for (const ExportFormat& format : exportFormats()) {
    help += fmt::format("{} ({}), ", format.id, format.title);
  }
  return help + "report (a page or a PDF, as --out ends: .html or .pdf) or tensorboard";
}

std::vector<std::string> formatIds() {
  std::vector<std::string> ids;
  for (const ExportFormat& format : exportFormats()) ids.emplace_back(format.id);
  ids.insert(ids.end(), {"report", "tensorboard"});
  return ids;
}

}  // namespace

void addExport(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("export", "Write a run's model or predictions, or a report of runs");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command
      ->add_option("--run", options->runs,
                   "A trained run; report and tensorboard take it several times")
      ->required()
      ->allow_extra_args(false);
  command->add_option("--format", options->request.format, formatHelp())
      ->check(CLI::IsMember(formatIds()));
  command
      ->add_option("--out", options->request.file,
                   "File to write, of tensorboard a folder; a model's card is written beside it")
      ->required();
  command->add_option("--title", options->title, "Of the report; standard: the runs' names");
  addCheckpointOption(*command, options->request.checkpoint);
  command->add_flag("!--no-evaluation", options->request.judge,
                    "Leave the estimates on test slates out of the card, which may take a while");
  addPolicyOptions(*command, options->choice);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
