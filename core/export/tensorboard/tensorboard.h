// Runs as event files for TensorBoard, a folder a run, to be looked at with
//   tensorboard --logdir FOLDER
//
// A run's folder holds one file with all metrics by step as scalars (single precision, as
// TensorBoard keeps them), the weights along its trail as histograms, the experiment as text, its
// fields as hyper-parameters, and how the run ended. Every event has the time when its metric was
// recorded; in runs of an older Luce, and in feedback loops, the time when the run began.
#pragma once

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/workspace/workspace.h"

namespace luce {

/// The folders of runs of these names, in their order: letters that a file system or TensorBoard
/// would take for something else become "_"; equal ones get "_2", "_3" …
std::vector<std::string> folderNames(std::span<const std::string> runs);

/// Makes `folder` if need be and replaces what an earlier export of the same runs wrote. Throws
/// Error naming the file that cannot be written; Cancelled.
void exportTensorBoard(const Workspace& workspace, std::span<const RunRecord> runs,
                       const std::filesystem::path& folder, const Progress& progress = {},
                       std::stop_token stop = {});

}  // namespace luce
