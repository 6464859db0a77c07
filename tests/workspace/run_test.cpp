#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

#include "core/workspace/run_recorder.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"
#include "tests/support/error_of.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::byte> bytes(std::size_t size, int first) {
  std::vector<std::byte> content(size);
  for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<std::byte>(first + i % 7);
  return content;
}

class RunTest : public ::testing::Test {
 protected:
  RunTest() : workspace_(Workspace::open(file_)) {
    const auto writer = workspace_.createDataset("log", "");
    writeUnevenSlates(*writer, 5);
    writer->commit();
  }

  std::int64_t addRun(const std::string& name) {
    RunRecord run;
    run.name = name;
    run.dataset = "log";
    run.experiment = "{}";
    return workspace_.createRun(run);
  }

  std::unique_ptr<RunRecorder> record(const std::string& name) const {
    return std::make_unique<RunRecorder>(file_, name, "log", Experiment(), "{\"device\":\"cpu\"}");
  }

  /// Waits, for a minute at most, until the run has so many metrics.
  bool waitForMetrics(std::int64_t run, std::size_t count) const {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (workspace_.metrics(run).size() < count) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }

  std::vector<std::string> planOf(const std::string& condition) const {
    SQLite::Database database(file_, SQLite::OPEN_READONLY);
    SQLite::Statement row(database, "EXPLAIN QUERY PLAN SELECT * FROM metric WHERE " + condition);
    std::vector<std::string> plan;
    while (row.executeStep()) plan.push_back(row.getColumn(3).getString());
    return plan;
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
  Workspace workspace_;
};

TEST_F(RunTest, KeepsWhatARunIs) {
  RunRecord run;
  run.name = "aligned";
  run.dataset = "log";
  run.experiment = "{\"seed\": 3}";
  run.environment = "{\"device\": \"cpu\"}";
  const std::int64_t id = workspace_.createRun(run);
  workspace_.finishRun(id, RunStatus::Failed, "The loss is not a number.", 12.5);
  const RunRecord found = Workspace::open(file_).run("aligned");
  EXPECT_EQ(found.id, id);
  EXPECT_EQ(found.dataset, "log");
  EXPECT_EQ(found.experiment, run.experiment);
  EXPECT_EQ(found.environment, run.environment);
  EXPECT_EQ(found.status, RunStatus::Failed);
  EXPECT_EQ(found.message, "The loss is not a number.");
  EXPECT_EQ(found.seconds, 12.5);
  EXPECT_THAT(found.started, ::testing::MatchesRegex("....-..-..T..:..:..Z"));
}

TEST_F(RunTest, NamesAreUniqueAndFreeOnesAreFound) {
  addRun("aligned");
  EXPECT_THAT(errorOf([&] { addRun("aligned"); }),
              HasSubstr("already has a run named \"aligned\""));
  EXPECT_EQ(workspace_.freeRunName("aligned"), "aligned 2");
  addRun("aligned 2");
  EXPECT_EQ(workspace_.freeRunName("aligned"), "aligned 3");
  EXPECT_EQ(workspace_.freeRunName("other"), "other");
  EXPECT_THAT(errorOf([&] { workspace_.run("none"); }),
              HasSubstr("no run named \"none\"; there are \"aligned\", \"aligned 2\""));
  EXPECT_THAT(errorOf([&] { addRun(""); }), HasSubstr("needs a name"));
  EXPECT_EQ(workspace_.runs().size(), 2u);
}

TEST_F(RunTest, RunNeedsItsDatasetAndProtectsIt) {
  RunRecord run;
  run.name = "lonely";
  run.dataset = "missing";
  EXPECT_THAT(errorOf([&] { workspace_.createRun(run); }),
              HasSubstr("no dataset named \"missing\"; there is \"log\""));
  addRun("aligned");
  EXPECT_THAT(errorOf([&] { workspace_.removeDataset("log"); }), HasSubstr("\"aligned\""));
  workspace_.removeRun("aligned");
  workspace_.removeDataset("log");
  EXPECT_TRUE(workspace_.datasets().empty());
}

TEST_F(RunTest, MetricsComeBackByStepWithNumbersThatAreNone) {
  const std::int64_t first = addRun("a"), second = addRun("b");
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<MetricPoint> points{
      {0, "loss/bce", 0.7}, {0, "kl", std::nan("")}, {10, "loss/bce", infinity}, {5, "kl", 1e-300}};
  workspace_.appendMetrics(first, points);
  workspace_.appendMetrics(second, {{{1, "other", 2.0}}});
  const auto found = workspace_.metrics(first);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].name, "loss/bce");
  EXPECT_EQ(found[0].value, 0.7);
  EXPECT_TRUE(std::isnan(found[1].value));
  EXPECT_EQ(found[2].step, 5);
  EXPECT_EQ(found[2].value, 1e-300);
  EXPECT_EQ(found[3].value, infinity);
}

