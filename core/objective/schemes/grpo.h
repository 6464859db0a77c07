#pragma once

#include "core/objective/schemes/ppo_clip.h"

namespace luce {

/// PPO's surrogate on advantages that are normalised within their group.
struct Grpo : PpoClip {
  static SchemeDescription description() {
    return {.id = "grpo",
            .title = "GRPO",
            .meaning =
                "PPO clip on rewards compared within their group: above the mean pulls up, below "
                "pushes down.",
            .formula = "−min(ρ·A, clip(ρ, 1−ε, 1+ε)·A),  A = (r − mean) / std",
            .source = "DeepSeekMath, Shao et al. 2024",
            .advantage = AdvantageKind::Group,
            .parameters = {clipHalfWidth()},
            .family = SchemeFamily::GroupRelative};
  }
};

}  // namespace luce
