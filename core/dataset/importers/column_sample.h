// What the first records of a log show of its columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset/importers/record_reader.h"

namespace luce {

struct ColumnSample {
  std::int64_t values = 0;  ///< fields that are not empty
  std::int64_t missing = 0;
  std::int64_t numbers = 0;
  std::int64_t zerosAndOnes = 0;
  std::int64_t likeNumbers = 0;       ///< numbers and what looks like one out of range, or like NaN
  std::int64_t decimalCommas = 0;     ///< texts such as "0,25", but not "1,299" (a thousand)
  std::int64_t distinct = 0;          ///< different fields, counted to kMostDistinct
  double smallest = 0, largest = 0;   ///< of the numbers
  std::vector<double> drawn;          ///< the numbers themselves, in file order
  std::vector<std::string> examples;  ///< up to 3 different fields
  static constexpr std::int64_t kMostDistinct = 1000;

  /// A few texts among numbers are mistakes to report.
  bool isText() const { return (values - likeNumbers) * 5 > values; }
  bool hasDecimalCommas() const {
    return isText() && decimalCommas > 0 && (numbers + decimalCommas) * 2 > values;
  }
  bool isBinary() const { return values > 0 && zerosAndOnes == values; }
};

inline constexpr int kSampledRecords = 1000;

/// One a column, of up to kSampledRecords.
std::vector<ColumnSample> sampleColumns(LogRecords& records);

}  // namespace luce
