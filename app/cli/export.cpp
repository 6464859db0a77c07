#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/export/export_run.h"

namespace luce::cli {

namespace {

struct Options {
  std::string workspace;
  std::string run;
  PolicyChoice choice;
  ExportRequest request;
  Output output;
};

void run(Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  ExportRequest& request = options.request;
  const ExportSource source =
      exportSource(workspace, workspace.run(options.run), request.checkpoint);
  const SlateTable table = workspace.loadDataset(source.run.dataset, progressLine(), stopToken());
  request.settings =
      policySettings(table, experimentFromJson(source.run.experiment), options.choice);
  const std::vector<std::filesystem::path> written =
      exportRun(table, source, request, progressLine(), stopToken());
  finishProgressLine();
  if (options.output.json) {
    std::vector<std::string> files;
    for (const std::filesystem::path& file : written) files.push_back(file.string());
    printJson({{"run", options.run},
               {"format", request.format},
               {"out", request.file.string()},
               {"files", files}});
  } else {
    for (const std::filesystem::path& file : written) fmt::print("Wrote {}\n", file.string());
  }
}

std::string formatHelp() {
  std::string help;
  for (const ExportFormat& format : exportFormats()) {
    help += fmt::format("{}{} ({})", help.empty() ? "" : ", ", format.id, format.title);
  }
  return help;
}

std::vector<std::string> formatIds() {
  std::vector<std::string> ids;
  for (const ExportFormat& format : exportFormats()) ids.emplace_back(format.id);
  return ids;
}

}  // namespace

void addExport(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("export", "Write a run's model or predictions");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--run", options->run, "A trained run")->required();
  command->add_option("--format", options->request.format, formatHelp())
      ->check(CLI::IsMember(formatIds()));
  command
      ->add_option("--out", options->request.file,
                   "File to write; a model's card is written beside it")
      ->required();
  addCheckpointOption(*command, options->request.checkpoint);
  command->add_flag("!--no-evaluation", options->request.judge,
                    "Leave the estimates on test slates out of the card, which may take a while");
  addPolicyOptions(*command, options->choice);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
