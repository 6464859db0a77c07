// A feedback loop as the page shows it: plain values, never changed once sent.
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/simulation/feedback/loop_measures.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

/// Means are taken from this round on: the first one is the logging policy's for all rankers.
inline constexpr int kFirstOwnRound = 1;

struct ShownRanker {
  QString name;
  std::string kind;
  bool operator==(const ShownRanker&) const = default;
};

struct LoopView {
  std::vector<ShownRanker> rankers;
  int rounds = 0;  ///< in all
  int played = 0;
  int seeds = 0;
  std::size_t against = 0;  ///< the ranker that differences are taken to
  /// [measure, as in loopMeasures()][ranker][round]
  std::vector<std::vector<std::vector<SeedMean>>> curves;
  /// [measure][ranker], over rounds from kFirstOwnRound on.
  std::vector<std::vector<SeedMean>> means, differences;
};

std::vector<ShownRanker> shownRankers(const LoopSettings& settings);
/// points: of all rounds so far.
LoopView summariseLoop(const std::vector<ShownRanker>& rankers, int rounds, int seeds,
                       std::span<const LoopPoint> points, std::size_t against);

/// Of the JSON that `luce-cli simulate LOOP.json --json` prints. Throws Error naming what is
/// missing. Differences are not in it.
struct LoopResults {
  LoopView view;
  AudienceSettings audience;
};
LoopResults loopResultsFromJson(const std::string& json);

/// Of the measure in loopMeasures(). Throws Error.
std::size_t measureIndex(const std::string& id);
/// Rounds in which value weights were changed, for charts.
struct RoundMark {
  int round = 0;  ///< from 1: the first one with the new weights
  QString text;
  bool operator==(const RoundMark&) const = default;
};

}  // namespace luce::desktop
