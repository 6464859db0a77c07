// Options by which evaluate, policy and export change a run's value model and rows.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/split.h"
#include "core/policy/policy_view.h"
#include "core/training/experiment.h"

namespace luce::cli {

struct PolicyChoice {
  std::string weights;        ///< "click=1,like=2"; empty = the experiment's
  std::string rewardWeights;  ///< empty = as `weights`, if given, else the experiment's
  std::optional<double> temperature;
  std::string rows;
  std::string propensityRule;
};

void addPolicyOptions(CLI::App& command, PolicyChoice& choice);

/// The experiment's settings with the choices applied. Rows are the ones that the log supports
/// without bias unless others are asked for. Throws Error naming what does not fit the dataset.
PolicySettings policySettings(const SlateTable& table, const Experiment& experiment,
                              const PolicyChoice& choice);

/// part: "train", "validation", "test" or "all".
std::vector<std::uint32_t> chooseSlates(const Split& split, const std::string& part);

}  // namespace luce::cli
