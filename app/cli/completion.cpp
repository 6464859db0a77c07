#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/shells/shells.h"
#include "app/cli/workspace_options.h"

namespace luce::cli {

namespace {

std::string scriptFor(const std::string& shell, const ProgramOutline& outline) {
  if (shell == "bash") return bashCompletion(outline);
  return shell == "zsh" ? zshCompletion(outline) : fishCompletion(outline);
}

/// One a line; a name that is no line of text would be several names to a shell.
void printName(const std::string& name) {
  const bool text = std::none_of(name.begin(), name.end(), [](char character) {
    return static_cast<unsigned char>(character) < ' ' || character == '\x7f';
  });
  if (text) fmt::print("{}\n", name);
}

void printNames(const std::string& kind, const std::string& file) {
  const Workspace workspace = openExisting(file);
  if (kind == "datasets") {
    for (const DatasetSummary& dataset : workspace.datasets()) printName(dataset.name);
  } else if (kind == "policies") {
    for (const PolicyRecord& policy : workspace.policies()) printName(policy.name);
  } else {
    for (const RunRecord& run : workspace.runs()) printName(run.name);
  }
}

}  // namespace

void addCompletion(CLI::App& program) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand(
      "completion", "Print the script that lets a shell complete commands, options and values");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &program] { fmt::print("{}", scriptFor(*shell, outlineOf(program))); });
}

void addNames(CLI::App& program) {
  struct Options {
    std::string kind, workspace;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("names", "Names in a workspace, for completion");
  command->group("");
  command->add_option("kind", options->kind)
      ->required()
      ->check(CLI::IsMember({"datasets", "runs", "policies"}));
  command->add_option("workspace", options->workspace)->required();
  command->callback([options] { printNames(options->kind, options->workspace); });
}

}  // namespace luce::cli
