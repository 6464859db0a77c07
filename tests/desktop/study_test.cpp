#include "app/desktop/study/study.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <set>

#include "app/desktop/runs/run_book.h"
#include "tests/desktop/listener.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

QString dataFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QStringList workspaceFiles() {
  return QDir(dataFolder()).entryList({"*.luce*"}, QDir::Files | QDir::Hidden);
}

class StudyTest : public testing::Test {
 protected:
  std::vector<std::string> datasetNames() const {
    std::vector<std::string> names;
    for (const DatasetSummary& dataset : study_.workspace()->datasets) {
      names.push_back(dataset.name);
    }
    return names;
  }

  TemporaryFolder folder_;
  Study study_;
  Listener listener_{study_};
};

TEST_F(StudyTest, ImportsALogIntoAWorkspaceAndShowsItsFirstSlate) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_THAT(listener_.failures, testing::IsEmpty());
  EXPECT_EQ(study_.dataset()->summary.slates, 1200);
  EXPECT_EQ(study_.dataset()->summary.candidates, 12000);
  EXPECT_TRUE(QFileInfo::exists(study_.workspace()->file));
  // The first lines of slate_log.csv.
  ASSERT_EQ(listener_.candidates.size(), 10u);
  EXPECT_EQ(listener_.candidates[0].item, "item-246");
  EXPECT_EQ(listener_.candidates[0].position, 5);
  EXPECT_NEAR(listener_.candidates[0].behaviour, 0.122975833, 1e-9);
  EXPECT_FALSE(listener_.predicted);
  EXPECT_TRUE(std::isnan(listener_.candidates[0].policy)) << "nothing is trained yet";
}

TEST_F(StudyTest, LooksAtTheMachineOnceWhatIsOpenedIsThere) {
  QString device;
  bool opened = false;
  QObject::connect(&study_, &Study::deviceFound, &listener_.context, [&](const QString& found) {
    device = found;
    opened = study_.dataset() != nullptr && !study_.busy();
  });
  study_.openFiles({sampleFile("slate_log.csv")});
  study_.lookAtMachine();
  ASSERT_TRUE(waitFor([&] { return !device.isEmpty(); }));
  EXPECT_TRUE(opened);
}

TEST_F(StudyTest, OpeningTheSameLogAgainFindsWhatWasImported) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  listener_.views = 0;
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_THAT(datasetNames(), ElementsAre("slate_log"));
}

TEST_F(StudyTest, ABrokenLogIsExplainedAndLeavesNothingBehind) {
  const auto broken = folder_.write("broken.csv",
                                    "slate_id,item_id,position,propensity,click\n"
                                    "a,x,1,0.5,1\n"
                                    "a,y,2,0,0\n");
  study_.openFiles({QString::fromStdString(broken.string())});
  ASSERT_TRUE(waitFor([&] { return !listener_.failures.empty(); }));
  const std::string text = listener_.failures[0].text.toStdString();
  EXPECT_THAT(text, HasSubstr("broken.csv:3"));
  EXPECT_THAT(text, HasSubstr("propensity"));
  ASSERT_EQ(listener_.failures[0].details.size(), 1u);
  EXPECT_EQ(study_.workspace(), nullptr);
  EXPECT_FALSE(study_.busy());
  EXPECT_THAT(workspaceFiles(), testing::IsEmpty());
}

TEST_F(StudyTest, ABrokenLogLeavesAnOpenWorkspaceAsItWas) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  const auto broken = folder_.write("broken.csv",
                                    "slate_id,item_id,position,propensity,click\n"
                                    "a,x,1,1.5,1\n");
  study_.openFiles({QString::fromStdString(broken.string())});
  ASSERT_TRUE(waitFor([&] { return !listener_.failures.empty(); }));
  EXPECT_THAT(datasetNames(), ElementsAre("slate_log"));
  EXPECT_EQ(Workspace::open(study_.workspace()->file.toStdString()).datasets().size(), 1u);
  ASSERT_TRUE(trainQuickRun(study_, "after"));
}

TEST_F(StudyTest, AnImportCanBeCancelledBeforeItBegins) {
  study_.openFiles({sampleFile("slate_log.csv")});
  study_.cancelTask();
  ASSERT_TRUE(waitFor([&] { return !study_.busy(); }));
  EXPECT_EQ(study_.dataset(), nullptr);
  EXPECT_THAT(listener_.failures, testing::IsEmpty());
  EXPECT_EQ(listener_.messages.size(), 1);
  EXPECT_THAT(workspaceFiles(), testing::IsEmpty());
  EXPECT_TRUE(openSampleLog(study_, listener_)) << "cancelling ends one task, not the next";
}

