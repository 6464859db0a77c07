#include <gmock/gmock.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/workspace/workspace.h"
#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PolicyFile : public TrainedSample {
 protected:
  static ProgramResult judge(const std::string& file, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"evaluate", workspace(), "--policy-file", file, "--json",
                                     "--resamples", "100"});
    return runLuce(options);
  }
  static std::string exported(const std::string& format, const std::string& name) {
    const std::string file = (*folder_ / name).string();
    const ProgramResult result =
        runCommand("export", {"--format", format, "--out", file, "--no-evaluation"});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return file;
  }
  static json ofRun() { return runCommand("evaluate", {"--json", "--resamples", "100"}).json(); }
  static void expectSameEstimates(const json& found, const json& expected) {
    for (const char* estimator : {"ips", "snips"}) {
      for (const char* number : {"value", "low", "high"}) {
        EXPECT_NEAR(found.at("estimators").at(estimator).at(number).get<double>(),
                    expected.at("estimators").at(estimator).at(number).get<double>(), 1e-5);
      }
    }
    for (const char* measure : {"ndcg", "entropy", "ess"}) {
      EXPECT_NEAR(found.at(measure).get<double>() / expected.at(measure).get<double>(), 1, 1e-5);
    }
    EXPECT_EQ(found.at("n"), expected.at("n"));
  }
  /// A score for each candidate of the sample, by the order of the file.
  static std::string scoresOfAll() {
    std::ifstream log(LUCE_SOURCE_DIR "/sample_data/slate_log.csv");
    std::string line, text = "slate_id,item_id,score\n";
    std::getline(log, line);
    for (int row = 0; std::getline(log, line); ++row) {
      const auto slate = line.substr(0, line.find(','));
      const auto rest = line.substr(slate.size() + 1);
      text += slate + "," + rest.substr(0, rest.find(',')) + "," + std::to_string(row % 7) + "\n";
    }
    return text;
  }
  /// By coreutils.
  static std::string sha256sum(const std::string& file) {
    FILE* const said = popen(("sha256sum '" + file + "'").c_str(), "r");
    std::string digits(64, ' ');
    EXPECT_EQ(std::fread(digits.data(), 1, digits.size(), said), digits.size());
    pclose(said);
    return digits;
  }
  static const std::vector<std::string>& asTheRun() {
    static const std::vector<std::string> options{"--reward-weights", "click=1,long_view=2,like=4",
                                                  "--temperature", "0.3"};
    return options;
  }
};

TEST_F(PolicyFile, PredictionsReadBackAreJudgedLikeTheRun) {
  const json expected = ofRun();
  const ProgramResult found = judge(exported("predictions", "scores.csv"), asTheRun());
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), expected);
  EXPECT_EQ(found.json().at("slate_value").at("drawn").at("value").is_number(), true);
  EXPECT_TRUE(found.json().at("tasks").empty()) << "scores alone say nothing of tasks";
}

TEST_F(PolicyFile, AComparedRunLendsItsSlatesRewardsAndTemperature) {
  const ProgramResult found = judge(exported("predictions", "scores.csv"), {"--compare", "a"});
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), ofRun());
  const json snips = found.json().at("differences").at("snips");
  EXPECT_NEAR(snips.at("difference").get<double>(), 0, 1e-6);
}

TEST_F(PolicyFile, AnExportedModelIsJudgedLikeTheRun) {
  const std::string model = exported("torchscript", "model.pt");
  const json expected = ofRun();
  const ProgramResult found = judge(model, asTheRun());
  ASSERT_EQ(found.exitCode, 0) << found.errors;
  expectSameEstimates(found.json(), expected);
  // With weights, the model's p take part, and its tasks can be judged.
  std::vector<std::string> options = asTheRun();
  options.insert(options.end(), {"--weights", "click=1,long_view=2,like=4"});
  const json weighed = judge(model, options).json();
  expectSameEstimates(weighed, expected);
  EXPECT_NEAR(weighed.at("tasks").at("like").at("auc").get<double>(),
              expected.at("tasks").at("like").at("auc").get<double>(), 1e-6);
}

