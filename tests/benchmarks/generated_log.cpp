#include "tests/benchmarks/generated_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/support/temporary_folder.h"

namespace luce {

namespace {

constexpr int kFeatures = 16;
constexpr int kSlateSize = 10;
constexpr std::array<const char*, 5> kGenres{"comedy", "drama", "action", "news", "music"};
constexpr std::array<double, 4> kRates{0.3, 0.1, 0.2, 0.05};

TemporaryFolder& folder() {
  static TemporaryFolder one;
  return one;
}

void appendSlate(std::string& text, std::int64_t slate, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  std::array<double, kSlateSize> weights{};
  double sum = 0;
  for (double& weight : weights) sum += weight = uniform(random) + 1e-3;
  const int age = static_cast<int>(18 + 60 * uniform(random));
  auto out = std::back_inserter(text);
  for (int place = 0; place < kSlateSize; ++place) {
    fmt::format_to(out, "s{},i{},{},{:.6f},{}", slate, static_cast<int>(20'000 * uniform(random)),
                   place + 1, weights[static_cast<std::size_t>(place)] / sum,
                   1'700'000'000 + slate);
    for (int feature = 0; feature < kFeatures; ++feature) {
      fmt::format_to(out, ",{:.5f}", normal(random));
    }
    fmt::format_to(out, ",{},{}", age,
                   kGenres[static_cast<std::size_t>(5 * uniform(random)) % kGenres.size()]);
    for (const double rate : kRates) fmt::format_to(out, ",{}", uniform(random) < rate ? 1 : 0);
    text += '\n';
  }
}

}  // namespace

void writeGeneratedLog(const std::filesystem::path& file, std::int64_t bytes) {
  std::ofstream out(file, std::ios::binary);
  std::string text = "slate_id,item_id,position,propensity,timestamp";
  for (int feature = 0; feature < kFeatures; ++feature) text += fmt::format(",f{}", feature);
  text += ",user_age,genre,click,like,long_view,return_next_day\n";
  std::mt19937_64 random(1);
  std::int64_t written = 0;
  for (std::int64_t slate = 0; written < bytes; ++slate) {
    appendSlate(text, slate, random);
    if (text.size() < (1u << 20) && written + static_cast<std::int64_t>(text.size()) < bytes)
      continue;
    out << text;
    written += static_cast<std::int64_t>(text.size());
    text.clear();
  }
}

std::int64_t benchmarkBytes() {
  const char* const told = std::getenv("LUCE_BENCHMARK_MEGABYTES");
  const double megabytes = told == nullptr ? 200.0 : std::max(1.0, std::atof(told));
  return static_cast<std::int64_t>(megabytes * 1e6);
}

std::filesystem::path generatedLog() {
  static const std::filesystem::path file = [] {
    auto path = folder() / "log.csv";
    writeGeneratedLog(path, benchmarkBytes());
    return path;
  }();
  return file;
}

std::filesystem::path scratchFile(const char* name) {
  return folder() / name;
}

}  // namespace luce
