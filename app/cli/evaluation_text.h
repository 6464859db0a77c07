// How `luce-cli evaluate` tells what it found: tables for people, JSON and CSV for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/calibration.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/exposure.h"
#include "core/evaluation/ranking_quality.h"
#include "core/evaluation/segments.h"
#include "core/evaluation/slate_value.h"

namespace luce::cli {

/// What predictions allow to say beyond a policy's reward.
struct QualityResult {
  RankingQuality ranking;
  std::vector<Interval> rankingMeans;  ///< of ranking.measures, over slates
  Exposure exposure;
  std::vector<TaskCalibration> calibration;
  std::optional<SlateValue> slateValue;  ///< slate logs
  std::size_t places = 0;                ///< that it counts
  std::optional<Segmentation> segmentation;
  std::vector<EstimatedValue> segmentRewards;  ///< SNIPS of each segment; empty if cut by rows
};

struct EvaluationResult {
  std::string split;
  OffPolicySettings settings;
  PolicyReport report;
  std::optional<QualityResult> quality;  ///< of policies that predict
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
