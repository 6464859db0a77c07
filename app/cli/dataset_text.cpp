#include "app/cli/dataset_text.h"

#include <fmt/format.h>

#include "app/cli/console.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

std::string propensitySource(const DatasetSummary& dataset) {
  if (dataset.rowsWithPropensity == 0) return "none";
  return dataset.rowsWithPropensity == dataset.rows ? "logged" : "partly logged";
}

}  // namespace

const char* scopeName(FeatureScope scope) {
  switch (scope) {
    case FeatureScope::Context:
      return "context";
    case FeatureScope::Candidate:
      return "candidate";
    case FeatureScope::Item:
      return "item";
    case FeatureScope::Pair:
      break;
  }
  return "pair";
}

ordered_json describeDataset(const DatasetSummary& dataset) {
  ordered_json tasks = ordered_json::object();
  for (std::size_t i = 0; i < dataset.schema.tasks.size(); ++i) {
    tasks[dataset.schema.tasks[i]] = {{"mean", dataset.taskMeans[i]}};
  }
  ordered_json features = ordered_json::array();
  for (const Feature& feature : dataset.schema.features) {
    features.push_back({{"name", feature.name},
                        {"kind", feature.kind == FeatureKind::Numeric ? "numeric" : "category"},
                        {"scope", scopeName(feature.scope)}});
  }
  return {{"name", dataset.name},
          {"source", dataset.source},
          {"created", dataset.created},
          {"shape", dataset.schema.shape == LogShape::Slate ? "slate" : "bandit"},
          {"slates", dataset.slates},
          {"candidates", dataset.candidates},
          {"items", dataset.items},
          {"rows", dataset.rows},
          {"propensities", propensitySource(dataset)},
          {"rows_with_propensity", dataset.rowsWithPropensity},
          {"examination", dataset.schema.hasExamination},
          {"tasks", tasks},
          {"import", dataset.import.empty() ? ordered_json() : ordered_json::parse(dataset.import)},
          {"features", features}};
}

void printDataset(const DatasetSummary& dataset) {
  const bool slate = dataset.schema.shape == LogShape::Slate;
  fmt::print("{} ({} log, from {})\n", dataset.name, slate ? "slate" : "bandit", dataset.source);
  fmt::print("  {} slates, {} candidates, {} items, {} logged rows, propensities: {}\n",
             dataset.slates, dataset.candidates, dataset.items, dataset.rows,
             propensitySource(dataset));
  for (std::size_t i = 0; i < dataset.schema.tasks.size(); ++i) {
    fmt::print("  task {}: mean {:.4g}\n", dataset.schema.tasks[i], dataset.taskMeans[i]);
  }
  std::string features;
  for (const Feature& feature : dataset.schema.features) {
    features += (features.empty() ? "" : ", ") + feature.name;
  }
  fmt::print("  features: {}\n", features.empty() ? "none" : features);
}

}  // namespace luce::cli
