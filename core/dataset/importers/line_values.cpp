#include "core/dataset/importers/line_values.h"

#include <algorithm>

namespace luce {

namespace {

/// The value weight of a logging model's column.
double weightOf(const LogColumns& columns, std::size_t column) {
  for (const auto& task : columns.mapping.loggingModel->tasks) {
    if (task.column == columns.header[column]) return task.weight;
  }
  return 0;
}

}  // namespace

void readLine(const LogColumns& columns, CheckedRecord& record, LineValues& values) {
  values.contextNumeric.clear();
  values.contextCategory.clear();
  values.numeric.clear();
  values.category.clear();
  values.labels.clear();
  values.loggingScore = 0;
  for (std::size_t i = 0; i < columns.roles.size(); ++i) {
    switch (columns.roles[i]) {
      case ColumnRole::Ignored:
      case ColumnRole::Task:
        break;
      case ColumnRole::Slate:
        values.slate = record.key(i);
        break;
      case ColumnRole::User:
        values.user = record.key(i);
        values.contextCategory.push_back(values.user);
        break;
      case ColumnRole::Item:
        values.item = record.key(i);
        break;
      case ColumnRole::Position:
        values.position = record.position(i);
        break;
      case ColumnRole::Propensity:
        values.propensity = record.probability(i);
        break;
      case ColumnRole::Examination:
        values.examination = record.probability(i);
        break;
      case ColumnRole::Time:
        values.time = record.time(i);
        break;
      case ColumnRole::LoggingModel:
        values.loggingScore += weightOf(columns, i) * record.label(i, LabelRule{});
        break;
      case ColumnRole::ContextNumber:
        values.contextNumeric.push_back(record.number(i));
        break;
      case ColumnRole::ContextCategory:
        values.contextCategory.push_back(record.category(i));
        break;
      case ColumnRole::CandidateNumber:
        values.numeric.push_back(record.number(i));
        break;
      case ColumnRole::CandidateCategory:
        values.category.push_back(record.category(i));
        break;
    }
  }
  for (std::size_t task = 0; task < columns.tasks.size(); ++task) {
    values.labels.push_back(record.label(columns.taskColumns[task], columns.tasks[task].label));
  }
}

}  // namespace luce
