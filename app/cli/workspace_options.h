// How commands find their way around a workspace.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/training/experiment.h"
#include "core/workspace/workspace.h"

namespace luce::cli {

/// Opens a workspace that must already be there. Commands that only read open it beside any other
/// program that writes to it. Throws Error if it is not there, or as Workspace::open.
Workspace openExisting(const std::string& file, Access access = Access::Read);

/// For the end of a command that recorded a run. Throws Error if the file went away meanwhile, so
/// that the run is not where it was to be.
void requireInPlace(const Workspace& workspace, const std::string& run);

/// The name given; without one, the only dataset there is. Throws Error that lists the datasets.
DatasetSummary chooseDataset(const Workspace& workspace, const std::string& name);

/// A trained run: its experiment and one of its checkpoints.
struct TrainedRun {
  RunRecord record;
  Experiment experiment;
  std::vector<std::byte> checkpoint;
};
/// checkpoint: see loadWeights(). Throws Error when the run has no such checkpoint.
TrainedRun loadRun(const Workspace& workspace, const std::string& name,
                   const std::string& checkpoint);
/// A name that a new dataset may have.
CLI::Validator datasetName();
void addCheckpointOption(CLI::App& command, std::string& checkpoint);

}  // namespace luce::cli
