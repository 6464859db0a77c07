// Does alignment pay? The comparison that counts, in the simulator's truth: the same estimator,
// data, epochs and number of settings tried for the supervised ranker and the aligned one; settings
// and temperature of both chosen by the held-out estimate alone; judged by what users would really
// do on slates that neither has seen.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "core/simulation/simulator.h"
#include "core/training/experiment.h"

namespace luce::cli {

struct StudyCell {
  std::string name;
  SimulationSettings simulation;
  std::vector<Experiment> supervised;  ///< settings to choose from
  std::vector<Experiment> aligned;
};

struct StudyPlan {
  int seeds = 5;
  int testSlates = 5000;
  int topK = 3;
  std::vector<double> temperatures;  ///< to choose from
  std::vector<StudyCell> cells;
};

/// Throws Error naming the member at fault.
StudyPlan studyFromJson(const std::string& json);

/// One ranker's true values on the test slates.
struct RankerResult {
  std::string settings;  ///< what was chosen, for people
  double temperature = 1;
  double heldOut = 0;  ///< the estimate it was chosen by
  TrueValue value;
};

struct SeedResult {
  int seed = 0;
  double oracle = 0;   ///< greedy in the truth
  double logging = 0;  ///< the logging policy's own true value
  RankerResult supervised, aligned;
};

/// Runs one cell; tell is called after each seed. Throws Cancelled.
std::vector<SeedResult> runCell(const StudyPlan& plan, const StudyCell& cell,
                                const std::function<void(const SeedResult&)>& tell,
                                std::stop_token stop);

}  // namespace luce::cli
