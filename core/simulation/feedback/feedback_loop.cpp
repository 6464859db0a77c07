#include "core/simulation/feedback/feedback_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "core/common/error.h"

namespace luce {

namespace {

/// Calls work(0 … count − 1), each once, on so many threads. The first exception ends it and is
/// thrown here; work is told by its stop token.
void runOnThreads(std::size_t count, std::size_t threads, std::stop_token stop,
                  const std::function<void(std::size_t, std::stop_token)>& work) {
  std::stop_source ended;
  const std::stop_callback forward(stop, [&] { ended.request_stop(); });
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex mutex;
  const auto run = [&] {
    for (std::size_t i = next++; i < count && !ended.stop_requested(); i = next++) {
      try {
        work(i, ended.get_token());
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (!failure) failure = std::current_exception();
        ended.request_stop();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
  if (stop.stop_requested()) throw Cancelled();
}

std::size_t threadCount(int wanted) {
  return wanted > 0 ? static_cast<std::size_t>(wanted)
                    : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace

FeedbackLoop::FeedbackLoop(const LoopSettings& settings) : settings_(settings) {
  requireValid(settings);
  for (int seed = 0; seed < settings.seeds; ++seed) {
    const std::uint64_t number = settings.seed + static_cast<std::uint64_t>(seed);
    Scene scene{Audience(settings.audience, number), {}, nullptr};
    for (const RankerSettings& ranker : settings.rankers) {
      scene.lanes.push_back({Crowd(scene.audience), makeRanker(ranker, number), {}, {}});
    }
    scenes_.push_back(std::move(scene));
  }
}

FeedbackLoop::Lane FeedbackLoop::playLane(const Scene& scene, std::size_t ranker,
                                          std::stop_token stop) const {
  const RankerSettings& settings = settings_.rankers[ranker];
  const bool first = round_ == 0;
  Lane lane = scene.lanes[ranker];
  Requests requests = lane.crowd.requests(scene.audience);
  RankedDay ranked = first ? RankedDay{loggingScores(scene.audience, requests), {}}
                           : lane.ranker->rank(scene.audience, requests);
  if (stop.stop_requested()) throw Cancelled();
  const bool logging = first || settings.type() == RankerKind::Logging;
  const Exploration exploration =
      logging ? loggingExploration(settings_.audience) : settings.exploration;
  auto day = std::make_shared<const DayLog>(
      lane.crowd.play(scene.audience, std::move(requests), ranked.scores, exploration));
  lane.measures = measureDay(scene.audience, lane.crowd, *day,
                             {ranked.probabilities, lane.ranker->valueWeights()});
  lane.days.push_back(std::move(day));
  if (lane.days.size() > static_cast<std::size_t>(settings_.memory)) {
    lane.days.erase(lane.days.begin());
  }
  const bool last = round_ + 1 >= settings_.rounds;
  if (last) return lane;
  if (auto learned = lane.ranker->learn(scene.audience, lane.days, stop)) {
    lane.ranker = std::move(learned);
  }
  return lane;
}

void FeedbackLoop::playRound(std::stop_token stop, const TellLoop& tell) {
  if (finished()) throw Error("The loop has played all its rounds.");
  const std::size_t rankers = settings_.rankers.size();
  const std::size_t count = rankers * scenes_.size();
  std::vector<std::optional<Lane>> next(count);
  LoopProgress progress{round_, 0, count};
  std::mutex mutex;
  const auto report = [&] {
    const std::scoped_lock lock(mutex);
    if (tell) tell(progress);
    ++progress.done;
  };
  report();
  runOnThreads(count, threadCount(settings_.threads), stop,
               [&](std::size_t index, std::stop_token ended) {
                 next[index] = playLane(scenes_[index / rankers], index % rankers, ended);
                 report();
               });
  for (std::size_t index = 0; index < count; ++index) {
    Scene& scene = scenes_[index / rankers];
    Lane& lane = scene.lanes[index % rankers];
    lane = std::move(*next[index]);
    if (round_ == 0) scene.firstLog = lane.days.front();
    points_.push_back({index % rankers, static_cast<int>(index / rankers), round_, lane.measures});
  }
  for (Scene& scene : scenes_) {
    scene.audience.nextDay();
    for (Lane& lane : scene.lanes) lane.crowd.wakeUp(scene.audience);
  }
  ++round_;
}

void FeedbackLoop::setValueWeights(const TaskWeights& weights) {
  if (weights.size() != kAudienceTasks.size()) {
    throw Error(fmt::format("A loop needs {} value weights; found {}.", kAudienceTasks.size(),
                            weights.size()));
  }
  for (Scene& scene : scenes_) {
    for (Lane& lane : scene.lanes) {
      if (auto changed = lane.ranker->withWeights(weights)) lane.ranker = std::move(changed);
    }
  }
  changedWeights_ = weights;
}

std::shared_ptr<const DayLog> FeedbackLoop::firstLog(int seed) const {
  return scenes_.at(static_cast<std::size_t>(seed)).firstLog;
}

std::shared_ptr<const DayLog> FeedbackLoop::latestLog(std::size_t ranker, int seed) const {
  const Lane& lane = scenes_.at(static_cast<std::size_t>(seed)).lanes.at(ranker);
  return lane.days.empty() ? nullptr : lane.days.back();
}

const Audience& FeedbackLoop::audience(int seed) const {
  return scenes_.at(static_cast<std::size_t>(seed)).audience;
}

const Ranker& FeedbackLoop::ranker(std::size_t ranker, int seed) const {
  return *scenes_.at(static_cast<std::size_t>(seed)).lanes.at(ranker).ranker;
}

}  // namespace luce
