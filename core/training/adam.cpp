#include "core/training/adam.h"

#include <algorithm>
#include <cmath>

#include "core/estimator/dense_kernel.h"

namespace luce {

namespace {

constexpr double kFirstKept = 0.9;
constexpr double kSecondKept = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr std::size_t kWorthAThread = 8192;

}  // namespace

void Adam::step(std::span<float> weights, std::span<const float> gradient, double gradientScale,
                Crew& crew) {
  first_.resize(weights.size());
  second_.resize(weights.size());
  ++steps_;
  const auto steps = static_cast<double>(steps_);
  const kernel::AdamNumbers numbers{
      .scale = static_cast<float>(gradientScale),
      .firstKept = static_cast<float>(kFirstKept),
      .secondKept = static_cast<float>(kSecondKept),
      .secondDivisor = static_cast<float>(std::sqrt(1 - std::pow(kSecondKept, steps))),
      .rate = static_cast<float>(learningRate_ / (1 - std::pow(kFirstKept, steps))),
      .decay = static_cast<float>(1 - learningRate_ * weightDecay_),
      .epsilon = static_cast<float>(kEpsilon)};
  const int members = static_cast<int>(std::clamp<std::size_t>(
      weights.size() / kWorthAThread, 1, static_cast<std::size_t>(crew.size())));
  crew.run(members, [&](int member) {
    const Share own = shareOf(weights.size(), member, members, 16);
    kernel::adam(weights.data() + own.begin, first_.data() + own.begin, second_.data() + own.begin,
                 gradient.data() + own.begin, own.end - own.begin, numbers);
  });
}

}  // namespace luce
