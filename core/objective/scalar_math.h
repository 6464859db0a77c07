// The few functions that schemes are written in, for plain numbers. tensor_math.h has the same
// names for tensors, so that one definition of a scheme serves both.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <type_traits>

namespace luce {

template <std::floating_point Real>
Real where(bool condition, Real ifTrue, std::type_identity_t<Real> ifFalse) {
  return condition ? ifTrue : ifFalse;
}

template <std::floating_point Real>
Real minimum(Real a, std::type_identity_t<Real> b) {
  return std::min(a, b);
}

template <std::floating_point Real>
Real clampBetween(Real value, double low, double high) {
  return std::clamp(value, static_cast<Real>(low), static_cast<Real>(high));
}

template <std::floating_point Real>
Real zeroLike(Real) {
  return 0;
}

/// The value, as a constant: no gradient flows through it.
template <std::floating_point Real>
Real stopGradient(Real value) {
  return value;
}

}  // namespace luce
