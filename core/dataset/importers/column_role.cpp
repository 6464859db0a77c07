#include "core/dataset/importers/column_role.h"

namespace luce {

const char* titleOf(ColumnRole role) {
  switch (role) {
    case ColumnRole::Ignored:
      return "ignored";
    case ColumnRole::Slate:
      return "slate";
    case ColumnRole::User:
      return "user";
    case ColumnRole::Item:
      return "item";
    case ColumnRole::Position:
      return "position";
    case ColumnRole::Propensity:
      return "propensity";
    case ColumnRole::Examination:
      return "examination";
    case ColumnRole::Time:
      return "time";
    case ColumnRole::Task:
      return "task";
    case ColumnRole::LoggingModel:
      return "logging model's probability";
    case ColumnRole::ContextNumber:
      return "context feature, number";
    case ColumnRole::ContextCategory:
      return "context feature, category";
    case ColumnRole::CandidateNumber:
      return "candidate feature, number";
    case ColumnRole::CandidateCategory:
      return "candidate feature, category";
  }
  return "";
}

}  // namespace luce
