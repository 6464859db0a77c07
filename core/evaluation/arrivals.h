// Candidates that arrive at exponential times, seen at several moments at once: how many have
// arrived, and what those that arrive then earn. What slate_value.h integrates over.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace luce {

/// Moments at once: the processor computes with several numbers a step.
inline constexpr std::size_t kMoments = 8;
using Moments = std::array<double, kMoments>;

/// At each moment, polynomials in z of degree below the number of places: the distribution of the
/// number of arrived candidates, and the reward of those that arrive, by how many were there
/// before.
class Arrivals {
 public:
  /// growth ≥ 1: of every hazard from one moment to the next.
  Arrivals(std::size_t places, double growth);

  void clear();
  /// hazard ≥ 0: the candidate's rate times the time of the first moment.
  void add(double hazard, double reward);
  /// Σ_k weights[k] · reward of those that arrive as number k + 1, summed over the moments.
  double weighted(std::span<const double> weights) const;

 private:
  Moments growths_;
  std::vector<Moments> count_, earned_;
  std::size_t candidates_ = 0;
};

}  // namespace luce
