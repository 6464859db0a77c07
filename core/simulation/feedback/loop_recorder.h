// Keeps a feedback loop in a workspace: the log that all rankers of a seed started from as a
// dataset, each ranker as a run on it with its measures by round and its last weights.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/simulation/feedback/feedback_loop.h"
#include "core/workspace/workspace.h"

namespace luce {

struct RecordedLoop {
  std::vector<std::string> datasets;  ///< by seed
  std::vector<std::string> runs;      ///< seed by seed, ranker by ranker
};

/// Metrics are named "loop/<measure>", their step is the round from 0. Names start with `name`;
/// where one is taken, a free one is found. Throws Error, and then the workspace is as it was; also
/// before the first round. more: see environmentJson.
RecordedLoop recordLoop(Workspace& workspace, const FeedbackLoop& loop, const std::string& name,
                        double seconds, const std::map<std::string, std::string>& more = {});

}  // namespace luce
