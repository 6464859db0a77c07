// The commands that the desktop copies do in a shell what the desktop does.
#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QProcess>
#include <bit>
#include <nlohmann/json.hpp>

#include "app/desktop/command/command_desk.h"
#include "app/desktop/command/command_text.h"
#include "app/desktop/main_window.h"
#include "core/foreign/kept_policy.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

/// What bash prints of the text, with luce-cli in its path.
std::string pasted(const QString& text) {
  QProcess shell;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("PATH", LUCE_BINARY_DIR "/bin:" + environment.value("PATH"));
  shell.setProcessEnvironment(environment);
  shell.start("bash", {"-e", "-c", text});
  EXPECT_TRUE(shell.waitForFinished(kPatience));
  EXPECT_EQ(shell.exitCode(), 0) << shell.readAllStandardError().toStdString();
  return shell.readAllStandardOutput().toStdString();
}

/// Step, name and the very bits of each value.
std::vector<std::string> bitsOf(const Workspace& workspace, const std::string& run) {
  std::vector<std::string> lines;
  for (const MetricPoint& point : workspace.metrics(workspace.run(run).id)) {
    lines.push_back(std::to_string(point.step) + " " + point.name + " " +
                    std::to_string(std::bit_cast<std::uint64_t>(point.value)));
  }
  return lines;
}

/// Another program's model with the run's probabilities, to be judged in its own way.
void keepAsTheirs(const Study& study, const Predictions& predictions) {
  ImportedPolicy theirs;
  theirs.record.name = "theirs";
  theirs.record.source = PolicySource::Model;
  theirs.record.sha256 = std::string(64, '0');
  theirs.record.temperature = 2.5;
  theirs.record.valueWeights = {{"click", 0}, {"long_view", 1}, {"like", 7}};
  theirs.policy.probabilities = predictions;
  Predictions& scores = theirs.policy.scores;
  scores = {predictions.slates, predictions.offsets, 1, {}};
  const std::span<const float> clicks = predictions.task(0);
  scores.probabilities.assign(clicks.begin(), clicks.end());
  Workspace workspace = Workspace::open(study.workspace()->file.toStdString());
  keepPolicy(workspace, theirs, study.dataset()->summary.name);
}

TEST(CopiedCommand, GivesTheSameNumbersToTheLastBit) {
  QString file, train, evaluate, compare;
  std::string snips, run, theirs, difference;
  {
    MainWindow window;
    window.resize(1400, 900);
    window.show();
    Study& study = window.study();
    Listener listener(study);
    ASSERT_TRUE(openSampleLog(study, listener));
    Experiment experiment = quickExperiment(study);
    experiment.objective.scheme = "grpo";
    experiment.objective.rows = RowKind::Drawn;
    experiment.objective.klWeight = 0.1234567890123456;
    experiment.valueWeights = {{"click", 1.0 / 3}, {"long_view", 2}, {"like", 4}};
    experiment.seed = 7;
    study.changeExperiment(experiment, "experiment", 0);
    study.startTraining("of the desktop");
    ASSERT_TRUE(waitFor([&] { return study.run() != nullptr && !study.busy(); }));
    window.commands().trainAction().trigger();
    train = QApplication::clipboard()->text();
    run = study.suggestedRunName().toStdString();
    // Judged under other weights than it was trained for.
    experiment.valueWeights["like"] = 0.1;
    study.changeExperiment(experiment, "weights", 0);
    window.tabs().setCurrentWidget(&window.evaluation());
    ASSERT_TRUE(waitFor([&] { return window.evaluation().evaluation() != nullptr; }));
    const PolicyReport& report = window.evaluation().evaluation()->report;
    snips = nlohmann::json(report.estimate.snips().low).dump();
    window.commands().evaluateAction().trigger();
    evaluate = QApplication::clipboard()->text();
    file = study.workspace()->file;
    // A policy of other weights and another temperature, which are its own.
    keepAsTheirs(study, *window.evaluation().evaluation()->predictions);
    study.refreshWorkspace();
    QComboBox& choice = window.evaluation().compareChoice();
    ASSERT_TRUE(waitFor([&] { return choice.findText("policy theirs") > 0; }));
    choice.setCurrentIndex(choice.findText("policy theirs"));
    const auto shown = [&] { return window.evaluation().evaluation(); };
    ASSERT_TRUE(waitFor([&] { return shown() && shown()->compared; }));
    theirs = nlohmann::json(shown()->compared->estimate.snips().low).dump();
    for (const PairedDifference& paired : shown()->differences) {
      if (paired.estimator == ValueEstimator::Snips) {
        difference = nlohmann::json(paired.difference.value).dump();
      }
    }
    window.commands().evaluateAction().trigger();
    compare = QApplication::clipboard()->text();
  }
  pasted(train);
  const Workspace workspace = Workspace::open(file.toStdString(), Access::Read);
  const std::vector<std::string> ofTheDesktop = bitsOf(workspace, "of the desktop");
  EXPECT_GT(ofTheDesktop.size(), 100u);
  EXPECT_EQ(bitsOf(workspace, run), ofTheDesktop);
  EXPECT_EQ(workspace.loadCheckpoint(workspace.run(run).id, "result"),
            workspace.loadCheckpoint(workspace.run("of the desktop").id, "result"));
  const auto judged = nlohmann::json::parse(pasted(evaluate.trimmed() + " --json"));
  EXPECT_EQ(judged.at("policy"), "run of the desktop");
  EXPECT_EQ(judged.at("estimators").at("snips").at("low").dump(), snips);
  const auto compared = nlohmann::json::parse(pasted(compare.trimmed() + " --json"));
  EXPECT_EQ(compared.at("estimators").at("snips").at("low").dump(), snips);
  EXPECT_EQ(compared.at("compared").at("policy"), "policy theirs");
  EXPECT_EQ(compared.at("compared").at("estimators").at("snips").at("low").dump(), theirs);
  EXPECT_EQ(compared.at("differences").at("snips").at("difference").dump(), difference);
}