TEST_F(StudyTest, AnImportIsCancelledBeforeItIsInTheWorkspaceOrNotAtAll) {
  struct Ends {
    int cancelled = 0, finished = 0, loaded = 0;
    QStringList advice;
  };
  const auto importWith = [](const auto& cancelAt) {
    Ends ends;
    StudyWorker worker;
    QObject::connect(&worker, &StudyWorker::cancelled, [&] { ++ends.cancelled; });
    QObject::connect(&worker, &StudyWorker::finished, [&] { ++ends.finished; });
    QObject::connect(&worker, &StudyWorker::datasetLoaded, [&] { ++ends.loaded; });
    QObject::connect(&worker, &StudyWorker::advised,
                     [&](const QString& advice) { ends.advice.append(advice); });
    cancelAt(worker);
    LogImport log;
    log.files = QStringList{sampleFile("slate_log.csv")};
    log.takesEarlier = false;
    worker.importLog(log);
    return ends;
  };
  // While the last lines are read.
  const Ends early = importWith([](StudyWorker& worker) {
    QObject::connect(&worker, &StudyWorker::progressed, [&worker] { worker.cancel(); });
  });
  EXPECT_EQ(early.cancelled, 1);
  EXPECT_EQ(early.loaded, 0);
  EXPECT_THAT(early.advice, testing::IsEmpty());
  EXPECT_THAT(workspaceFiles(), testing::IsEmpty());
  // After it was committed, while the dataset is read for the window.
  const Ends late = importWith([](StudyWorker& worker) {
    QObject::connect(&worker, &StudyWorker::imported, [&worker] { worker.cancel(); });
  });
  EXPECT_EQ(late.cancelled, 0) << "it would say that nothing was changed";
  EXPECT_EQ(late.finished, 1);
  EXPECT_EQ(late.loaded, 1);
  ASSERT_EQ(late.advice.size(), 1);
  EXPECT_THAT(late.advice[0].toStdString(), HasSubstr("was imported before"));
  ASSERT_EQ(workspaceFiles().size(), 1);
  // The program ends, for which nobody waits.
  const Ends atTheEnd = importWith([](StudyWorker& worker) {
    QObject::connect(&worker, &StudyWorker::imported, [&worker] { worker.quit(); });
  });
  EXPECT_EQ(atTheEnd.loaded, 0);
}

TEST_F(StudyTest, OpeningAnotherWorkspaceIsCancelledAsAWhole) {
  const QString first = dataFolder() + "/first.luce", second = dataFolder() + "/second.luce";
  ASSERT_TRUE(QDir().mkpath(dataFolder()));
  for (const QString& file : {first, second}) {
    Workspace workspace = Workspace::open(file.toStdString());
    const auto writer = workspace.createDataset("log", "test");
    writeUnevenSlates(*writer, 30'000);  // enough to tell of progress
    writer->commit();
  }
  StudyWorker worker;
  QStringList opened;
  int loaded = 0, cancelled = 0;
  QObject::connect(&worker, &StudyWorker::workspaceOpened,
                   [&](const auto& view) { opened.append(QFileInfo(view->file).fileName()); });
  QObject::connect(&worker, &StudyWorker::datasetLoaded, [&] { ++loaded; });
  QObject::connect(&worker, &StudyWorker::cancelled, [&] { ++cancelled; });
  worker.openWorkspace(first);
  ASSERT_EQ(opened.size(), 1);
  ASSERT_EQ(loaded, 1);
  const auto cancelling =
      QObject::connect(&worker, &StudyWorker::progressed, [&] { worker.cancel(); });
  worker.openWorkspace(second);
  EXPECT_EQ(cancelled, 1);
  EXPECT_EQ(opened, QStringList{"first.luce"})
      << "its log would be shown as one of the second workspace";
  QObject::disconnect(cancelling);
  worker.renew();
  worker.openWorkspace(second);
  EXPECT_EQ(opened, (QStringList{"first.luce", "second.luce"}));
  EXPECT_EQ(loaded, 2);
}

TEST_F(StudyTest, FoldersAndSeveralKindsOfFiles) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  const QString workspace = study_.workspace()->file;
  study_.openFiles({workspace, sampleFile("slate_log.csv")});
  ASSERT_EQ(listener_.failures.size(), 1u);
  EXPECT_THAT(listener_.failures[0].text.toStdString(), HasSubstr("at a time"));
  EXPECT_FALSE(study_.busy());

  // A log with the experiment that belongs to it.
  listener_.views = 0;
  study_.openFiles({sampleFile("slate_log.csv"), sampleFile("experiments/ppo_clip.json")});
  ASSERT_TRUE(waitFor([&] { return listener_.views > 0 && !study_.busy(); }));
  EXPECT_EQ(study_.experiment().objective.scheme, "ppo_clip");
}

