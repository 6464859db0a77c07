// A sweep: which settings of value weights and temperature are to be tried. One JSON document:
//
//   {"kind": "sobol", "points": 200, "seed": 1,
//    "weights": {"click": 1,
//                "like": {"low": 0.5, "high": 50, "scale": "log"},
//                "hide": {"low": -4, "high": 0, "steps": 5}},
//    "temperature": {"low": 0.05, "high": 2, "scale": "log"}}
//
// A number fixes a weight or the temperature; what is not named stays as it is. Scores that are all
// multiplied by c at a temperature of c times as much are the same policy: one fixed weight is
// enough to try every policy once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/policy/value_model.h"

namespace luce {

/// What is tuned: with cached predictions it decides every ranking and every first-place policy.
struct TuningSetting {
  TaskWeights weights;
  double temperature = 1;  ///< > 0
  bool operator==(const TuningSetting&) const = default;
};

enum class SweepKind {
  Grid,    ///< every combination of evenly spaced values
  Sobol,   ///< Sobol's sequence (Joe & Kuo 2008): even also in every pair of dimensions
  Random,  ///< uniform and independent
};

std::string toString(SweepKind kind);                    ///< "grid", "sobol", "random"
SweepKind sweepKindFromString(const std::string& text);  ///< throws Error

/// Values of one weight or of the temperature, both ends included.
struct SweepRange {
  double low = 0;
  double high = 0;           ///< ≥ low; equal = fixed
  bool logarithmic = false;  ///< evenly spread by ratio: low > 0
  int steps = 0;             ///< values of a grid; 0 = as many as `points` allows
  bool operator==(const SweepRange&) const = default;
};

struct Sweep {
  static constexpr int kMostPoints = 20'000;
  SweepKind kind = SweepKind::Sobol;
  int points = 200;                           ///< 1..kMostPoints; of a grid: the most it may have
  std::uint64_t seed = 1;                     ///< of Random
  std::map<std::string, SweepRange> weights;  ///< by task
  std::optional<SweepRange> temperature;
  bool operator==(const Sweep&) const = default;
};

/// Throws Error naming the member at fault, what was found and what is allowed.
Sweep sweepFromJson(const std::string& json);
std::string sweepToJson(const Sweep& sweep);

/// For a first look: the first task with a weight keeps it, each other runs from a tenth to ten
/// times its own (from 0 to the largest weight if it has none), the temperature from a twentieth to
/// twice.
Sweep standardSweep(std::span<const std::string> tasks, const TuningSetting& base);

/// The settings to try, in order. Throws Error for a task that there is not, and for a grid of more
/// than kMostPoints points.
std::vector<TuningSetting> sweepSettings(const Sweep& sweep, std::span<const std::string> tasks,
                                         const TuningSetting& base);

}  // namespace luce
