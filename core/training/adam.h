// AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019) over one array of weights, as PyTorch computes
// it: β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/common/crew.h"

namespace luce {

class Adam {
 public:
  Adam(double learningRate, double weightDecay)
      : learningRate_(learningRate), weightDecay_(weightDecay) {}

  /// gradientScale multiplies the gradient first. One crew's threads each take a part.
  void step(std::span<float> weights, std::span<const float> gradient, double gradientScale,
            Crew& crew);

 private:
  double learningRate_, weightDecay_;
  std::int64_t steps_ = 0;
  std::vector<float> first_, second_;
};

}  // namespace luce
