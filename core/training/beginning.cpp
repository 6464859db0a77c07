#include "core/training/beginning.h"

#include <fmt/format.h>

#include <utility>

#include "core/common/error.h"
#include "core/training/parallel/agreement.h"

namespace luce {

namespace {

EstimatorShape estimatorShape(const SlateTable& table, const Experiment& experiment,
                              const Split& split, ProcessGroup* group) {
  if (split.train.empty()) {
    throw Error(
        fmt::format("No slate is left to train on: the dataset has {}, and validation and "
                    "test take {} and {}.",
                    table.slateCount(), split.validation.size(), split.test.size()));
  }
  return {featureLayout(table.schema()), table.schema().tasks,
          sharedMoments(table, split.train, group), experiment.estimator};
}

}  // namespace

PolicyLoss policyLoss(const Experiment& experiment) {
  const ObjectiveSettings& objective = experiment.objective;
  PolicyLoss loss;
  loss.scheme = &findScheme(objective.scheme);
  loss.parameters = schemeParameters(objective);
  loss.advantage = objective.advantage.value_or(loss.scheme->description().advantage);
  loss.temperature = experiment.temperature;
  loss.weight = objective.weight;
  loss.klWeight = objective.klWeight;
  loss.regulariser = &findRegulariser(objective.regulariser);
  loss.entropyWeight = objective.entropyWeight;
  return loss;
}

Split splitOf(const SlateTable& table, const Experiment& experiment, const DataShare* share) {
  if (share == nullptr) return splitSlates(table, experiment.split);
  Split split;
  split.train = share->ownTrain;
  split.validation = share->validation;
  return split;
}

Estimator firstEstimator(const SlateTable& table, const Experiment& experiment, const Split& split,
                         const StartingWeights* start, ProcessGroup* group) {
  EstimatorShape shape = estimatorShape(table, experiment, split, group);
  return start == nullptr ? Estimator(std::move(shape), experiment.seed, experiment.device)
                          : startingEstimator(table, experiment, start->weights);
}

}  // namespace luce
