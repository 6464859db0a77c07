#include "core/simulation/csv_sink.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

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

}  // namespace

void CsvSink::begin(const Schema& schema) {
  if (schema.shape == LogShape::Bandit) {
    throw Error("A bandit log cannot be written as CSV; simulate it into a workspace.");
  }
  schema_ = schema;
  stream_ << "slate_id,item_id";
  if (schema.hasPosition) stream_ << ",position";
  if (schema.hasPropensity) stream_ << ",propensity";
  if (schema.hasExamination) stream_ << ",examination";
  if (schema.hasTime) stream_ << ",timestamp";
  for (const FeatureScope scope : {FeatureScope::Context, FeatureScope::Candidate}) {
    for (const FeatureKind kind : {FeatureKind::Numeric, FeatureKind::Category}) {
      for (const Feature& feature : schema.select(scope, kind)) {
        stream_ << ',' << csvField(feature.name);
      }
    }
  }
  for (const std::string& task : schema.tasks) stream_ << ',' << csvField(task);
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
