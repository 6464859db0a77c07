// The truth behind a simulated log: what users would do with items. See simulation/simulator.h for
// the formulas.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/common/random.h"
#include "core/simulation/simulator.h"

namespace luce {

struct SimulatedUser {
  std::vector<double> numbers;
  std::uint32_t segment = 0;  ///< 0 … World::kSegments − 1
};

class World {
 public:
  static constexpr std::uint32_t kSegments = 4;
  static constexpr std::uint32_t kGenres = 6;

  explicit World(const SimulationSettings& settings);

  SimulatedUser drawUser(Random& random) const;
  std::span<const double> itemNumbers(std::uint32_t item) const;
  std::uint32_t itemGenre(std::uint32_t item) const { return genre_[item]; }

  /// How well the user's and the item's numbers agree; deviation about 1. Part of the log.
  double affinity(const SimulatedUser& user, std::uint32_t item) const;
  /// p_t for all tasks.
  void probabilities(const SimulatedUser& user, std::uint32_t item, std::span<double> p) const;
  /// Σ_t vm_t·p_t, standardised over random pairs.
  double standardValue(std::span<const double> probabilities) const;

 private:
  /// Directions and tables of one task.
  struct Task {
    std::vector<double> itemDirection, userDirection, crossUser, crossItem, bend;
    std::vector<double> segmentGenre;  ///< kSegments × kGenres
    double affinityWeight = 0;
    double linearMean = 0, linearScale = 1;
    double restMean = 0, restScale = 1;
    double bias = 0;
  };

  Task drawTask(Random& random, const Task* previous) const;
  double linearPart(const Task& task, const SimulatedUser& user, std::uint32_t item) const;
  double restPart(const Task& task, const SimulatedUser& user, std::uint32_t item) const;
  double standardLogit(const Task& task, const SimulatedUser& user, std::uint32_t item) const;
  void calibrate(Random& random);

  SimulationSettings settings_;
  std::vector<double> itemNumbers_;  ///< items × item features
  std::vector<std::uint32_t> genre_;
  std::vector<double> affinity_;  ///< user features × item features
  std::vector<Task> tasks_;
  double valueMean_ = 0, valueScale_ = 1;
};

}  // namespace luce
