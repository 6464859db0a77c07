// The list of schemes: a new scheme is a file in this folder and a line here. `visit` is called
// with one object of each scheme, in the order shown to people.
#pragma once

#include "core/objective/scheme_law.h"
#include "core/objective/schemes/cispo.h"
#include "core/objective/schemes/grpo.h"
#include "core/objective/schemes/ips.h"
#include "core/objective/schemes/ppo_clip.h"

namespace luce {

template <class Visitor>
void forEachScheme(Visitor&& visit) {
  visit(Ips{});
  visit(PpoClip{});
  visit(Grpo{});
  visit(Cispo{});
}

}  // namespace luce
