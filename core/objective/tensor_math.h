// The functions of scalar_math.h for tensors of pairs. To be included before the schemes, so that
// their text finds these too.
#pragma once

#include <torch/torch.h>

#include "core/objective/scheme.h"

namespace luce {

inline torch::Tensor constantLike(const torch::Tensor& like, double value) {
  return torch::full({}, value, like.options());
}

inline torch::Tensor choose(const torch::Tensor& condition, const torch::Tensor& ifTrue,
                            const torch::Tensor& ifFalse) {
  return torch::where(condition, ifTrue, ifFalse);
}
inline torch::Tensor choose(const torch::Tensor& condition, const torch::Tensor& ifTrue,
                            double ifFalse) {
  return torch::where(condition, ifTrue, constantLike(ifTrue, ifFalse));
}

inline torch::Tensor smallerOf(const torch::Tensor& a, const torch::Tensor& b) {
  return torch::minimum(a, b);
}
inline torch::Tensor smallerOf(const torch::Tensor& a, double b) {
  return torch::clamp_max(a, b);
}

inline torch::Tensor largerOf(const torch::Tensor& a, const torch::Tensor& b) {
  return torch::maximum(a, b);
}
inline torch::Tensor largerOf(const torch::Tensor& a, double b) {
  return torch::clamp_min(a, b);
}

inline torch::Tensor clampBetween(const torch::Tensor& value, double low, double high) {
  return torch::clamp(value, low, high);
}

inline torch::Tensor naturalExponential(const torch::Tensor& value) {
  return torch::exp(value);
}
inline torch::Tensor exponentialMinusOne(const torch::Tensor& value) {
  return torch::expm1(value);
}
inline torch::Tensor naturalLogarithm(const torch::Tensor& value) {
  return torch::log(value);
}
inline torch::Tensor logistic(const torch::Tensor& value) {
  return torch::sigmoid(value);
}
inline torch::Tensor power(const torch::Tensor& base, double exponent) {
  return torch::pow(base, exponent);
}

inline torch::Tensor zeroLike(const torch::Tensor& value) {
  return torch::zeros_like(value);
}
inline torch::Tensor stopGradient(const torch::Tensor& value) {
  return value.detach();
}
inline torch::Tensor oneGrowingAs(const torch::Tensor& value) {
  return torch::exp(value - value.detach());
}

inline double pairCount(const SchemeRow<torch::Tensor>& rows) {
  return static_cast<double>(rows.ratio.size(0));
}
template <class ValueOf>
torch::Tensor meanOver(const SchemeRow<torch::Tensor>& rows, ValueOf&& value) {
  return value(rows).mean();
}

}  // namespace luce
