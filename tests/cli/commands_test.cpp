#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/training/experiment.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

const std::string kSampleLog = std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_log.csv";

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

/// The sample log in a workspace, and an experiment that is over in a second.
class Commands : public testing::Test {
 protected:
  void SetUp() override {
    workspace_ = (folder_ / "study.luce").string();
    experiment_ = (folder_ / "experiment.json").string();
    std::ofstream(experiment_) << R"({"temperature": 0.3, "estimator": {"hidden": [8]},
      "value_weights": {"click": 1, "long_view": 2, "like": 4},
      "schedule": {"supervised_epochs": 2, "alignment_epochs": 2}, "threads": 1})";
    const ProgramResult result =
        runLuce({"import", kSampleLog, "--workspace", workspace_, "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    imported_ = result.json();
  }

  ProgramResult train(const std::string& run) {
    return runLuce({"train", workspace_, "--experiment", experiment_, "--run", run, "--json"});
  }

  TemporaryFolder folder_;
  std::string workspace_, experiment_;
  json imported_;
};

TEST_F(Commands, ImportAndInfoTellWhatIsThere) {
  // Counted in the file itself: 12,000 lines, slate-1 to slate-1200.
  const json& dataset = imported_.at("dataset");
  EXPECT_EQ(dataset.at("slates"), 1200);
  EXPECT_EQ(dataset.at("candidates"), 12000);
  EXPECT_EQ(dataset.at("rows_with_propensity"), 12000);
  double clicks = 0;
  std::ifstream log(kSampleLog);
  std::string line;
  std::getline(log, line);
  while (std::getline(log, line)) clicks += line[line.size() - 5] == '1';
  EXPECT_NEAR(dataset.at("tasks").at("click").at("mean").get<double>(), clicks / 12000, 1e-9);

  const ProgramResult info = runLuce({"info", workspace_, "--json"});
  EXPECT_EQ(info.exitCode, 0);
  EXPECT_EQ(info.json().at("datasets").at(0), dataset);
  EXPECT_THAT(info.json().at("runs"), IsEmpty());
  EXPECT_THAT(runLuce({"info", workspace_}).output, HasSubstr("1200 slates"));
}

TEST_F(Commands, ARunIsEvaluatedOnItsOwnDataset) {
  ASSERT_EQ(train("first").exitCode, 0);
  ASSERT_EQ(
      runLuce({"import", kSampleLog, "--workspace", workspace_, "--dataset", "other"}).exitCode, 0);
  const ProgramResult evaluated =
      runLuce({"evaluate", workspace_, "--run", "first", "--json", "--resamples", "100"});
  EXPECT_EQ(evaluated.exitCode, 0) << evaluated.errors;
  EXPECT_EQ(evaluated.json().at("n"), 1800);
  const ProgramResult uniform = runLuce({"evaluate", workspace_, "--policy", "uniform"});
  EXPECT_EQ(uniform.exitCode, 1);
  EXPECT_THAT(uniform.errors, HasSubstr("Choose one with --dataset: slate_log, other."));
}

