#include "core/simulation/feedback/feedback_loop.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/simulation/feedback/loop_recorder.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

LoopSettings small(const std::string& rankers, int rounds = 3, int seeds = 2) {
  return loopFromJson(
      R"({"audience": {"users": 120, "items": 60, "slate_size": 6}, "rounds": )" +
      std::to_string(rounds) + R"(, "seeds": )" + std::to_string(seeds) +
      R"(, "experiment": {"schedule": {"supervised_epochs": 2, "alignment_epochs": 1}},
      "rankers": )" +
      rankers + "}");
}

FeedbackLoop played(const LoopSettings& settings) {
  FeedbackLoop loop(settings);
  while (!loop.finished()) loop.playRound();
  return loop;
}

std::vector<double> numbers(const FeedbackLoop& loop) {
  std::vector<double> all;
  for (const LoopPoint& point : loop.points()) {
    for (const LoopMeasure& measure : loopMeasures()) {
      const double value = point.measures.*measure.value;
      all.push_back(std::isnan(value) ? -1 : value);
    }
  }
  return all;
}

double valueAt(const FeedbackLoop& loop, std::size_t ranker, int round, const char* measure) {
  return loopCurve(loop.points(), ranker, findLoopMeasure(measure))[static_cast<std::size_t>(round)]
      .mean;
}

TEST(FeedbackLoop, TheFirstRoundIsTheLoggingPolicysForAll) {
  const FeedbackLoop loop =
      played(small(R"([{"kind": "random"}, {"kind": "supervised"}, {"kind": "oracle"}])", 2));
  for (const LoopMeasure& measure : loopMeasures()) {
    if (std::string(measure.id) == "promise" || std::string(measure.id) == "click_error") continue;
    EXPECT_EQ(valueAt(loop, 0, 0, measure.id), valueAt(loop, 1, 0, measure.id)) << measure.id;
    EXPECT_EQ(valueAt(loop, 0, 0, measure.id), valueAt(loop, 2, 0, measure.id)) << measure.id;
  }
  EXPECT_NE(valueAt(loop, 0, 1, "reward"), valueAt(loop, 2, 1, "reward"));
}

TEST(FeedbackLoop, TheOracleHasNoRegretAndTheRandomRankerHas) {
  const FeedbackLoop loop = played(small(R"([{"kind": "random"}, {"kind": "oracle"}])", 4));
  for (int round = 1; round < 4; ++round) {
    EXPECT_NEAR(valueAt(loop, 1, round, "regret"), 0, 1e-12);
    EXPECT_GT(valueAt(loop, 0, round, "regret"), 0.1);
  }
  const SeedMean better = pairedDifference(loop.points(), 1, 0, findLoopMeasure("reward"), 1);
  EXPECT_GT(better.mean, 0.2);
}

TEST(FeedbackLoop, TheSameOnAnyNumberOfThreads) {
  LoopSettings settings = small(
      R"([{"kind": "popularity"}, {"kind": "supervised"}, {"kind": "ips"}, {"kind": "grpo"}])");
  settings.threads = 1;
  const std::vector<double> alone = numbers(played(settings));
  settings.threads = 3;
  EXPECT_EQ(numbers(played(settings)), alone);
}

TEST(FeedbackLoop, LearningBeatsChanceAndPopularity) {
  LoopSettings settings = loopFromJson(R"({
    "audience": {"users": 700, "item_turnover": 0, "return_slope": 0, "return_rate": 0.99},
    "rounds": 3, "seeds": 3,
    "rankers": [{"kind": "random"}, {"kind": "popularity"}, {"kind": "supervised"}]})");
  const FeedbackLoop loop = played(settings);
  const LoopMeasure& reward = findLoopMeasure("reward");
  const SeedMean overRandom = pairedDifference(loop.points(), 2, 0, reward, 1);
  const SeedMean overPopular = pairedDifference(loop.points(), 2, 1, reward, 1);
  EXPECT_GT(overRandom.mean - overRandom.halfWidth, 0);
  EXPECT_GT(overPopular.mean - overPopular.halfWidth, 0);
}