TEST_F(RunTest, CheckpointOfTheSameRoleIsReplaced) {
  const std::int64_t run = addRun("a");
  workspace_.saveCheckpoint(run, {10, "best"}, bytes(100000, 1));
  workspace_.saveCheckpoint(run, {20, "best"}, bytes(50000, 2));
  workspace_.saveCheckpoint(run, {5, "supervised"}, bytes(10, 3));
  workspace_.saveCheckpoint(run, {0, "empty"}, {});
  const auto found = workspace_.checkpoints(run);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[1].role, "supervised");
  EXPECT_EQ(found[2].step, 20);
  EXPECT_EQ(workspace_.loadCheckpoint(run, "best"), bytes(50000, 2));
  EXPECT_EQ(workspace_.loadCheckpoint(run, "empty"), std::vector<std::byte>());
  EXPECT_EQ(workspace_.loadCheckpoint(run, "none"), std::nullopt);
}

TEST_F(RunTest, RemovedRunTakesItsMetricsAndCheckpointsAlong) {
  const std::int64_t run = addRun("a");
  workspace_.appendMetrics(run, {{{1, "kl", 2.0}}});
  workspace_.saveCheckpoint(run, {1, "best"}, bytes(10, 1));
  workspace_.removeRun("a");
  EXPECT_TRUE(workspace_.metrics(run).empty());
  EXPECT_TRUE(workspace_.checkpoints(run).empty());
  EXPECT_THAT(errorOf([&] { workspace_.finishRun(run, RunStatus::Finished, "", 1); }),
              HasSubstr("may have been removed"));
  EXPECT_THAT(errorOf([&] { workspace_.removeRun("a"); }), HasSubstr("no run named \"a\""));
}

TEST_F(RunTest, MetricsOfOneStep) {
  const std::int64_t first = addRun("a"), second = addRun("b");
  workspace_.appendMetrics(
      first, {{{1, "kl", 1.0}, {2, "loss", 5.0}, {3, "kl", 3.0}, {2, "kl", 2.0}, {21, "kl", 9.0}}});
  workspace_.appendMetrics(second, {{{2, "kl", 7.0}}});
  std::vector<double> values;
  for (const MetricPoint& point : workspace_.metrics(first, 2)) values.push_back(point.value);
  EXPECT_THAT(values, ElementsAre(5.0, 2.0)) << "in the order in which they were recorded";
  EXPECT_TRUE(workspace_.metrics(first, 4).empty());
  EXPECT_THAT(planOf("run = 1 AND step = 2 ORDER BY id"),
              ElementsAre("SEARCH metric USING INDEX metric_run_step (run=? AND step=?)"));
  EXPECT_THAT(planOf("run = 1 ORDER BY step, id"),
              ElementsAre("SEARCH metric USING INDEX metric_run_step (run=?)"));
}

TEST_F(RunTest, PeopleNameColourAndAnnotateRuns) {
  const std::int64_t first = addRun("a"), second = addRun("b");
  EXPECT_EQ(workspace_.run("a").colour + workspace_.run("a").note, "");
  workspace_.changeRuns({{{.run = first, .name = "baseline", .colour = "#D55e00"},
                          {.run = second, .note = "too few rows:\nλ → 0"}}});
  const Workspace reopened = Workspace::open(file_);
  EXPECT_EQ(reopened.run("baseline").id, first);
  EXPECT_EQ(reopened.run("baseline").colour, "#D55e00");
  EXPECT_EQ(reopened.run("baseline").note, "");
  EXPECT_EQ(reopened.run("b").note, "too few rows:\nλ → 0");
  EXPECT_EQ(reopened.run("b").colour, "");
  EXPECT_EQ(reopened.freeRunName("a"), "a");
  workspace_.changeRuns({{{.run = first, .colour = ""}, {.run = second, .note = ""}}});
  EXPECT_EQ(workspace_.run("baseline").colour + workspace_.run("b").note, "");
}

