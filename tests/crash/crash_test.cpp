// Programs that are killed in the middle of their work, at moments spread over the time that it
// takes: the workspace opens, is sound, and holds exactly the finished work.
//
// Three moments for each kind of work, or as many as LUCE_CRASHES says; all 200 of them:
//
//   LUCE_CRASHES=50 build/release/bin/test_crash
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <random>

#include "core/estimator/estimator.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writer_lock.h"
#include "tests/crash/digest.h"
#include "tests/crash/victim.h"
#include "tests/support/old_workspace.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

namespace fs = std::filesystem;

constexpr int kQuickMoments = 3;
constexpr unsigned kSeed = 20261124;
/// Some moments lie a little behind the measured end, since no two runs take the same time.
constexpr double kBeyondTheEnd = 1.05;
/// Every so manyth moment is counted from the start of the program.
constexpr int kFromStart = 4;

int moments() {
  const char* const wanted = std::getenv("LUCE_CRASHES");
  return wanted == nullptr ? kQuickMoments : std::atoi(wanted);
}

class CrashTest : public ::testing::Test {
 protected:
  /// A workspace with two finished datasets, that every test starts from.
  fs::path makeBase() const {
    const fs::path file = folder_ / "base.luce";
    Workspace workspace = Workspace::open(file);
    const auto uneven = workspace.createDataset("before", "");
    writeUnevenSlates(*uneven, 400);
    uneven->commit();
    const auto sparse = workspace.createDataset("also before", "");
    writeSparseActions(*sparse, 200);
    sparse->commit();
    return file;
  }

  void startFrom(const fs::path& base) const {
    for (const auto& entry : fs::directory_iterator(folder_ / "")) {
      if (entry.path().filename().string().starts_with("study.luce")) fs::remove(entry.path());
    }
    fs::copy_file(base, file_);
  }

