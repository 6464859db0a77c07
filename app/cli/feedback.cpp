#include "app/cli/feedback.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ostream>

#include "app/cli/console.h"
#include "app/cli/training_session.h"
#include "core/common/csv_field.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/simulation/feedback/loop_recorder.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

/// Judged without the first round, which is the logging policy's.
constexpr int kFirstOwnRound = 1;

std::string interval(const SeedMean& mean) {
  if (std::isnan(mean.halfWidth)) return shortNumber(mean.mean);
  return fmt::format("{} ± {}", shortNumber(mean.mean), shortNumber(mean.halfWidth));
}

SeedMean meanOfRounds(const FeedbackLoop& loop, std::size_t ranker, const LoopMeasure& measure) {
  return meanOverRounds(loop.points(), ranker, measure, kFirstOwnRound);
}

void printRound(const FeedbackLoop& loop) {
  const int round = loop.roundsPlayed() - 1;
  std::string text;
  const LoopMeasure& reward = findLoopMeasure("reward_per_user");
  for (std::size_t ranker = 0; ranker < loop.settings().rankers.size(); ++ranker) {
    const auto curve = loopCurve(loop.points(), ranker, reward);
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", loop.settings().rankers[ranker].name,
                        shortNumber(curve[static_cast<std::size_t>(round)].mean));
  }
  fmt::print(stderr, "Round {}: reward of a user: {}\n", round + 1, text);
}

void printSummary(const FeedbackLoop& loop) {
  std::vector<std::vector<std::string>> table{{"ranker"}};
  const char* const shown[]{"reward", "reward_per_user", "regret", "return_share", "coverage",
                            "gini",   "promise"};
  for (const char* id : shown) table.front().emplace_back(id);
  for (std::size_t ranker = 0; ranker < loop.settings().rankers.size(); ++ranker) {
    table.push_back({loop.settings().rankers[ranker].name});
    for (const char* id : shown) {
      table.back().push_back(interval(meanOfRounds(loop, ranker, findLoopMeasure(id))));
    }
  }
  printTable(table);
  fmt::print("Means over rounds 2 to {} and {} seed(s), with 95 % intervals over seeds.\n",
             loop.roundsPlayed(), loop.settings().seeds);
}

ordered_json jsonOf(const SeedMean& mean) {
  return {{"mean", jsonNumber(mean.mean)}, {"half_width", jsonNumber(mean.halfWidth)}};
}

ordered_json jsonOf(const FeedbackLoop& loop) {
  ordered_json rankers = ordered_json::array();
  for (std::size_t ranker = 0; ranker < loop.settings().rankers.size(); ++ranker) {
    ordered_json summary = ordered_json::object(), rounds = ordered_json::object();
    for (const LoopMeasure& measure : loopMeasures()) {
      summary[measure.id] = jsonOf(meanOfRounds(loop, ranker, measure));
      ordered_json curve = ordered_json::array();
      for (const SeedMean& mean : loopCurve(loop.points(), ranker, measure)) {
        curve.push_back(jsonOf(mean));
      }
      rounds[measure.id] = curve;
    }
    rankers.push_back({{"name", loop.settings().rankers[ranker].name},
                       {"kind", loop.settings().rankers[ranker].kind},
                       {"summary", summary},
                       {"rounds", rounds}});
  }
  return rankers;
}

void writeCsv(const FeedbackLoop& loop, const std::string& file) {
  writeFileSafely(file, [&](std::ostream& stream) {
    stream << "ranker,seed,round";
    for (const LoopMeasure& measure : loopMeasures()) stream << ',' << measure.id;
    stream << '\n';
    for (const LoopPoint& point : loop.points()) {
      stream << csvField(loop.settings().rankers[point.ranker].name) << ','
             << loop.settings().seed + static_cast<std::uint64_t>(point.seed) << ','
             << point.round + 1;
      for (const LoopMeasure& measure : loopMeasures()) {
        const double value = point.measures.*measure.value;
        stream << ',' << (std::isnan(value) ? "" : fmt::format("{}", value));
      }
      stream << '\n';
    }
  });
}

void playRounds(FeedbackLoop& loop) {
  const Progress line = progressLine();
  const auto tell = [&](const LoopProgress& progress) {
    if (!line) return;
    const double part = static_cast<double>(progress.done) / static_cast<double>(progress.all);
    line((progress.round + part) / loop.settings().rounds,
         fmt::format("round {} of {} · {} of {} rankers", progress.round + 1,
                     loop.settings().rounds, progress.done, progress.all));
  };
  while (!loop.finished()) {
    loop.playRound(stopToken(), tell);
    finishProgressLine();
    printRound(loop);
  }
}

void keep(const FeedbackLoop& loop, const FeedbackOptions& options, double seconds,
          ordered_json& object) {
  if (!options.csv.empty()) {
    writeCsv(loop, options.csv);
    object["csv"] = options.csv;
  }
  if (options.workspace.empty()) return;
  Workspace workspace = Workspace::open(options.workspace);
  const RecordedLoop recorded = recordLoop(workspace, loop, options.name, seconds);
  object["datasets"] = recorded.datasets;
  object["runs"] = recorded.runs;
  if (!options.json) {
    fmt::print("Kept {} runs on {} dataset(s) in {}.\n", recorded.runs.size(),
               recorded.datasets.size(), options.workspace);
  }
}

}  // namespace

void playFeedbackLoop(const LoopSettings& settings, const FeedbackOptions& options) {
  warnOfSlowBlas();
  FeedbackLoop loop(settings);
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  ordered_json object{{"loop", ordered_json::parse(loopToJson(settings))}};
  try {
    playRounds(loop);
  } catch (const Cancelled&) {
    finishProgressLine();
    if (loop.roundsPlayed() > 0) keep(loop, options, seconds(), object);
    throw;
  }
  object["seconds"] = seconds();
  object["rankers"] = jsonOf(loop);
  if (!options.json) printSummary(loop);
  keep(loop, options, seconds(), object);
  if (options.json) printJson(object);
}

}  // namespace luce::cli