TEST_F(PolicyFile, FaultyScoresAreToldByLine) {
  std::vector<std::string> lines;
  std::ifstream file(exported("predictions", "scores.csv"));
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  file.close();
  ASSERT_EQ(lines.size(), 12001u);
  const auto judged = [&](const std::vector<std::string>& changed) {
    std::ostringstream text;
    for (const std::string& line : changed) text << line << '\n';
    return judge(folder_->write("faulty.csv", text.str()).string()).errors;
  };
  const auto changed = [&](std::size_t line, const std::string& text) {
    std::vector<std::string> copy = lines;
    copy[line - 1] = text;
    return judged(copy);
  };
  const std::string last = lines.back();
  const std::string key = last.substr(0, last.find(',', last.find(',') + 1));
  EXPECT_THAT(changed(12001, key + ",0,0,0,nan,0,0,0,0"), HasSubstr("faulty.csv:12001"));
  EXPECT_THAT(changed(12001, key + ",0,0,0,inf,0,0,0,0"), HasSubstr("a finite number"));
  EXPECT_THAT(changed(12001, "nowhere,item-1,0,0,0,1,0,0,0,0"),
              HasSubstr("a slate of the dataset"));
  EXPECT_THAT(changed(12001, "slate-1,no item,0,0,0,1,0,0,0,0"),
              HasSubstr("an item of the dataset"));
  EXPECT_THAT(changed(12001, lines[12000 - 1]), HasSubstr("line 12000 has it already"));
  EXPECT_THAT(changed(12001, key + ",1"), HasSubstr("3 fields"));
  EXPECT_THAT(changed(1, "a,b,c,d,e,f,g,h,i,j"), HasSubstr("no column slate_id"));
  std::vector<std::string> shorter = lines;
  shorter.pop_back();
  EXPECT_THAT(judged(shorter), AllOf(HasSubstr("no score for item"), Not(HasSubstr("imported"))));
  // Other slates' lines may be missing: only test slates are judged.
  std::vector<std::string> testOnly(lines.end() - 1800, lines.end());
  testOnly.insert(testOnly.begin(), lines.front());
  std::string text;
  for (const std::string& line : testOnly) text += line + "\n";
  EXPECT_EQ(judge(folder_->write("test.csv", text).string()).exitCode, 0);
}

TEST_F(PolicyFile, AKeptPolicyIsJudgedAgainWithoutItsFile) {
  const std::string file = exported("torchscript", "kept.pt");
  const std::string sum = sha256sum(file);
  std::vector<std::string> options = asTheRun();
  options.insert(options.end(), {"--weights", "click=1,long_view=2,like=4", "--keep", "theirs"});
  const ProgramResult keeping = judge(file, options);
  ASSERT_EQ(keeping.exitCode, 0) << keeping.errors;
  EXPECT_EQ(keeping.json().at("policy"), "policy theirs");
  const auto bytes = std::filesystem::file_size(file);
  std::filesystem::remove(file);

  const json kept = runLuce({"info", workspace(), "--json"}).json().at("policies").at(0);
  EXPECT_EQ(kept.at("name"), "theirs");
  EXPECT_EQ(kept.at("source"), "model");
  EXPECT_EQ(kept.at("file"), "kept.pt");
  EXPECT_EQ(kept.at("bytes"), bytes);
  EXPECT_EQ(kept.at("sha256"), sum);
  EXPECT_EQ(kept.at("slates"), 1200) << "of all parts of the log";
  EXPECT_EQ(kept.at("temperature"), 0.3);
  EXPECT_THAT(runLuce({"info", workspace()}).output, HasSubstr("kept.pt"));

  // Its own temperature and weights hold without being said, on every part of the log.
  const auto judgeKept = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"evaluate", workspace(), "--policy-name", "theirs", "--json",
                               "--resamples", "100"});
    return runLuce(more);
  };
  const json again = judgeKept({}).json();
  EXPECT_EQ(again.at("estimators"), keeping.json().at("estimators"));
  expectSameEstimates(again, ofRun());
  EXPECT_NEAR(again.at("tasks").at("like").at("auc").get<double>(),
              ofRun().at("tasks").at("like").at("auc").get<double>(), 1e-6);
  const json train = judgeKept({"--split", "train", "--compare", "a"}).json();
  EXPECT_NEAR(train.at("differences").at("snips").at("difference").get<double>(), 0, 1e-6);
  EXPECT_LT(judgeKept({"--temperature", "0.1"}).json().at("entropy").get<double>(),
            again.at("entropy").get<double>());
  const json other =
      runCommand("evaluate", {"--json", "--resamples", "100", "--compare-policy", "theirs"}).json();
  EXPECT_NEAR(other.at("differences").at("snips").at("difference").get<double>(), 0, 1e-6);

  const auto policies = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"policies", workspace()});
    return runLuce(more);
  };
  EXPECT_THAT(judge("no such.csv", {"--keep", "theirs"}).errors, HasSubstr("already has a policy"));
  EXPECT_THAT(policies({"--policy", "theirs", "--rename", "new"}).output, HasSubstr("new"));
  EXPECT_THAT(judgeKept({}).errors, HasSubstr("no policy named \"theirs\"; there is \"new\""));
  EXPECT_THAT(policies({"--policy", "new", "--remove"}).output, HasSubstr("No policy."));
  EXPECT_THAT(policies({"--removed"}).output, HasSubstr("new"));
  EXPECT_THAT(runLuce({"names", "policies", workspace()}).output, "");
  EXPECT_THAT(policies({"--policy", "new", "--restore"}).output, HasSubstr("new"));
  EXPECT_THAT(runLuce({"names", "policies", workspace()}).output, "new\n");
  policies({"--policy", "new", "--remove"});
  EXPECT_THAT(policies({"--policy", "old", "--purge"}).errors,
              HasSubstr("no removed policy named \"old\"; there is \"new\"."));
  EXPECT_THAT(policies({"--policy", "new", "--restore", "--purge"}).errors, HasSubstr("--restore"));
  EXPECT_THAT(policies({"--removed"}).output, HasSubstr("new"));
  EXPECT_THAT(policies({"--purge"}).output, HasSubstr("1 policy was removed for good."));
  EXPECT_EQ(policies({"--json"}).json().at("policies"), json::array());
  EXPECT_EQ(policies({"--rename", "x"}).exitCode, 2);
}

