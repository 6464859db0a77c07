// Which rows share one mean and spread when a scheme compares rewards. A slate log has many rows a
// slate, so the slate is the group; a bandit log has one, whose advantage within its slate would
// always be 0: there rows are compared over the batch, or over rows of a like context.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

class AdvantageGroups {
 public:
  /// Throws Error when a context bucket is asked of a log without context features, or of a feature
  /// that is none.
  AdvantageGroups(const SlateTable& table, const ObjectiveSettings& settings, RowKind rows);

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

/// What people should know of an experiment on this log before they train: choices under which a
/// scheme cannot move, or moves for the wrong reason. One sentence each; usually none.
std::vector<std::string> adviceOn(const SlateTable& table, const ObjectiveSettings& settings);

/// Throws Error when the log cannot give what the scheme looks at, naming the remedy.
void requireScheme(const SlateTable& table, const Scheme& scheme, RowKind rows);

}  // namespace luce
