#include "core/evaluation/bootstrap.h"

#include <algorithm>
#include <array>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

#include "core/common/random.h"

namespace luce {

namespace {

constexpr std::size_t kPack = 4;        // columns are added four at a time
constexpr std::size_t kMostPacks = 16;  // 64 columns
/// The same for any number of columns, so that equal numbers of slates draw the same slates; 20
/// columns of so many slates are 80 kB.
constexpr std::size_t kBlockSlates = 512;

/// What Boost's distributions ask of a source of random bits.
struct BitSource {
  using result_type = std::uint64_t;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  result_type operator()() { return random.bits(); }
  Random random;
};

/// Adds `draws` rows drawn with replacement to the total. rows: count × Packs·4.
template <std::size_t Packs>
void addDrawnRows(const double* rows, std::uint64_t count, std::int64_t draws, Random random,
                  double* total) {
  std::array<double, Packs * kPack> sum{};
  const auto add = [&](std::uint64_t row) {
    const double* values = rows + row * Packs * kPack;
    for (std::size_t c = 0; c < Packs * kPack; ++c) sum[c] += values[c];
  };
  for (; draws >= 2; draws -= 2) {
    const std::uint64_t bits = random.bits();
    add(((bits >> 32) * count) >> 32);
    add(((bits & 0xffffffffu) * count) >> 32);
  }
  if (draws == 1) add(random.below(count));
  for (std::size_t c = 0; c < sum.size(); ++c) total[c] += sum[c];
}

using AddDrawnRows = void (*)(const double*, std::uint64_t, std::int64_t, Random, double*);

template <std::size_t... Index>
AddDrawnRows choosePacks(std::size_t packs, std::index_sequence<Index...>) {
  static constexpr std::array<AddDrawnRows, sizeof...(Index)> kByPacks{&addDrawnRows<Index + 1>...};
  return kByPacks[packs - 1];
}

struct Blocks {
  std::size_t slates;
  std::size_t size;  ///< slates of every block but the last
  std::size_t count() const { return (slates + size - 1) / size; }
  std::size_t sizeOf(std::size_t block) const {
    return block + 1 < count() ? size : slates - block * size;
  }
};

/// How many of `slates` draws fall into each block: a multinomial by conditional binomials.
void drawBlockCounts(const Blocks& blocks, std::uint64_t seed, std::uint64_t resample,
                     std::span<std::int64_t> counts) {
  BitSource bits{Random(seed, resample << 32)};
  auto left = static_cast<std::int64_t>(blocks.slates);
  std::size_t slatesLeft = blocks.slates;
  for (std::size_t block = 0; block < counts.size(); ++block) {
    const std::size_t size = blocks.sizeOf(block);
    if (size == slatesLeft || left == 0) {
      counts[block] = left;
    } else {
      const double share = static_cast<double>(size) / static_cast<double>(slatesLeft);
      counts[block] = boost::random::binomial_distribution<std::int64_t>(left, share)(bits);
    }
    left -= counts[block];
    slatesLeft -= size;
  }
}

}  // namespace

Matrix<double> resampleSums(const Matrix<double>& sums, int resamples, std::uint64_t seed) {
  const std::size_t columns = sums.columns();
  const auto count = static_cast<std::size_t>(std::max(0, resamples));
  Matrix<double> results(count, columns);
  if (count == 0 || columns == 0 || sums.rows() == 0) return results;
  const std::size_t packs = (columns + kPack - 1) / kPack;
  const std::size_t width = packs * kPack;
  const AddDrawnRows addRows = choosePacks(packs, std::make_index_sequence<kMostPacks>());
  const Blocks blocks{sums.rows(), kBlockSlates};

  const auto work = [&](std::size_t first, std::size_t last) {
    const std::size_t mine = last - first;
    Matrix<std::int64_t> draws(mine, blocks.count());
    for (std::size_t i = 0; i < mine; ++i) drawBlockCounts(blocks, seed, first + i, draws.row(i));
    std::vector<double> totals(mine * width, 0.0);
    std::vector<double> rows(blocks.size * width, 0.0);
    for (std::size_t block = 0; block < blocks.count(); ++block) {
      const std::size_t size = blocks.sizeOf(block);
      for (std::size_t i = 0; i < size; ++i) {
        const auto row = sums.row(block * blocks.size + i);
        std::copy(row.begin(), row.end(), rows.begin() + static_cast<std::ptrdiff_t>(i * width));
      }
      for (std::size_t i = 0; i < mine; ++i) {
        addRows(rows.data(), size, draws(i, block), Random(seed, ((first + i) << 32) + block + 1),
                totals.data() + i * width);
      }
    }
    for (std::size_t i = 0; i < mine; ++i) {
      for (std::size_t c = 0; c < columns; ++c) results(first + i, c) = totals[i * width + c];
    }
  };
  constexpr std::size_t kWorthAThread = 200'000;
  const std::size_t threads = std::clamp<std::size_t>(
      count * sums.rows() / kWorthAThread, 1,
      std::min<std::size_t>(count, std::max(1u, std::thread::hardware_concurrency())));
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < threads; ++i) {
    helpers.emplace_back(work, count * i / threads, count * (i + 1) / threads);
  }
  work(0, count / threads);
  helpers.clear();
  return results;
}

double quantile(std::vector<double>& values, double q) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double place = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double low = values[static_cast<std::size_t>(below)];
  if (static_cast<std::size_t>(below) + 1 == values.size()) return low;
  const double high = *std::min_element(values.begin() + below + 1, values.end());
  return low + (place - static_cast<double>(below)) * (high - low);
}

}  // namespace luce
