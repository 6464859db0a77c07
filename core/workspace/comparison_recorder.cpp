#include "core/workspace/comparison_recorder.h"

#include "core/estimator/device.h"
#include "core/workspace/run_environment.h"
#include "core/workspace/run_recorder.h"

namespace luce {

std::function<std::unique_ptr<TrainingRecorder>(const std::string& run, const Experiment&)>
recordInWorkspace(const std::filesystem::path& workspace, const std::string& dataset,
                  const std::map<std::string, std::string>& more) {
  return [=](const std::string& run, const Experiment& experiment) {
    const int threads = useThreads(experiment.threads);
    return std::make_unique<RunRecorder>(
        workspace, Workspace::open(workspace).freeRunName(run), dataset, experiment,
        environmentJson(resolveDevice(experiment.device), threads, more));
  };
}

}  // namespace luce