TEST(FeedbackLoop, ClickbaitPaysAtFirstAndPatienceLater) {
  LoopSettings settings = loopFromJson(R"({
    "audience": {"preset": "clickbait", "users": 2000}, "rounds": 16, "seeds": 3,
    "rankers": [{"kind": "oracle"},
                {"kind": "oracle", "name": "Patient", "value_weights": {"long_view": 1, "like": 4}}]})");
  const FeedbackLoop loop = played(settings);
  EXPECT_GT(valueAt(loop, 0, 1, "reward_per_user"), valueAt(loop, 1, 1, "reward_per_user"));
  EXPECT_LT(valueAt(loop, 0, 15, "reward_per_user"), valueAt(loop, 1, 15, "reward_per_user"));
  // Of a request the greedy one always earns more: what it loses are its users.
  EXPECT_GT(valueAt(loop, 0, 15, "reward"), valueAt(loop, 1, 15, "reward"));
  EXPECT_LT(valueAt(loop, 0, 15, "return_share"), valueAt(loop, 1, 15, "return_share"));
}

TEST(FeedbackLoop, ACancelledRoundLeavesTheLoopWhereItWas) {
  const LoopSettings settings = small(R"([{"kind": "supervised"}, {"kind": "ips"}])");
  FeedbackLoop loop(settings);
  loop.playRound();
  std::stop_source stop;
  const auto cancelAtOnce = [&](const LoopProgress& progress) {
    if (progress.done == 1) stop.request_stop();
  };
  EXPECT_THROW(loop.playRound(stop.get_token(), cancelAtOnce), Cancelled);
  EXPECT_EQ(loop.roundsPlayed(), 1);
  while (!loop.finished()) loop.playRound();
  EXPECT_EQ(numbers(loop), numbers(played(settings)));
}

TEST(FeedbackLoop, ChangedWeightsRankFromTheNextRoundOn) {
  const LoopSettings settings = small(R"([{"kind": "random"}, {"kind": "oracle"}])", 3);
  FeedbackLoop loop(settings);
  loop.playRound();
  loop.playRound();
  EXPECT_GT(valueAt(loop, 1, 1, "reward"), valueAt(loop, 0, 1, "reward"));
  loop.setValueWeights({-1, -2, -4, -1});
  loop.playRound();
  EXPECT_LT(valueAt(loop, 1, 2, "reward"), valueAt(loop, 0, 2, "reward"));
  EXPECT_THROW(loop.setValueWeights({1}), Error);
}

TEST(FeedbackLoop, AnEstimatorKeepsWhatItLearnedUnderChangedWeights) {
  const LoopSettings settings = small(R"([{"kind": "supervised"}])", 2, 1);
  FeedbackLoop loop(settings);
  loop.playRound();
  const std::vector<std::byte> before = loop.ranker(0, 0).checkpoint();
  loop.setValueWeights({0, 0, 1, 0});
  EXPECT_EQ(loop.ranker(0, 0).checkpoint(), before);
  EXPECT_EQ(loop.ranker(0, 0).valueWeights(), (TaskWeights{0, 0, 1, 0}));
  EXPECT_FALSE(before.empty());
}

TEST(FeedbackLoop, PopularityWeighsAnewWhatItLearned) {
  FeedbackLoop loop(small(R"([{"kind": "popularity"}])", 2, 1));
  loop.playRound();
  const Requests& requests = loop.latestLog(0, 0)->requests;
  const auto scores = [&] { return loop.ranker(0, 0).rank(loop.audience(0), requests).scores; };
  const std::vector<double> before = scores();
  EXPECT_NE(before.front(), before.back());
  loop.setValueWeights({-1, -2, -4, -1});
  const std::vector<double> after = scores();
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(after[i], -before[i], 1e-12);
}

TEST(FeedbackLoop, ExplorationTravelsIntoTheLog) {
  const LoopSettings settings = small(
      R"([{"kind": "supervised", "exploration": {"kind": "none"}},
          {"kind": "random", "exploration": {"kind": "epsilon", "amount": 0.5}}])",
      2, 1);
  const FeedbackLoop loop = played(settings);
  for (const double propensity : loop.latestLog(0, 0)->propensity) {
    EXPECT_TRUE(propensity == 0 || propensity == 1 || propensity == 0.5) << propensity;
  }
  for (const double propensity : loop.latestLog(1, 0)->propensity) {
    EXPECT_NEAR(propensity, 1.0 / 6, 1e-12);
  }
}

