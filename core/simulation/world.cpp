#include "core/simulation/world.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace luce {

namespace {

constexpr std::size_t kCalibrationPairs = 20'000;

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// A random vector of length 1.
std::vector<double> drawDirection(Random& random, int size) {
  std::vector<double> direction(static_cast<std::size_t>(size));
  for (double& entry : direction) entry = random.normal();
  const double length = std::sqrt(dot(direction, direction));
  for (double& entry : direction) entry /= length > 0 ? length : 1;
  return direction;
}

/// share of `towards`, the rest of `own`, of length 1 when both are.
std::vector<double> blend(const std::vector<double>& own, const std::vector<double>& towards,
                          double share) {
  std::vector<double> mixed(own.size());
  const double rest = std::sqrt(1 - share * share);
  for (std::size_t i = 0; i < own.size(); ++i) mixed[i] = rest * own[i] + share * towards[i];
  return mixed;
}

double sigmoid(double logit) {
  return 1 / (1 + std::exp(-logit));
}

struct Moments {
  double mean = 0;
  double deviation = 1;
};

Moments momentsOf(std::span<const double> values) {
  const double mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
  return {mean, deviation > 1e-12 ? deviation : 1.0};
}

/// The bias that makes the mean probability the wanted rate, by bisection.
double solveBias(std::span<const double> logits, double rate) {
  // Beyond these every probability is 0 or 1 in double precision.
  constexpr double kFarOut = 40;
  const auto [least, largest] = std::minmax_element(logits.begin(), logits.end());
  double low = -*largest - kFarOut;
  double high = -*least + kFarOut;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (const double logit : logits) sum += sigmoid(middle + logit);
    (sum / static_cast<double>(logits.size()) < rate ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

World::World(const SimulationSettings& settings) : settings_(settings) {
  Random random(settings.worldSeed);
  const auto items = static_cast<std::size_t>(settings.items);
  itemNumbers_.resize(items * static_cast<std::size_t>(settings.itemFeatures));
  for (double& number : itemNumbers_) number = random.normal();
  for (std::size_t i = 0; i < items; ++i) {
    genre_.push_back(static_cast<std::uint32_t>(random.below(kGenres)));
  }
  const double scale = 1 / std::sqrt(static_cast<double>(settings.userFeatures) *
                                     static_cast<double>(settings.itemFeatures));
  affinity_.resize(static_cast<std::size_t>(settings.userFeatures * settings.itemFeatures));
  for (double& entry : affinity_) entry = scale * random.normal();
  for (std::size_t task = 0; task < settings.tasks.size(); ++task) {
    tasks_.push_back(drawTask(random, task == 0 ? nullptr : &tasks_.back()));
  }
  calibrate(random);
}

World::Task World::drawTask(Random& random, const Task* previous) const {
  // Each task leans against the one before it, so that value weights have something to decide.
  constexpr double kLean = -0.3;
  Task task;
  task.itemDirection = drawDirection(random, settings_.itemFeatures);
  task.userDirection = drawDirection(random, settings_.userFeatures);
  task.crossUser = drawDirection(random, settings_.userFeatures);
  task.crossItem = drawDirection(random, settings_.itemFeatures);
  task.bend = drawDirection(random, settings_.itemFeatures);
  if (previous != nullptr) {
    task.itemDirection = blend(task.itemDirection, previous->itemDirection, kLean);
    task.crossItem = blend(task.crossItem, previous->crossItem, kLean);
  }
  task.affinityWeight = 0.5 + random.uniform();
  task.segmentGenre.resize(kSegments * kGenres);
  for (double& entry : task.segmentGenre) entry = random.normal();
  return task;
}

double World::linearPart(const Task& task, const SimulatedUser& user, std::uint32_t item) const {
  return dot(task.itemDirection, itemNumbers(item)) + 0.5 * dot(task.userDirection, user.numbers) +
         task.affinityWeight * affinity(user, item);
}

double World::restPart(const Task& task, const SimulatedUser& user, std::uint32_t item) const {
  const double bend = dot(task.bend, itemNumbers(item));
  return dot(task.crossUser, user.numbers) * dot(task.crossItem, itemNumbers(item)) +
         0.7 * (bend * bend - 1) + 0.7 * task.segmentGenre[user.segment * kGenres + genre_[item]];
}

double World::standardLogit(const Task& task, const SimulatedUser& user, std::uint32_t item) const {
  const double linear = (linearPart(task, user, item) - task.linearMean) * task.linearScale;
  const double rest = (restPart(task, user, item) - task.restMean) * task.restScale;
  return settings_.strength * (std::sqrt(1 - settings_.nonLinearity) * linear +
                               std::sqrt(settings_.nonLinearity) * rest);
}

void World::calibrate(Random& random) {
  std::vector<SimulatedUser> users;
  std::vector<std::uint32_t> items;
  for (std::size_t i = 0; i < kCalibrationPairs; ++i) {
    users.push_back(drawUser(random));
    items.push_back(
        static_cast<std::uint32_t>(random.below(static_cast<std::uint64_t>(settings_.items))));
  }
  std::vector<double> values(kCalibrationPairs);
  const auto overPairs = [&](auto&& valueOf) {
    for (std::size_t i = 0; i < kCalibrationPairs; ++i) values[i] = valueOf(users[i], items[i]);
    return momentsOf(values);
  };
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    Task& task = tasks_[t];
    const Moments linear = overPairs([&](const SimulatedUser& user, std::uint32_t item) {
      return linearPart(task, user, item);
    });
    const Moments rest = overPairs(
        [&](const SimulatedUser& user, std::uint32_t item) { return restPart(task, user, item); });
    task.linearMean = linear.mean;
    task.linearScale = 1 / linear.deviation;
    task.restMean = rest.mean;
    task.restScale = 1 / rest.deviation;
    overPairs([&](const SimulatedUser& user, std::uint32_t item) {
      return standardLogit(task, user, item);
    });
    task.bias = solveBias(values, settings_.tasks[t].rate);
  }
  std::vector<double> p(tasks_.size());
  const Moments value = overPairs([&](const SimulatedUser& user, std::uint32_t item) {
    probabilities(user, item, p);
    return dot(settings_.valueWeights, p);
  });
  valueMean_ = value.mean;
  valueScale_ = 1 / value.deviation;
}

SimulatedUser World::drawUser(Random& random) const {
  SimulatedUser user;
  for (int i = 0; i < settings_.userFeatures; ++i) user.numbers.push_back(random.normal());
  user.segment = static_cast<std::uint32_t>(random.below(kSegments));
  return user;
}

std::span<const double> World::itemNumbers(std::uint32_t item) const {
  const auto width = static_cast<std::size_t>(settings_.itemFeatures);
  return std::span<const double>(itemNumbers_).subspan(item * width, width);
}

double World::affinity(const SimulatedUser& user, std::uint32_t item) const {
  const std::span<const double> numbers = itemNumbers(item);
  double sum = 0;
  for (std::size_t i = 0; i < user.numbers.size(); ++i) {
    sum += user.numbers[i] *
           dot(std::span<const double>(affinity_).subspan(i * numbers.size(), numbers.size()),
               numbers);
  }
  return sum;
}

void World::probabilities(const SimulatedUser& user, std::uint32_t item,
                          std::span<double> p) const {
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    p[t] = sigmoid(tasks_[t].bias + standardLogit(tasks_[t], user, item));
  }
}

double World::standardValue(std::span<const double> probabilities) const {
  return (dot(settings_.valueWeights, probabilities) - valueMean_) * valueScale_;
}

}  // namespace luce
