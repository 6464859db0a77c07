#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Tune : public TrainedSample {
 protected:
  static ProgramResult tune(const std::vector<std::string>& options) {
    return runCommand("tune", options);
  }

  /// The evaluation's own estimate of one setting.
  static json evaluate(const std::string& weights, double temperature, const std::string& rewards) {
    const ProgramResult result = runLuce(
        {"evaluate", workspace(), "--run", "a", "--split", "validation", "--weights", weights,
         "--temperature", std::to_string(temperature), "--reward-weights", rewards, "--json"});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return result.json();
  }

  static std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
  }
};

TEST_F(Tune, ASweepSaysOfEachSettingWhatItsEvaluationSays) {
  const auto document = folder_->write("sweep.json", R"({"kind": "grid",
    "weights": {"click": 1, "like": {"low": 1, "high": 9, "steps": 2}},
    "temperature": {"low": 0.05, "high": 0.2, "steps": 2}})");
  const std::string csv = (*folder_ / "points.csv").string();
  const ProgramResult result =
      tune({"--sweep", document.string(), "--json", "--csv", csv, "--front", "reward,ess"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const json sweep = result.json();
  EXPECT_EQ(sweep.at("mode"), "sweep");
  EXPECT_EQ(sweep.at("split"), "validation");
  EXPECT_EQ(sweep.at("front_of"), (json{"reward", "ess"}));
  EXPECT_EQ(sweep.at("slates"), 180);
  ASSERT_EQ(sweep.at("points").size(), 4u);
  const json& point = sweep.at("points")[1];
  EXPECT_EQ(point.at("weights"), (json{{"click", 1.0}, {"long_view", 2.0}, {"like", 9.0}}));
  EXPECT_NEAR(point.at("temperature").get<double>(), 0.05, 1e-12);

  // The reward weights are the run's own, whatever ranks.
  const std::string own = "click=1,long_view=2,like=4", weights = "click=1,long_view=2,like=9";
  const json judged = evaluate(weights, 0.05, own);
  const double reward = judged.at("estimators").at("snips").at("value").get<double>();
  EXPECT_NEAR(point.at("reward").at("value").get<double>(), reward, 1e-5 * reward);
  EXPECT_NEAR(point.at("ndcg").at("value").get<double>(), judged.at("ndcg").get<double>(), 1e-5);
  EXPECT_NEAR(point.at("ess").at("value").get<double>(), judged.at("ess").get<double>(), 0.01);
  const double likes = evaluate(weights, 0.05, "like=1").at("estimators").at("snips").at("value");
  EXPECT_NEAR(point.at("tasks").at("like").at("value").get<double>(), likes, 1e-5 * likes);
  const double before = evaluate(own, 0.3, own).at("estimators").at("snips").at("value");
  EXPECT_NEAR(sweep.at("current").at("reward").at("value").get<double>(), before, 1e-5 * before);
  EXPECT_NEAR(point.at("reward").at("difference").at("value").get<double>(), reward - before, 1e-4);

  EXPECT_THAT(contentOf(csv), AllOf(StartsWith("weight_click,weight_long_view,weight_like,"),
                                    HasSubstr("\n1,2,9,0.05,")));
}

TEST_F(Tune, TheCommandThatItAdvisesSaysWhatItSaid) {
  const std::vector<std::string> sweep{"--sweep", "standard", "--points",
                                       "12",      "--front",  "reward"};
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{},
        {"--reward-weights", "click=1,like=3", "--rows", "drawn", "--checkpoint", "supervised"}}) {
    std::vector<std::string> options = sweep;
    options.insert(options.end(), more.begin(), more.end());
    const ProgramResult text = tune(options);
    ASSERT_EQ(text.exitCode, 0) << text.errors;
    options.emplace_back("--json");
    const json swept = tune(options).json();
    double best = -1;
    for (const json& point : swept.at("points")) {
      best = std::max(best, point.at("reward").at("value").get<double>());
    }
    const std::size_t begin = text.output.find("\nluce-cli evaluate ");
    ASSERT_NE(begin, std::string::npos) << text.output;
    std::istringstream words(
        text.output.substr(begin + 1, text.output.find('\n', begin + 1) - begin));
    std::vector<std::string> command;
    for (std::string word; words >> word;) command.push_back(word == "test" ? "validation" : word);
    command.erase(command.begin());
    command.emplace_back("--json");
    const ProgramResult judged = runLuce(command);
    ASSERT_EQ(judged.exitCode, 0) << judged.errors;
    const double value = judged.json().at("estimators").at("snips").at("value");
    EXPECT_NEAR(value, best, 1e-5 * best);
  }
}

