// What a report tells of runs: gathered from a workspace by gather.h, laid out by compose.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/profile.h"
#include "core/dataset/split.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/ranking_quality.h"
#include "core/evaluation/slate_value.h"
#include "core/training/experiment.h"
#include "core/workspace/workspace.h"

namespace luce {

/// How well a run's policy does on test slates.
struct RunJudgement {
  PolicySettings settings;
  PolicyReport result;
  std::optional<PolicyReport> supervised;  ///< the same run before alignment
  std::optional<PolicyReport> logging;     ///< where the log states all propensities it takes
  PolicyReport uniform;
  std::vector<PairedDifference> overSupervised;  ///< result − supervised, on the same slates
  std::vector<TaskCalibration> calibration;
  RankingQuality ranking;
  std::vector<Interval> rankingMeans;    ///< of ranking.measures, over slates; NaN = unknown
  std::optional<SlateValue> slateValue;  ///< slate logs
};

struct ReportedRun {
  RunRecord record;
  Experiment experiment;
  std::int64_t keptStep = -1;  ///< −1 = it has no weights
  std::vector<MetricPoint> metrics;
  SplitRule splitRule = SplitRule::Hash;            ///< as it was used
  std::size_t train = 0, validation = 0, test = 0;  ///< slates
  std::vector<std::string> advice;                  ///< see training/requirements.h
  std::optional<RunJudgement> judgement;
  std::string whyNotJudged;  ///< a sentence, where there is no judgement
};

struct ReportedDataset {
  DatasetSummary summary;
  DatasetProfile profile;
};

/// A run's reward less that of the first one, paired on the same slates.
struct ReportedDifference {
  std::string run;
  std::vector<PairedDifference> differences;
};

struct RunReport {
  std::string workspace;  ///< the file's name, without folders
  std::string written;    ///< ISO 8601 UTC
  std::vector<ReportedRun> runs;
  std::vector<ReportedDataset> datasets;  ///< of the runs, each once
  /// Of the runs on the first one's dataset and split, which are all paid by its reward weights.
  std::vector<ReportedDifference> differences;
  OffPolicySettings offPolicy;
};

/// Places that a whole slate's value counts, weighted by 1/place.
inline constexpr std::size_t kReportedPlaces = 10;

}  // namespace luce
