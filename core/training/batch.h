// One training step's data, gathered from a log.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/common/crew.h"
#include "core/dataset/gather.h"
#include "core/objective/logit_loss.h"
#include "core/policy/logged_rows.h"

namespace luce {

struct TrainingBatch {
  /// Of the log, by which what does not change from one epoch to the next is remembered; empty = do
  /// not remember.
  std::vector<std::uint32_t> slates;
  GatheredSlates inputs;
  LabelledRows labelled;                ///< what BCE is fitted to
  LoggedRows rows;                      ///< what the reward term sees; empty in supervised batches
  std::vector<double> rewards;          ///< one a row
  std::vector<std::uint32_t> group;     ///< advantage group of each row; empty = its slate
  std::vector<std::int64_t> listOrder;  ///< see ObjectiveBatch; empty unless asked for
  /// π_β of every candidate as the log states it, NaN = not stated; empty in supervised batches and
  /// where the log states none of other candidates than the chosen one (bandit logs).
  std::vector<double> stated;
};

/// For BCE alone: bandit logs contribute the chosen action only, since nothing is known of others.
void gatherSupervisedBatch(const SlateTable& table, std::span<const std::uint32_t> slates,
                           TrainingBatch& batch, Crew* crew = nullptr);

/// For alignment: all candidates, the rows of that kind with their rewards.
/// crew: whose threads take a part each; null = none.
void gatherAlignmentBatch(const SlateTable& table, std::span<const std::uint32_t> slates,
                          RowKind kind, PropensityRule rule, std::span<const double> rewardWeights,
                          TrainingBatch& batch, Crew* crew = nullptr);

/// Fills batch.listOrder for a list scheme. Shown: by place, items of unknown place last.
void orderBatch(const SlateTable& table, std::span<const std::uint32_t> slates, ListOrder list,
                TrainingBatch& batch);

}  // namespace luce
