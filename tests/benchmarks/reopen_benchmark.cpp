// Reopening a dataset of a million candidates with 16 features: from the file to the numbers of the
// first chart, and the memory that a dataset takes.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/workspace/workspace.h"
#include "tests/benchmarks/generated_log.h"

namespace luce {
namespace {

constexpr std::int64_t kSlates = 100'000;
constexpr int kSlateSize = 10;
constexpr int kFeatures = 16;
constexpr int kTasks = 4;

Schema schema() {
  Schema schema;
  for (int task = 0; task < kTasks; ++task) schema.tasks.push_back("task" + std::to_string(task));
  for (int feature = 0; feature < kFeatures; ++feature) {
    schema.features.push_back(
        {"f" + std::to_string(feature), FeatureKind::Numeric, FeatureScope::Candidate});
  }
  schema.hasPosition = true;
  schema.hasPropensity = true;
  return schema;
}

void write(DatasetSink& sink, std::int64_t slates) {
  sink.begin(schema());
  std::vector<double> numbers(kFeatures);
  std::vector<float> labels(kTasks);
  for (std::int64_t slate = 0; slate < slates; ++slate) {
    const std::string key = "s" + std::to_string(slate);
    SlateRecord record;
    record.key = key;
    sink.addSlate(record);
    for (int place = 0; place < kSlateSize; ++place) {
      const std::int64_t row = slate * kSlateSize + place;
      for (int i = 0; i < kFeatures; ++i)
        numbers[static_cast<std::size_t>(i)] =
            1e-3 * static_cast<double>((row * 7919 + i * 104729) % 10007);
      for (int i = 0; i < kTasks; ++i)
        labels[static_cast<std::size_t>(i)] = (row + i) % 7 == 0 ? 1.0f : 0.0f;
      const std::string item = "i" + std::to_string(row * 31 % 20011);
      CandidateRecord candidate;
      candidate.item = item;
      candidate.position = static_cast<std::uint16_t>(place + 1);
      candidate.propensity = 0.1;
      candidate.numeric = numbers;
      candidate.labels = labels;
      sink.addCandidate(candidate);
    }
  }
}

double statusMegabytes(const char* name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::atof(line.c_str() + std::string(name).size()) / 1024;
  }
  return 0;
}

std::filesystem::path millionCandidates() {
  static const auto file = [] {
    auto path = scratchFile("million.luce");
    Workspace workspace = Workspace::open(path);
    const auto writer = workspace.createDataset("log", "made");
    write(*writer, kSlates);
    writer->commit();
    return path;
  }();
  return file;
}

void reopenMillionCandidates(benchmark::State& state) {
  const auto file = millionCandidates();
  for (auto _ : state) {
    const Workspace workspace = Workspace::open(file);
    const SlateTable table = workspace.loadDataset("log");
    benchmark::DoNotOptimize(table.loggedCount());
  }
}
BENCHMARK(reopenMillionCandidates)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Ten million candidates in memory; MB is what the process grew by.
void holdTenMillionCandidates(benchmark::State& state) {
  for (auto _ : state) {
    const double before = statusMegabytes("VmRSS:");
    SlateTableBuilder builder;
    write(builder, 10 * kSlates);
    const SlateTable table = builder.finish();
    state.counters["MB"] = statusMegabytes("VmRSS:") - before;
    state.counters["candidates"] = static_cast<double>(table.candidateCount());
  }
}
BENCHMARK(holdTenMillionCandidates)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
}  // namespace luce
