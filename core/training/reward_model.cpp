#include "core/training/reward_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/common/error.h"
#include "core/common/random.h"
#include "core/estimator/estimator.h"
#include "core/training/batch.h"
#include "core/training/learner.h"
#include "core/training/shuffle.h"

namespace luce {

namespace {

std::int64_t epochsFor(std::size_t slates, const RewardModelSettings& settings) {
  const auto count = static_cast<std::int64_t>(slates);
  const std::int64_t batches = (count + settings.slatesPerBatch - 1) / settings.slatesPerBatch;
  const std::int64_t wanted =
      std::max<std::int64_t>(settings.epochs, (settings.leastSteps + batches - 1) / batches);
  return std::clamp<std::int64_t>(settings.mostRows / count, 1, wanted);
}

/// One fold's model: told how much of its steps is done after each.
template <class Tell>
Estimator fitFold(const SlateTable& table, std::vector<std::uint32_t> slates, std::uint64_t seed,
                  const RewardModelSettings& settings, std::stop_token stop, Tell&& tell) {
  Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                       numericMoments(table, slates), settings.estimator},
                      seed);
  Learner::Settings learning;
  learning.learningRate = settings.learningRate;
  learning.weightDecay = settings.weightDecay;
  Learner learner(estimator, learning, std::vector<double>(table.taskCount(), 1.0));
  const auto batchSize = static_cast<std::size_t>(settings.slatesPerBatch);
  const std::int64_t epochs = epochsFor(slates.size(), settings);
  TrainingBatch batch;
  for (std::int64_t epoch = 0; epoch < epochs; ++epoch) {
    shuffleSlates(slates, seed, static_cast<std::uint64_t>(epoch));
    for (std::size_t begin = 0; begin < slates.size(); begin += batchSize) {
      if (stop.stop_requested()) throw Cancelled();
      const auto part = std::span<const std::uint32_t>(slates).subspan(
          begin, std::min(batchSize, slates.size() - begin));
      gatherSupervisedBatch(table, part, batch);
      learner.superviseStep(batch);
      for (const StepResult& result : learner.results()) {
        if (!result.finite) {
          throw Error("The reward model's loss was not a finite number; check the log's features.");
        }
      }
      tell((static_cast<double>(epoch) +
            static_cast<double>(begin) / static_cast<double>(slates.size())) /
           static_cast<double>(epochs));
    }
  }
  return estimator;
}

/// Copies predictions of some of the slates to their places among all.
void place(const Predictions& part, std::span<const std::size_t> locals, Predictions& all) {
  const auto from = static_cast<std::size_t>(part.candidates());
  const auto to = static_cast<std::size_t>(all.candidates());
  for (std::size_t i = 0; i < locals.size(); ++i) {
    const auto begin = static_cast<std::size_t>(part.offsets[i]);
    const auto count = static_cast<std::size_t>(part.offsets[i + 1]) - begin;
    const auto first = static_cast<std::size_t>(all.offsets[locals[i]]);
    for (std::size_t task = 0; task < all.tasks; ++task) {
      std::copy_n(part.probabilities.begin() + static_cast<std::ptrdiff_t>(task * from + begin),
                  count,
                  all.probabilities.begin() + static_cast<std::ptrdiff_t>(task * to + first));
    }
  }
}

}  // namespace

Predictions fitRewardModel(const SlateTable& table, std::span<const std::uint32_t> slates,
                           const RewardModelSettings& settings, const Progress& progress,
                           std::stop_token stop) {
  const auto folds = static_cast<std::size_t>(settings.folds);
  if (slates.size() < 2 * folds) {
    throw Error(
        fmt::format("A reward model needs at least {} slates to be cross-fitted; there are {}.",
                    2 * folds, slates.size()));
  }
  Predictions all;
  all.slates.assign(slates.begin(), slates.end());
  all.offsets.push_back(0);
  for (const std::uint32_t slate : slates) {
    all.offsets.push_back(all.offsets.back() + table.candidates(slate).count);
  }
  all.tasks = table.taskCount();
  all.probabilities.resize(static_cast<std::size_t>(all.candidates()) * all.tasks);

  std::vector<std::uint32_t> order(slates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  shuffleSlates(order, settings.seed, 1'000'000);
  double told = 0;
  const auto tell = [&](double done) {
    constexpr double kStep = 0.01;
    if (!progress || done < told + kStep) return;
    told = done;
    progress(done, "Fitting the reward model");
  };
  constexpr double kFitting = 0.8;  // of a fold's time
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<std::uint32_t> training, judged;
    std::vector<std::size_t> locals;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i % folds != fold) training.push_back(slates[order[i]]);
    }
    for (std::size_t i = fold; i < order.size(); i += folds) locals.push_back(order[i]);
    std::sort(locals.begin(), locals.end());
    for (const std::size_t local : locals) judged.push_back(slates[local]);
    const Estimator estimator =
        fitFold(table, std::move(training), settings.seed + fold, settings, stop, [&](double done) {
          tell((static_cast<double>(fold) + kFitting * done) / static_cast<double>(folds));
        });
    place(estimator.predict(table, judged, stop), locals, all);
  }
  return all;
}

}  // namespace luce
