#include "core/policy/what_if.h"

#include <fmt/format.h>

#include <array>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/dataset/slate_edit.h"
#include "core/estimator/estimator.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string slate;
  std::string checkpoint = "result";
  std::vector<std::string> set, drop, copy, add;
  PolicyChoice choice;
  Output output;
};

EditableSlate editedSlate(const SlateTable& table, const EditableSlate& logged,
                          const Options& options) {
  EditableSlate slate = logged;
  for (const std::string& item : options.add) addItem(table, slate, item);
  for (const std::string& text : options.set) setFeature(table, slate, text);
  for (const std::string& item : options.copy) copyItem(table, slate, item);
  for (const std::string& item : options.drop) dropItem(table, slate, item);
  return slate;
}

std::vector<JudgedCandidate> judge(const Estimator& estimator, const SlateTable& table,
                                   const EditableSlate& slate, const PolicySettings& settings) {
  constexpr std::array<std::uint32_t, 1> kOnly{0};
  return judgeCandidates(estimator.predict(asTable(table, slate), kOnly), settings);
}

ordered_json describe(const std::optional<JudgedCandidate>& candidate,
                      const std::vector<std::string>& tasks) {
  if (!candidate) return {};
  ordered_json p = ordered_json::object();
  ordered_json contributions = ordered_json::object();
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    p[tasks[task]] = candidate->probabilities[task];
    contributions[tasks[task]] = candidate->contributions[task];
  }
  return {{"p", p},
          {"contributions", contributions},
          {"score", candidate->score},
          {"policy", candidate->policy},
          {"rank", candidate->rank}};
}

void print(const std::vector<WhatIfRow>& rows, const std::vector<std::string>& tasks) {
  std::vector<std::string> heading{"item", "rank", "π", "s"};
  for (const std::string& task : tasks) heading.push_back("p(" + task + ")");
  std::vector<std::vector<std::string>> table{heading};
  for (const WhatIfRow& row : rows) {
    const auto cell = [&](auto&& textOf) {
      const std::string before = row.before ? textOf(*row.before) : "–";
      const std::string after = row.after ? textOf(*row.after) : "–";
      return before == after ? after : before + " → " + after;
    };
    using Judged = JudgedCandidate;
    std::vector<std::string> cells{row.item + (row.added     ? " (added)"
                                               : row.dropped ? " (dropped)"
                                               : row.changed ? " *"
                                                             : ""),
                                   cell([](const Judged& c) { return std::to_string(c.rank); }),
                                   cell([](const Judged& c) { return shortNumber(c.policy); }),
                                   cell([](const Judged& c) { return shortNumber(c.score); })};
    for (std::size_t task = 0; task < tasks.size(); ++task) {
      cells.push_back(cell([&](const Judged& c) { return shortNumber(c.probabilities[task]); }));
    }
    table.push_back(cells);
  }
  printTable(table);
}

void run(const Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  const TrainedRun trained = loadRun(workspace, options.run, options.checkpoint);
  const std::string dataset = options.dataset.empty() ? trained.record.dataset : options.dataset;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  const auto found = table.findSlate(options.slate);
  if (!found) throw Error(fmt::format("There is no slate \"{}\".", options.slate));
  const EditableSlate before = editableSlate(table, static_cast<std::uint32_t>(*found));
  const EditableSlate after = editedSlate(table, before, options);
  const Estimator estimator = Estimator::fromCheckpoint(trained.checkpoint);
  const PolicySettings own = policySettings(table, trained.experiment, {});
  const PolicySettings chosen = policySettings(table, trained.experiment, options.choice);
  const std::vector<WhatIfRow> rows =
      compareSlates(table, before, after, judge(estimator, table, before, own),
                    judge(estimator, table, after, chosen));
  if (!options.output.json) {
    print(rows, table.schema().tasks);
    return;
  }
  ordered_json list = ordered_json::array();
  for (const WhatIfRow& row : rows) {
    list.push_back({{"item", row.item},
                    {"added", row.added},
                    {"dropped", row.dropped},
                    {"changed", row.changed},
                    {"before", describe(row.before, table.schema().tasks)},
                    {"after", describe(row.after, table.schema().tasks)}});
  }
  printJson({{"slate", options.slate}, {"run", options.run}, {"candidates", list}});
}

}  // namespace

void addWhatIf(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "what-if", "A slate before and after changes of features, candidates and weights");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset, "Dataset; standard: the run's own");
  command->add_option("--run", options->run, "A trained run")->required();
  command->add_option("--slate", options->slate, "Key of the slate")->required();
  addCheckpointOption(*command, options->checkpoint);
  const auto addEdits = [&](const char* name, std::vector<std::string>& edits, const char* help) {
    command->add_option(name, edits, help)->allow_extra_args(false);
  };
  addEdits("--set", options->set,
           "FEATURE=VALUE of the slate, ITEM:FEATURE=VALUE of a candidate; no VALUE: missing; may "
           "be repeated, as the next three");
  addEdits("--drop", options->drop, "Leave a candidate out");
  addEdits("--copy", options->copy, "Add a candidate once more, as it is set");
  addEdits("--add", options->add, "Add an item of the catalogue");
  addPolicyOptions(*command, options->choice);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