TEST_F(RunTest, OfSeveralChangesAllAreMadeOrNone) {
  const std::int64_t first = addRun("a"), second = addRun("b");
  const auto error = [&](const RunChange& wrong) {
    return errorOf([&] {
      workspace_.changeRuns({{{.run = first, .name = "c", .note = "n"}, wrong}});
    });
  };
  EXPECT_THAT(error({.run = second, .name = "c"}), HasSubstr("already has a run named \"c\""));
  EXPECT_THAT(error({.run = second, .name = ""}), HasSubstr("needs a name"));
  EXPECT_THAT(error({.run = second, .colour = "blue"}), HasSubstr("\"blue\" is not a colour"));
  EXPECT_THAT(error({.run = 99, .note = "x"}), HasSubstr("no run number 99"));
  EXPECT_THAT(error({.run = 99, .putAway = false}), HasSubstr("no run number 99"));
  EXPECT_EQ(workspace_.run("a").note, "");
  workspace_.changeRuns({{{.run = first, .name = "a"}}});
  EXPECT_EQ(workspace_.run("a").id, first) << "its own name is free for it";
}

TEST_F(RunTest, ARunThatWasPutAwayCanBeBroughtBackAfterARestart) {
  const std::int64_t run = addRun("a");
  addRun("b");
  workspace_.appendMetrics(run, {{{1, "kl", 2.0}}});
  workspace_.saveCheckpoint(run, {1, "best"}, bytes(10, 1));
  workspace_.changeRuns({{{.run = run, .putAway = true}}});
  ASSERT_EQ(workspace_.runs().size(), 1u);
  EXPECT_EQ(workspace_.runs()[0].name, "b");
  EXPECT_THAT(errorOf([&] { workspace_.run("a"); }),
              HasSubstr("The run \"a\" of \"" + file_.string() + "\" was removed; bring it back"));
  EXPECT_THAT(errorOf([&] { workspace_.run("c"); }), HasSubstr("there is \"b\"."));
  Workspace reopened = Workspace::open(file_);
  ASSERT_EQ(reopened.runsPutAway().size(), 1u);
  const std::string removed = reopened.runsPutAway()[0].removed;
  EXPECT_THAT(removed, ::testing::MatchesRegex("....-..-..T..:..:..Z"));
  reopened.changeRuns({{{.run = run, .putAway = false}}});
  EXPECT_EQ(reopened.run("a").removed, "");
  EXPECT_EQ(reopened.metrics(run).size(), 1u);
  EXPECT_EQ(reopened.loadCheckpoint(run, "best"), bytes(10, 1));
  EXPECT_TRUE(reopened.runsPutAway().empty());
}

TEST_F(RunTest, TheNameOfARunThatWasPutAwayIsFreedOnlyWhenItIsAskedFor) {
  const std::int64_t away = addRun("a");
  workspace_.saveCheckpoint(away, {1, "best"}, bytes(10, 1));
  workspace_.changeRuns({{{.run = away, .putAway = true}}});
  EXPECT_EQ(workspace_.freeRunName("a"), "a 2") << "so that it can come back under its name";
  const std::int64_t again = addRun("a");
  EXPECT_EQ(workspace_.run("a").id, again);
  EXPECT_EQ(workspace_.runsPutAway()[0].name, "a 2");
  const std::int64_t third = addRun("third");
  workspace_.changeRuns({{{.run = third, .name = "a 2"}}});
  workspace_.changeRuns({{{.run = away, .putAway = false}}});
  EXPECT_EQ(workspace_.run("a 2").id, third);
  EXPECT_EQ(workspace_.run("a 2 2").id, away);
  EXPECT_EQ(workspace_.loadCheckpoint(away, "best"), bytes(10, 1));
}

TEST_F(RunTest, PurgingNamedRunsRemovesThoseAlone) {
  using Names = std::vector<std::string>;
  const std::int64_t first = addRun("a"), second = addRun("b"), third = addRun("c");
  addRun("d");
  workspace_.changeRuns({{{.run = first, .putAway = true},
                          {.run = second, .putAway = true},
                          {.run = third, .putAway = true}}});
  EXPECT_THAT(errorOf([&] {
                workspace_.purgeRuns(Names{"a", "d"});
              }),
              HasSubstr("\"d\" of \"" + workspace_.file().string() + "\" was not removed"));
  EXPECT_THAT(errorOf([&] {
                workspace_.purgeRuns(Names{"a", "e"});
              }),
              HasSubstr("no removed run named \"e\"; there are \"a\", \"b\", \"c\"."));
  EXPECT_EQ(workspace_.runsPutAway().size(), 3u) << "all or none";
  EXPECT_EQ(workspace_.purgeRuns(Names{"b", "b"}), 1);
  ASSERT_EQ(workspace_.runsPutAway().size(), 2u);
  EXPECT_EQ(workspace_.runsPutAway()[0].id, first);
  EXPECT_EQ(workspace_.runsPutAway()[1].id, third);
  EXPECT_EQ(workspace_.purgeRuns(Names{}), 0);
  EXPECT_EQ(workspace_.purgeRuns(Names{"c", "a"}), 2);
  EXPECT_THAT(errorOf([&] { workspace_.purgeRuns(Names{"a"}); }), HasSubstr("there is none"));
  EXPECT_EQ(workspace_.runs().size(), 1u);
}

