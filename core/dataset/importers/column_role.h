// What a column of a flat log can mean.
#pragma once

namespace luce {

enum class ColumnRole {
  Ignored,
  Slate,
  User,  ///< groups lines by SlateRule::UserAndGap; not a feature
  Item,
  Position,
  Propensity,
  Examination,
  Time,
  Task,
  LoggingModel,  ///< a logging model's probability of an action
  ContextNumber,
  ContextCategory,
  CandidateNumber,  ///< of bandit logs: a feature of the item
  CandidateCategory,
};
/// "slate", "item", …, "context feature, number": for people.
const char* titleOf(ColumnRole role);

}  // namespace luce
