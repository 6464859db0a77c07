#include "core/workspace/run_start.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "core/common/error.h"

namespace luce {

namespace {

[[noreturn]] void failMissing(const Workspace& workspace, const RunRecord& run,
                              const std::string& what) {
  std::vector<std::string> known;
  for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
    known.push_back(fmt::format("{} (step {})", checkpoint.role, checkpoint.step));
  }
  throw Error(fmt::format("The run \"{}\" ({}) has no {} checkpoint; it has {}.", run.name,
                          toString(run.status), what,
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
  throw Error(
      fmt::format("The run \"{}\" has no checkpoint of step {}; its trail has {}.", run.name, step,
                  trail.empty() ? "none" : fmt::format("the steps {}", fmt::join(trail, ", "))));
}

}  // namespace

std::vector<std::byte> loadWeights(const Workspace& workspace, const RunRecord& run,
                                   const std::string& checkpoint) {
  std::int64_t step = 0;
  const char* const end = checkpoint.data() + checkpoint.size();
  const auto [rest, error] = std::from_chars(checkpoint.data(), end, step);
  const bool isStep = error == std::errc() && rest == end;
  return isStep ? ofStep(workspace, run, step) : ofRole(workspace, run, checkpoint);
}

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
