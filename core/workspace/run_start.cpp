#include "core/workspace/run_start.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/common/error.h"

namespace luce {

namespace {

[[noreturn]] void failMissing(const Workspace& workspace, const RunRecord& run,
                              const std::string& what) {
  std::vector<std::string> known;
  for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
    known.push_back(fmt::format("{} (step {})", checkpoint.role, checkpoint.step));
  }
  throw Error(fmt::format("The run \"{}\" ({}) has no {} checkpoint to start from; it has {}.",
                          run.name, toString(run.status), what,
                          known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
}

std::vector<std::byte> ofRole(const Workspace& workspace, const RunRecord& run,
                              const std::string& role) {
  std::vector<std::string> roles{role};
  if (role == "result") roles = startRoles();
  for (const std::string& candidate : roles) {
    if (auto content = workspace.loadCheckpoint(run.id, candidate)) return std::move(*content);
  }
  failMissing(workspace, run, role);
}

std::vector<std::byte> ofStep(const Workspace& workspace, const RunRecord& run, std::int64_t step) {
  if (auto content = workspace.loadTrail(run.id, step)) return std::move(*content);
  const std::vector<std::int64_t> trail = workspace.trail(run.id);
  throw Error(fmt::format(
      "The run \"{}\" has no checkpoint of step {} to start from; its trail has {}.", run.name,
      step, trail.empty() ? "none" : fmt::format("the steps {}", fmt::join(trail, ", "))));
}

}  // namespace

std::shared_ptr<const StartingWeights> loadStart(const Workspace& workspace,
                                                 const Experiment& experiment) {
  if (!experiment.start) return nullptr;
  const StartSettings& start = *experiment.start;
  const RunRecord run = workspace.run(start.run);
  auto loaded = std::make_shared<StartingWeights>();
  loaded->weights =
      start.step ? ofStep(workspace, run, *start.step) : ofRole(workspace, run, start.role);
  if (start.reference == StartReference::Source) {
    loaded->reference = ofRole(workspace, run, "supervised");
  }
  return loaded;
}

}  // namespace luce