  /// Kills the victim again and again and lets check() say what became of its work.
  void killRepeatedly(const fs::path& base, const Victim& victim,
                      const std::function<std::string()>& check) {
    startFrom(base);
    const fs::path lock = file_.string() + "-lock";
    const Times times = runToItsEnd(victim, lock);
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<double> within(0, 1);
    std::map<std::string, int> outcomes;
    for (int i = 0; i < moments(); ++i) {
      startFrom(base);
      // Much of the time goes by before the work begins, so most moments are counted from there.
      const bool fromStart = i % kFromStart == 0;
      const Duration moment =
          (fromStart ? times.whole : times.work) * kBeyondTheEnd * (i + within(random)) / moments();
      const bool killed = killAfter(victim, moment, fromStart ? fs::path() : lock);
      const bool atWork = fs::exists(lock);
      SCOPED_TRACE(fmt::format("killed after {:.4f} s of {:.4f} s", moment.count(),
                               (fromStart ? times.whole : times.work).count()));
      ASSERT_EQ(integrityOf(file_), "ok");
      ASSERT_EQ(writerOf(file_), std::nullopt);
      const std::string outcome = check();
      ASSERT_EQ(integrityOf(file_), "ok");
      ++outcomes[fmt::format("{}, {}",
                             !killed  ? "ended before"
                             : atWork ? "killed at work"
                                      : "killed before",
                             outcome)];
      if (HasFailure()) return;
    }
    for (const auto& [outcome, count] : outcomes) {
      fmt::print("  {:>3} × {}\n", count, outcome);
    }
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "study.luce";
};

TEST_F(CrashTest, AnImportIsWholeOrAbsent) {
  const fs::path base = makeBase();
  const fs::path log = folder_ / "log.csv";
  {
    std::ofstream stream(log);
    stream << "slate_id,item_id,position,propensity,price,genre,click\n";
    for (int i = 0; i < 100000; ++i) {
      stream << 's' << i / 5 << ",i" << i * 7 % 101 << ',' << 1 + i % 5 << ",0.2," << i % 97
             << ".5,g" << i % 11 << ',' << (i % 13 == 0) << '\n';
    }
  }
  const Victim victim{{"import", log.string(), "--workspace", file_.string(), "--dataset", "new"},
                      {}};
  startFrom(base);
  runToItsEnd(victim);
  const std::uint64_t whole = digestOf(file_, "dataset_3_*");
  const std::uint64_t before = digestOf(base, "dataset_[12]_*");
  const std::uint64_t rows = digestOf(base, "dataset", "dataset", "id < 3");
  killRepeatedly(base, victim, [&]() -> std::string {
    EXPECT_EQ(digestOf(file_, "dataset_[12]_*"), before);
    EXPECT_EQ(digestOf(file_, "dataset", "dataset", "id < 3"), rows);
    const std::string tables = ask(file_,
                                   "SELECT count(*) FROM sqlite_schema WHERE name GLOB "
                                   "'dataset_3_*'");
    const Workspace workspace = Workspace::open(file_);
    const std::size_t datasets = workspace.datasets().size();
    EXPECT_EQ(workspace.loadDataset("before").slateCount(), 400u);
    if (datasets == 2) {
      EXPECT_EQ(tables, "0");
      return "absent";
    }
    EXPECT_EQ(datasets, 3u);
    EXPECT_EQ(workspace.loadDataset("new").candidateCount(), 100000);
    EXPECT_EQ(digestOf(file_, "dataset_3_*"), whole);
    return "whole";
  });
}

/// Saves checkpoints whose every byte tells their step, each after a metric of the same step.
void saveCheckpoints(const fs::path& file) {
  constexpr int kSteps = 150;
  Workspace workspace = Workspace::open(file);
  RunRecord record;
  record.name = "saving";
  record.dataset = "before";
  record.experiment = "{}";
  const std::int64_t run = workspace.createRun(record);
  for (int step = 1; step <= kSteps; ++step) {
    workspace.appendMetrics(run, {{{step, "kl", static_cast<double>(step)}}});
    const std::vector<std::byte> content(500000 + static_cast<std::size_t>(step) * 1000,
                                         static_cast<std::byte>(step));
    workspace.saveCheckpoint(run, {step, step % 3 == 0 ? "supervised" : "best"}, content);
  }
  workspace.finishRun(run, RunStatus::Finished, "", 1);
}

TEST_F(CrashTest, ACheckpointIsTheOldOrTheNewOne) {
  const fs::path base = makeBase();
  const std::uint64_t before = digestOf(base, "dataset*");
  killRepeatedly(base, {{}, [&] { saveCheckpoints(file_); }}, [&]() -> std::string {
    EXPECT_EQ(digestOf(file_, "dataset*"), before);
    const bool running = ask(file_, "SELECT count(*) FROM run WHERE status = 'running'") == "1";
    const Workspace workspace = Workspace::open(file_);
    if (workspace.runs().empty()) return "no run";
    const RunRecord run = workspace.run("saving");
    if (running) {
      EXPECT_EQ(run.status, RunStatus::Stopped);
      EXPECT_EQ(run.message, "The program ended before the run did.");
    } else {
      EXPECT_EQ(run.status, RunStatus::Finished);
    }
    const auto metrics = workspace.metrics(run.id);
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      EXPECT_EQ(metrics[i].value, static_cast<double>(i + 1));
    }
    const auto steps = static_cast<std::int64_t>(metrics.size());
    std::int64_t latest = 0;
    for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
      const auto content = workspace.loadCheckpoint(run.id, checkpoint.role);
      EXPECT_EQ(content->size(), 500000 + static_cast<std::size_t>(checkpoint.step) * 1000);
      EXPECT_TRUE(std::all_of(content->begin(), content->end(), [&](std::byte byte) {
        return byte == static_cast<std::byte>(checkpoint.step);
      }));
      latest = std::max(latest, checkpoint.step);
    }
    EXPECT_TRUE(latest == steps || latest == steps - 1) << latest << " of " << steps;
    return running ? "a dead run, whole so far" : "a finished run";
  });
}

/// What a migration keeps. Metrics get a column more, so theirs are told one by one.
std::uint64_t dataOf(const fs::path& file) {
  const std::string metrics =
      ask(file,
          "SELECT group_concat(run || ' ' || step || ' ' || name || ' ' || value, ';') FROM "
          "(SELECT run, step, name, value FROM metric ORDER BY run, step, name)");
  return digestOf(file, "dataset_1_*") ^ digestOf(file, "c*") ^ std::hash<std::string>()(metrics);
}

