// Importing a CSV against `sqlite3 .import` of the same file, and what the import's time is spent
// on. LUCE_BENCHMARK_MEGABYTES sets the size of the file (standard: 200).

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/import_log.h"
#include "core/workspace/workspace.h"
#include "tests/benchmarks/generated_log.h"

namespace luce {
namespace {

class NoSink final : public DatasetSink {
 public:
  void begin(const Schema&) override {}
  void addItem(const ItemRecord&) override {}
  void addSlate(const SlateRecord&) override {}
  void addCandidate(const CandidateRecord& candidate) override {
    benchmark::DoNotOptimize(candidate.labels.data());
  }
};

double secondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void removeWorkspace(const std::filesystem::path& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal", "-lock"}) {
    std::filesystem::remove(file.string() + ending);
  }
}

double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
}

double parse() {
  return secondsOf([] {
    CsvReader reader(generatedLog());
    std::size_t fields = 0;
    while (reader.next()) fields += reader.fields().size();
    benchmark::DoNotOptimize(fields);
  });
}

const Importer& csv() {
  return chooseImporter("csv", std::vector{generatedLog()});
}

double parseAndValidate() {
  return secondsOf([] {
    NoSink sink;
    csv().import({.files = {generatedLog()}}, sink, {}, {});
  });
}

void intoWorkspace(const std::filesystem::path& file) {
  removeWorkspace(file);
  Workspace workspace = Workspace::open(file);
  const auto writer = workspace.createDataset("log", "log.csv");
  importLog(csv(), {.files = {generatedLog()}}, *writer, {}, {});
  writer->commit();
}

double peer() {
  const auto database = scratchFile("peer.db");
  removeWorkspace(database);
  const std::string command = fmt::format("sqlite3 '{}' '.mode csv' '.import \"{}\" log'",
                                          database.string(), generatedLog().string());
  return secondsOf([&] {
    if (std::system(command.c_str()) != 0) throw std::runtime_error("sqlite3 failed");
  });
}

/// Pairs of the two in turn, so that a busy moment of the machine meets both.
void importAgainstSqlite3(benchmark::State& state) {
  const auto workspace = scratchFile("import.luce");
  double ours = 0, theirs = 0;
  for (auto _ : state) {
    const double seconds = secondsOf([&] { intoWorkspace(workspace); });
    state.SetIterationTime(seconds);
    ours += seconds;
    theirs += peer();
  }
  const auto rounds = static_cast<double>(state.iterations());
  const double megabytes = static_cast<double>(std::filesystem::file_size(generatedLog())) / 1e6;
  state.counters["MB"] = megabytes;
  state.counters["MB/s"] = megabytes * rounds / ours;
  state.counters["sqlite3_s"] = theirs / rounds;
  state.counters["time/sqlite3"] = ours / theirs;
  state.counters["peak_MB"] = peakMegabytes();
}
BENCHMARK(importAgainstSqlite3)->UseManualTime()->Unit(benchmark::kSecond)->Iterations(3);

/// Seconds of each part by itself, on one thread; in an import, storing runs beside the others.
void importShares(benchmark::State& state) {
  const auto workspace = scratchFile("shares.luce");
  double parsing = 0, validating = 0, all = 0;
  for (auto _ : state) {
    const double parsed = parse();
    const double validated = parseAndValidate();
    const double whole = secondsOf([&] {
      removeWorkspace(workspace);
      Workspace opened = Workspace::open(workspace);
      const auto writer = opened.createDataset("log", "log.csv");
      csv().import({.files = {generatedLog()}}, *writer, {}, {});
      writer->commit();
    });
    state.SetIterationTime(whole);
    parsing += parsed;
    validating += validated - parsed;
    all += whole;
  }
  state.counters["parsing"] = parsing / all;
  state.counters["validating"] = validating / all;
  state.counters["SQLite"] = (all - parsing - validating) / all;
}
BENCHMARK(importShares)->UseManualTime()->Unit(benchmark::kSecond)->Iterations(3);

}  // namespace
}  // namespace luce
