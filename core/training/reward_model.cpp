#include "core/training/reward_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/training/batch.h"
#include "core/training/cross_entropy.h"
#include "core/training/learner.h"
#include "core/training/shuffle.h"

namespace luce {

namespace {

constexpr std::int64_t kMostStoppingCandidates = 20'000;
/// Epochs without a better one after which a model stops learning.
constexpr int kPatience = 8;

std::int64_t epochsFor(std::size_t slates, const RewardModelSettings& settings) {
  const auto count = static_cast<std::int64_t>(slates);
  const std::int64_t batches = (count + settings.slatesPerBatch - 1) / settings.slatesPerBatch;
  const std::int64_t wanted =
      std::max<std::int64_t>(settings.epochs, (settings.leastSteps + batches - 1) / batches);
  return std::clamp<std::int64_t>(settings.mostRows / count, 1, wanted);
}

/// Slates that a fold's model is stopped by, taken out of those it learns from.
struct StoppingSlates {
  std::vector<std::uint32_t> slates;
  LoggedRows rows;
};

StoppingSlates takeStoppingSlates(const SlateTable& table, std::vector<std::uint32_t>& slates) {
  constexpr std::size_t kEvery = 6;
  StoppingSlates stopping;
  std::vector<std::uint32_t> rest;
  for (std::size_t i = 0; i < slates.size(); ++i) {
    (i % kEvery == 0 ? stopping.slates : rest).push_back(slates[i]);
  }
  slates = std::move(rest);
  stopping.slates = thinSlates(table, stopping.slates, kMostStoppingCandidates);
  selectRows(table, stopping.slates, naturalRowKind(table), PropensityRule::One, stopping.rows);
  return stopping;
}

/// One fold's model, of the epoch that predicted slates apart best. tell: how much is done.
template <class Tell>
Estimator fitFold(const SlateTable& table, std::vector<std::uint32_t> slates, std::uint64_t seed,
                  const RewardModelSettings& settings, std::stop_token stop, Tell&& tell) {
  const StoppingSlates stopping = takeStoppingSlates(table, slates);
  Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                       numericMoments(table, slates), settings.estimator},
                      seed);
  Learner::Settings learning;
  learning.learningRate = settings.learningRate;
  learning.weightDecay = settings.weightDecay;
  Learner learner(estimator, learning, std::vector<double>(table.taskCount(), 1.0));
  const auto batchSize = static_cast<std::size_t>(settings.slatesPerBatch);
  const std::int64_t epochs = epochsFor(slates.size(), settings);
  Estimator best = estimator.clone();
  double least = std::numeric_limits<double>::infinity();
  int worse = 0;
  TrainingBatch batch;
  for (std::int64_t epoch = 0; epoch < epochs && worse < kPatience; ++epoch) {
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
    const double loss =
        crossEntropy(table, stopping.rows, estimator.predict(table, stopping.slates, stop));
    ++worse;
    if (!(loss < least)) continue;
    least = loss;
    worse = 0;
    best.copyWeights(estimator);
  }
  return best;
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
