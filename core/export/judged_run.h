// The estimates that a model card quotes: those of `luce-cli evaluate` for a run.
#pragma once

#include <span>
#include <stop_token>

#include "core/common/progress.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"

namespace luce {

/// supervised: what KL is measured to; null = it is not. May take minutes for drawn rows, whose
/// reward model is fitted first. Throws Error, Cancelled.
PolicyReport judgeRun(const SlateTable& table, std::span<const std::uint32_t> slates,
                      const PolicySettings& settings, const Estimator& estimator,
                      const Estimator* supervised, const Progress& progress, std::stop_token stop);

}  // namespace luce
