// A day of the simulated audience: requests, an order, actions, returns; and the same written into
// a table that can be trained on. The peer is the simulator of fixed logs on slates of the same
// size, which has no users who remember.
#include <benchmark/benchmark.h>

#include "core/dataset/slate_table.h"
#include "core/simulation/audience/day_log.h"
#include "core/simulation/feedback/loop_measures.h"
#include "core/simulation/simulator.h"

namespace luce {
namespace {

constexpr int kUsers = 20'000;
constexpr int kSlateSize = 10;

AudienceSettings settings() {
  AudienceSettings audience;
  audience.users = kUsers;
  audience.slateSize = kSlateSize;
  return audience;
}

void countCandidates(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * kUsers * kSlateSize);
}

DayLog play(const Audience& audience) {
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  const std::vector<double> scores = loggingScores(audience, requests);
  return crowd.play(audience, std::move(requests), scores, loggingExploration(audience.settings()));
}

void BM_AudienceDay(benchmark::State& state) {
  const Audience audience(settings(), 1);
  for (auto _ : state) benchmark::DoNotOptimize(play(audience));
  countCandidates(state);
}
BENCHMARK(BM_AudienceDay)->Unit(benchmark::kMillisecond);

void BM_AudienceDayMeasured(benchmark::State& state) {
  const Audience audience(settings(), 1);
  for (auto _ : state) {
    Crowd crowd(audience);
    Requests requests = crowd.requests(audience);
    const std::vector<double> scores = loggingScores(audience, requests);
    const DayLog day = crowd.play(audience, std::move(requests), scores, {});
    benchmark::DoNotOptimize(measureDay(audience, crowd, day, {}));
  }
  countCandidates(state);
}
BENCHMARK(BM_AudienceDayMeasured)->Unit(benchmark::kMillisecond);

void BM_AudienceNextDay(benchmark::State& state) {
  Audience audience(settings(), 1);
  for (auto _ : state) audience.nextDay();
  countCandidates(state);
}
BENCHMARK(BM_AudienceNextDay)->Unit(benchmark::kMillisecond);

void BM_AudienceDayIntoTable(benchmark::State& state) {
  const Audience audience(settings(), 1);
  for (auto _ : state) {
    SlateTableBuilder builder;
    builder.begin(audienceSchema(audience.settings()));
    writeDay(audience, play(audience), builder);
    benchmark::DoNotOptimize(builder.finish());
  }
  countCandidates(state);
}
BENCHMARK(BM_AudienceDayIntoTable)->Unit(benchmark::kMillisecond);

void BM_FixedLogIntoTable(benchmark::State& state) {
  SimulationSettings fixed;
  fixed.slates = kUsers;
  fixed.slateSize = kSlateSize;
  const Simulator simulator(fixed);
  for (auto _ : state) {
    SlateTableBuilder builder;
    simulator.writeLog(builder);
    benchmark::DoNotOptimize(builder.finish());
  }
  countCandidates(state);
}
BENCHMARK(BM_FixedLogIntoTable)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace luce
