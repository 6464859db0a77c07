// The closed loop of `luce-cli simulate`: plays it, keeps it, and says what came of it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/simulation/feedback/feedback_loop.h"

namespace luce::cli {

struct FeedbackOptions {
  std::string workspace;  ///< empty = not kept
  std::string name;       ///< of what is kept there
  std::string csv;        ///< file for all measures; empty = none
  std::string markdown;   ///< file for the table of results; empty = none
  std::string against;    ///< ranker that others are held against; empty = "Supervised only"
  bool json = false;
};

/// Plays all rounds; what is asked for is printed and kept. Ended by a signal, the rounds played so
/// far are kept, and Cancelled is thrown.
void playFeedbackLoop(const LoopSettings& settings, const FeedbackOptions& options);

}  // namespace luce::cli
