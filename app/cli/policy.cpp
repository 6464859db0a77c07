#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
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
  PolicyChoice choice;
  Output output;
};

std::uint32_t findSlate(const SlateTable& table, const std::string& key) {
  const auto slate = table.findSlate(key);
  if (slate) return static_cast<std::uint32_t>(*slate);
  const std::string example =
      table.slateCount() > 0 ? fmt::format(", such as \"{}\"", table.slateKey(0)) : "";
  throw Error(fmt::format("There is no slate \"{}\"; the dataset has {}{}.", key,
                          table.slateCount(), example));
}

ordered_json describe(const CandidateView& candidate, const std::vector<std::string>& tasks) {
  ordered_json p = ordered_json::object();
  ordered_json actions = ordered_json::object();
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    p[tasks[t]] = candidate.probabilities[t];
    if (!candidate.labels.empty()) actions[tasks[t]] = candidate.labels[t];
  }
  return {{"item", candidate.item},
          {"position", candidate.position},
          {"rank", candidate.rank},
          {"p", p},
          {"score", candidate.score},
          {"policy", candidate.policy},
          {"behaviour", jsonNumber(candidate.behaviour)},
          {"ratio", jsonNumber(candidate.ratio)},
          {"reward", jsonNumber(candidate.reward)},
          {"actions", candidate.labels.empty() ? ordered_json() : actions}};
}

void print(const std::vector<CandidateView>& candidates, const std::vector<std::string>& tasks) {
  std::vector<std::string> heading{"item", "shown", "rank"};
  for (const std::string& task : tasks) heading.push_back("p(" + task + ")");
  for (const char* name : {"s", "π", "π_β", "ρ", "r"}) heading.emplace_back(name);
  std::vector<std::vector<std::string>> table{heading};
  for (const CandidateView& candidate : candidates) {
    std::vector<std::string> row{candidate.item,
                                 candidate.position == 0 ? "–" : std::to_string(candidate.position),
                                 std::to_string(candidate.rank)};
    for (const double p : candidate.probabilities) row.push_back(shortNumber(p));
    for (const double value : {candidate.score, candidate.policy, candidate.behaviour,
                               candidate.ratio, candidate.reward}) {
      row.push_back(shortNumber(value));
    }
    table.push_back(row);
  }
  printTable(table);
}

void run(const Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  const TrainedRun trained = loadRun(workspace, options.run, options.checkpoint);
  const std::string dataset = options.dataset.empty() ? trained.record.dataset : options.dataset;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  const PolicySettings settings = policySettings(table, trained.experiment, options.choice);
  const std::vector<std::uint32_t> slates{findSlate(table, options.slate)};
  const Predictions predictions =
      Estimator::fromCheckpoint(trained.checkpoint).predict(table, slates);
  const std::vector<CandidateView> candidates = viewSlate(table, predictions, 0, settings);
  if (!options.output.json) {
    print(candidates, table.schema().tasks);
    return;
  }
  ordered_json list = ordered_json::array();
  for (const CandidateView& candidate : candidates) {
    list.push_back(describe(candidate, table.schema().tasks));
  }
  printJson({{"slate", options.slate},
             {"run", options.run},
             {"rows", toString(settings.rows)},
             {"propensity_rule", toString(settings.rule)},
             {"temperature", settings.temperature},
             {"candidates", list}});
}

}  // namespace

void addPolicy(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("policy", "One slate through a run's eyes");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset, "Dataset; standard: the run's own");
  command->add_option("--run", options->run, "A trained run")->required();
  command->add_option("--slate", options->slate, "Key of the slate")->required();
  addCheckpointOption(*command, options->checkpoint);
  addPolicyOptions(*command, options->choice);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
