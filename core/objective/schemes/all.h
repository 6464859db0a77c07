// The list of schemes: a new scheme is a file in this folder and a line here. `visit` is called
// with one object of each scheme, in the order shown to people.
#pragma once

#include "core/objective/schemes/banditnet.h"
#include "core/objective/schemes/cispo.h"
#include "core/objective/schemes/dapo.h"
#include "core/objective/schemes/dm.h"
#include "core/objective/schemes/dr.h"
#include "core/objective/schemes/dr_grpo.h"
#include "core/objective/schemes/ecpo.h"
#include "core/objective/schemes/entropy.h"
#include "core/objective/schemes/expected_reward.h"
#include "core/objective/schemes/gbpo.h"
#include "core/objective/schemes/gppo.h"
#include "core/objective/schemes/grpo.h"
#include "core/objective/schemes/grpo_k3.h"
#include "core/objective/schemes/ips.h"
#include "core/objective/schemes/ips_cap.h"
#include "core/objective/schemes/kl_estimates.h"
#include "core/objective/schemes/kl_exact.h"
#include "core/objective/schemes/kl_reverse.h"
#include "core/objective/schemes/listmle.h"
#include "core/objective/schemes/pl_display.h"
#include "core/objective/schemes/poem.h"
#include "core/objective/schemes/ppo_clip.h"
#include "core/objective/schemes/ppo_dual_clip.h"
#include "core/objective/schemes/reinforce.h"
#include "core/objective/schemes/rloo.h"
#include "core/objective/schemes/sapo.h"
#include "core/objective/schemes/snips.h"
#include "core/objective/schemes/tis.h"
#include "core/objective/schemes/topk_reinforce.h"
#include "core/objective/schemes/vespo.h"

namespace luce {

template <class Visitor>
void forEachScheme(Visitor&& visit) {
  visit(Ips{});
  visit(Reinforce{});
  visit(ExpectedReward{});
  visit(CappedIps{});
  visit(TruncatedImportanceSampling{});
  visit(TopKReinforce{});
  visit(PpoClip{});
  visit(PpoDualClip{});
  visit(Gbpo{});
  visit(Rloo{});
  visit(Grpo{});
  visit(GrpoWithK3{});
  visit(DrGrpo{});
  visit(Dapo{});
  visit(Ecpo{});
  visit(Cispo{});
  visit(Gppo{});
  visit(Sapo{});
  visit(Vespo{});
  visit(Snips{});
  visit(BanditNet{});
  visit(Poem{});
  visit(DirectMethod{});
  visit(DoublyRobust{});
  visit(DisplayLikelihood{});
  visit(ListMle{});
  visit(KlExact{});
  visit(KlReverse{});
  visit(KlK1{});
  visit(KlK2{});
  visit(KlK3{});
  visit(KlK3Weighted{});
  visit(Entropy{});
}

}  // namespace luce
