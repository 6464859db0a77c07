// The objective by the tensor path on the CPU, for callers that know no tensors: a second
// implementation to compare the kernel with, its gradient by autograd.
#pragma once

#include "core/objective/slate_objective.h"

namespace luce {

/// As SlateObjective::evaluate. Instantiated for float and double.
template <class Real>
ObjectiveValue evaluateWithTensors(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                                   std::span<Real> scoreGradient);

}  // namespace luce