TEST_F(Commands, TrainEvaluatePolicyExport) {
  const ProgramResult trained = train("first");
  ASSERT_EQ(trained.exitCode, 0) << trained.errors;
  EXPECT_EQ(trained.json().at("status"), "finished");
  EXPECT_THAT(trained.json().at("held_out"), testing::Not(IsEmpty()));

  const ProgramResult evaluated =
      runLuce({"evaluate", workspace_, "--run", "first", "--json", "--resamples", "100"});
  ASSERT_EQ(evaluated.exitCode, 0) << evaluated.errors;
  EXPECT_EQ(evaluated.json().at("rows"), "observed");
  EXPECT_EQ(evaluated.json().at("n"), 1800);  // 15 % of 1,200 slates of ten
  const json snips = evaluated.json().at("estimators").at("snips");
  EXPECT_LE(snips.at("low"), snips.at("value"));
  EXPECT_GE(snips.at("high"), snips.at("value"));
  EXPECT_GE(evaluated.json().at("kl").get<double>(), 0);

  const ProgramResult supervised =
      runLuce({"evaluate", workspace_, "--run", "first", "--policy", "supervised", "--json"});
  EXPECT_NEAR(supervised.json().at("kl").get<double>(), 0, 1e-9);
  const ProgramResult uniform =
      runLuce({"evaluate", workspace_, "--policy", "uniform", "--split", "all", "--json"});
  EXPECT_NEAR(uniform.json().at("entropy").get<double>(), std::log(10), 1e-9);

  const ProgramResult policy =
      runLuce({"policy", workspace_, "--run", "first", "--slate", "slate-7", "--json"});
  ASSERT_EQ(policy.exitCode, 0) << policy.errors;
  double sum = 0, logging = 0;
  const json candidates = policy.json().at("candidates");
  for (const json& candidate : candidates) {
    sum += candidate.at("policy").get<double>();
    logging += candidate.at("behaviour").get<double>();
    const json& p = candidate.at("p");
    const double score = p.at("click").get<double>() + 2 * p.at("long_view").get<double>() +
                         4 * p.at("like").get<double>();
    EXPECT_NEAR(candidate.at("score").get<double>(), score, 1e-5);
  }
  EXPECT_NEAR(sum, 1, 1e-5);
  EXPECT_NEAR(logging, 1, 1e-7);

  const std::string csv = (folder_ / "predictions.csv").string();
  ASSERT_EQ(
      runLuce({"export", workspace_, "--run", "first", "--format", "predictions", "--out", csv})
          .exitCode,
      0);
  std::ifstream lines(csv);
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line,
            "slate_id,item_id,p_click,p_long_view,p_like,score,policy,behaviour,ratio,reward");
  int count = 0;
  while (std::getline(lines, line)) ++count;
  EXPECT_EQ(count, 12000);

  const std::string model = (folder_ / "ranker.pt").string();
  ASSERT_EQ(runLuce({"export", workspace_, "--run", "first", "--out", model}).exitCode, 0);
  EXPECT_GT(fs::file_size(model), 1000u);
}

TEST_F(Commands, AnExportedModelsCardQuotesTheEvaluation) {
  ASSERT_EQ(train("first").exitCode, 0);
  const std::string model = (folder_ / "ranker.safetensors").string();
  const ProgramResult exported = runLuce({"export", workspace_, "--run", "first", "--format",
                                          "safetensors", "--out", model, "--json"});
  ASSERT_EQ(exported.exitCode, 0) << exported.errors;
  EXPECT_EQ(exported.json().at("files"), json({model, model + ".json", model + ".md"}));
  const json evaluated = runLuce({"evaluate", workspace_, "--run", "first", "--json"}).json();
  const json snips = evaluated.at("estimators").at("snips");
  EXPECT_THAT(contentOf(model + ".md"),
              HasSubstr(fmt::format("| SNIPS | {:.4g} | {:.4g} to {:.4g} |",
                                    snips.at("value").get<double>(), snips.at("low").get<double>(),
                                    snips.at("high").get<double>())));
  EXPECT_THAT(contentOf(model + ".md"), HasSubstr(fmt::format("KL from the supervised model {:.4g}",
                                                              evaluated.at("kl").get<double>())));
  EXPECT_EQ(runLuce({"export", workspace_, "--run", "first", "--format", "pickle", "--out", model})
                .exitCode,
            2);
}

TEST_F(Commands, TheSameExperimentGivesTheSameNumbers) {
  json first = train("a").json();
  json second = train("b").json();
  for (json* result : {&first, &second}) {
    result->erase("seconds");
    result->erase("run");
  }
  EXPECT_EQ(first, second);
}

