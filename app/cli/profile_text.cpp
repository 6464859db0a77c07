#include "app/cli/profile_text.h"

#include <fmt/format.h>

#include <cmath>

#include "app/cli/console.h"
#include "app/cli/dataset_text.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

ordered_json describe(const Histogram& histogram) {
  return {{"edges", histogram.edges}, {"counts", histogram.counts}};
}

ordered_json describe(const PropensityProfile& found) {
  return {{"rows", found.rows},
          {"stated", found.stated},
          {"smallest", found.smallest},
          {"largest", found.largest},
          {"mean_inverse", found.meanInverse},
          {"log10_histogram", describe(found.logHistogram)},
          {"tiny", found.tiny},
          {"constant", found.constant},
          {"summed_slates", found.summedSlates},
          {"uneven_slates", found.unevenSlates},
          {"across_places", found.acrossPlaces}};
}

ordered_json describe(const FeatureProfile& found) {
  ordered_json object{{"name", found.feature.name},
                      {"scope", scopeName(found.feature.scope)},
                      {"missing", found.missing}};
  if (found.feature.kind == FeatureKind::Category) {
    object.update({{"kind", "category"},
                   {"distinct", found.distinct},
                   {"most_frequent", found.mostFrequent}});
    return object;
  }
  object.update({{"kind", "numeric"},
                 {"smallest", found.smallest},
                 {"largest", found.largest},
                 {"mean", found.mean},
                 {"deviation", found.deviation},
                 {"label_correlation", found.labelCorrelation},
                 {"histogram", describe(found.histogram)}});
  return object;
}

std::string number(double value) {
  return std::isnan(value) ? "-" : fmt::format("{:.4g}", value);
}

void printTasks(const DatasetProfile& profile) {
  std::vector<std::vector<std::string>> table{{"task", "mean", "positives"}};
  for (const TaskProfile& task : profile.tasks) table.front().push_back("r " + task.name);
  for (std::size_t a = 0; a < profile.tasks.size(); ++a) {
    const TaskProfile& task = profile.tasks[a];
    table.push_back({task.name, number(task.mean), std::to_string(task.positives)});
    for (std::size_t b = 0; b < profile.tasks.size(); ++b) {
      table.back().push_back(number(profile.taskCorrelation[a * profile.tasks.size() + b]));
    }
  }
  printTable(table);
}

void printFeatures(const DatasetProfile& profile) {
  if (profile.features.empty()) return;
  std::vector<std::vector<std::string>> table{
      {"feature", "scope", "missing", "smallest", "mean", "largest", "distinct"}};
  for (const FeatureProfile& found : profile.features) {
    const bool category = found.feature.kind == FeatureKind::Category;
    table.push_back({found.feature.name, scopeName(found.feature.scope),
                     fmt::format("{:.1f} %", 100 * found.missing),
                     category ? "" : number(found.smallest), category ? "" : number(found.mean),
                     category ? "" : number(found.largest),
                     category ? std::to_string(found.distinct) : ""});
  }
  printTable(table);
}

}  // namespace

ordered_json describeProfile(const DatasetProfile& profile) {
  ordered_json tasks = ordered_json::array(), features = ordered_json::array();
  for (const TaskProfile& task : profile.tasks) {
    tasks.push_back({{"name", task.name},
                     {"mean", task.mean},
                     {"positives", task.positives},
                     {"not_binary", task.notBinary}});
  }
  for (const FeatureProfile& found : profile.features) features.push_back(describe(found));
  return {{"shape", profile.shape == LogShape::Slate ? "slate" : "bandit"},
          {"slates", profile.slates},
          {"candidates", profile.candidates},
          {"rows", profile.rows},
          {"items", profile.items},
          {"first_time", profile.firstTime},
          {"last_time", profile.lastTime},
          {"stated_positions", profile.statedPositions},
          {"slate_sizes",
           {{"smallest", profile.smallestSlate},
            {"median", profile.medianSlate},
            {"largest", profile.largestSlate},
            {"histogram", describe(profile.slateSizes)},
            {"with_an_item_twice", profile.repeatingSlates}}},
          {"tasks", tasks},
          {"task_correlation", profile.taskCorrelation},
          {"propensities", describe(profile.propensities)},
          {"features", features},
          {"warnings", profile.warnings}};
}

void printProfile(const DatasetProfile& profile) {
  fmt::print("{} slates of {} to {} candidates (median {}), {} logged rows, {} items\n",
             profile.slates, profile.smallestSlate, profile.largestSlate, profile.medianSlate,
             profile.rows, profile.items);
  const PropensityProfile& found = profile.propensities;
  if (found.stated > 0) {
    fmt::print(
        "propensities in {} of {} rows, from {:.4g} to {:.4g}, mean of 1/propensity {:.4g}\n",
        found.stated, found.rows, found.smallest, found.largest, found.meanInverse);
  }
  printTasks(profile);
  printFeatures(profile);
  for (const std::string& warning : profile.warnings) fmt::print("! {}\n", warning);
}

}  // namespace luce::cli