TEST_F(Tune, AStandardSweepNeedsNoDocument) {
  const ProgramResult table = tune({"--sweep", "standard", "--points", "30", "--show", "3"});
  ASSERT_EQ(table.exitCode, 0) << table.errors;
  EXPECT_THAT(table.output, AllOf(StartsWith("30 settings on observed rows of 180 slates"),
                                  HasSubstr("on the front of click, long_view, like"),
                                  HasSubstr("\nnow "), HasSubstr("judge it on others")));
  const ProgramResult grid = tune({"--sweep", "standard", "--kind", "grid", "--points", "27",
                                   "--resamples", "0", "--csv", "-"});
  ASSERT_EQ(grid.exitCode, 0) << grid.errors;
  EXPECT_THAT(grid.output, StartsWith("weight_click,"));
  EXPECT_EQ(std::count(grid.output.begin(), grid.output.end(), '\n'), 28)
      << "three values of two weights and the temperature, and a heading";
  const json first =
      tune({"--sweep", "standard", "--kind", "random", "--points", "5", "--seed", "3", "--json"})
          .json();
  const json again =
      tune({"--sweep", "standard", "--kind", "random", "--points", "5", "--seed", "3", "--json"})
          .json();
  EXPECT_EQ(first, again);
}

TEST_F(Tune, WeightsForWantedSharesHaveThoseShares) {
  const ProgramResult solved = tune({"--importance", "click=0.5,long_view=0.2,like=0.3", "--json"});
  ASSERT_EQ(solved.exitCode, 0) << solved.errors;
  const json solution = solved.json();
  EXPECT_EQ(solution.at("mode"), "importance");
  EXPECT_TRUE(solution.at("converged").get<bool>());
  EXPECT_LE(solution.at("error").get<double>(), 0.005);
  std::string weights;
  double scale = 0;
  for (const auto& [task, weight] : solution.at("weights").items()) {
    weights += (weights.empty() ? "" : ",") + task + "=" + weight.dump();
    scale += weight.get<double>();
  }
  EXPECT_NEAR(scale, 7, 1e-9) << "as much weight as the run has";
  const json shown = tune({"--importance", "show", "--weights", weights, "--json"}).json();
  EXPECT_NEAR(shown.at("tasks").at("click").at("gap_share").get<double>(), 0.5, 0.005);
  EXPECT_NEAR(shown.at("tasks").at("long_view").at("gap_share").get<double>(), 0.2, 0.005);
  EXPECT_NEAR(shown.at("tasks").at("like").at("gap_share").get<double>(), 0.3, 0.005);
  EXPECT_FALSE(shown.contains("converged"));

  const ProgramResult table = tune({"--importance", "like=1"});
  EXPECT_EQ(table.exitCode, 0) << table.errors;
  EXPECT_THAT(table.output,
              AllOf(HasSubstr("Found after"), HasSubstr("click=0,"), HasSubstr("like=7")));
  EXPECT_THAT(tune({"--importance", "show", "--csv", "-"}).output,
              StartsWith("task,weight,gap,gap_share,regret,regret_share\nclick,1,"));
}

