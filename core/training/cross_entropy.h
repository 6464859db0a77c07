// How far predicted probabilities are from what was seen.
#pragma once

#include "core/dataset/slate_table.h"
#include "core/policy/logged_rows.h"
#include "core/policy/predictions.h"

namespace luce {

/// Mean binary cross-entropy over (logged row, task), nats, of the predictions of the slates that
/// the rows were selected from; where the log states examination, of the chance that an action is
/// seen. NaN without rows. See objective/logit_loss.h for the loss that is trained.
double crossEntropy(const SlateTable& table, const LoggedRows& rows,
                    const Predictions& predictions);

}  // namespace luce