TEST_F(CrashTest, AMigrationIsDoneOrNotAndTheCopyWhole) {
  const fs::path base = folder_ / "old.luce";
  makeFirstLayoutWorkspace(base, 60);
  const fs::path log = folder_.write("log.csv", "slate_id,item_id,click\ns,a,1\ns,b,0\n");
  const fs::path backup = file_.string() + ".layout-1.backup";
  const std::uint64_t old = digestOf(base, "*");
  const std::uint64_t data = dataOf(base);
  const Victim victim{{"import", log.string(), "--workspace", file_.string(), "--dataset", "new"},
                      {}};
  killRepeatedly(base, victim, [&]() -> std::string {
    const std::string layout = ask(file_, "PRAGMA user_version");
    if (fs::exists(backup)) {
      EXPECT_EQ(integrityOf(backup), "ok");
      EXPECT_EQ(ask(backup, "PRAGMA user_version"), "1");
      EXPECT_EQ(digestOf(backup, "*"), old);
    } else {
      EXPECT_EQ(layout, "1") << "no migration without a copy";
    }
    if (layout == "1") {
      EXPECT_EQ(digestOf(file_, "*"), old);
    } else {
      EXPECT_EQ(layout, "4");
    }
    EXPECT_EQ(dataOf(file_), data);
    const bool part = fs::exists(backup.string() + ".part");
    const Workspace workspace = Workspace::open(file_);
    EXPECT_EQ(ask(file_, "PRAGMA user_version"), "4");
    EXPECT_EQ(dataOf(file_), data);
    EXPECT_EQ(digestOf(backup, "*"), old);
    EXPECT_FALSE(fs::exists(backup.string() + ".part"));
    const auto datasets = workspace.datasets();
    if (datasets.size() == 2) {
      EXPECT_EQ(datasets[1].rows, 2);
      return "done, and the import as well";
    }
    EXPECT_EQ(datasets.size(), 1u);
    return layout == "4" ? "done" : part ? "not done, half a copy" : "not done";
  });
}

TEST_F(CrashTest, ATrainingRunKeepsWhatItRecorded) {
  const fs::path base = folder_ / "base.luce";
  runToItsEnd({{"import", std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_log.csv",
                "--workspace", base.string()},
               {}});
  const fs::path experiment = folder_.write("experiment.json",
                                            R"({"temperature": 0.3, "estimator": {"hidden": [16]},
      "value_weights": {"click": 1, "long_view": 2, "like": 4}, "device": "cpu", "threads": 1,
      "schedule": {"supervised_epochs": 12, "alignment_epochs": 24}})");
  const std::uint64_t before = digestOf(base, "dataset*");
  const Victim victim{
      {"train", file_.string(), "--experiment", experiment.string(), "--run", "killed"}, {}};
  killRepeatedly(base, victim, [&]() -> std::string {
    EXPECT_EQ(digestOf(file_, "dataset*"), before);
    const bool running = ask(file_, "SELECT count(*) FROM run WHERE status = 'running'") == "1";
    Workspace workspace = Workspace::open(file_);
    if (workspace.runs().empty()) return "no run";
    const RunRecord run = workspace.run("killed");
    EXPECT_EQ(run.status, running ? RunStatus::Stopped : RunStatus::Finished);
    EXPECT_EQ(run.message, running ? "The program ended before the run did." : "");
    std::int64_t step = 0;
    for (const MetricPoint& point : workspace.metrics(run.id)) {
      EXPECT_GE(point.step, step) << point.name;
      EXPECT_FALSE(point.name.empty());
      step = point.step;
    }
    std::string roles;
    for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
      roles += " " + checkpoint.role;
      // Reads all of it, and refuses what is not whole.
      EXPECT_EQ(Estimator::fromCheckpoint(*workspace.loadCheckpoint(run.id, checkpoint.role))
                    .shape()
                    .tasks.size(),
                3u);
    }
    workspace.removeRun("killed");
    return (running ? "a dead run with:" : "a finished run with:") + roles;
  });
}

}  // namespace
}  // namespace luce
