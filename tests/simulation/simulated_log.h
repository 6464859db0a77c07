// A simulated log in memory with its truth, and what tests ask of both.
#pragma once

#include <span>
#include <vector>

#include "core/simulation/simulator.h"

namespace luce {

struct SimulatedLog {
  SimulationSettings settings;
  SlateTable table;
  Matrix<float> truth;  ///< candidates × tasks
};

SimulatedLog simulate(const SimulationSettings& settings);

/// The standard world with 4,000 slates; 30 items in a bandit log.
SimulationSettings smallWorld(LogShape shape);

std::vector<std::int64_t> candidateOffsets(const SlateTable& table);

/// Σ_t w_t·p_t of every candidate.
std::vector<float> trueScores(const Matrix<float>& truth, std::span<const double> weights);

/// Σ_t w_t·y_t of a logged row.
double loggedReward(const SimulatedLog& log, std::size_t row);

/// Mean and its standard error.
struct MeanEstimate {
  double mean = 0;
  double error = 0;
};
MeanEstimate meanOf(std::span<const double> values);

double correlation(std::span<const double> a, std::span<const double> b);

}  // namespace luce