TEST_F(Tune, WhatIsFoundOrPickedBecomesAnExperiment) {
  const std::string file = (*folder_ / "tuned.json").string();
  const ProgramResult picked =
      tune({"--sweep", "standard", "--points", "9", "--pick", "7", "--save", file, "--json"});
  ASSERT_EQ(picked.exitCode, 0) << picked.errors;
  json experiment = json::parse(contentOf(file));
  const json point = picked.json().at("points")[6];
  EXPECT_EQ(experiment.at("value_weights"), point.at("weights"));
  EXPECT_EQ(experiment.at("temperature"), point.at("temperature"));
  EXPECT_EQ(experiment.at("reward_weights"),
            (json{{"click", 1.0}, {"long_view", 2.0}, {"like", 4.0}}))
      << "what an action is worth stays";
  EXPECT_EQ(experiment.at("estimator").at("hidden"), json{8});

  const ProgramResult solved =
      tune({"--importance", "click=0.4,like=0.6", "--save", file, "--json"});
  ASSERT_EQ(solved.exitCode, 0) << solved.errors;
  experiment = json::parse(contentOf(file));
  EXPECT_EQ(experiment.at("value_weights"), solved.json().at("weights"));
  EXPECT_EQ(experiment.at("temperature"), 0.3);

  EXPECT_EQ(tune({"--sweep", "standard", "--save", file}).exitCode, 2);
  const ProgramResult none =
      tune({"--sweep", "standard", "--points", "9", "--pick", "10", "--save", file});
  EXPECT_EQ(none.exitCode, 1);
  EXPECT_THAT(none.errors, HasSubstr("no point 10; the sweep has 9"));
}

TEST_F(Tune, SaysHonestlyThatSharesWereNotReached) {
  const ProgramResult result = tune({"--importance", "click=0.3,long_view=0.3,like=0.4",
                                     "--tolerance", "0.000000001", "--attempts", "30", "--json"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors, HasSubstr("were not reached"));
  EXPECT_FALSE(result.json().at("converged").get<bool>());
  EXPECT_THAT(result.json().at("reason").get<std::string>(), Not(IsEmpty()));
  EXPECT_EQ(result.json().at("evaluations"), 30);
}

TEST_F(Tune, WrongUsageAndWrongDocumentsAreTold) {
  EXPECT_EQ(tune({}).exitCode, 2);
  EXPECT_EQ(tune({"--sweep", "standard", "--importance", "show"}).exitCode, 2);
  EXPECT_EQ(tune({"--sweep", "standard", "--csv", "-", "--json"}).exitCode, 2);
  EXPECT_EQ(tune({"--sweep", "standard", "--kind", "halton"}).exitCode, 2);
  EXPECT_EQ(runLuce({"tune", workspace(), "--sweep", "standard"}).exitCode, 2) << "without a run";
  const auto failed = [&](const std::vector<std::string>& options) {
    const ProgramResult result = tune(options);
    EXPECT_EQ(result.exitCode, 1);
    return result.errors;
  };
  EXPECT_THAT(failed({"--sweep", "standard", "--front", "clicks"}),
              HasSubstr("click, long_view, like, reward, greedy_reward, ndcg, ess"));
  EXPECT_THAT(failed({"--importance", "click=0.3"}), HasSubstr("add up to 0.3, not 1"));
  EXPECT_THAT(failed({"--importance", "clicks=1"}), HasSubstr("click, long_view, like"));
  EXPECT_THAT(failed({"--sweep", (*folder_ / "nothing.json").string()}), HasSubstr("nothing.json"));
  const auto wrong = folder_->write("wrong.json", R"({"weights": {"like": {"low": 3}}})");
  EXPECT_THAT(failed({"--sweep", wrong.string()}), HasSubstr("sweep.weights.like.high is missing"));
}

TEST_F(Tune, ABanditLogIsTunedOnWhatWasDrawn) {
  const std::string workspace = (*folder_ / "bandit.luce").string();
  const auto world = folder_->write("world.json", R"({"shape": "bandit", "slates": 1500,
    "items": 12, "tasks": [{"name": "click", "rate": 0.2}, {"name": "buy", "rate": 0.05}],
    "value_weights": [1, 4]})");
  ASSERT_EQ(runLuce({"simulate", world.string(), "--workspace", workspace}).exitCode, 0);
  const auto experiment = folder_->write("bandit.json", R"({"estimator": {"hidden": [8]},
    "schedule": {"supervised_epochs": 1, "alignment_epochs": 0}, "threads": 1})");
  ASSERT_EQ(
      runLuce({"train", workspace, "--experiment", experiment.string(), "--run", "b"}).exitCode, 0);
  const ProgramResult result =
      runLuce({"tune", workspace, "--run", "b", "--sweep", "standard", "--points", "4", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  EXPECT_EQ(result.json().at("rows"), "drawn");
  EXPECT_FALSE(result.json().at("points")[0].contains("ndcg"));
  EXPECT_GT(result.json().at("points")[0].at("ess").at("value").get<double>(), 0);
}

}  // namespace
}  // namespace luce
