// What a policy makes of the candidates of one slate, and what each task contributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/editable_slate.h"
#include "core/policy/policy_view.h"

namespace luce {

struct JudgedCandidate {
  std::vector<double> probabilities;  ///< by task
  std::vector<double> contributions;  ///< vm_t · p_t, whose sum is the score
  double score = 0;
  double policy = 0;      ///< π
  std::int64_t rank = 0;  ///< from 1, by score; equal scores in list order
};

/// predictions: of one slate.
std::vector<JudgedCandidate> judgeCandidates(const Predictions& predictions,
                                             const PolicySettings& settings);

/// One candidate before and after.
struct WhatIfRow {
  std::size_t candidate = 0;  ///< index in the slate as it is after
  std::string item;
  bool added = false;
  bool dropped = false;
  bool changed = false;                   ///< other features than in the log
  std::optional<JudgedCandidate> before;  ///< none if it was not there
  std::optional<JudgedCandidate> after;   ///< none if it is dropped
};

/// One row a candidate of `after`. Candidates are only ever added at the end, so those of both
/// sides stand side by side. judged…: of the candidates that are not dropped, in order.
std::vector<WhatIfRow> compareSlates(const SlateTable& table, const EditableSlate& before,
                                     const EditableSlate& after,
                                     const std::vector<JudgedCandidate>& judgedBefore,
                                     const std::vector<JudgedCandidate>& judgedAfter);

}  // namespace luce
