// The values of one record of a flat log, by the order in which the schema wants them.
#pragma once

#include <string_view>
#include <vector>

#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/log_columns.h"

namespace luce {

/// Views live until the next record.
struct LineValues {
  std::string_view slate, user, item;
  double time = kMissing;
  std::uint16_t position = 0;
  double propensity = kMissing;
  double examination = kMissing;
  double loggingScore = 0;  ///< Σ_t weight_t·p_t of the logging model
  std::vector<double> contextNumeric;
  std::vector<std::string_view> contextCategory;
  std::vector<double> numeric;
  std::vector<std::string_view> category;
  std::vector<float> labels;
};

/// Reads the record's fields into `values`; what does not fit becomes a problem of the record.
void readLine(const LogColumns& columns, CheckedRecord& record, LineValues& values);

}  // namespace luce
