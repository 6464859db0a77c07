#include "core/simulation/csv_sink.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <set>

#include "core/common/csv_field.h"
#include "core/common/error.h"

namespace luce {

namespace {

std::string numberField(double value) {
  return std::isnan(value) ? "" : fmt::format("{:.9g}", value);
}

/// Features are written with six digits: more would only make the file larger.
std::string featureField(double value) {
  return std::isnan(value) ? "" : fmt::format("{:.6g}", value);
}

std::vector<std::string> columnsOf(const Schema& schema) {
  std::vector<std::string> columns{"slate_id", "item_id"};
  if (schema.hasPosition) columns.push_back("position");
  if (schema.hasPropensity) columns.push_back("propensity");
  if (schema.hasExamination) columns.push_back("examination");
  if (schema.hasTime) columns.push_back("timestamp");
  for (const FeatureScope scope : {FeatureScope::Context, FeatureScope::Candidate}) {
    for (const FeatureKind kind : {FeatureKind::Numeric, FeatureKind::Category}) {
      for (const Feature& feature : schema.select(scope, kind)) columns.push_back(feature.name);
    }
  }
  columns.insert(columns.end(), schema.tasks.begin(), schema.tasks.end());
  return columns;
}

void requireDistinct(const std::vector<std::string>& columns) {
  std::set<std::string> seen;
  for (const std::string& column : columns) {
    if (seen.insert(column).second) continue;
    throw Error(fmt::format(
        "The log cannot be written as CSV because two of its columns would be named \"{}\"; rename "
        "the task or feature of this name.",
        column));
  }
}

}  // namespace

void CsvSink::begin(const Schema& schema) {
  if (schema.shape == LogShape::Bandit) {
    throw Error("A bandit log cannot be written as CSV; simulate it into a workspace.");
  }
  const std::vector<std::string> columns = columnsOf(schema);
  requireDistinct(columns);
  schema_ = schema;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    stream_ << (i == 0 ? "" : ",") << csvField(columns[i]);
  }
  stream_ << '\n';
}

void CsvSink::addItem(const ItemRecord&) {
  throw Error("A catalogue cannot be written as CSV; simulate it into a workspace.");
}

void CsvSink::addSlate(const SlateRecord& slate) {
  slateKey_ = csvField(slate.key);
  time_ = schema_.hasTime ? "," + (std::isnan(slate.time) ? "" : fmt::format("{:.15g}", slate.time))
                          : "";
  slateColumns_.clear();
  for (const double value : slate.contextNumeric) slateColumns_ += "," + featureField(value);
  for (const std::string_view value : slate.contextCategory) slateColumns_ += "," + csvField(value);
}

void CsvSink::addCandidate(const CandidateRecord& candidate) {
  stream_ << slateKey_ << ',' << csvField(candidate.item);
  if (schema_.hasPosition) stream_ << ',' << candidate.position;
  if (schema_.hasPropensity) stream_ << ',' << numberField(candidate.propensity);
  if (schema_.hasExamination) stream_ << ',' << numberField(candidate.examination);
  stream_ << time_ << slateColumns_;
  for (const double value : candidate.numeric) stream_ << ',' << featureField(value);
  for (const std::string_view value : candidate.category) stream_ << ',' << csvField(value);
  for (const float label : candidate.labels) stream_ << ',' << numberField(label);
  stream_ << '\n';
}

}  // namespace luce
