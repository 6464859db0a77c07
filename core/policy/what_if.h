// What a policy makes of the candidates of one slate, and what each task contributes.
#pragma once

#include <cstdint>
#include <vector>

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

}  // namespace luce