TEST_F(Commands, CompareTellsSchemesAndSeedsApart) {
  const std::string csv = (folder_ / "table.csv").string();
  const ProgramResult compared =
      runLuce({"compare", workspace_, "--experiment", experiment_, "--schemes", "supervised,grpo",
               "--seeds", "2", "--csv", csv, "--json"});
  ASSERT_EQ(compared.exitCode, 0) << compared.errors;
  const json result = compared.json();
  EXPECT_EQ(result.at("measure"), "held_out_snips");
  ASSERT_EQ(result.at("schemes").size(), 2u);
  double values[2][2];
  for (std::size_t i = 0; i < 2; ++i) {
    const json& scheme = result.at("schemes")[i];
    EXPECT_EQ(scheme.at("scheme"), i == 0 ? "supervised" : "grpo");
    EXPECT_FALSE(scheme.at("title").get<std::string>().empty());
    ASSERT_EQ(scheme.at("runs").size(), 2u);
    for (std::size_t s = 0; s < 2; ++s) {
      const json& run = scheme.at("runs")[s];
      EXPECT_EQ(run.at("seed"), s + 1);
      EXPECT_EQ(run.at("status"), "finished");
      EXPECT_EQ(run.at("message"), "");
      EXPECT_TRUE(run.at("true_stochastic").is_null());
      EXPECT_TRUE(run.at("true_greedy").is_null());
      EXPECT_LE(run.at("low"), run.at("estimate"));
      EXPECT_GE(run.at("high"), run.at("estimate"));
      EXPECT_GT(run.at("ess").get<double>(), 0);
      EXPECT_GT(run.at("seconds").get<double>(), 0);
      values[i][s] = run.at("estimate").get<double>();
    }
    EXPECT_NEAR(scheme.at("mean").get<double>(), (values[i][0] + values[i][1]) / 2, 1e-12);
  }
  EXPECT_TRUE(result.at("schemes")[0].at("difference").is_null());
  const json& grpo = result.at("schemes")[1];
  const double first = values[1][0] - values[0][0], second = values[1][1] - values[0][1];
  EXPECT_NEAR(grpo.at("difference").get<double>(), (first + second) / 2, 1e-12);
  // Student's t of one degree of freedom is Cauchy's: 12.7062 · |a − b| / 2.
  EXPECT_NEAR(grpo.at("difference_half_width").get<double>(),
              12.706205 * std::abs(first - second) / 2, 1e-6);

  // The runs are in the workspace, and what is said of them there is what was compared.
  const json runs = runLuce({"info", workspace_, "--json"}).json().at("runs");
  EXPECT_EQ(runs.size(), 4u);
  const json evaluated = runLuce({"evaluate", workspace_, "--run", "grpo seed 2", "--json"}).json();
  EXPECT_NEAR(evaluated.at("estimators").at("snips").at("value").get<double>(), values[1][1],
              1e-12);
  EXPECT_THAT(contentOf(csv), AllOf(HasSubstr("scheme,title,measure,mean"), HasSubstr("\ngrpo,")));
}

TEST_F(Commands, CompareWithoutARecordLeavesTheWorkspaceAsItWas) {
  const ProgramResult compared = runLuce({"compare", workspace_, "--experiment", experiment_,
                                          "--schemes", "ips", "--seeds", "1", "--no-record"});
  ASSERT_EQ(compared.exitCode, 0) << compared.errors;
  EXPECT_THAT(compared.output, AllOf(HasSubstr("held-out reward"), HasSubstr("ips")));
  EXPECT_THAT(runLuce({"info", workspace_, "--json"}).json().at("runs"), IsEmpty());
}

TEST_F(Commands, CompareInSimulationsKnowsTheTruth) {
  const std::string world = (folder_ / "world.json").string();
  std::ofstream(world) << R"({"slates": 400, "items": 50})";
  const ProgramResult compared =
      runLuce({"compare", "--simulation", world, "--experiment", experiment_, "--schemes",
               "ips,supervised", "--seeds", "2", "--test-slates", "200", "--json"});
  ASSERT_EQ(compared.exitCode, 0) << compared.errors;
  const json result = compared.json();
  EXPECT_EQ(result.at("measure"), "true_stochastic");
  const json& ips = result.at("schemes")[0];
  double sum = 0;
  for (const json& run : ips.at("runs")) {
    sum += run.at("true_stochastic").get<double>();
    EXPECT_GT(run.at("true_greedy").get<double>(), 0);
    EXPECT_GT(run.at("true_greedy_top").get<double>(), 0);
  }
  EXPECT_NEAR(ips.at("mean").get<double>(), sum / 2, 1e-12);
}

