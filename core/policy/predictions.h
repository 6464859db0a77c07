// An estimator's output on some slates: plain values that any thread may read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luce {

struct Predictions {
  std::vector<std::uint32_t> slates;  ///< which slates of the table, in order
  std::vector<std::int64_t> offsets;  ///< slates + 1, from 0
  std::size_t tasks = 0;
  std::vector<float> probabilities;  ///< task columns, see policy/value_model.h

  std::int64_t candidates() const { return offsets.empty() ? 0 : offsets.back(); }
  std::span<const float> task(std::size_t index) const {
    const auto count = static_cast<std::size_t>(candidates());
    return std::span<const float>(probabilities).subspan(index * count, count);
  }
};

}  // namespace luce
