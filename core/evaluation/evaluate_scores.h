// Judges a policy of which only scores are known: one that was not trained here.
#pragma once

#include "core/evaluation/evaluate.h"

namespace luce {

/// The settings under which predictions of one column, the scores, give those scores: one value
/// weight, 1. Measures of ranking and exposure take such predictions with such settings too; those
/// of tasks do not.
PolicySettings scoreSettings(PolicySettings settings);

/// Like evaluatePredictions, without what needs task probabilities. scores: one column.
PolicyReport evaluateScores(const SlateTable& table, const Predictions& scores,
                            const PolicySettings& settings, const OffPolicySettings& offPolicy,
                            const EvaluationAids& aids = {});

}  // namespace luce
