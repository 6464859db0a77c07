// The smoothing of a noisy line: an exponential moving average without the bias towards 0 of its
// first values (as of Adam: Kingma & Ba 2015, section 3), the same as TensorBoard's.
#pragma once

#include <cmath>
#include <limits>

namespace luce::desktop {

class MovingAverage {
 public:
  /// weight: of what was before, 0 … below 1; 0 = no smoothing.
  explicit MovingAverage(double weight) : weight_(weight) {}

  /// After values x₁ … xₙ: Σ wⁿ⁻ⁱ·xᵢ / Σ wⁿ⁻ⁱ. What is not finite leaves it as it is and gives NaN.
  double add(double value) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::quiet_NaN();
    average_ = weight_ * average_ + (1 - weight_) * value;
    bias_ *= weight_;
    return average_ / (1 - bias_);
  }

 private:
  double weight_;
  double average_ = 0;
  double bias_ = 1;  ///< wⁿ
};

}  // namespace luce::desktop
