#pragma once

#include "core/objective/schemes/ppo_clip.h"

namespace luce {

struct DrGrpo : PpoClip {
  static SchemeDescription description() {
    return {
        .id = "dr_grpo",
        .title = "Dr. GRPO",
        .meaning =
            "GRPO without dividing by the group's spread, which favours groups that hardly differ.",
        .formula = "−min(ρ·A, clip(ρ, 1−ε, 1+ε)·A),  A = r − mean",
        .source = "Liu et al. 2025",
        .advantage = AdvantageKind::Mean,
        .parameters = {clipHalfWidth()},
        .family = SchemeFamily::GroupRelative};
  }
};

}  // namespace luce
