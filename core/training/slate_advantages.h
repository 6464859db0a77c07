// The advantages of one slate's rows, as the objective computes them for its loss.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/training/advantage_groups.h"
#include "core/training/experiment.h"

namespace luce {

class SlateAdvantages {
 public:
  /// Throws Error as AdvantageGroups and requireRows do, and for a scheme that there is not.
  SlateAdvantages(std::shared_ptr<const SlateTable> table, const ObjectiveSettings& settings);

  /// A of every candidate, NaN where the candidate is no row. Where rows are compared over a batch,
  /// which differs from step to step, slates from all over the log (up to 4,096) stand for it.
  std::vector<double> of(std::uint32_t slate, std::span<const double> rewardWeights) const;

 private:
  std::shared_ptr<const SlateTable> table_;
  AdvantageKind kind_;
  RowKind rows_;
  PropensityRule rule_;
  AdvantageGroups groups_;
  std::vector<std::uint32_t> batch_;  ///< empty where slates are compared within themselves
};

}  // namespace luce
