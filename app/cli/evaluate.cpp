#include "core/evaluation/evaluate.h"

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string policy;
  std::string split = "test";
  PolicyChoice choice;
  OffPolicySettings offPolicy;
  Output output;
};

PolicyReport evaluate(const Workspace& workspace, const Options& options) {
  const std::string dataset = chooseDataset(workspace, options.dataset).name;
  std::optional<TrainedRun> trained;
  if (!options.run.empty()) {
    const std::string role = options.policy == "supervised" ? "supervised" : "result";
    trained = loadRun(workspace, options.run, role);
  }
  Experiment experiment;
  if (trained) experiment = trained->experiment;
  const SlateTable table = workspace.loadDataset(dataset, progressLine(), stopToken());
  finishProgressLine();
  const PolicySettings settings = policySettings(table, experiment, options.choice);
  const std::vector<std::uint32_t> slates =
      chooseSlates(splitSlates(table, experiment.split), options.split);
  if (options.policy == "uniform")
    return evaluateUniform(table, slates, settings, options.offPolicy);
  if (options.policy == "logging")
    return evaluateLogging(table, slates, settings, options.offPolicy);

  const Estimator estimator = Estimator::fromCheckpoint(trained->checkpoint);
  const Predictions predictions = estimator.predict(table, slates, stopToken());
  const auto supervised = workspace.loadCheckpoint(trained->record.id, "supervised");
  std::optional<Predictions> reference;
  if (supervised) {
    reference = Estimator::fromCheckpoint(*supervised).predict(table, slates, stopToken());
  }
  PolicyReport report = evaluatePredictions(table, predictions, settings,
                                            reference ? &*reference : nullptr, options.offPolicy);
  report.policy = (options.policy == "supervised" ? "supervised " : "run ") + options.run;
  return report;
}

void print(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  fmt::print("{} on {} rows of {} slates ({} rows)\n", report.policy, toString(report.rows),
             estimate.slates, estimate.rows);
  const auto line = [](const char* name, const Interval& value) {
    return std::vector<std::string>{name, shortNumber(value.value), shortNumber(value.low),
                                    shortNumber(value.high)};
  };
  printTable({{"reward", "value", "low", "high"},
              line("IPS", estimate.ips),
              line("capped IPS", estimate.clippedIps),
              line("SNIPS", estimate.snips),
              line("logging policy", estimate.logging)});
  fmt::print(
      "effective sample size {:.1f}, largest ratio {}, entropy {}, KL from supervised {}, "
      "NDCG {}\n",
      estimate.effectiveSampleSize, shortNumber(estimate.maxWeight), shortNumber(report.entropy),
      shortNumber(report.kl), shortNumber(report.ndcg));
  if (!report.tasks.empty()) {
    std::vector<std::vector<std::string>> table{{"task", "AUC", "log loss", "calibration error"}};
    for (const TaskQuality& task : report.tasks) {
      table.push_back({task.task, shortNumber(task.auc), shortNumber(task.logLoss),
                       shortNumber(task.expectedCalibrationError)});
    }
    printTable(table);
  }
  for (const std::string& warning : estimate.warnings) fmt::print("! {}\n", warning);
}

void run(const Options& options) {
  const bool needsRun = options.policy.empty() || options.policy == "supervised";
  if (needsRun && options.run.empty()) {
    throw CLI::ValidationError("evaluate", "give --run NAME, or --policy uniform or logging");
  }
  const PolicyReport report = evaluate(openExisting(options.workspace), options);
  if (options.output.json) {
    ordered_json object = ordered_json::parse(reportToJson(report));
    object["split"] = options.split;
    printJson(object);
  } else {
    print(report);
  }
}

}  // namespace

void addEvaluate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("evaluate", "What a policy would have earned on logged slates");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset, "Dataset; standard: the only one there is");
  command->add_option("--run", options->run, "A trained run");
  command
      ->add_option("--policy", options->policy,
                   "uniform, logging, or supervised (the run's checkpoint after warm-up)")
      ->check(CLI::IsMember({"uniform", "logging", "supervised"}));
  command->add_option("--split", options->split, "train, validation, test or all")
      ->check(CLI::IsMember({"train", "validation", "test", "all"}));
  addPolicyOptions(*command, options->choice);
  command->add_option("--cap", options->offPolicy.cap, "Largest ratio of capped IPS")
      ->check(CLI::PositiveNumber);
  command->add_option("--resamples", options->offPolicy.resamples, "Bootstrap resamples")
      ->check(CLI::Range(0, 1'000'000));
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
