#include "core/training/adam.h"

#include <algorithm>
#include <cmath>

#include "core/common/processor_clones.h"

namespace luce {

namespace {

constexpr double kFirstKept = 0.9;
constexpr double kSecondKept = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr std::size_t kWorthAThread = 8192;

struct StepNumbers {
  float scale;          ///< of the gradient
  float firstKept;      ///< β₁
  float secondKept;     ///< β₂
  float secondDivisor;  ///< √(1 − β₂ᵗ)
  float rate;           ///< η / (1 − β₁ᵗ)
  float decay;          ///< 1 − η·weight decay
  float epsilon;
};

LUCE_FOR_EACH_PROCESSOR
void takePart(float* weight, float* first, float* second, const float* gradient, std::size_t count,
              const StepNumbers& numbers) {
  float* const __restrict w = weight;
  float* const __restrict m = first;
  float* const __restrict v = second;
  const StepNumbers n = numbers;
  // Where gradients have ended, moments fade into numbers so small that processors take a hundred
  // times as long for each, and never reach 0; these here have long ceased to move a weight.
  constexpr float kFaded = 1e-30f;
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i] * n.scale;
    const float mixedM = n.firstKept * m[i] + (1 - n.firstKept) * g;
    const float mixedV = n.secondKept * v[i] + (1 - n.secondKept) * g * g;
    const float newM = std::abs(mixedM) < kFaded ? 0.0f : mixedM;
    const float newV = mixedV < kFaded ? 0.0f : mixedV;
    m[i] = newM;
    v[i] = newV;
    w[i] = w[i] * n.decay - n.rate * newM / (std::sqrt(newV) / n.secondDivisor + n.epsilon);
  }
}

}  // namespace

void Adam::step(std::span<float> weights, std::span<const float> gradient, double gradientScale,
                Crew& crew) {
  first_.resize(weights.size());
  second_.resize(weights.size());
  ++steps_;
  const auto steps = static_cast<double>(steps_);
  const StepNumbers numbers{
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
    takePart(weights.data() + own.begin, first_.data() + own.begin, second_.data() + own.begin,
             gradient.data() + own.begin, own.end - own.begin, numbers);
  });
}

}  // namespace luce