TEST(FeedbackLoop, GoesOnWhenAllUsersAreGone) {
  const LoopSettings settings = loopFromJson(R"({
    "audience": {"users": 40, "return_rate": 0.001, "return_slope": 0, "comeback": 0,
                 "user_turnover": 0},
    "rounds": 5, "seeds": 1, "memory": 1,
    "rankers": [{"kind": "popularity"}, {"kind": "supervised"}, {"kind": "ips"}]})");
  const FeedbackLoop loop = played(settings);
  for (std::size_t ranker = 0; ranker < 3; ++ranker) {
    EXPECT_EQ(valueAt(loop, ranker, 0, "requests"), 40);
    EXPECT_EQ(valueAt(loop, ranker, 4, "requests"), 0);
    EXPECT_EQ(valueAt(loop, ranker, 4, "reward_per_user"), 0);
    EXPECT_TRUE(std::isnan(valueAt(loop, ranker, 4, "reward")));
  }
  EXPECT_FALSE(loop.ranker(1, 0).checkpoint().empty());
}

TEST(FeedbackLoop, TheEndIsTheEnd) {
  FeedbackLoop loop(small(R"([{"kind": "random"}])", 1, 1));
  loop.playRound();
  EXPECT_TRUE(loop.finished());
  EXPECT_THROW(loop.playRound(), Error);
}

TEST(LoopSettings, ReadBackAsWritten) {
  const LoopSettings settings = loopFromJson(R"({
    "audience": {"preset": "cold_start"}, "rounds": 7, "seeds": 4, "seed": 9, "memory": 2,
    "exploration": {"kind": "epsilon", "amount": 0.2},
    "experiment": {"temperature": 0.3},
    "rankers": [{"kind": "logging"}, {"kind": "grpo", "experiment": {"objective": {"rows": "drawn"}}},
      {"kind": "popularity", "name": "Liked", "value_weights": {"like": 1}}]})");
  EXPECT_EQ(loopFromJson(loopToJson(settings)), settings);
  EXPECT_EQ(settings.rankers[1].experiment.objective.scheme, "grpo");
  EXPECT_EQ(settings.rankers[1].experiment.temperature, 0.3);
  EXPECT_EQ(settings.rankers[2].valueWeights, (TaskWeights{0, 0, 1, 0}));
  EXPECT_EQ(settings.rankers[0].exploration, (Exploration{ExplorationKind::Epsilon, 0.2}));
}

TEST(LoopSettings, RankersWeighByTheAudiencesWeightsUnlessToldOtherwise) {
  const LoopSettings settings = loopFromJson(R"({
    "audience": {"value_weights": {"click": 3}},
    "rankers": [{"kind": "oracle"}, {"kind": "supervised"}]})");
  for (const RankerSettings& ranker : settings.rankers) {
    EXPECT_EQ(ranker.valueWeights, (TaskWeights{3, 0, 0, 0})) << ranker.name;
  }
}

