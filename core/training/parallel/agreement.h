// What processes that train one run must agree on before its first step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/dataset/gather.h"
#include "core/training/parallel/process_group.h"

namespace luce {

/// Moments of the numeric inputs over the slates of all processes. group: null = there is one.
NumericMoments sharedMoments(const SlateTable& table, std::span<const std::uint32_t> slates,
                             ProcessGroup* group);

/// Throws Error in every process, naming the first whose bytes differ from those of process 0.
void requireSame(ProcessGroup& group, std::span<const std::byte> beginning);

}  // namespace luce
