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

/// The same as one of several processes: the table holds the share's slates. Only process 0 talks
/// and records.
TrainingOutcome trainShare(const SlateTable& table, const DataShare& share,
                           const std::filesystem::path& workspace, const std::string& dataset,
                           const std::string& run, const Experiment& experiment, bool talk,
                           const StartingWeights* start);

}  // namespace luce::cli
