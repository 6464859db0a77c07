#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/number_checks.h"
#include "app/cli/policy_evaluation.h"
#include "app/cli/workspace_options.h"

namespace luce::cli {

namespace {

struct Options {
  EvaluationRequest request;
  std::vector<std::string> parameters;
  std::string interval = "bootstrap";
  std::string rule = "slope";
  std::string csv;
  Output output;
};

void readParameters(Options& options) {
  for (const std::string& text : options.parameters) {
    const std::size_t equals = text.find('=');
    const std::string key = text.substr(0, equals);
    const ValueEstimator estimator = valueEstimatorFromString(key);
    if (describe(estimator).parameter == nullptr) {
      throw CLI::ValidationError("--parameter",
                                 describe(estimator).title + std::string(" has no parameter"));
    }
    const std::optional<double> number =
        equals == std::string::npos ? std::nullopt : finiteNumber(text.substr(equals + 1));
    const double value = number.value_or(-1);
    const bool bounded = estimator == ValueEstimator::SgIps || estimator == ValueEstimator::SgDr;
    if (!(value >= 0) || (bounded && value > 1)) {
      throw CLI::ValidationError("--parameter", "\"" + text + "\": write it as " + key +
                                                    "=NUMBER, a number from 0" +
                                                    (bounded ? " to 1" : ""));
    }
    options.request.offPolicy.parameters[estimator] = value;
  }
}

void run(Options& options) {
  EvaluationRequest& request = options.request;
  const bool needsRun =
      (request.policy.empty() && request.policyFile.empty() && request.policyName.empty()) ||
      request.policy == "supervised";
  if (needsRun && request.run.empty()) {
    throw CLI::ValidationError(
        "evaluate",
        "give --run NAME, --policy uniform or logging, --policy-name NAME or --policy-file FILE");
  }
  readParameters(options);
  request.offPolicy.interval = intervalKindFromString(options.interval);
  request.offPolicy.rule = parameterRuleFromString(options.rule);
  const EvaluationResult result = evaluatePolicy(request);
  if (!options.csv.empty()) writeEvaluationCsv(result, options.csv);
  if (options.output.json) {
    printJson(evaluationJson(result));
  } else if (options.csv != "-") {
    printEvaluation(result);
  }
}

}  // namespace

void addEvaluate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  EvaluationRequest& request = options->request;
  CLI::App* command =
      program.add_subcommand("evaluate", "What a policy would have earned on logged slates");
  command->add_option("workspace", request.workspace, "Workspace file")->required();
  command->add_option(
      "--dataset", request.dataset,
      "Dataset; standard: that of the run or kept policy, of the one it is compared with, or the "
      "only one there is");
  command->add_option("--run", request.run, "A trained run");
  addCheckpointOption(*command, request.checkpoint);
  CLI::Option* word =
      command
          ->add_option("--policy", request.policy,
                       "uniform, logging, or supervised (the run's checkpoint after warm-up)")
          ->check(CLI::IsMember({"uniform", "logging", "supervised"}));
  CLI::Option* file =
      command
          ->add_option("--policy-file", request.policyFile,
                       "A policy from elsewhere: scores as CSV (slate_id, item_id, score) or a "
                       "TorchScript model (numeric, categories) -> scores or (scores, p)")
          ->excludes(word)
          ->excludes("--run");
  command
      ->add_option(
          "--keep", request.keep,
          "Keep the policy of --policy-file in the workspace under this name, with its "
          "scores of all slates, and with --temperature if given; of a model, with --weights too")
      ->needs(file)
      ->check([](const std::string& name) {
        return name.find_first_not_of(' ') == std::string::npos ? "A policy needs a name." : "";
      });
  command
      ->add_option("--policy-name", request.policyName,
                   "A policy from elsewhere that the workspace keeps; see luce-cli policies")
      ->excludes(word)
      ->excludes(file)
      ->excludes("--run");
  CLI::Option* compare = command->add_option(
      "--compare", request.compare,
      "Another run, uniform or logging: the paired difference on the same slates");
  command
      ->add_option("--compare-policy", request.comparePolicy,
                   "Likewise, a policy from elsewhere that the workspace keeps")
      ->excludes(compare);
  command->add_option("--split", request.split, "train, validation, test or all")
      ->check(CLI::IsMember({"train", "validation", "test", "all"}));
  addPolicyOptions(*command, request.choice);
  command
      ->add_option("--interval", options->interval,
                   "Which 95 % interval low and high are: bootstrap, normal or bernstein")
      ->check(CLI::IsMember({"bootstrap", "normal", "bernstein"}));
  command
      ->add_option("--parameter", options->parameters,
                   "An estimator's hyper-parameter, as in switch_dr=10; standard: chosen from the "
                   "log by --parameter-rule")
      ->type_name("ESTIMATOR=NUMBER");
  command
      ->add_option("--parameter-rule", options->rule,
                   "How hyper-parameters are chosen: slope or mse_bound")
      ->check(CLI::IsMember({"slope", "mse_bound"}));
  command->add_flag("!--no-reward-model", request.rewardModel,
                    "Leave out DM and the doubly robust estimators, whose model takes a while");
  command->add_option("--folds", request.folds, "Folds of the reward model's cross-fitting")
      ->check(CLI::Range(2, 20));
  command->add_option("--category", request.category,
                      "Item category of MIPS; standard: chosen by SLOPE");
  command->add_option(
      "--segments", request.segments,
      "Also by segment: a feature, or slate size, hour of day …; a wrong name lists "
      "them");
  command->add_option("--places", request.places, "Places that a whole slate's value counts")
      ->check(CLI::Range(1, 1000));
  command->add_option("--resamples", request.offPolicy.resamples, "Bootstrap resamples")
      ->check(CLI::Range(0, 1'000'000));
  command->add_option("--seed", request.offPolicy.seed, "Seed of the bootstrap")
      ->check(wholeNumber());
  command->add_option("--csv", options->csv, "Write the estimates as CSV; - = to the output");
  command->add_option("--reward-model-csv", request.rewardModelCsv,
                      "Write what the reward model says of every candidate as CSV");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
