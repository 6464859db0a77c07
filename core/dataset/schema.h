// What the columns of a log mean.
#pragma once

#include <string>
#include <vector>

namespace luce {

/// Slate: all N items were shown, each with its actions.
/// Bandit: one action of a known catalogue, and reward for it only (Open Bandit).
enum class LogShape { Slate, Bandit };

enum class FeatureKind {
  Numeric,   ///< a number; missing = NaN, replaced by the training mean
  Category,  ///< a text or id, hashed into an embedding (see common/hash.h)
};

enum class FeatureScope {
  Context,    ///< one value a slate (the user, the request)
  Candidate,  ///< one value a shown candidate; slate logs only
  Item,       ///< one value an item of the catalogue
  Pair,  ///< one value a (slate, catalogue item), zero unless stored; numeric, bandit logs only
};

struct Feature {
  std::string name;
  FeatureKind kind = FeatureKind::Numeric;
  FeatureScope scope = FeatureScope::Candidate;
  bool operator==(const Feature&) const = default;
};

/// The order of `features` is the order in which values are passed everywhere.
struct Schema {
  LogShape shape = LogShape::Slate;
  std::vector<std::string> tasks;  ///< user actions that are predicted and valued; at least one
  std::vector<Feature> features;
  bool hasTime = false;
  bool hasPosition = false;
  bool hasPropensity = false;   ///< the log states π_β; single values may still be missing
  bool hasExamination = false;  ///< the log states each place's examination propensity

  bool operator==(const Schema&) const = default;

  /// Features of one scope and kind, in schema order.
  std::vector<Feature> select(FeatureScope scope, FeatureKind kind) const;
};

/// Throws Error when the schema contradicts itself: no task, a task or a feature of one scope named
/// twice, candidate features in a bandit log, pair features in a slate log or that are categories.
void requireConsistent(const Schema& schema);

/// One JSON object, the inverse of schemaFromJson (used inside workspaces).
std::string schemaToJson(const Schema& schema);
/// Throws Error naming the member at fault.
Schema schemaFromJson(const std::string& json);

}  // namespace luce
