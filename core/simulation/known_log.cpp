#include "core/simulation/known_log.h"

#include <numeric>

#include "core/policy/plackett_luce.h"
#include "core/policy/value_model.h"

namespace luce {

KnownLog simulateLog(SimulationSettings settings, int slates, std::uint64_t seed,
                     std::uint64_t worldSeed) {
  settings.slates = slates;
  settings.seed = seed;
  settings.worldSeed = worldSeed;
  SlateTableBuilder builder;
  KnownLog log;
  Simulator(settings).writeLog(builder, &log.truth);
  log.table = builder.finish();
  return log;
}

KnownLog simulateTestLog(const SimulationSettings& settings, int slates, std::uint64_t seed,
                         std::uint64_t worldSeed) {
  // Test logs must not repeat the users of training logs.
  constexpr std::uint64_t kTestSeedOffset = 1'000'000;
  return simulateLog(settings, slates, seed + kTestSeedOffset, worldSeed);
}

std::vector<std::uint32_t> allSlates(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

Predictions truthAsPredictions(const KnownLog& log) {
  Predictions predictions;
  predictions.slates = allSlates(log.table);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : predictions.slates) {
    predictions.offsets.push_back(predictions.offsets.back() + log.table.candidates(slate).count);
  }
  predictions.tasks = log.truth.columns();
  predictions.probabilities.reserve(log.truth.values().size());
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    for (std::size_t row = 0; row < log.truth.rows(); ++row) {
      predictions.probabilities.push_back(log.truth(row, task));
    }
  }
  return predictions;
}

TrueValue valueInTruth(const Predictions& predictions, const Matrix<float>& truth,
                       std::span<const double> valueWeights, std::span<const double> rewardWeights,
                       double temperature, int topK) {
  const auto count = static_cast<std::size_t>(predictions.candidates());
  std::vector<float> scores(count), policy(count);
  scoreCandidates(predictions.probabilities, valueWeights, scores);
  firstPlaceProbabilities(predictions.offsets, scores, temperature, policy);
  return trueValue(predictions.offsets, scores, policy, truth, rewardWeights, topK);
}

}  // namespace luce