TEST_F(StudyTest, AFolderWithAnOpenBanditLogOpensWithOrWithoutASlash) {
  const QString men = LUCE_SHARED_DIR "/datasets/open_bandit/random/men/";
  if (!QFileInfo::exists(men)) GTEST_SKIP() << "the Open Bandit logs are not on this machine";
  study_.openFiles({men});
  ASSERT_TRUE(waitFor([&] { return study_.dataset() != nullptr && listener_.views > 0; }));
  EXPECT_THAT(datasetNames(), ElementsAre("men"));
  EXPECT_EQ(QFileInfo(study_.workspace()->file).fileName(), "men.luce");
  EXPECT_EQ(listener_.candidates.size(), 34u) << "the men's campaign has 34 items";
}

TEST_F(StudyTest, TrainingShowsSnapshotsAndEndsAsARunInTheWorkspace) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "first"));
  EXPECT_THAT(listener_.failures, testing::IsEmpty());
  ASSERT_FALSE(listener_.snapshots.empty());
  EXPECT_EQ(listener_.snapshots.back()->phase, TrainingPhase::Finished);
  EXPECT_FALSE(listener_.snapshots.back()->heldOut->empty());
  ASSERT_EQ(study_.workspace()->runs.size(), 1u);
  const RunEntry& run = study_.workspace()->runs[0];
  EXPECT_EQ(run.record.name, "first");
  EXPECT_EQ(run.record.status, RunStatus::Finished);
  ASSERT_TRUE(run.heldOut.has_value());
  EXPECT_LE(run.heldOut->low, run.heldOut->value);
  EXPECT_LE(run.heldOut->value, run.heldOut->high);
  EXPECT_FALSE(study_.run()->losses.empty());
  // The history read back from the workspace is what the snapshots showed.
  const std::vector<HeldOutPoint>& live = *listener_.snapshots.back()->heldOut;
  EXPECT_DOUBLE_EQ(study_.run()->heldOut.back().estimate.snips().value,
                   live.back().estimate.snips().value);
  EXPECT_EQ(study_.suggestedRunName(), "ips");
}

TEST_F(StudyTest, TheEstimateFollowsTheSliders) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "run"));
  // Late reports of the training, and of the sliders' place before, may come first.
  const auto reported = [&](double value) {
    return waitFor([&] {
      return listener_.report.has_value() &&
             std::abs(listener_.report->estimate.snips().value - value) < 1e-5 * value;
    });
  };
  const auto& points = study_.run()->heldOut;
  const auto kept = std::find_if(points.begin(), points.end(), [&](const HeldOutPoint& point) {
    return point.step == study_.run()->keptStep;
  });
  ASSERT_NE(kept, points.end());
  const double before = kept->estimate.snips().value;
  ASSERT_TRUE(reported(before));
  Experiment doubled = study_.experiment();
  for (auto& [task, weight] : doubled.valueWeights) weight *= 2;
  doubled.temperature *= 2;  // the same policy, twice the reward
  study_.changeExperiment(doubled, "double", 1);
  EXPECT_TRUE(reported(2 * before));
}

TEST_F(StudyTest, AMovedSliderRanksTheShownSlateAnew) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "run"));
  ASSERT_TRUE(waitFor([&] { return listener_.predicted; }));
  Experiment moved = study_.experiment();
  moved.valueWeights = {{"click", 0.5}, {"long_view", -1.0}, {"like", 7.0}};
  moved.temperature = 0.25;
  listener_.views = 0;
  study_.changeExperiment(moved, "weights", 1);
  // The run that was just opened may still be estimating this slate.
  ASSERT_TRUE(waitFor([&] { return listener_.views > 0 && listener_.predicted; }));
  const std::vector<double> weights{0.5, -1.0, 7.0};
  double total = 0;
  std::vector<double> scores;
  for (const CandidateView& candidate : listener_.candidates) {
    double score = 0;
    for (std::size_t t = 0; t < 3; ++t) score += weights[t] * candidate.probabilities[t];
    EXPECT_NEAR(candidate.score, score, 1e-5);
    scores.push_back(score);
    total += std::exp(score / 0.25);
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    EXPECT_NEAR(listener_.candidates[i].policy, std::exp(scores[i] / 0.25) / total, 1e-5);
    const auto better =
        std::count_if(scores.begin(), scores.end(), [&](double s) { return s > scores[i]; });
    EXPECT_EQ(listener_.candidates[i].rank, better + 1);
  }
}