TEST_F(PolicyFile, PoliciesThatAreComparedAreThoseThatAreJudgedAlone) {
  const std::string model = exported("torchscript", "compared.pt");
  const std::string scores = folder_->write("compared.csv", scoresOfAll()).string();
  const auto keep = [&](const std::string& file, std::vector<std::string> options) {
    const ProgramResult result = judge(file, std::move(options));
    EXPECT_EQ(result.exitCode, 0) << result.errors;
  };
  keep(model,
       {"--keep", "clicks", "--weights", "click=1,long_view=0,like=0", "--temperature", "0.2"});
  keep(model,
       {"--keep", "likes", "--weights", "click=0.1,long_view=1,like=8", "--temperature", "1.5"});
  keep(model, {"--keep", "asItIs"});
  keep(scores, {"--keep", "scores", "--temperature", "3"});
  using Options = std::vector<std::string>;
  const auto evaluate = [&](Options options, const Options& more) {
    options.insert(options.begin(), {"evaluate", workspace(), "--json", "--no-reward-model",
                                     "--resamples", "20", "--rows", "observed"});
    options.insert(options.end(), more.begin(), more.end());
    const ProgramResult result = runLuce(options);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return result.json();
  };
  const auto valueOf = [&](const json& report) {
    return report.at("estimators").at("snips").at("value").get<double>();
  };
  const auto difference = [&](const json& report) {
    return report.at("differences").at("snips").at("difference").get<double>();
  };
  const auto name = [](const std::string& policy) { return Options{"--policy-name", policy}; };
  const auto with = [](const std::string& policy) { return Options{"--compare-policy", policy}; };
  const auto join = [](Options a, const Options& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  const Options paid{"--reward-weights", "click=1,long_view=3,like=2"};
  std::map<std::string, double> alone;
  for (const char* policy : {"clicks", "likes", "asItIs", "scores"}) {
    alone[policy] = valueOf(evaluate(name(policy), paid));
  }
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"clicks", "likes"}, {"clicks", "asItIs"}, {"likes", "scores"}};
  for (const auto& [a, b] : pairs) {
    EXPECT_NE(alone.at(a), alone.at(b));
    EXPECT_NEAR(difference(evaluate(name(a), join(with(b), paid))), alone.at(a) - alone.at(b),
                1e-12)
        << a << " " << b;
    EXPECT_NEAR(difference(evaluate(name(b), join(with(a), paid))), alone.at(b) - alone.at(a),
                1e-12)
        << b << " " << a;
  }
  // What the command says of the judged policy is not said of the other one.
  const Options said =
      join(paid, {"--weights", "click=2,long_view=1,like=1", "--temperature", "0.7"});
  EXPECT_NEAR(difference(evaluate({"--run", "a"}, join(with("likes"), said))),
              valueOf(evaluate({"--run", "a"}, said)) - alone.at("likes"), 1e-12);
  EXPECT_NEAR(difference(evaluate(name("clicks"), join(with("scores"), said))),
              valueOf(evaluate(name("clicks"), said)) - alone.at("scores"), 1e-12);
  // Where nothing else gives rewards, both are paid by the judged policy's weights.
  const Options likes{"--reward-weights", "click=0.1,long_view=1,like=8"};
  const json own = evaluate(name("likes"), with("clicks"));
  EXPECT_NEAR(valueOf(own), valueOf(evaluate(name("likes"), likes)), 1e-12);
  EXPECT_NEAR(difference(own), valueOf(own) - valueOf(evaluate(name("clicks"), likes)), 1e-12);
  // A policy without weights of its own brings no rewards.
  const json even = evaluate(name("scores"), with("clicks"));
  const Options evenly{"--reward-weights", "click=1,long_view=1,like=1"};
  EXPECT_NEAR(difference(even),
              valueOf(evaluate(name("scores"), evenly)) - valueOf(evaluate(name("clicks"), evenly)),
              1e-12);
  for (const char* policy : {"clicks", "likes", "asItIs", "scores"}) {
    runLuce({"policies", workspace(), "--policy", policy, "--remove"});
  }
  runLuce({"policies", workspace(), "--purge"});
}

