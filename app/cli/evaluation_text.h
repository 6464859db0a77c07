// How `luce-cli evaluate` tells what it found: tables for people, JSON and CSV for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/evaluate.h"

namespace luce::cli {

struct EvaluationResult {
  std::string split;
  OffPolicySettings settings;
  PolicyReport report;
  std::optional<PolicyReport> compared;
  std::vector<PairedDifference> differences;  ///< report − compared
};

void printEvaluation(const EvaluationResult& result);
nlohmann::ordered_json evaluationJson(const EvaluationResult& result);
/// One line an estimator. file: "-" = standard output. Throws Error when it cannot be written.
void writeEvaluationCsv(const EvaluationResult& result, const std::string& file);

/// Columns slate_id, item_id, p_<task>…: what the reward model says of every candidate.
void writeRewardModelCsv(const SlateTable& table, const Predictions& model,
                         const std::string& file);

}  // namespace luce::cli