TEST_F(StudyTest, WhileTrainingTheShownSlateIsWatchedAndSlidersStillRank) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  Experiment experiment = quickExperiment(study_);
  experiment.schedule.alignmentEpochs = 100'000;
  study_.changeExperiment(experiment, "long run", 1);
  study_.startTraining("long");
  ASSERT_TRUE(waitFor([&] { return study_.training(); }));
  study_.pauseTraining(true);
  ASSERT_TRUE(
      waitFor([&] { return !listener_.snapshots.empty() && listener_.snapshots.back()->paused; }));
  // The oldest slates train, so this one is not among the held-out predictions.
  study_.showSlate(1);
  ASSERT_TRUE(waitFor([&] {
    return listener_.predicted &&
           listener_.candidates[0].item ==
               study_.dataset()->table->catalogue().keys[study_.dataset()->table->item(1, 0)];
  }));
  Experiment moved = study_.experiment();
  moved.temperature = 1000;
  study_.changeExperiment(moved, "temperature", 2);
  ASSERT_TRUE(waitFor([&] { return std::abs(listener_.candidates[0].policy - 0.1) < 0.001; }))
      << "so hot a policy is uniform over ten candidates";
  EXPECT_TRUE(study_.training());

  study_.stopTraining();
  ASSERT_TRUE(waitFor([&] { return study_.run() != nullptr && !study_.busy(); }));
  EXPECT_EQ(study_.workspace()->runs[0].record.status, RunStatus::Stopped);
  EXPECT_EQ(study_.experiment().temperature, 1000) << "sliders stay where they were moved";
  EXPECT_EQ(study_.run()->experiment.temperature, 1) << "the run was trained with its own";
  EXPECT_TRUE(study_.undoStack().canUndo());
}

TEST_F(StudyTest, OpeningARunBringsItsExperimentAndUndoTakesItBack) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "a"));
  Experiment other = study_.experiment();
  other.temperature = 3;
  study_.changeExperiment(other, "temperature", 2);
  study_.openRun("a");
  ASSERT_TRUE(waitFor([&] { return !study_.busy(); }));
  EXPECT_EQ(study_.experiment().temperature, 1);
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment().temperature, 3);
}

TEST_F(StudyTest, UndoTakesAWholeDragAtOnce) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  const Experiment start = study_.experiment();
  Experiment dragged = start;
  for (const double temperature : {0.9, 0.8, 0.7}) {
    dragged.temperature = temperature;
    study_.changeExperiment(dragged, "temperature", 2);
  }
  dragged.objective.klWeight = 0.5;
  study_.changeExperiment(dragged, "KL weight", 3);
  EXPECT_EQ(study_.undoStack().count(), 2);
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment().temperature, 0.7);
  EXPECT_EQ(study_.experiment().objective.klWeight, start.objective.klWeight);
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment(), start);
  study_.undoStack().redo();
  study_.undoStack().redo();
  EXPECT_EQ(study_.experiment(), dragged);
}

TEST_F(StudyTest, ADragThatEndsWhereItBeganLeavesNoStep) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  const Experiment start = study_.experiment();
  Experiment dragged = start;
  dragged.temperature = 2;
  study_.changeExperiment(dragged, "temperature", 2);
  study_.changeExperiment(start, "temperature", 2);
  EXPECT_EQ(study_.undoStack().count(), 0);
}

