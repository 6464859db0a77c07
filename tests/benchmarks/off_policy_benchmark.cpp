// Off-policy evaluation with every estimator and 1,000 bootstrap resamples. The peer, Open Bandit
// Pipeline, runs beside it by tests/peers/open_bandit_pipeline/speed.py.
#include <benchmark/benchmark.h>

#include <cmath>

#include "core/common/random.h"
#include "core/evaluation/off_policy.h"

namespace luce {
namespace {

WeightedRows rowsOf(std::int64_t count) {
  WeightedRows rows;
  rows.slates = count;
  Random random(1);
  for (std::int64_t i = 0; i < count; ++i) {
    rows.slate.push_back(static_cast<std::uint32_t>(i));
    rows.ratio.push_back(std::exp(random.normal() - 0.5));
    rows.reward.push_back(random.uniform() < 0.05 ? 1.0 : 0.0);
    rows.predictedReward.push_back(0.1 * random.uniform());
    rows.directValue.push_back(0.1 * random.uniform());
    rows.categoryRatio.push_back(0.5 + random.uniform());
    rows.placeRatio.push_back(0.5 + random.uniform());
    rows.balancedRatio.push_back(0.5 + random.uniform());
  }
  return rows;
}

void BM_OffPolicyAllEstimators(benchmark::State& state) {
  const WeightedRows rows = rowsOf(state.range(0));
  const LoggingRewards logging{rows.reward, std::vector<double>(rows.reward.size(), 1.0)};
  for (auto _ : state) benchmark::DoNotOptimize(estimateValue(rows, logging));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_OffPolicyAllEstimators)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace luce
