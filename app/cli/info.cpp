#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dataset_text.h"
#include "app/cli/policy_text.h"
#include "app/cli/profile_text.h"
#include "app/cli/workspace_options.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  Output output;
};

ordered_json describeRun(const RunRecord& run) {
  return {{"name", run.name},
          {"dataset", run.dataset},
          {"status", toString(run.status)},
          {"message", run.message},
          {"started", run.started},
          {"seconds", run.seconds},
          {"experiment", ordered_json::parse(run.experiment)}};
}

void runProfile(const Options& options, const Workspace& workspace) {
  const DatasetSummary dataset = workspace.dataset(options.dataset);
  const SlateTable table = workspace.loadDataset(dataset.name, progressLine(), stopToken());
  const DatasetProfile profile = profileOf(table, progressLine(), stopToken());
  finishProgressLine();
  if (options.output.json) {
    printJson({{"workspace", options.workspace},
               {"dataset", describeDataset(dataset)},
               {"profile", describeProfile(profile)}});
    return;
  }
  printDataset(dataset);
  printProfile(profile);
}

void run(const Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  if (!options.dataset.empty()) return runProfile(options, workspace);
  const std::vector<DatasetSummary> datasets = workspace.datasets();
  const std::vector<RunRecord> runs = workspace.runs();
  const std::vector<PolicyRecord> policies = workspace.policies();
  if (options.output.json) {
    ordered_json object{{"workspace", options.workspace},
                        {"datasets", ordered_json::array()},
                        {"runs", ordered_json::array()}};
    for (const DatasetSummary& dataset : datasets) {
      object["datasets"].push_back(describeDataset(dataset));
    }
    for (const RunRecord& record : runs) object["runs"].push_back(describeRun(record));
    object["policies"] = describePolicies(policies);
    printJson(object);
    return;
  }
  for (const DatasetSummary& dataset : datasets) printDataset(dataset);
  if (datasets.empty()) fmt::print("No dataset. Import one with: luce-cli import\n");
  std::vector<std::vector<std::string>> table{{"run", "dataset", "status", "started", "seconds"}};
  for (const RunRecord& record : runs) {
    table.push_back({record.name, record.dataset, toString(record.status), record.started,
                     fmt::format("{:.1f}", record.seconds)});
  }
  if (!runs.empty()) printTable(table);
  for (const RunRecord& record : runs) {
    if (!record.message.empty()) fmt::print("{}: {}\n", record.name, record.message);
  }
  if (!policies.empty()) printPolicies(policies);
}

}  // namespace

void addInfo(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("info", "What a workspace holds");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset,
                      "Describe this dataset: rates, propensities, features, warnings");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
