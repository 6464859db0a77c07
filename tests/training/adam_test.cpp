#include "core/training/adam.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace luce {
namespace {

/// AdamW as Loshchilov & Hutter's algorithm 2 has it, in double.
class PlainAdam {
 public:
  PlainAdam(double rate, double decay, std::vector<double> weights)
      : rate_(rate), decay_(decay), weights_(std::move(weights)) {
    first_.resize(weights_.size());
    second_.resize(weights_.size());
  }
  void step(const std::vector<float>& gradient, double scale) {
    ++steps_;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const double g = scale * gradient[i];
      first_[i] = 0.9 * first_[i] + 0.1 * g;
      second_[i] = 0.999 * second_[i] + 0.001 * g * g;
      const double first = first_[i] / (1 - std::pow(0.9, steps_));
      const double second = second_[i] / (1 - std::pow(0.999, steps_));
      weights_[i] -= rate_ * decay_ * weights_[i];
      weights_[i] -= rate_ * first / (std::sqrt(second) + 1e-8);
    }
  }
  const std::vector<double>& weights() const { return weights_; }

 private:
  double rate_, decay_;
  int steps_ = 0;
  std::vector<double> weights_, first_, second_;
};

/// More values than one thread takes alone; gradients end after some steps, as those of an item
/// that is never seen again do.
TEST(Adam, StepsAsTheAlgorithmInDoubleAlsoAfterGradientsHaveEnded) {
  constexpr std::size_t kCount = 20'000;
  constexpr int kSteps = 20, kWithoutGradient = 1500;
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  for (const double decay : {0.0, 0.1}) {
    for (const int threads : {1, 2}) {
      Crew crew(threads);
      std::vector<float> weights(kCount), gradient(kCount);
      for (float& weight : weights) weight = normal(random);
      Adam adam(0.01, decay);
      PlainAdam plain(0.01, decay, {weights.begin(), weights.end()});
      for (int step = 0; step < kSteps + kWithoutGradient; ++step) {
        for (float& value : gradient) value = step < kSteps ? normal(random) : 0.0f;
        const double scale = step % 2 == 0 ? 1.0 : 0.3;
        adam.step(weights, gradient, scale, crew);
        plain.step(gradient, scale);
      }
      for (std::size_t i = 0; i < kCount; ++i) {
        ASSERT_NEAR(weights[i], plain.weights()[i], 1e-4) << "value " << i;
      }
    }
  }
}

}  // namespace
}  // namespace luce
