// Trains one run into a workspace and tells how it goes.
#pragma once

#include <filesystem>
#include <string>

#include "core/training/trainer.h"

namespace luce::cli {

/// On stderr, where a slow library would make training many times slower.
void warnOfSlowBlas();

/// Stops on Ctrl-C. talk: held-out estimates go to stdout as they come, else to nowhere. start:
/// what the experiment starts from; null = none. Throws Error for a wrong experiment or a name that
/// is taken.
TrainingOutcome trainRun(const SlateTable& table, const std::filesystem::path& workspace,
                         const std::string& dataset, const std::string& run,
                         const Experiment& experiment, bool talk,
                         const StartingWeights* start = nullptr);

}  // namespace luce::cli
