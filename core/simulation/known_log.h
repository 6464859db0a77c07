// A simulated log in memory together with its truth, and what a ranker is worth in that truth.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/policy/predictions.h"
#include "core/simulation/simulator.h"

namespace luce {

struct KnownLog {
  SlateTable table;
  Matrix<float> truth;  ///< p_t of every candidate: candidates × tasks
};

/// A log of so many slates from that world. Throws Error for settings out of range.
KnownLog simulateLog(SimulationSettings settings, int slates, std::uint64_t seed,
                     std::uint64_t worldSeed);

/// Slates that are none of simulateLog's own for any seed below a million, from the same world.
KnownLog simulateTestLog(const SimulationSettings& settings, int slates, std::uint64_t seed,
                         std::uint64_t worldSeed);

/// The indices 0..S-1.
std::vector<std::uint32_t> allSlates(const SlateTable& table);

/// What an estimator that knows the truth would predict of all slates.
Predictions truthAsPredictions(const KnownLog& log);

/// predictions: of all slates of the log, in order. Scored by the value weights, earning by the
/// reward weights.
TrueValue valueInTruth(const Predictions& predictions, const Matrix<float>& truth,
                       std::span<const double> valueWeights, std::span<const double> rewardWeights,
                       double temperature, int topK);

}  // namespace luce
