#include "core/training/start.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/common/error.h"

namespace luce {

namespace {

std::string describe(const EstimatorSettings& estimator) {
  const std::string layers =
      estimator.hidden.empty()
          ? "is linear"
          : fmt::format("has hidden layers of {}", fmt::join(estimator.hidden, ", "));
  if (estimator.embeddingDimension == 0) return layers + " without categories";
  return fmt::format("{} with embeddings of {} in {} buckets, {} the item's own", layers,
                     estimator.embeddingDimension, estimator.hashBuckets,
                     estimator.itemEmbedding ? "with" : "without");
}

std::string list(const std::vector<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

void requireSame(const std::string& run, const char* what, const std::vector<std::string>& theirs,
                 const std::vector<std::string>& ours) {
  if (theirs == ours) return;
  throw Error(
      fmt::format("The run \"{}\" cannot be continued on this dataset: its {} are {}, and those of "
                  "the dataset are {}.",
                  run, what, list(theirs), list(ours)));
}

}  // namespace

void requireStart(const SlateTable& table, const Experiment& experiment,
                  const StartingWeights* start) {
  if (experiment.start && start == nullptr) {
    throw Error(fmt::format(
        "The experiment starts from the run \"{}\" of a workspace, but there is none to "
        "take it from here. Remove experiment.start.",
        experiment.start->run));
  }
  if (!experiment.start && start != nullptr) {
    throw Error("There are weights to start from, but experiment.start does not name them.");
  }
  if (start == nullptr) return;
  startingEstimator(table, experiment, start->weights);
  if (experiment.start->reference == StartReference::Source) {
    startingEstimator(table, experiment, start->reference);
  }
}

Estimator startingEstimator(const SlateTable& table, const Experiment& experiment,
                            std::span<const std::byte> checkpoint) {
  const std::string& run = experiment.start->run;
  Estimator estimator = Estimator::fromCheckpoint(checkpoint, experiment.device);
  const EstimatorShape& shape = estimator.shape();
  if (shape.settings != experiment.estimator) {
    throw Error(
        fmt::format("The run \"{}\" cannot be continued by this experiment: its estimator {}, and "
                    "that of the experiment {}.",
                    run, describe(shape.settings), describe(experiment.estimator)));
  }
  const FeatureLayout features = featureLayout(table.schema());
  requireSame(run, "numeric features", shape.features.numeric, features.numeric);
  requireSame(run, "categories", shape.features.category, features.category);
  requireSame(run, "tasks", shape.tasks, table.schema().tasks);
  return estimator;
}

}  // namespace luce
