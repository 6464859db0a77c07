// What a scheme's file defines: a struct of static functions, templated over the kind of value
// (float, double, tensor), so that one text serves the CPU kernel and the tensor path.
//
//   description()                                    always
//   clipBounds(parameters)                           if it clips
//   loss(row, parameters), coefficient(…)            a term for every logged row, and ∂loss/∂log π
//   summarise(rows, parameters) → batch              if a row's loss hangs on the whole batch;
//   loss(row, parameters, batch), coefficient(…)       then these take it
//   candidateLoss(…), candidateCoefficient(…)        a term for every candidate
//
// A list scheme (PairSet::Stages) defines none of them: each stage's loss is −log π, its
// coefficient −1.
#pragma once

#include "core/objective/scalar_math.h"
#include "core/objective/scheme.h"

namespace luce {

template <class Law, class Rows>
concept BatchLaw = requires(Rows rows, std::span<const double> parameters) {
  Law::summarise(rows, parameters);
};

template <class Law, class Value>
concept RowLaw = requires(SchemeRow<Value> row, std::span<const double> parameters) {
  Law::loss(row, parameters);
};

template <class Law, class Value>
concept CandidateLaw = requires(SchemeRow<Value> row, std::span<const double> parameters) {
  Law::candidateLoss(row, parameters);
};

}  // namespace luce
