#include "core/export/ranking_model.h"

#include <fmt/format.h>

#include "core/common/error.h"

namespace luce {

RankingModel rankingModelOf(std::span<const std::byte> checkpoint, TaskWeights valueWeights,
                            double temperature) {
  RankingModel ranker{readCheckpoint(checkpoint), std::move(valueWeights), temperature};
  const std::size_t tasks = ranker.estimator.shape.tasks.size();
  if (ranker.valueWeights.size() != tasks) {
    throw Error(fmt::format("The estimator has {} tasks, but {} value weights were given.", tasks,
                            ranker.valueWeights.size()));
  }
  return ranker;
}

}  // namespace luce
