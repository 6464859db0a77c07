// Records the runs of a comparison in a workspace, like any other run.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/training/trainer.h"

namespace luce {

/// For ComparisonMonitor::record. A name that is taken gets a number behind it. To be called from
/// one thread; throws Error when the workspace cannot be written. more: see environmentJson.
std::function<std::unique_ptr<TrainingRecorder>(const std::string& run, const Experiment&)>
recordInWorkspace(const std::filesystem::path& workspace, const std::string& dataset,
                  const std::map<std::string, std::string>& more = {});

}  // namespace luce
