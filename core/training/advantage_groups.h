// Which rows share one mean and spread when a scheme compares rewards. A slate log has many rows a
// slate, so the slate is the group; a bandit log has one, whose advantage within its slate would
// always be 0: there rows are compared over the batch, or over rows of a like context.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/training/experiment.h"
#include "core/training/parallel/process_group.h"

namespace luce {

class AdvantageGroups {
 public:
  /// Throws Error when a context bucket is asked of a log without context features, or of a feature
  /// that is none.
  /// The deciles of a number are those of the slates that are trained on; group: of the processes
  /// that hold a share of them each, null = there is one.
  AdvantageGroups(const SlateTable& table, std::span<const std::uint32_t> trained,
                  const ObjectiveSettings& settings, RowKind rows, ProcessGroup* group = nullptr);

  /// What Automatic became.
  AdvantageGroup kind() const { return kind_; }
  /// The feature whose values are the buckets; empty unless kind() is Context.
  const std::string& feature() const { return feature_; }

  /// One group number a row; empty = its slate. slates: those of the batch.
  void assign(std::span<const std::uint32_t> slates, const LoggedRows& rows,
              std::vector<std::uint32_t>& group) const;

 private:
  AdvantageGroup kind_;
  std::string feature_;
  std::vector<std::uint32_t> bucket_;  ///< by slate
};

/// Whether a slate has one such row, so that its rewards cannot be compared within it.
bool hasOneRowASlate(const SlateTable& table, RowKind rows);

/// Throws Error when the settings compare rows by a context feature that the log lacks.
void requireAdvantageGroup(const SlateTable& table, const ObjectiveSettings& settings);

}  // namespace luce
