#include "core/training/trail.h"

#include <fmt/format.h>

#include <algorithm>

namespace luce {

namespace {

constexpr int kMost = 40;
constexpr int kFewest = 4;
constexpr std::size_t kMostBytes = 64'000'000;

}  // namespace

int trailLength(std::size_t checkpointBytes) {
  const std::size_t fit = kMostBytes / std::max<std::size_t>(1, checkpointBytes);
  return fit < kFewest ? 0 : static_cast<int>(std::min<std::size_t>(fit, kMost));
}

std::string whyNoTrail(const Experiment& experiment, std::size_t checkpointBytes) {
  if (!experiment.schedule.trail) return "The experiment keeps no trail of checkpoints.";
  if (trailLength(checkpointBytes) > 0) return "";
  return fmt::format(
      "No trail of checkpoints is kept: one of this estimator takes {:.0f} MB, and a trail may add "
      "{:.0f} MB to the workspace. Use fewer hash buckets.",
      static_cast<double>(checkpointBytes) / 1e6, static_cast<double>(kMostBytes) / 1e6);
}

std::vector<std::int64_t> TrailThinning::add(std::int64_t step) {
  std::vector<std::int64_t> dropped;
  if (!kept_.empty() && kept_.back().step == step) return dropped;
  const std::int64_t number = next_++;
  const auto drop = [&](auto&& goes) {
    std::erase_if(kept_, [&](const Kept& kept) {
      if (!goes(kept)) return false;
      dropped.push_back(kept.step);
      return true;
    });
  };
  const auto offBeat = [&](const Kept& kept) {
    return kept.number % distance_ != 0 && kept.number != number;
  };
  drop(offBeat);
  kept_.push_back({number, step});
  while (kept_.size() > most_) {
    distance_ *= 2;
    drop(offBeat);
  }
  return dropped;
}

}  // namespace luce