TEST_F(Commands, FailuresNameWhatThereIs) {
  ASSERT_EQ(train("first").exitCode, 0);
  const auto fails = [](const std::vector<std::string>& arguments, const std::string& words) {
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr(words));
    EXPECT_THAT(result.output, IsEmpty());
  };
  fails({"evaluate", workspace_, "--run", "second", "--json"}, "first");
  fails({"train", workspace_, "--dataset", "none", "--json"}, "slate_log");
  fails({"train", workspace_, "--run", "first", "--json"}, "first");
  fails({"policy", workspace_, "--run", "first", "--slate", "nine", "--json"}, "slate-1");
  fails({"info", (folder_ / "nothing.luce").string(), "--json"}, "nothing.luce");
  fails({"compare", workspace_, "--schemes", "ips,magic", "--json"}, "supervised, ips");
  fails({"compare", workspace_, "--dataset", "none", "--json"}, "slate_log");
  fails({"evaluate", workspace_, "--run", "first", "--weights", "clicks=1", "--json"}, "long_view");
  fails({"train", workspace_, "--experiment", kSampleLog, "--json"}, "not valid JSON");
  fails({"evaluate", kSampleLog, "--policy", "uniform", "--json"}, "not a Luce workspace");
}

TEST_F(Commands, WrongUsageExitsWithTwo) {
  const auto wrong = [](const std::vector<std::string>& arguments) {
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, 2) << result.errors;
    EXPECT_THAT(result.output, IsEmpty());
  };
  wrong({});
  wrong({"fly"});
  wrong({"info"});
  wrong({"import", kSampleLog});
  wrong({"import", kSampleLog, "--workspace", workspace_, "--format", "excel"});
  wrong({"evaluate", workspace_});
  wrong({"compare"});
  wrong({"compare", workspace_, "--simulation", "world.json"});
  wrong({"compare", workspace_, "--seeds", "0"});
  wrong({"evaluate", workspace_, "--policy", "best"});
  wrong({"train", workspace_, "--threads", "1000000"});
  wrong({"export", workspace_, "--run", "first", "--format", "gguf", "--out", "x"});
  wrong({"objective", "--scheme", "none", "--cases", "x.json"});
  wrong({"simulate", std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_world.json"});
}

TEST_F(Commands, ARefusedFileLeavesTheWorkspaceAsItWas) {
  const std::string before = runLuce({"info", workspace_, "--json"}).output;
  const std::string broken = (folder_ / "broken.csv").string();
  std::ofstream(broken) << "slate_id,item_id,propensity,click\ns1,a,0.5,1\ns1,b,0,0\ns2,a,x,1\n";
  const ProgramResult result = runLuce({"import", broken, "--workspace", workspace_});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors,
              AllOf(HasSubstr("broken.csv:3"), HasSubstr("broken.csv:4"), HasSubstr("propensity")));
  EXPECT_EQ(runLuce({"info", workspace_, "--json"}).output, before);
  const std::string fresh = (folder_ / "fresh.luce").string();
  EXPECT_EQ(runLuce({"import", broken, "--workspace", fresh}).exitCode, 1);
  EXPECT_FALSE(fs::exists(fresh));
}

