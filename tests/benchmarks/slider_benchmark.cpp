// One moved slider over a log of slates of ten with four tasks: from the new weights to π, ρ, ESS,
// histogram, IPS and SNIPS. The peer is a plain loop over the same columns in double.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>

#include "core/common/random.h"
#include "core/policy/policy_summary.h"
#include "tests/support/plain_summary.h"
#include "tests/support/random_predictions.h"

namespace luce {
namespace {

constexpr int kSlateSize = 10;

struct PredictedLog {
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const Predictions> predictions;
};

PredictedLog make(std::int64_t candidates) {
  Schema schema;
  schema.tasks = {"click", "long_view", "like", "follow"};
  schema.hasPosition = true;
  schema.hasPropensity = true;
  SlateTableBuilder builder;
  builder.begin(schema);
  builder.reserve(candidates / kSlateSize, candidates);
  Random random(1);
  std::vector<std::string> items;
  for (int item = 0; item < 300; ++item) items.push_back("item-" + std::to_string(item));
  std::vector<float> labels(schema.tasks.size());
  for (std::int64_t slate = 0; slate < candidates / kSlateSize; ++slate) {
    const std::string key = std::to_string(slate);
    SlateRecord record;
    record.key = key;
    builder.addSlate(record);
    for (int place = 1; place <= kSlateSize; ++place) {
      CandidateRecord candidate;
      candidate.item = items[static_cast<std::size_t>((slate + 31 * place) % 300)];
      candidate.position = static_cast<std::uint16_t>(place);
      candidate.propensity = 0.02 + 0.2 * random.uniform();
      double rate = 0.4;
      for (float& label : labels) label = random.uniform() < (rate /= 2) ? 1.0f : 0.0f;
      candidate.labels = labels;
      builder.addCandidate(candidate);
    }
  }
  PredictedLog log;
  log.table = std::make_shared<const SlateTable>(builder.finish());
  log.predictions = std::make_shared<const Predictions>(randomPredictions(*log.table, 2));
  return log;
}

const PredictedLog& logOf(std::int64_t candidates) {
  static std::map<std::int64_t, PredictedLog> logs;
  auto found = logs.find(candidates);
  if (found == logs.end()) found = logs.emplace(candidates, make(candidates)).first;
  return found->second;
}

PolicySettings settingsOf(int step) {
  return {
      {1 + 0.01 * (step % 100), 2, 4, 8}, {1, 2, 4, 8}, 0.5, RowKind::Article, PropensityRule::One};
}

void BM_MovedSlider(benchmark::State& state) {
  const PredictedLog& log = logOf(state.range(0));
  const PolicySummariser summariser(log.table, log.predictions, RowKind::Article,
                                    PropensityRule::One);
  int step = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(summariser.summarise(settingsOf(++step), 0.8, 1.2));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_MovedSliderPlainLoop(benchmark::State& state) {
  const PredictedLog& log = logOf(state.range(0));
  int step = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        plainSummary(*log.table, *log.predictions, settingsOf(++step), 0.8, 1.2));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK(BM_MovedSliderPlainLoop)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(BM_MovedSlider)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace luce
