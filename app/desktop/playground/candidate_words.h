// What becomes of one candidate, in words with its numbers put in.
#pragma once

#include <QString>
#include <QStringList>

#include "core/playground/blackboard_slate.h"
#include "core/playground/blackboard_view.h"

namespace luce::desktop {

/// One line a thought: score, ratio, advantage, what the scheme makes of them, where a step leads.
QStringList candidateWords(const BlackboardSlate& slate, const BlackboardView& view,
                           std::size_t candidate);
/// The loss with its terms, and what the policy would earn.
QString lossWords(const BlackboardSlate& slate, const BlackboardView& view);

}  // namespace luce::desktop