TEST_F(Commands, ALogWithoutASoundSlateIsNotImported) {
  const std::string before = runLuce({"info", workspace_, "--json"}).output;
  const std::string broken = (folder_ / "broken.csv").string();
  std::ofstream(broken) << "slate_id,item_id,click\ns1,a,7\ns1,b,0\ns2,a,x\n";
  const std::string fresh = (folder_ / "fresh.luce").string();
  for (const std::string& workspace : {workspace_, fresh}) {
    const ProgramResult result =
        runLuce({"import", broken, "--workspace", workspace, "--leave-out-faulty"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors,
                AllOf(HasSubstr("a faulty line in every slate"), HasSubstr("broken.csv:2"),
                      HasSubstr("broken.csv:4"), HasSubstr("Nothing was imported."),
                      testing::Not(HasSubstr("--leave-out-faulty"))));
  }
  EXPECT_EQ(runLuce({"info", workspace_, "--json"}).output, before);
  EXPECT_FALSE(fs::exists(fresh));
}

TEST_F(Commands, LeavingLinesOutIsAdvisedWhereItHelps) {
  const auto importing = [&](const std::string& file, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"import", file, "--workspace", workspace_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("Nothing was imported."));
    return result.errors;
  };
  const auto write = [&](const char* name, const std::string& content) {
    std::ofstream(folder_ / name) << content;
    return (folder_ / name).string();
  };
  const auto hint = HasSubstr("add --leave-out-faulty");
  EXPECT_THAT(importing(write("line.csv", "slate_id,item_id,click\ns1,a,7\ns2,b,0\n")), hint);
  EXPECT_THAT(importing(write("header.csv", "slate_id,item_id,click\n")), testing::Not(hint));
  EXPECT_THAT(importing(write("twice.csv", "slate_id,item_id,item_id,click\ns1,a,a,1\n")),
              testing::Not(hint));
  const std::string query = write("query.json", R"({"query": "SELECT * FROM nowhere"})");
  fs::copy_file(workspace_, folder_ / "other.db");  // a database as any other
  EXPECT_THAT(importing((folder_ / "other.db").string(), {"--schema", query}),
              AllOf(HasSubstr("nowhere"), testing::Not(hint)));
}

TEST_F(Commands, DatasetsHaveGoodNames) {
  const std::string fresh = (folder_ / "fresh.luce").string();
  const std::string world = std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_world.json";
  for (const std::string& name : {std::string(300, 'a'), std::string("two\nlines"),
                                  std::string("\x1b[31mred"), std::string(" ")}) {
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"import", kSampleLog}, {"simulate", world}}) {
      std::vector<std::string> arguments = command;
      arguments.insert(arguments.end(), {"--workspace", fresh, "--dataset", name});
      const ProgramResult result = runLuce(arguments);
      EXPECT_EQ(result.exitCode, 2);
      EXPECT_THAT(result.errors, HasSubstr("name"));
    }
  }
  EXPECT_FALSE(fs::exists(fresh));
  const std::string odd = (folder_ / "\x1b[31mtwo\nlines.csv").string();
  std::ofstream(odd) << "slate_id,item_id,click\ns1,a,1\ns1,b,0\n";
  const ProgramResult guessed = runLuce({"import", odd, "--workspace", fresh, "--json"});
  ASSERT_EQ(guessed.exitCode, 0) << guessed.errors;
  EXPECT_EQ(guessed.json().at("dataset").at("name"), "[31mtwo lines");
}

TEST(SampleData, IsWhatItsSettingsSay) {
  const TemporaryFolder folder;
  const std::string csv = (folder / "log.csv").string();
  const std::string world = std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_world.json";
  ASSERT_EQ(runLuce({"simulate", world, "--csv", csv}).exitCode, 0);
  EXPECT_EQ(contentOf(csv), contentOf(kSampleLog));
}

TEST(SampleData, ExperimentsCanBeRead) {
  int count = 0;
  for (const auto& entry :
       fs::directory_iterator(std::string(LUCE_SOURCE_DIR) + "/sample_data/experiments")) {
    SCOPED_TRACE(entry.path());
    const Experiment experiment = experimentFromJson(contentOf(entry.path()));
    EXPECT_NO_THROW(findScheme(experiment.objective.scheme));
    EXPECT_NO_THROW(schemeParameters(experiment.objective));
    ++count;
  }
  EXPECT_GE(count, 4);
}

TEST(ObjectiveCommand, AgreesWithTheGoldenVectors) {
  const std::string file = std::string(LUCE_SHARED_DIR) + "/objectives/golden.json";
  if (!fs::exists(file)) GTEST_SKIP() << "the golden vectors are not beside the project";
  const json golden = json::parse(contentOf(file));
  for (const std::string scheme :
       {"ips", "grpo", "gbpo_group", "cispo_raw", "dr", "expected_reward", "listmle", "kl_exact"}) {
    SCOPED_TRACE(scheme);
    const json result =
        runLuce({"objective", "--scheme", scheme, "--cases", file, "--json"}).json();
    const json& cases = result.at("cases");
    ASSERT_EQ(cases.size(), golden.at("cases").size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const json& expected = golden.at("cases")[i].at("expected").at("schemes").at(scheme);
      EXPECT_EQ(cases[i].at("name"), golden.at("cases")[i].at("name"));
      const auto near = [](const json& value, const json& wanted) {
        const double number = wanted.get<double>();
        EXPECT_NEAR(value.get<double>(), number, 1e-9 * std::max(1.0, std::abs(number)));
      };
      near(cases[i].at("loss"), expected.at("loss"));
      for (std::size_t b = 0; b < expected.at("grad_s").size(); ++b) {
        for (std::size_t k = 0; k < expected.at("grad_s")[b].size(); ++k) {
          near(cases[i].at("grad_s")[b][k], expected.at("grad_s")[b][k]);
        }
      }
    }
  }
}