TEST(LoopSettings, ErrorsNameTheMember) {
  const auto error = [](const char* text) { return [text] { loopFromJson(text); }; };
  EXPECT_THAT(error(R"({"rounds": 0})"), ThrowsMessage<Error>(HasSubstr("loop.rounds is 0")));
  EXPECT_THAT(error(R"({"rankers": []})"), ThrowsMessage<Error>(HasSubstr("loop.rankers")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "magic"}]})"),
              ThrowsMessage<Error>(HasSubstr("loop.rankers[0].kind is \"magic\"; expected one of "
                                             "random, logging, popularity, oracle, supervised")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips"}, {"kind": "ips"}]})"),
              ThrowsMessage<Error>(HasSubstr("names \"IPS\" twice")));
  // Its runs are called so, which is found out before the loop is played.
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips", "name": "two\nlines"}]})"),
              ThrowsMessage<Error>(HasSubstr("one line of text")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips", "name": " "}]})"),
              ThrowsMessage<Error>(HasSubstr("empty name")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips", "experiment": {"temperature": 0}}]})"),
              ThrowsMessage<Error>(HasSubstr("loop.rankers[0].experiment.temperature")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips", "value_weights": {"buy": 1}}]})"),
              ThrowsMessage<Error>(HasSubstr("buy")));
  EXPECT_THAT(error(R"({"rankers": [{"kind": "ips", "experiment": [1],
                                     "value_weights": {"like": 1}}]})"),
              ThrowsMessage<Error>(HasSubstr("loop.rankers[0].experiment is [1]")));
  EXPECT_THAT(error(R"({"experiment": 3})"),
              ThrowsMessage<Error>(HasSubstr("loop.experiment is 3")));
  EXPECT_THAT(error(R"({"exploration": {"kind": "temperature", "amount": 0}})"),
              ThrowsMessage<Error>(HasSubstr("loop.exploration.amount")));
  EXPECT_THAT(error(R"({"audience": {"drift": 2}})"),
              ThrowsMessage<Error>(HasSubstr("loop.audience.drift")));
  EXPECT_THAT(error(R"({"experiment": {"start": {"run": "a"}}, "rankers": [{"kind": "ips"}]})"),
              ThrowsMessage<Error>(HasSubstr("random weights")));
}

LoopPoint pointOf(std::size_t ranker, int seed, int round, double reward) {
  LoopPoint point{ranker, seed, round, {}};
  point.measures.reward = reward;
  return point;
}

TEST(LoopMeasures, CurvesAreMeansOverSeedsByRound) {
  const std::vector<LoopPoint> points{pointOf(0, 0, 0, 1), pointOf(0, 1, 0, 3), pointOf(1, 0, 0, 9),
                                      pointOf(0, 0, 1, 5), pointOf(0, 1, 1, std::nan(""))};
  const auto curve = loopCurve(points, 0, findLoopMeasure("reward"));
  ASSERT_EQ(curve.size(), 2u);
  EXPECT_DOUBLE_EQ(curve[0].mean, 2);
  // Student's 97.5 % point of one degree of freedom is 12.7062, the mean's deviation 1.
  EXPECT_NEAR(curve[0].halfWidth, 12.7062, 1e-4);
  EXPECT_DOUBLE_EQ(curve[1].mean, 5);
  EXPECT_TRUE(std::isnan(curve[1].halfWidth));
}

TEST(LoopMeasures, DifferencesAreTakenSeedBySeed) {
  // Seeds lie far apart, rankers always 0.5 from each other after the first round.
  std::vector<LoopPoint> points;
  for (int seed = 0; seed < 3; ++seed) {
    for (int round = 0; round < 3; ++round) {
      points.push_back(pointOf(0, seed, round, 100 * seed + round));
      points.push_back(pointOf(1, seed, round, 100 * seed + round + (round > 0 ? 0.5 : 77)));
    }
  }
  const SeedMean difference = pairedDifference(points, 1, 0, findLoopMeasure("reward"), 1);
  EXPECT_DOUBLE_EQ(difference.mean, 0.5);
  EXPECT_NEAR(difference.halfWidth, 0, 1e-9);
  EXPECT_DOUBLE_EQ(meanOverRounds(points, 0, findLoopMeasure("reward"), 1).mean, 101.5);
}

TEST(LoopMeasures, GiniOfKnownDistributions) {
  EXPECT_DOUBLE_EQ(giniOf({3, 3, 3}), 0);
  EXPECT_DOUBLE_EQ(giniOf({0, 0, 0, 8}), 0.75);
  EXPECT_NEAR(giniOf({1, 2, 3}), 2.0 / 9, 1e-12);
  EXPECT_DOUBLE_EQ(giniOf({0, 0}), 0);
}

