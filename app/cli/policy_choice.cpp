#include "app/cli/policy_choice.h"

#include <algorithm>

#include "app/cli/number_checks.h"

namespace luce::cli {

void addPolicyOptions(CLI::App& command, PolicyChoice& choice) {
  command.add_option("--weights", choice.weights, "Value weights, as in click=1,like=2")
      ->check(namedNumbers());
  command
      .add_option("--reward-weights", choice.rewardWeights,
                  "Reward weights; standard: the value weights")
      ->check(namedNumbers());
  command.add_option("--temperature", choice.temperature, "Temperature of the policy")
      ->check(numberFrom(1e-6, 1e6));
  command.add_option("--rows", choice.rows, "drawn, observed or article")
      ->check(CLI::IsMember({"drawn", "observed", "article"}));
  command
      .add_option("--propensity-rule", choice.propensityRule,
                  "For rows without a propensity: one, self, uniform or drop")
      ->check(CLI::IsMember({"one", "self", "uniform", "drop"}));
}

PolicySettings policySettings(const SlateTable& table, const Experiment& experiment,
                              const PolicyChoice& choice) {
  const std::vector<std::string>& tasks = table.schema().tasks;
  PolicySettings settings;
  settings.valueWeights = choice.weights.empty() ? valueWeights(experiment, tasks)
                                                 : parseTaskWeights(choice.weights, tasks);
  if (!choice.rewardWeights.empty()) {
    settings.rewardWeights = parseTaskWeights(choice.rewardWeights, tasks);
  } else {
    settings.rewardWeights =
        choice.weights.empty() ? rewardWeights(experiment, tasks) : settings.valueWeights;
  }
  settings.temperature = choice.temperature.value_or(experiment.temperature);
  settings.rows = choice.rows.empty() ? naturalRowKind(table) : rowKindFromString(choice.rows);
  settings.rule = choice.propensityRule.empty() ? experiment.objective.propensityRule
                                                : propensityRuleFromString(choice.propensityRule);
  requireRows(table, settings.rows);
  return settings;
}

std::vector<std::uint32_t> chooseSlates(const Split& split, const std::string& part) {
  if (part == "train") return split.train;
  if (part == "validation") return split.validation;
  if (part == "test") return split.test;
  std::vector<std::uint32_t> all = split.train;
  all.insert(all.end(), split.validation.begin(), split.validation.end());
  all.insert(all.end(), split.test.begin(), split.test.end());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace luce::cli