TEST(ObjectiveCommand, ListsSchemesWithTheirParameters) {
  const json schemes = runLuce({"objective", "--list", "--json"}).json().at("schemes");
  ASSERT_GE(schemes.size(), 4u);
  for (const json& scheme : schemes) {
    for (const char* key : {"id", "title", "meaning", "formula", "source", "advantage"}) {
      EXPECT_THAT(scheme.at(key).get<std::string>(), testing::Not(IsEmpty())) << key;
    }
    for (const json& parameter : scheme.at("parameters")) {
      EXPECT_LE(parameter.at("low"), parameter.at("default"));
      EXPECT_GE(parameter.at("high"), parameter.at("default"));
    }
  }
}

TEST(Program, NamesAnUnknownCommandAndTheNearestOne) {
  const auto errorsOf = [](const std::string& command) {
    const ProgramResult result = runLuce({command});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.output, IsEmpty());
    return result.errors;
  };
  EXPECT_THAT(errorsOf("evalute"),
              AllOf(HasSubstr("no command \"evalute\""), HasSubstr("Did you mean \"evaluate\"?")));
  EXPECT_THAT(errorsOf("foo"), HasSubstr("no command \"foo\". luce-cli --help lists them."));
}

TEST(Program, TellsThatAFileIsEmpty) {
  const TemporaryFolder folder;
  const std::string empty = folder.write("empty.json", "").string();
  const auto errorsOf = [](const std::vector<std::string>& arguments) {
    const ProgramResult result = runLuce(arguments);
    EXPECT_EQ(result.exitCode, 1);
    return result.errors;
  };
  const auto isEmpty = HasSubstr("The file " + empty + " is empty.");
  EXPECT_THAT(errorsOf({"experiment", "--check", empty}), isEmpty);
  EXPECT_THAT(errorsOf({"tune", "none.luce", "--run", "a", "--sweep", empty}), isEmpty);
  EXPECT_THAT(errorsOf({"experiment", "--check", (folder / ".").string()}),
              HasSubstr("cannot be read"));
  EXPECT_THAT(errorsOf({"experiment", "--check", (folder / "none.json").string()}),
              HasSubstr("cannot be read"));
}

TEST(Demo, TellsThatItsFolderCannotBeMade) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "").string();
  const ProgramResult result = runLuce({"demo", "--out", file + "/demo"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors, HasSubstr("The folder " + file +
                                       "/demo cannot be made: Not a "
                                       "directory. Choose another one with --out."));
  EXPECT_THAT(result.output, IsEmpty());
}

TEST(Demo, TellsTheWholeStory) {
  const TemporaryFolder folder;
  const std::string out = (folder / "demo").string();
  const ProgramResult result = runLuce({"demo", "--out", out, "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  for (const char* name : {"demo.luce", "ranker.pt", "predictions.csv"}) {
    EXPECT_TRUE(fs::exists(fs::path(out) / name)) << name;
  }
  const json evaluation = result.json().at("evaluation");
  const auto value = [&](const char* policy) {
    return evaluation.at(policy).at("estimators").at("snips").at("value").get<double>();
  };
  EXPECT_GT(value("supervised"), value("uniform"));
  EXPECT_GT(value("aligned"), value("uniform"));
  const json charts = result.json().at("charts");
  for (const json& chart : charts) {
    EXPECT_GT(fs::file_size(chart.get<std::string>()), 1000u);
  }
}

}  // namespace
}  // namespace luce
