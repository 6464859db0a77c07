// A slate of the open study, put on the board.
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "core/playground/blackboard_slate.h"
#include "core/policy/policy_view.h"
#include "core/training/experiment.h"

namespace luce::desktop {

/// What the study shows of its slate; candidates null = nothing.
struct StudySlate {
  std::shared_ptr<const std::vector<CandidateView>> candidates;
  bool predicted = false;
  std::vector<std::string> tasks;
  PolicySettings settings;
  ObjectiveSettings objective;
};

struct TakenSlate {
  BlackboardSlate slate;
  QString note;  ///< what had to be left out or assumed; empty = nothing
};

/// Throws Error where there is no slate, no estimator has judged it, or it has too few candidates.
TakenSlate takeSlate(const StudySlate& study);

}  // namespace luce::desktop
