// What `luce-cli evaluate` was asked for, and its answer.
#pragma once

#include <string>
#include <vector>

#include "app/cli/evaluation_text.h"
#include "app/cli/policy_choice.h"
#include "core/evaluation/off_policy.h"

namespace luce::cli {

/// Names are empty where nothing was said.
struct EvaluationRequest {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string checkpoint = "result";
  std::string policy;         ///< uniform, logging, or supervised: the run's after its warm-up
  std::string policyFile;     ///< from elsewhere
  std::string keep;           ///< the name under which policyFile is kept; empty = it is not
  std::string policyName;     ///< of one that the workspace keeps
  std::string compare;        ///< a run, uniform or logging
  std::string comparePolicy;  ///< one that the workspace keeps
  std::string split = "test";
  bool rewardModel = true;
  int folds = 3;         ///< of the reward model's cross-fitting
  std::string category;  ///< of items, for MIPS; empty = chosen by SLOPE
  std::string segments;
  int places = 10;  ///< that a whole slate's value counts
  std::string rewardModelCsv;
  PolicyChoice choice;
  OffPolicySettings offPolicy;
};

/// The judged policy, what it is compared with, and their paired difference. Opens the workspace;
/// shows its progress, ends at an interruption. Throws Error for what cannot be judged.
EvaluationResult evaluatePolicy(const EvaluationRequest& request);

}  // namespace luce::cli
