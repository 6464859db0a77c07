#include "core/policy/what_if.h"

#include <algorithm>
#include <numeric>

namespace luce {

std::vector<JudgedCandidate> judgeCandidates(const Predictions& predictions,
                                             const PolicySettings& settings) {
  const ScoredCandidates scored = applySettings(predictions, settings);
  std::vector<JudgedCandidate> candidates(scored.scores.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    JudgedCandidate& candidate = candidates[i];
    for (std::size_t task = 0; task < predictions.tasks; ++task) {
      const double probability = predictions.task(task)[i];
      candidate.probabilities.push_back(probability);
      candidate.contributions.push_back(settings.valueWeights[task] * probability);
    }
    candidate.score = scored.scores[i];
    candidate.policy = scored.policy[i];
  }
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return scored.scores[a] > scored.scores[b];
  });
  for (std::size_t place = 0; place < order.size(); ++place) {
    candidates[order[place]].rank = static_cast<std::int64_t>(place + 1);
  }
  return candidates;
}

std::vector<WhatIfRow> compareSlates(const SlateTable& table, const EditableSlate& before,
                                     const EditableSlate& after,
                                     const std::vector<JudgedCandidate>& judgedBefore,
                                     const std::vector<JudgedCandidate>& judgedAfter) {
  const EditableSlate logged = editableSlate(table, after.slate);
  std::vector<WhatIfRow> rows;
  std::size_t nextBefore = 0, nextAfter = 0;
  for (std::size_t i = 0; i < after.candidates.size(); ++i) {
    const EditableCandidate& candidate = after.candidates[i];
    WhatIfRow row;
    row.candidate = i;
    row.item = table.catalogue().keys[candidate.item];
    row.added = candidate.logged == kAdded;
    row.dropped = candidate.dropped;
    row.changed = !row.added && !row.dropped &&
                  !(candidate == logged.candidates[static_cast<std::size_t>(candidate.logged)]);
    if (i < before.candidates.size() && !before.candidates[i].dropped) {
      row.before = judgedBefore[nextBefore++];
    }
    if (!row.dropped) row.after = judgedAfter[nextAfter++];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace luce
