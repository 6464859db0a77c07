// The few functions that schemes are written in, for plain numbers. tensor_math.h has the same
// names for tensors, so that one definition of a scheme serves both.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <span>
#include <type_traits>

#include "core/objective/scheme.h"

namespace luce {

template <std::floating_point Real>
Real choose(bool condition, Real ifTrue, std::type_identity_t<Real> ifFalse) {
  return condition ? ifTrue : ifFalse;
}

template <std::floating_point Real>
Real smallerOf(Real a, std::type_identity_t<Real> b) {
  return std::min(a, b);
}

template <std::floating_point Real>
Real largerOf(Real a, std::type_identity_t<Real> b) {
  return std::max(a, b);
}

template <std::floating_point Real>
Real clampBetween(Real value, double low, double high) {
  return std::clamp(value, static_cast<Real>(low), static_cast<Real>(high));
}

template <std::floating_point Real>
Real naturalExponential(Real value) {
  return std::exp(value);
}

/// exp(value) − 1, exact near 0.
template <std::floating_point Real>
Real exponentialMinusOne(Real value) {
  return std::expm1(value);
}

template <std::floating_point Real>
Real naturalLogarithm(Real value) {
  return std::log(value);
}

template <std::floating_point Real>
Real logistic(Real value) {
  return 1 / (1 + std::exp(-value));
}

template <std::floating_point Real>
Real power(Real base, double exponent) {
  return std::pow(base, static_cast<Real>(exponent));
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

/// 1, with the gradient of exp(x − stopGradient(x)).
template <std::floating_point Real>
Real oneGrowingAs(Real) {
  return 1;
}

/// A batch of rows, as batch-wide schemes see it.
template <class Real>
using RowSpan = std::span<const SchemeRow<Real>>;

template <class Real>
double pairCount(RowSpan<Real> rows) {
  return static_cast<double>(rows.size());
}

/// Mean over the batch of value(row); 0 for none.
template <class Real, class ValueOf>
Real meanOver(RowSpan<Real> rows, ValueOf&& value) {
  double sum = 0;
  for (const SchemeRow<Real>& row : rows) sum += value(row);
  return static_cast<Real>(rows.empty() ? 0 : sum / static_cast<double>(rows.size()));
}

}  // namespace luce
