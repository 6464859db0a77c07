// A board for tests: five candidates that agree in nothing.
#pragma once

#include "core/playground/blackboard_slate.h"

namespace luce {

inline BlackboardSlate fiveCandidates() {
  BlackboardSlate slate;
  slate.tasks = {{"click", 1, 1}, {"like", 2.5, 3}};
  slate.candidates = {
      {"A", {0.61, 0.13}, {true, false}, 0.31, 0.2},
      {"B", {0.22, 0.41}, {true, true}, 0.07, -0.15},
      {"C", {0.35, 0.05}, {false, false}, 0.42, 0},
      {"D", {0.12, 0.52}, {false, true}, 0.15, 0.4},
      {"E", {0.47, 0.28}, {true, false}, 0.05, -0.3},
  };
  slate.drawn = 1;
  return slate;
}

}  // namespace luce