TEST_F(RunTest, PurgingRemovesForGoodWhatWasPutAway) {
  const std::int64_t first = addRun("a"), second = addRun("b");
  addRun("c");
  workspace_.saveTrail(first, 1, bytes(10, 1));
  workspace_.changeRuns({{{.run = first, .putAway = true}, {.run = second, .putAway = true}}});
  EXPECT_EQ(workspace_.purgeRuns(), 2);
  EXPECT_EQ(workspace_.purgeRuns(), 0);
  EXPECT_TRUE(workspace_.runsPutAway().empty());
  EXPECT_TRUE(workspace_.trail(first).empty());
  EXPECT_EQ(workspace_.runs().size(), 1u);
  EXPECT_THAT(errorOf([&] { workspace_.changeRuns({{{.run = first, .putAway = false}}}); }),
              HasSubstr("no run number"));
}

TEST_F(RunTest, ADatasetTakesItsRunsThatWerePutAwayAlong) {
  const std::int64_t away = addRun("a");
  workspace_.changeRuns({{{.run = away, .putAway = true}}});
  workspace_.removeDataset("log");
  EXPECT_TRUE(workspace_.datasets().empty());
  EXPECT_TRUE(workspace_.runsPutAway().empty());
}

TEST_F(RunTest, ATrailHasOneCheckpointAStep) {
  const std::int64_t run = addRun("a"), other = addRun("b");
  for (const std::int64_t step : {300, 100, 200}) {
    workspace_.saveTrail(run, step, bytes(1000, static_cast<int>(step / 100)));
  }
  workspace_.saveTrail(other, 100, bytes(5, 5));
  workspace_.saveTrail(run, 200, bytes(40000, 4));
  workspace_.saveTrail(run, 0, {});
  EXPECT_THAT(workspace_.trail(run), ElementsAre(0, 100, 200, 300));
  EXPECT_EQ(workspace_.loadTrail(run, 100), bytes(1000, 1));
  EXPECT_EQ(workspace_.loadTrail(run, 200), bytes(40000, 4));
  EXPECT_EQ(workspace_.loadTrail(run, 0), std::vector<std::byte>());
  EXPECT_EQ(workspace_.loadTrail(run, 150), std::nullopt);
  const std::vector<std::int64_t> dropped{100, 150, 300};
  workspace_.dropTrail(run, dropped);
  EXPECT_THAT(Workspace::open(file_).trail(run), ElementsAre(0, 200));
  EXPECT_THAT(workspace_.trail(other), ElementsAre(100));
  workspace_.removeRun("a");
  EXPECT_TRUE(workspace_.trail(run).empty());
  EXPECT_NE(errorOf([&] { workspace_.saveTrail(run, 1, {}); }), "no error");
}

TEST_F(RunTest, RecorderWritesARunToItsEnd) {
  const auto recorder = record("aligned");
  EXPECT_EQ(workspace_.run("aligned").status, RunStatus::Running);
  for (int step = 0; step < 1000; ++step) recorder->metric(step, "loss/bce", 1.0 / (step + 1));
  recorder->checkpoint(500, "best", bytes(1000, 1));
  recorder->checkpoint(900, "best", bytes(2000, 2));
  TrainingOutcome outcome;
  outcome.phase = TrainingPhase::Stopped;
  outcome.message = "Stopped by the user.";
  outcome.seconds = 3;
  recorder->finish(outcome);
  const RunRecord run = workspace_.run("aligned");
  EXPECT_EQ(run.status, RunStatus::Stopped);
  EXPECT_EQ(run.message, "Stopped by the user.");
  EXPECT_EQ(run.seconds, 3);
  EXPECT_EQ(experimentFromJson(run.experiment), Experiment());
  const auto metrics = workspace_.metrics(run.id);
  ASSERT_EQ(metrics.size(), 1000u);
  EXPECT_EQ(metrics[999].step, 999);
  EXPECT_EQ(workspace_.loadCheckpoint(run.id, "best"), bytes(2000, 2));
}

TEST_F(RunTest, RecorderRefusesATakenName) {
  addRun("aligned");
  EXPECT_THAT(errorOf([&] { record("aligned"); }), HasSubstr("already has a run"));
}

