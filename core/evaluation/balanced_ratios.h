// Importance ratios without propensities: a classifier that learns to tell the policy's choices
// from the logged ones knows how much likelier the policy is to choose an item, w = p/(1 − p)
// (Sondhi, Arbour & Dimmery 2020).
//
// The classifier is a ridge logistic regression on log π, the logarithm of how often the item was
// logged, and the candidate's first 48 numeric features. Each logged row stands for one choice of
// the log (label 0) and one of the policy (label 1), drawn from π. Rows are judged by classifiers
// that did not learn from them (two folds, by turns; each learns from 40,000 rows at most).
#pragma once

#include "core/dataset/slate_table.h"
#include "core/evaluation/weighted_rows.h"

namespace luce {

struct PolicyProbabilities;  // evaluation/policy_rows.h

/// Fills weighted.balancedRatio, or says why not.
void addBalancedRatios(const SlateTable& table, const PolicyProbabilities& policy,
                       const LoggedRows& rows, WeightedRows& weighted);

}  // namespace luce
