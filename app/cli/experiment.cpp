#include "core/training/experiment.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/training/experiment_difference.h"
#include "core/training/experiment_schema.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  bool schema = false;
  std::string check;
  std::vector<std::string> difference;
  std::string workspace;
  std::string run;
  Output output;
};

/// A run of the workspace, else a file; "-" is standard input.
Experiment experimentNamed(const std::string& name, const std::optional<Workspace>& workspace) {
  if (workspace) {
    for (const RunRecord& run : workspace->runs()) {
      if (run.name == name) return experimentFromJson(run.experiment);
    }
    if (name != "-" && !std::filesystem::exists(name)) {
      throw Error(fmt::format("\"{}\" is neither a run of {} nor a file.", name,
                              workspace->file().string()));
    }
  }
  return experimentFromJson(readFile(name));
}

void check(const Options& options) {
  experimentFromJson(readFile(options.check));
  if (options.output.json) {
    printJson({{"file", options.check}, {"valid", true}});
  } else {
    fmt::print("{} is a valid experiment.\n", options.check);
  }
}

void printDifferences(const Options& options, const std::optional<Workspace>& workspace) {
  const std::string& first = options.difference.front();
  const std::string& second = options.difference.back();
  const auto differences =
      experimentDifferences(experimentNamed(first, workspace), experimentNamed(second, workspace));
  if (options.output.json) {
    ordered_json list = ordered_json::array();
    for (const ExperimentDifference& each : differences) {
      list.push_back({{"field", each.field}, {"first", each.first}, {"second", each.second}});
    }
    printJson({{"first", first}, {"second", second}, {"differences", std::move(list)}});
    return;
  }
  if (differences.empty()) {
    fmt::print("No difference.\n");
    return;
  }
  std::vector<std::vector<std::string>> table{{"field", first, second}};
  for (const ExperimentDifference& each : differences) {
    table.push_back({each.field, each.first.empty() ? "–" : each.first,
                     each.second.empty() ? "–" : each.second});
  }
  printTable(table);
}

void run(const Options& options) {
  std::optional<Workspace> workspace;
  if (!options.workspace.empty()) workspace.emplace(openExisting(options.workspace));
  if (!options.run.empty() && !workspace) {
    throw CLI::ValidationError("--run", "give the run's --workspace too");
  }
  if (options.schema) {
    fmt::print("{}", experimentSchema());
  } else if (!options.check.empty()) {
    check(options);
  } else if (!options.difference.empty()) {
    printDifferences(options, workspace);
  } else {
    const Experiment experiment = options.run.empty()
                                      ? Experiment{}
                                      : experimentFromJson(workspace->run(options.run).experiment);
    fmt::print("{}\n", experimentToJson(experiment));
  }
}

}  // namespace

void addExperiment(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "experiment", "Print the default experiment or a run's; check, compare, describe documents");
  CLI::Option* schema = command->add_flag("--schema", options->schema,
                                          "Print the JSON schema of experiment documents");
  CLI::Option* check = command->add_option("--check", options->check,
                                           "Say whether this document is valid, or what is wrong");
  CLI::Option* difference =
      command
          ->add_option("--diff", options->difference,
                       "In what two experiments differ: documents, or runs of the workspace")
          ->expected(2)
          ->type_name("A B");
  command->add_option("--workspace", options->workspace, "Where runs are looked for");
  CLI::Option* ofRun =
      command->add_option("--run", options->run, "Print the experiment of this run");
  schema->excludes(check)->excludes(difference)->excludes(ofRun);
  check->excludes(difference)->excludes(ofRun);
  difference->excludes(ofRun);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
