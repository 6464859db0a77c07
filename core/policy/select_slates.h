// A part of what an estimator predicted.
#pragma once

#include <cstdint>
#include <span>

#include "core/policy/predictions.h"

namespace luce {

/// The predictions of these slates alone, in their order. slates and predictions.slates ascend.
/// Throws Error for a slate that was not predicted.
Predictions selectSlates(const Predictions& predictions, std::span<const std::uint32_t> slates);

}  // namespace luce
