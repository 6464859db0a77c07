// What the evaluation page asks for and what it is told.
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/dataset/split.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/exposure.h"
#include "core/evaluation/ranking_quality.h"
#include "core/evaluation/segments.h"
#include "core/evaluation/slate_value.h"
#include "core/workspace/workspace.h"

namespace luce::desktop {

enum class JudgedSlates { Test, Validation };

struct EvaluationQuestion {
  int number = 0;
  QString workspace;
  QString run;
  DatasetSummary dataset;
  std::shared_ptr<const SlateTable> table;
  SplitSettings split;
  JudgedSlates slates = JudgedSlates::Test;
  PolicySettings settings;
  /// A PolicyReference as text, see core/evaluation/policy_reference.h; empty = compared with none.
  QString compare;
  OffPolicySettings offPolicy;
};

/// Places that a whole slate's value counts, weighted by 1/place.
inline constexpr std::size_t kJudgedPlaces = 10;

struct EvaluationView {
  int number = 0;
  PolicyReport report;
  std::optional<PolicyReport> compared;
  std::vector<PairedDifference> differences;  ///< report − compared
  IntervalKind interval = IntervalKind::Bootstrap;
  std::shared_ptr<const Predictions> predictions;
  PolicySettings settings;
  std::shared_ptr<const std::vector<TaskCalibration>> calibration;
  RankingQuality ranking;
  std::vector<Interval> rankingMeans;  ///< of ranking.measures, over slates; NaN = unknown
  Exposure exposure;
  std::optional<SlateValue> slateValue;  ///< of the first kJudgedPlaces places; slate logs
  std::vector<SegmentCut> cuts;          ///< what the log can be cut by
};

/// A segmentation with an off-policy estimate of each segment.
struct SegmentedView {
  int number = 0;  ///< of the evaluation that was cut
  std::shared_ptr<const Segmentation> segmentation;
  std::vector<EstimatedValue> estimates;  ///< SNIPS of each segment
  EstimatedValue all;
};

}  // namespace luce::desktop