TEST(CopiedCommand, NamesTheWorkspaceByItsWholePath) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "study.luce";
  makeLog(file);
  MainWindow window;
  Listener listener(window.study());
  window.openFiles({QDir::current().relativeFilePath(QString::fromStdString(file.string()))});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !window.study().busy(); }));
  window.commands().trainAction().trigger();
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(),
              testing::StartsWith("luce-cli train " + file.string() + " "));
}

TEST(CopiedCommand, StandsAnyNameAndText) {
  EXPECT_EQ(shellWord("plain-name_1.json"), "plain-name_1.json");
  for (const char* text :
       {"a b", "it's", "$(rm -rf x)", "`x`", "\"q\"", "", "中 ü", "a\\b", "!x", "~", "a\nb"}) {
    EXPECT_EQ(pasted("printf %s " + shellWord(text)), text);
  }
  Experiment experiment;
  experiment.objective.advantageFeature = "$HOME `x`\nEXPERIMENT\n'";
  const QString command = trainCommand("/a b/c.luce", "d'e", "run\n1", experiment);
  const std::string heard = pasted("luce-cli() { cat; printf '|%s' \"$@\"; }\n" + command);
  const std::size_t end = heard.find('|');
  EXPECT_EQ(experimentFromJson(heard.substr(0, end)), experiment);
  EXPECT_EQ(heard.substr(end), "|train|/a b/c.luce|--dataset=d'e|--run=run\n1|--experiment|-");
}

TEST(CopiedCommand, NamesWhatIsComparedWith) {
  JudgedPolicy policy;
  policy.workspace = "w.luce";
  policy.dataset = "log";
  policy.run = "a";
  policy.settings.valueWeights = {0.1, 2};
  policy.settings.rewardWeights = {1, 0};
  policy.settings.temperature = 0.3;
  policy.settings.rows = RowKind::Observed;
  const std::vector<std::string> tasks{"click", "like"};
  const QString alone =
      "luce-cli evaluate w.luce --dataset=log --run=a --split test --weights=click=0.1,like=2 "
      "--reward-weights=click=1,like=0 --temperature 0.3 --rows observed --propensity-rule one "
      "--interval bootstrap --parameter-rule slope";
  EXPECT_EQ(evaluateCommand(policy, tasks), alone + "\n");
  policy.compare = "run b c";
  EXPECT_EQ(evaluateCommand(policy, tasks), alone + " --compare='b c'\n");
  policy.compare = "uniform";
  EXPECT_EQ(evaluateCommand(policy, tasks), alone + " --compare=uniform\n");
  policy.compare = "supervised";
  EXPECT_EQ(evaluateCommand(policy, tasks), alone + "\n" + alone + " --policy supervised\n");
  policy.compare = "policy b c";
  EXPECT_EQ(evaluateCommand(policy, tasks), alone + " --compare-policy='b c'\n");
  policy.compare = "file /x y/scores.csv";
  EXPECT_EQ(
      evaluateCommand(policy, tasks),
      alone + "\n" + QString(alone).replace("--run=a", "--policy-file='/x y/scores.csv'") + "\n");
}

}  // namespace
}  // namespace luce::desktop