TEST_F(StudyTest, ExperimentsAreSavedAndOpened) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  const QString file = QString::fromStdString((folder_ / "mine.json").string());
  Experiment mine = study_.experiment();
  mine.temperature = 0.125;
  mine.objective.scheme = "cispo";
  study_.changeExperiment(mine, "mine", 1);
  study_.saveExperiment(file);
  Experiment other = mine;
  other.objective.scheme = "grpo";
  study_.changeExperiment(other, "other", 2);
  study_.openFiles({file});
  EXPECT_EQ(study_.experiment(), mine);

  const auto wrong = folder_.write("wrong.json", R"({"temperature": -1})");
  study_.openFiles({QString::fromStdString(wrong.string())});
  ASSERT_EQ(listener_.failures.size(), 1u);
  EXPECT_THAT(listener_.failures[0].text.toStdString(), HasSubstr("temperature"));
  const auto foreign = folder_.write("foreign.json", R"({"value_weights": {"purchase": 1}})");
  study_.openFiles({QString::fromStdString(foreign.string())});
  ASSERT_EQ(listener_.failures.size(), 2u);
  EXPECT_THAT(listener_.failures[1].text.toStdString(), HasSubstr("purchase"));
  EXPECT_EQ(study_.experiment(), mine);
}

TEST_F(StudyTest, RunsAreRemovedWithTheirPredictions) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "gone"));
  EXPECT_TRUE(study_.hasPredictions());
  RunBook(study_).putAway({study_.run()->record.id});
  ASSERT_TRUE(waitFor([&] { return study_.workspace()->runs.empty(); }));
  EXPECT_EQ(study_.run(), nullptr);
  EXPECT_FALSE(study_.hasPredictions());
  ASSERT_TRUE(waitFor([&] { return !listener_.predicted; }));
}

TEST_F(StudyTest, AChangeThatCannotBeReadAgainIsDoneAllTheSame) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "before"));
  // Another program's damage, which the change does not touch.
  SQLite::Database(study_.workspace()->file.toStdString(), SQLite::OPEN_READWRITE)
      .exec("UPDATE dataset SET schema = 'damaged'");
  std::vector<QString> answers;
  QObject::connect(&study_, &Study::runsChangeAnswered, &listener_.context,
                   [&](int, const QString& error) { answers.push_back(error); });
  listener_.messages.clear();
  RunBook(study_).rename(study_.run()->record.id, "after");
  ASSERT_TRUE(waitFor([&] { return !answers.empty() && !listener_.messages.isEmpty(); }));
  EXPECT_THAT(answers, testing::ElementsAre(QString()));
  EXPECT_THAT(listener_.messages.join('\n').toStdString(), HasSubstr("is damaged"));
  EXPECT_EQ(study_.undoStack().undoText(), "rename the run before to after")
      << "it can be taken back";
  EXPECT_EQ(Workspace::open(study_.workspace()->file.toStdString(), Access::Read).runs().at(0).name,
            "after");
}

TEST_F(StudyTest, ExportsTheOpenRunInEveryFormat) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "run"));
  for (const ExportFormat& format : exportFormats()) {
    ExportRequest request;
    request.format = format.id;
    request.file = folder_ / (std::string("ranker") + format.ending);
    study_.exportRun(request);
    ASSERT_TRUE(waitFor([&] { return !study_.busy(); }));
    for (const std::filesystem::path& file : exportedFiles(format, request.file)) {
      EXPECT_GT(std::filesystem::file_size(file), 100u) << file;
    }
  }
  EXPECT_THAT(listener_.failures, testing::IsEmpty());
  QFile archive(QString::fromStdString((folder_ / "ranker.pt").string()));
  ASSERT_TRUE(archive.open(QIODevice::ReadOnly));
  EXPECT_EQ(archive.read(2), "PK") << "TorchScript is a zip archive";
  QFile lines(QString::fromStdString((folder_ / "ranker.csv").string()));
  ASSERT_TRUE(lines.open(QIODevice::ReadOnly));
  EXPECT_EQ(lines.readAll().count('\n'), 12001);

  ExportRequest impossible;
  impossible.file = folder_ / "no such folder" / "x.pt";
  study_.exportRun(impossible);
  ASSERT_TRUE(waitFor([&] { return !listener_.failures.empty(); }));
  EXPECT_THAT(listener_.failures[0].text.toStdString(), HasSubstr("x.pt"));
}

TEST_F(StudyTest, AWorkspaceOpensAgainWithItsRuns) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  ASSERT_TRUE(trainQuickRun(study_, "kept"));
  Study later;
  const Listener listener(later);
  later.openFiles({study_.workspace()->file});
  ASSERT_TRUE(waitFor([&] { return later.dataset() != nullptr && !later.busy(); }));
  ASSERT_EQ(later.workspace()->runs.size(), 1u);
  later.openRun("kept");
  ASSERT_TRUE(waitFor([&] { return later.run() != nullptr && listener.predicted; }));
  EXPECT_EQ(later.experiment(), study_.experiment());
}

}  // namespace
}  // namespace luce::desktop
