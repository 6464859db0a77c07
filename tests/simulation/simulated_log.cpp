#include "tests/simulation/simulated_log.h"

#include <cmath>
#include <numeric>

namespace luce {

SimulatedLog simulate(const SimulationSettings& settings) {
  SlateTableBuilder builder;
  SimulatedLog log;
  log.settings = settings;
  Simulator(settings).writeLog(builder, &log.truth);
  log.table = builder.finish();
  return log;
}

SimulationSettings smallWorld(LogShape shape) {
  SimulationSettings settings;
  settings.shape = shape;
  settings.slates = 4000;
  settings.items = shape == LogShape::Bandit ? 30 : 400;
  return settings;
}

std::vector<std::int64_t> candidateOffsets(const SlateTable& table) {
  std::vector<std::int64_t> offsets{0};
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    offsets.push_back(offsets.back() + table.candidates(slate).count);
  }
  return offsets;
}

std::vector<float> trueScores(const Matrix<float>& truth, std::span<const double> weights) {
  std::vector<float> scores;
  for (std::size_t i = 0; i < truth.rows(); ++i) {
    scores.push_back(static_cast<float>(
        std::inner_product(weights.begin(), weights.end(), truth.row(i).begin(), 0.0)));
  }
  return scores;
}

double loggedReward(const SimulatedLog& log, std::size_t row) {
  const std::vector<double>& weights = log.settings.valueWeights;
  return std::inner_product(weights.begin(), weights.end(),
                            log.table.logged().labels.row(row).begin(), 0.0);
}

MeanEstimate meanOf(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  MeanEstimate estimate;
  estimate.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0;
  for (const double value : values) squares += (value - estimate.mean) * (value - estimate.mean);
  estimate.error = std::sqrt(squares / (count - 1) / count);
  return estimate;
}

double correlation(std::span<const double> a, std::span<const double> b) {
  const double meanA = meanOf(a).mean;
  const double meanB = meanOf(b).mean;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) * (a[i] - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  }
  return ab / std::sqrt(aa * bb);
}

}  // namespace luce
