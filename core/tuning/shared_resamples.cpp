#include "core/tuning/shared_resamples.h"

#include <algorithm>

#include "core/common/random.h"

namespace luce {

SharedResamples::SharedResamples(std::size_t slates, int resamples, std::uint64_t seed)
    : units_(std::clamp<std::size_t>(slates, 1, kMostUnits)),
      resamples_(static_cast<std::size_t>(std::max(0, resamples))),
      counts_((resamples_ + kLanes - 1) / kLanes * kLanes * units_) {
  for (std::size_t resample = 0; resample < resamples_; ++resample) {
    Random random(seed, resample);
    float* block = counts_.data() + resample / kLanes * units_ * kLanes + resample % kLanes;
    for (std::size_t draw = 0; draw < units_; ++draw) block[random.below(units_) * kLanes] += 1;
  }
}

void SharedResamples::sum(std::span<const float> values, std::size_t columns,
                          std::span<double> sums) const {
  constexpr std::size_t kColumns = 4;  // with kLanes resamples each: what fits into registers
  constexpr std::size_t kUnitsABlock = 256;
  std::vector<float> part(units_ * kColumns);
  for (std::size_t first = 0; first < columns; first += kColumns) {
    const std::size_t width = std::min(kColumns, columns - first);
    for (std::size_t unit = 0; unit < units_; ++unit) {
      for (std::size_t c = 0; c < width; ++c) {
        part[unit * kColumns + c] = values[unit * columns + first + c];
      }
    }
    for (std::size_t resample = 0; resample < resamples_; resample += kLanes) {
      const float* counts = counts_.data() + resample * units_;
      std::array<double, kColumns * kLanes> total{};
      for (std::size_t begin = 0; begin < units_; begin += kUnitsABlock) {
        const std::size_t end = std::min(begin + kUnitsABlock, units_);
        std::array<float, kColumns * kLanes> block{};
        for (std::size_t unit = begin; unit < end; ++unit) {
          const float* times = counts + unit * kLanes;
          const float* value = part.data() + unit * kColumns;
          for (std::size_t c = 0; c < kColumns; ++c) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
              block[c * kLanes + lane] += value[c] * times[lane];
            }
          }
        }
        for (std::size_t i = 0; i < total.size(); ++i) total[i] += block[i];
      }
      const std::size_t lanes = std::min(kLanes, resamples_ - resample);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        for (std::size_t c = 0; c < width; ++c) {
          sums[(resample + lane) * columns + first + c] = total[c * kLanes + lane];
        }
      }
    }
  }
}

}  // namespace luce
