// Writes a run of a workspace in any form of export/formats.h: what the command line and the
// desktop both call.
//
//   const std::vector<path> written = exportRun(source, request, progress, stop);
//
// All files of an export are written beside their places and renamed when every one is complete:
// neither a failure nor a cancel leaves half of one, or harms what was there.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/export/formats.h"
#include "core/policy/policy_view.h"
#include "core/workspace/workspace.h"

namespace luce {

/// Everything that an export reads, so that it needs no workspace and can run on any thread.
struct ExportSource {
  DatasetSummary dataset;
  RunRecord run;
  std::vector<std::byte> weights;     ///< a checkpoint of the run
  std::vector<std::byte> supervised;  ///< its supervised one, for KL; empty if there is none
};
/// checkpoint: see loadWeights(). Throws Error when the run has no such checkpoint.
ExportSource exportSource(const Workspace& workspace, const RunRecord& run,
                          const std::string& checkpoint);

struct ExportRequest {
  std::string format = "torchscript";
  std::filesystem::path file;
  std::string checkpoint = "result";  ///< what the card calls the weights
  PolicySettings settings;            ///< value weights and temperature go into models
  bool judge = true;  ///< estimates on test slates for the card, which may take minutes
};

/// table: the run's dataset. Returns the files written. Throws Error naming the file at fault, or
/// as Estimator::predict does; Cancelled.
std::vector<std::filesystem::path> exportRun(const SlateTable& table, const ExportSource& source,
                                             const ExportRequest& request,
                                             const Progress& progress = {},
                                             std::stop_token stop = {});

}  // namespace luce
