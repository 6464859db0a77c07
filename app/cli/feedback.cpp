#include "app/cli/feedback.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <optional>
#include <ostream>

#include "app/cli/console.h"
#include "app/cli/training_session.h"
#include "core/common/csv_field.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/simulation/feedback/loop_recorder.h"
#include "core/training/comparison.h"

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

/// Index of the ranker that others are held against; none if it is not there and was not asked for.
std::optional<std::size_t> rankerAgainst(const LoopSettings& settings, const std::string& wanted) {
  const std::string name = wanted.empty() ? rankerTitle(kSupervisedOnly) : wanted;
  std::string known;
  for (std::size_t ranker = 0; ranker < settings.rankers.size(); ++ranker) {
    if (settings.rankers[ranker].name == name) return ranker;
    known += (known.empty() ? "" : ", ") + settings.rankers[ranker].name;
  }
  if (wanted.empty()) return std::nullopt;
  throw Error(fmt::format("There is no ranker \"{}\" in the loop; it has {}.", wanted, known));
}

SeedMean differenceOf(const FeedbackLoop& loop, std::size_t ranker, std::size_t against,
                      const char* measure) {
  return pairedDifference(loop.points(), ranker, against, findLoopMeasure(measure), kFirstOwnRound);
}

/// With a sign where the interval leaves out 0.
std::string signedInterval(const SeedMean& mean) {
  if (std::isnan(mean.mean)) return "–";
  std::string text = interval(mean);
  if (mean.mean > 0) text.insert(0, "+");
  return std::abs(mean.mean) > mean.halfWidth ? text + " *" : text;
}

std::vector<std::vector<std::string>> summaryTable(const FeedbackLoop& loop,
                                                   std::optional<std::size_t> against) {
  std::vector<std::vector<std::string>> table{{"ranker"}};
  const char* const shown[]{"reward_per_user", "reward", "regret", "return_share",
                            "coverage",        "gini",   "promise"};
  for (const char* id : shown) table.front().emplace_back(id);
  if (against) table.front().insert(table.front().begin() + 2, "against");
  for (std::size_t ranker = 0; ranker < loop.settings().rankers.size(); ++ranker) {
    std::vector<std::string>& row = table.emplace_back();
    row.push_back(loop.settings().rankers[ranker].name);
    for (const char* id : shown) {
      row.push_back(interval(meanOfRounds(loop, ranker, findLoopMeasure(id))));
    }
    if (!against) continue;
    row.insert(row.begin() + 2,
               ranker == *against
                   ? "–"
                   : signedInterval(differenceOf(loop, ranker, *against, "reward_per_user")));
  }
  return table;
}

std::string explanation(const FeedbackLoop& loop, std::optional<std::size_t> against) {
  std::string text =
      fmt::format("Means over rounds 2 to {} and {} seed(s), with 95 % intervals over seeds.",
                  loop.roundsPlayed(), loop.settings().seeds);
  if (against) {
    text += fmt::format(
        " Against: reward_per_user minus that of {}, seed by seed; * = the interval leaves out 0.",
        loop.settings().rankers[*against].name);
  }
  return text;
}

void printSummary(const FeedbackLoop& loop, std::optional<std::size_t> against) {
  printTable(summaryTable(loop, against));
  fmt::print("{}\n", explanation(loop, against));
}

void writeMarkdown(const FeedbackLoop& loop, std::optional<std::size_t> against,
                   const std::string& file) {
  writeFileSafely(file, [&](std::ostream& stream) {
    const auto writeRow = [&](const std::vector<std::string>& row) {
      for (const std::string& cell : row) stream << "| " << cell << ' ';
      stream << "|\n";
    };
    const auto table = summaryTable(loop, against);
    writeRow(table.front());
    writeRow(std::vector<std::string>(table.front().size(), "---"));
    for (std::size_t row = 1; row < table.size(); ++row) writeRow(table[row]);
    stream << '\n' << explanation(loop, against) << '\n';
  });
}

ordered_json jsonOf(const SeedMean& mean) {
  return {{"mean", jsonNumber(mean.mean)}, {"half_width", jsonNumber(mean.halfWidth)}};
}

ordered_json jsonOf(const FeedbackLoop& loop, std::optional<std::size_t> against) {
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
    if (!against || ranker == *against) continue;
    ordered_json& difference = rankers.back()["against"];
    difference["ranker"] = loop.settings().rankers[*against].name;
    for (const char* id : {"reward_per_user", "reward", "return_share"}) {
      difference[id] = jsonOf(differenceOf(loop, ranker, *against, id));
    }
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
  if (!options.markdown.empty()) {
    writeMarkdown(loop, rankerAgainst(loop.settings(), options.against), options.markdown);
  }
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
  const std::optional<std::size_t> against = rankerAgainst(settings, options.against);
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
  object["rankers"] = jsonOf(loop, against);
  if (!options.json) printSummary(loop, against);
  keep(loop, options, seconds(), object);
  if (options.json) printJson(object);
}

}  // namespace luce::cli
