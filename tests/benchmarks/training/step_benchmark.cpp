// A whole training step, the network's multiplications alone, and the loss alone, for every case.
//   luce_step_benchmarks --write FOLDER    writes the cases for the peers
// LUCE_BENCHMARK_THREADS: processor threads, standard 1.
#include <benchmark/benchmark.h>
#include <cblas.h>
#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <memory>

#include "core/estimator/device.h"
#include "tests/benchmarks/training/training_case.h"

namespace luce {
namespace {

void step(benchmark::State& state, const TrainingCase& task) {
  TrainingCaseRun run(task);
  for (int i = 0; i < 3; ++i) run.step();
  for (auto _ : state) benchmark::DoNotOptimize(run.step());
}

void loss(benchmark::State& state, const TrainingCase& task) {
  TrainingCaseRun run(task);
  run.lossAgain();
  for (auto _ : state) run.lossAgain();
}

/// The library's own threads, for its own products; Luce's steps turn them off.
void useLibraryThreads(int count) {
  using Setter = void (*)(int);
  if (auto* setter = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
    setter(count);
  }
}

int threads() {
  const char* const told = std::getenv("LUCE_BENCHMARK_THREADS");
  return told == nullptr ? 1 : std::max(1, std::atoi(told));
}

/// By the linear algebra library with its own threads, matrices as a network has them.
void multiplications(benchmark::State& state, const TrainingCase& task) {
  const auto products = TrainingCaseRun(task).products();
  std::int64_t most = 0;
  double operations = 0;
  for (const auto& [rows, inner, columns] : products) {
    most = std::max({most, rows * inner, inner * columns, rows * columns});
    operations += 2.0 * static_cast<double>(rows * inner * columns);
  }
  const auto size = static_cast<std::size_t>(most);
  const std::vector<float> a(size, 0.5f), b(size, 0.25f);
  std::vector<float> c(size);
  useLibraryThreads(threads());
  for (auto _ : state) {
    for (const auto& [rows, inner, columns] : products) {
      const int m = static_cast<int>(rows), k = static_cast<int>(inner),
                n = static_cast<int>(columns);
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a.data(), k, b.data(), n,
                  0, c.data(), n);
    }
    benchmark::ClobberMemory();
  }
  state.counters["gigaflops"] =
      benchmark::Counter(operations / 1e9, benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace
}  // namespace luce

int main(int count, char** arguments) {
  using namespace luce;
  useThreads(threads());
  if (count == 3 && std::strcmp(arguments[1], "--write") == 0) {
    for (const TrainingCase& task : trainingCases()) {
      TrainingCaseRun::write(task, std::filesystem::path(arguments[2]) / task.name());
    }
    return 0;
  }
  for (const TrainingCase& task : trainingCases()) {
    const auto add = [&](const char* kind, auto&& function) {
      benchmark::RegisterBenchmark((kind + task.name()).c_str(), function, task)
          ->Unit(benchmark::kMicrosecond)
          ->UseRealTime();
    };
    add("step/", step);
    add("multiplications/", multiplications);
    add("loss/", loss);
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