TEST(LoopMeasures, PerfectPredictionsPromiseWhatHappens) {
  AudienceSettings settings;
  settings.users = 50;
  const Audience audience(settings, 3);
  Crowd crowd(audience);
  Requests requests = crowd.requests(audience);
  const std::vector<double> scores = loggingScores(audience, requests);
  const DayLog day = crowd.play(audience, std::move(requests), scores, {});
  const std::size_t count = day.requests.item.size();
  std::vector<float> truth(count * 4), doubled;
  for (std::size_t task = 0; task < 4; ++task) {
    for (std::size_t row = 0; row < count; ++row) {
      truth[task * count + row] = static_cast<float>(day.requests.truth[row].probability[task]);
    }
  }
  for (const float p : truth) doubled.push_back(2 * p);
  const TaskWeights weights{1, 2, 0, 5};
  const LoopMeasures right = measureDay(audience, crowd, day, {truth, weights});
  EXPECT_NEAR(right.promise, 1, 1e-6);
  EXPECT_NEAR(right.clickError, 0, 1e-6);
  const LoopMeasures twice = measureDay(audience, crowd, day, {doubled, weights});
  EXPECT_NEAR(twice.promise, 2, 1e-6);
  EXPECT_GT(twice.clickError, 0.05);
}

TEST(LoopRecorder, EveryRankerIsARunOnTheFirstLog) {
  const TemporaryFolder folder;
  Workspace workspace = Workspace::open(folder / "loop.luce");
  const FeedbackLoop loop = played(small(R"([{"kind": "random"}, {"kind": "supervised"}])", 2));
  const RecordedLoop recorded = recordLoop(workspace, loop, "bait", 1.5, {{"qt", "6.4.2"}});
  EXPECT_THAT(recorded.datasets, testing::ElementsAre("bait seed 1", "bait seed 2"));
  EXPECT_THAT(recorded.runs,
              testing::ElementsAre("bait seed 1, Random", "bait seed 1, Supervised only",
                                   "bait seed 2, Random", "bait seed 2, Supervised only"));
  EXPECT_EQ(workspace.dataset("bait seed 2").slates, 120);
  const RunRecord run = workspace.run("bait seed 2, Supervised only");
  EXPECT_EQ(run.status, RunStatus::Finished);
  EXPECT_EQ(run.seconds, 1.5);
  EXPECT_THAT(run.environment, testing::HasSubstr("\"qt\":\"6.4.2\""));
  EXPECT_TRUE(workspace.loadCheckpoint(run.id, "result").has_value());
  double reward = 0;
  for (const MetricPoint& metric : workspace.metrics(run.id, 1)) {
    if (metric.name == "loop/reward") reward = metric.value;
  }
  EXPECT_EQ(reward, loop.points().back().measures.reward);
  // Names that are taken are left alone.
  const RecordedLoop again = recordLoop(workspace, loop, "bait", 1);
  EXPECT_EQ(again.datasets.front(), "bait seed 1 2");
  EXPECT_EQ(again.runs.front(), "bait seed 1, Random 2");
}

TEST(LoopRecorder, ARunHasTheWeightsThatItsRankerEndedOn) {
  const TemporaryFolder folder;
  Workspace workspace = Workspace::open(folder / "loop.luce");
  FeedbackLoop loop(small(R"([{"kind": "oracle"}, {"kind": "supervised"}])", 2, 1));
  loop.playRound();
  loop.setValueWeights({0, 3, 0, 0});
  loop.playRound();
  for (const std::string& name : recordLoop(workspace, loop, "bait", 1).runs) {
    const RunRecord run = workspace.run(name);
    EXPECT_EQ(experimentFromJson(run.experiment).valueWeights.at("long_view"), 3) << name;
    EXPECT_EQ(experimentFromJson(run.experiment).valueWeights.at("click"), 0) << name;
    EXPECT_THAT(run.note, HasSubstr("changed on the way"));
  }
}

TEST(LoopRecorder, NothingIsKeptOfALoopThatDidNotBegin) {
  const TemporaryFolder folder;
  Workspace workspace = Workspace::open(folder / "loop.luce");
  const FeedbackLoop loop(small(R"([{"kind": "random"}])"));
  EXPECT_THROW(recordLoop(workspace, loop, "none", 0), Error);
  EXPECT_TRUE(workspace.datasets().empty());
}

}  // namespace
}  // namespace luce