TEST_F(RunTest, RecorderWritesWithoutBeingFinished) {
  const auto recorder = record("aligned");
  recorder->metric(1, "kl", 0.5);
  EXPECT_TRUE(waitForMetrics(workspace_.run("aligned").id, 1));
  EXPECT_EQ(workspace_.run("aligned").status, RunStatus::Running);
}

TEST_F(RunTest, KilledRunKeepsWhatWasWrittenAndStaysRunning) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto recorder = record("aligned");
    for (int step = 0; step < 50; ++step) recorder->metric(step, "kl", step);
    recorder->checkpoint(50, "best", bytes(3000, 1));
    const char byte = 1;
    if (write(ready[1], &byte, 1) == 1) pause();
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const std::int64_t run = workspace_.run("aligned").id;
  const bool written = waitForMetrics(run, 50);
  ASSERT_EQ(kill(child, SIGKILL), 0);
  ASSERT_EQ(waitpid(child, nullptr, 0), child);
  EXPECT_TRUE(written);
  const Workspace reopened = Workspace::open(file_);
  EXPECT_EQ(reopened.run("aligned").status, RunStatus::Running);
  EXPECT_EQ(reopened.metrics(run).size(), 50u);
  EXPECT_EQ(reopened.freeRunName("aligned"), "aligned 2");
}

TEST_F(RunTest, ARunWhoseProgramDiedTookAsLongAsItsLastMetricTells) {
  {
    Workspace workspace = std::move(workspace_);
    RunRecord record;
    record.dataset = "log";
    record.experiment = "{}";
    record.name = "measured";
    const std::vector<MetricPoint> points{{.step = 1, .name = "loss", .value = 1, .seconds = 0.5},
                                          {.step = 9, .name = "loss", .value = 1, .seconds = 12.5},
                                          {.step = 5, .name = "loss", .value = 1, .seconds = 7}};
    workspace.appendMetrics(workspace.createRun(record), points);
    record.name = "nothing known";
    workspace.createRun(record);
  }
  for (const Access access : {Access::Read, Access::Write}) {
    const Workspace workspace = Workspace::open(file_, access);
    EXPECT_EQ(workspace.run("measured").status, RunStatus::Stopped);
    EXPECT_EQ(workspace.run("measured").seconds, 12.5);
    EXPECT_EQ(workspace.run("nothing known").seconds, 0);
  }
}

TEST_F(RunTest, RecorderOutwaitsAnotherWriter) {
  const auto recorder = record("aligned");
  WorkspaceFile other(file_);
  other.database().exec("BEGIN IMMEDIATE");
  for (int step = 0; step < 10; ++step) recorder->metric(step, "kl", step);
  recorder->checkpoint(3, "supervised", bytes(10, 1));
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  std::jthread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    other.database().exec("COMMIT");
  });
  recorder->finish(TrainingOutcome());
  const RunRecord run = workspace_.run("aligned");
  EXPECT_EQ(run.status, RunStatus::Finished);
  EXPECT_EQ(workspace_.metrics(run.id).size(), 10u);
  EXPECT_EQ(workspace_.loadCheckpoint(run.id, "supervised"), bytes(10, 1));
}

TEST_F(RunTest, RecorderThinsTheTrailAlsoOfWhatAnotherWriterHeldUp) {
  const auto recorder = record("aligned");
  const std::int64_t run = workspace_.run("aligned").id;
  recorder->trail(0, bytes(10, 1));
  recorder->trail(10, bytes(10, 2));
  recorder->metric(10, "kl", 0.5);
  ASSERT_TRUE(waitForMetrics(run, 1));
  WorkspaceFile other(file_);
  other.database().exec("BEGIN IMMEDIATE");
  recorder->dropTrail(10);
  recorder->trail(20, bytes(10, 3));
  recorder->trail(30, bytes(10, 4));
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  recorder->dropTrail(20);
  recorder->trail(30, bytes(10, 5));
  recorder->trail(40, bytes(10, 6));
  other.database().exec("COMMIT");
  recorder->finish(TrainingOutcome());
  EXPECT_THAT(workspace_.trail(run), ElementsAre(0, 30, 40));
  EXPECT_EQ(workspace_.loadTrail(run, 0), bytes(10, 1));
  EXPECT_EQ(workspace_.loadTrail(run, 30), bytes(10, 5));
  EXPECT_EQ(workspace_.loadTrail(run, 40), bytes(10, 6));
}

TEST_F(RunTest, RecorderOfARemovedRunSaysSo) {
  const auto recorder = record("aligned");
  workspace_.removeRun("aligned");
  recorder->metric(1, "kl", 0.5);
  EXPECT_NE(errorOf([&] { recorder->finish(TrainingOutcome()); }), "no error");
}

}  // namespace
}  // namespace luce
