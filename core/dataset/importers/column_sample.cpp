#include "core/dataset/importers/column_sample.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

constexpr std::size_t kMostExamples = 3;

/// What looks like a number out of range, or like NaN, is a mistake to report and not a text.
bool looksLikeNumber(std::string_view text) {
  return text.find_first_not_of("+-.0123456789eEinfINFaA") == std::string_view::npos;
}

bool hasDecimalComma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return false;
  const std::string_view whole = text.substr(0, comma);
  const bool thousands = text.size() - comma == 4 && whole != "0" && whole != "-0";
  if (thousands) return false;
  std::string number(text);
  number[comma] = '.';
  return parseNumber(number).has_value();
}

void addField(std::string_view text, ColumnSample& sample,
              std::unordered_set<std::string>& different) {
  if (text.empty()) {
    ++sample.missing;
    return;
  }
  ++sample.values;
  if (static_cast<std::int64_t>(different.size()) < ColumnSample::kMostDistinct &&
      different.emplace(text).second && sample.examples.size() < kMostExamples) {
    sample.examples.push_back(shown(text));
  }
  sample.distinct = static_cast<std::int64_t>(different.size());
  const auto number = parseNumber(text);
  if (number || looksLikeNumber(text)) ++sample.likeNumbers;
  if (!number) {
    if (hasDecimalComma(text)) ++sample.decimalCommas;
    return;
  }
  sample.smallest = sample.numbers == 0 ? *number : std::min(sample.smallest, *number);
  sample.largest = sample.numbers == 0 ? *number : std::max(sample.largest, *number);
  ++sample.numbers;
  if (*number == 0 || *number == 1) ++sample.zerosAndOnes;
  sample.drawn.push_back(*number);
}

}  // namespace

std::vector<ColumnSample> sampleColumns(LogRecords& records) {
  const std::size_t columns = records.columns().size();
  std::vector<ColumnSample> samples(columns);
  std::vector<std::unordered_set<std::string>> different(columns);
  for (int record = 0; record < kSampledRecords && records.next(); ++record) {
    if (records.fields().size() != columns) continue;
    for (std::size_t i = 0; i < columns; ++i) {
      addField(records.fields()[i], samples[i], different[i]);
    }
  }
  return samples;
}

}  // namespace luce
