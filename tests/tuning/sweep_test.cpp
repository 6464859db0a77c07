#include "core/tuning/sweep.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/common/error.h"
#include "tests/support/error_of.h"
#include "tests/support/tiny_logs.h"
#include "tests/tuning/made_predictions.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class SweepTest : public testing::Test {
 protected:
  SweepResult run(const Progress& progress = {}, std::stop_token stop = {}) const {
    const Sweep sweep = standardSweep(tasks_, base_);
    return runSweep(evaluator_, tasks_, sweepSettings(sweep, tasks_, base_), base_, progress, stop);
  }

  const SlateTable table_ = tinySlateLog(120);
  const Predictions predictions_ = randomPredictions(table_, 5);
  const std::vector<std::string> tasks_ = table_.schema().tasks;
  const SettingEvaluator evaluator_{table_, predictions_, {{1, 2}, RowKind::Observed}};
  const TuningSetting base_{{1, 2}, 1};
};

TEST_F(SweepTest, EveryPointIsJudgedAsItWouldBeAlone) {
  std::vector<double> told;
  const SweepResult result =
      run([&](double fraction, std::string_view) { told.push_back(fraction); });
  ASSERT_EQ(result.points.size(), 200u);
  EXPECT_EQ(result.slates, 120);
  EXPECT_EQ(result.rows, 600);
  const SettingOutcomes base = evaluator_.evaluate(base_);
  for (const std::size_t i : {std::size_t{0}, std::size_t{77}, std::size_t{199}}) {
    const SweepPoint& point = result.points[i];
    const SettingOutcomes alone = evaluator_.evaluate(point.setting);
    for (std::size_t o = 0; o < result.outcomes.size(); ++o) {
      const Interval expected = evaluator_.interval(alone, o);
      EXPECT_EQ(point.outcomes[o].value, expected.value);
      EXPECT_EQ(point.outcomes[o].low, expected.low);
      EXPECT_EQ(point.differences[o].high, evaluator_.difference(alone, base, o).high);
    }
    // The reward is the weighted sum of the tasks' outcomes.
    EXPECT_NEAR(point.outcomes[2].value, point.outcomes[0].value + 2 * point.outcomes[1].value,
                1e-12);
  }
  EXPECT_FALSE(told.empty());
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_LE(told.size(), 101u);
}

TEST_F(SweepTest, SaysWhatItsNumbersRestOn) {
  EXPECT_THAT(run().warnings, testing::IsEmpty()) << "observed rows are exact";
  // Nothing is drawn with a stated propensity, and 120 rows of five candidates are few.
  const SettingEvaluator drawn(table_, predictions_,
                               {{1, 2}, RowKind::Drawn, PropensityRule::Uniform});
  const std::vector<TuningSetting> sharp{{{1, 2}, 0.01}, {{1, 2}, 100}};
  const SweepResult result = runSweep(drawn, tasks_, sharp, base_);
  EXPECT_THAT(result.warnings,
              testing::ElementsAre(HasSubstr("as if the logging policy had drawn at random"),
                                   HasSubstr("1 of 2 settings")));
  const SettingEvaluator none(table_, predictions_, {{1, 2}, RowKind::Drawn, PropensityRule::Drop});
  EXPECT_THAT(runSweep(none, tasks_, sharp, base_).warnings,
              testing::ElementsAre(HasSubstr("No logged row")));
}

TEST_F(SweepTest, CanBeStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(run({}, stop.get_token()), Cancelled);
  std::stop_source later;
  EXPECT_THROW(run([&](double, std::string_view) { later.request_stop(); }, later.get_token()),
               Cancelled);
}

TEST_F(SweepTest, TheFrontIsOfTheOutcomesThatWereAskedFor) {
  const SweepResult result = run();
  const std::size_t click = outcomeIndex(result, "click"), like = outcomeIndex(result, "like");
  const std::vector<bool> front = paretoFront(result, {click, like});
  // The best in each outcome is always on it, and along it more of one is less of the other.
  std::vector<std::pair<double, double>> points;
  double bestClick = 0, bestLike = 0;
  for (std::size_t i = 0; i < front.size(); ++i) {
    const double clicks = result.points[i].outcomes[click].value;
    const double likes = result.points[i].outcomes[like].value;
    bestClick = std::max(bestClick, clicks);
    bestLike = std::max(bestLike, likes);
    if (front[i]) points.emplace_back(clicks, likes);
  }
  std::sort(points.begin(), points.end());
  ASSERT_GE(points.size(), 2u);
  EXPECT_EQ(points.back().first, bestClick);
  EXPECT_EQ(points.front().second, bestLike);
  for (std::size_t i = 1; i < points.size(); ++i) {
    EXPECT_GT(points[i].first, points[i - 1].first);
    EXPECT_LT(points[i].second, points[i - 1].second);
  }
  EXPECT_THAT(errorOf([&] { outcomeIndex(result, "clicks"); }),
              HasSubstr("click, like, reward, greedy_reward, ndcg, ess"));
}

TEST_F(SweepTest, TheDocumentAndTheTableSayTheSame) {
  const SweepResult result = run();
  const std::vector<bool> front = paretoFront(result, {0, 1});
  const json document = json::parse(sweepToJson(result, front, {"click", "like"}));
  EXPECT_EQ(document.at("slates"), 120);
  EXPECT_EQ(document.at("rows"), "observed");
  EXPECT_EQ(document.at("reward_weights"), (json{{"click", 1.0}, {"like", 2.0}}));
  EXPECT_EQ(document.at("front_of"), (json{"click", "like"}));
  EXPECT_EQ(document.at("current").at("temperature"), 1.0);
  EXPECT_EQ(document.at("current").at("reward").at("difference").at("high"), 0.0);
  ASSERT_EQ(document.at("points").size(), 200u);

  std::istringstream lines(sweepToCsv(result, front));
  std::string line;
  std::getline(lines, line);
  EXPECT_THAT(line, StartsWith("weight_click,weight_like,temperature,outcome_click,"
                               "outcome_click_low,outcome_click_high,outcome_click_difference,"));
  for (std::size_t i = 0; i < 200; ++i) {
    ASSERT_TRUE(std::getline(lines, line));
    std::istringstream fields(line);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(fields, cell, ',');) cells.push_back(cell);
    ASSERT_EQ(cells.size(), 3 + 6 * 6 + 1u);
    const json& point = document.at("points")[i];
    EXPECT_NEAR(std::stod(cells[1]), point.at("weights").at("like").get<double>(), 1e-7);
    EXPECT_NEAR(std::stod(cells[3]), point.at("tasks").at("click").at("value").get<double>(), 1e-7);
    EXPECT_NEAR(std::stod(cells[15]), point.at("reward").at("value").get<double>(), 1e-7);
    EXPECT_EQ(cells.back(), point.at("front").get<bool>() ? "1" : "0");
  }
  EXPECT_FALSE(std::getline(lines, line));
}

}  // namespace
}  // namespace luce