TEST_F(PolicyFile, AComparedPolicyTellsWhatDatasetIsMeant) {
  const TemporaryFolder folder;
  const std::string study = (folder / "two.luce").string();
  for (const char* name : {"first", "second"}) {
    runLuce({"import", LUCE_SOURCE_DIR "/sample_data/slate_log.csv", "--workspace", study,
             "--dataset", name});
  }
  const auto scores = folder.write("scores.csv", scoresOfAll());
  const auto evaluate = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"evaluate", study, "--no-reward-model", "--resamples", "20"});
    return runLuce(options);
  };
  EXPECT_EQ(evaluate({"--dataset", "second", "--policy-file", scores.string(), "--keep", "theirs"})
                .exitCode,
            0);
  EXPECT_THAT(evaluate({"--policy", "uniform"}).errors, HasSubstr("Choose one with --dataset"));
  const ProgramResult result = evaluate({"--policy", "uniform", "--compare-policy", "theirs"});
  EXPECT_EQ(result.exitCode, 0) << result.errors;
  EXPECT_THAT(evaluate({"--policy-file", scores.string()}).errors,
              HasSubstr("Choose one with --dataset"));
  const auto experiment = folder.write("experiment.json", R"({"estimator": {"hidden": [4]},
    "schedule": {"supervised_epochs": 1, "alignment_epochs": 0}, "threads": 1})");
  ASSERT_EQ(runLuce({"train", study, "--dataset", "second", "--experiment", experiment.string(),
                     "--run", "ours"})
                .exitCode,
            0);
  const ProgramResult beside = evaluate({"--policy-file", scores.string(), "--compare", "ours"});
  EXPECT_EQ(beside.exitCode, 0) << beside.errors;
}

TEST_F(PolicyFile, WeightsOfScoresAreThoseOfTheRewardsAndAreNotKept) {
  const auto scores = folder_->write("alone.csv", scoresOfAll());
  const std::vector<std::string> weights{"--weights", "click=1,long_view=2,like=4"};
  const ProgramResult given = judge(scores.string(), weights);
  ASSERT_EQ(given.exitCode, 0) << given.errors;
  std::vector<std::string> keeping = weights;
  keeping.insert(keeping.end(), {"--keep", "weighted"});
  const ProgramResult kept = judge(scores.string(), keeping);
  ASSERT_EQ(kept.exitCode, 0) << kept.errors;
  EXPECT_THAT(kept.errors, HasSubstr("are not kept with the policy"));
  std::vector<std::string> again{"evaluate",    workspace(), "--policy-name", "weighted", "--json",
                                 "--resamples", "100"};
  again.insert(again.end(), weights.begin(), weights.end());
  expectSameEstimates(runLuce(again).json(), given.json());
  runLuce({"policies", workspace(), "--policy", "weighted", "--remove"});
  runLuce({"policies", workspace(), "--purge"});
}

TEST_F(PolicyFile, AFailedImportKeepsNothing) {
  const auto file = folder_->write("bad.csv", "slate_id,item_id,score\nslate-1,item-1,inf\n");
  const ProgramResult refused = judge(file.string(), {"--keep", "bad"});
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_THAT(refused.errors, HasSubstr("bad.csv:2"));
  EXPECT_EQ(runLuce({"policies", workspace(), "--json"}).json().at("policies"), json::array());
}

TEST_F(PolicyFile, WhereOneMayOnlyReadItIsJudgedWithoutBeingKept) {
  const std::string file = exported("predictions", "scores.csv");
  const Workspace writer = Workspace::open(workspace());
  const ProgramResult found = judge(file, {"--keep", "theirs"});
  EXPECT_EQ(found.exitCode, 0) << found.errors;
  EXPECT_THAT(found.errors, HasSubstr("The policy is judged, but not kept."));
  EXPECT_EQ(found.json().at("n"), ofRun().at("n"));
  EXPECT_EQ(runLuce({"policies", workspace(), "--json"}).json().at("policies"), json::array());
}

TEST_F(PolicyFile, WrongUsageIsRefused) {
  EXPECT_EQ(judge("x.csv", {"--policy", "uniform"}).exitCode, 2);
  EXPECT_EQ(judge("x.csv", {"--run", "a"}).exitCode, 2);
  EXPECT_EQ(judge("x.csv", {"--policy-name", "a"}).exitCode, 2);
  EXPECT_EQ(runCommand("evaluate", {"--keep", "a"}).exitCode, 2);
  const ProgramResult missing = judge("no such.csv");
  EXPECT_EQ(missing.exitCode, 1);
  EXPECT_THAT(missing.errors, HasSubstr("no such.csv"));
}

}  // namespace
}  // namespace luce
