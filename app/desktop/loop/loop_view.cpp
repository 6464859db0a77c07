#include "app/desktop/loop/loop_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

double numberOf(const nlohmann::json& value) {
  return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

SeedMean meanOf(const nlohmann::json& object) {
  return {numberOf(object.at("mean")), numberOf(object.at("half_width"))};
}

}  // namespace

std::vector<ShownRanker> shownRankers(const LoopSettings& settings) {
  std::vector<ShownRanker> rankers;
  for (const RankerSettings& ranker : settings.rankers) {
    rankers.push_back({QString::fromStdString(ranker.name), ranker.kind});
  }
  return rankers;
}

LoopView summariseLoop(const std::vector<ShownRanker>& rankers, int rounds, int seeds,
                       std::span<const LoopPoint> points, std::size_t against) {
  LoopView view{rankers, rounds, 0, seeds, against, {}, {}, {}};
  for (const LoopPoint& point : points) view.played = std::max(view.played, point.round + 1);
  for (const LoopMeasure& measure : loopMeasures()) {
    auto& curves = view.curves.emplace_back();
    auto& means = view.means.emplace_back();
    auto& differences = view.differences.emplace_back();
    for (std::size_t ranker = 0; ranker < rankers.size(); ++ranker) {
      curves.push_back(loopCurve(points, ranker, measure));
      means.push_back(meanOverRounds(points, ranker, measure, kFirstOwnRound));
      differences.push_back(pairedDifference(points, ranker, against, measure, kFirstOwnRound));
    }
  }
  return view;
}

LoopResults loopResultsFromJson(const std::string& text) {
  try {
    const nlohmann::json document = nlohmann::json::parse(text);
    const LoopSettings settings = loopFromJson(document.at("loop").dump());
    LoopView view{shownRankers(settings), settings.rounds, 0, settings.seeds, 0, {}, {}, {}};
    const nlohmann::json& rankers = document.at("rankers");
    if (rankers.size() != view.rankers.size()) throw Error("It tells of other rankers than it has");
    for (const LoopMeasure& measure : loopMeasures()) {
      auto& curves = view.curves.emplace_back();
      auto& means = view.means.emplace_back();
      for (const nlohmann::json& ranker : rankers) {
        means.push_back(meanOf(ranker.at("summary").at(measure.id)));
        auto& curve = curves.emplace_back();
        for (const nlohmann::json& round : ranker.at("rounds").at(measure.id)) {
          curve.push_back(meanOf(round));
        }
        view.played = std::max(view.played, static_cast<int>(curve.size()));
      }
    }
    return {view, settings.audience};
  } catch (const std::exception& error) {
    throw Error(fmt::format("This is not what \"luce-cli simulate LOOP.json --json\" prints: {}",
                            error.what()));
  }
}

std::size_t measureIndex(const std::string& id) {
  return static_cast<std::size_t>(&findLoopMeasure(id) - loopMeasures().data());
}

}  // namespace luce::desktop
