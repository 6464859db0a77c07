// Reads the runs of a workspace as the runs panel shows them. What a run that has ended came to is
// read once, so that reading thousands of runs again costs little. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "app/desktop/study/values.h"
#include "core/workspace/run_result.h"

namespace luce::desktop {

class RunList {
 public:
  /// Fills in runs, runsPutAway and parameters. Throws Error as Workspace does.
  void read(const Workspace& workspace, WorkspaceView& view);

 private:
  struct Known {
    std::string started, experiment;
    double seconds = -1;
    QString scheme;
    RunResult result;
    std::vector<int> parameters;
  };
  RunEntry entryOf(const Workspace& workspace, RunRecord record);
  Known learn(const Workspace& workspace, const RunRecord& record);
  void readExperiment(const std::string& experiment, Known& known);
  int indexOf(const std::string& key, const std::string& value);

  std::string file_;
  std::unordered_map<std::int64_t, Known> known_;
  std::vector<RunParameter> parameters_;  ///< as they were met
  std::map<std::string, std::size_t> places_;
  std::vector<std::unordered_map<std::string, int>> values_;
};

}  // namespace luce::desktop
