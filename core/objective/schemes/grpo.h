#pragma once

#include "core/objective/schemes/ppo_clip.h"

namespace luce {

/// PPO's surrogate on advantages that are normalised within their group.
struct Grpo : PpoClip {
  static SchemeDescription description() {
    return {"grpo",
            "GRPO",
            "PPO clip on rewards compared within their group: above the mean pulls up, below "
            "pushes down.",
            "−min(ρ·A, clip(ρ, 1−ε, 1+ε)·A),  A = (r − mean) / std",
            "DeepSeekMath, Shao et al. 2024",
            AdvantageKind::Group,
            {clipHalfWidth()},
            SchemeFamily::GroupRelative};
  }
};

}  // namespace luce
