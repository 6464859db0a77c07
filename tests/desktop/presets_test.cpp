#include <gmock/gmock.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "app/desktop/presets/preset_dialog.h"
#include "app/desktop/presets/preset_menu.h"
#include "app/desktop/presets/weightings.h"
#include "core/common/error.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

const std::vector<std::string> kTasks{"click", "like"};

Experiment someExperiment() {
  Experiment experiment;
  experiment.valueWeights = {{"click", 1.5}, {"like", -2}};
  experiment.temperature = 0.3;
  experiment.objective.scheme = "cispo";
  return experiment;
}

class PresetStoreTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  PresetStore store_{QString::fromStdString((folder_ / "presets").string())};
};

TEST_F(PresetStoreTest, KeepsWeightingsAndExperimentsApart) {
  store_.save(PresetKind::Weighting, "mine", someExperiment());
  store_.save(PresetKind::Experiment, "mine", someExperiment());
  store_.save(PresetKind::Experiment, "all/of: it?", someExperiment());
  EXPECT_THAT(store_.names(PresetKind::Weighting), ElementsAre("mine"));
  EXPECT_THAT(store_.names(PresetKind::Experiment), ElementsAre("all/of: it?", "mine"));
  EXPECT_EQ(store_.load(PresetKind::Experiment, "all/of: it?"), someExperiment());
  const Experiment weighting = store_.load(PresetKind::Weighting, "mine");
  EXPECT_EQ(weighting.valueWeights, someExperiment().valueWeights);
  EXPECT_EQ(weighting.temperature, 0.3);
  EXPECT_EQ(weighting.objective, Experiment().objective) << "a weighting has no scheme";
}

TEST_F(PresetStoreTest, RenamesAndRemoves) {
  store_.save(PresetKind::Weighting, "a", someExperiment());
  store_.save(PresetKind::Weighting, "b", someExperiment());
  EXPECT_THROW(store_.rename(PresetKind::Weighting, "a", "b"), Error);
  store_.rename(PresetKind::Weighting, "a", "c");
  EXPECT_THAT(store_.names(PresetKind::Weighting), ElementsAre("b", "c"));
  store_.remove(PresetKind::Weighting, "b");
  EXPECT_THAT(store_.names(PresetKind::Weighting), ElementsAre("c"));
}

TEST_F(PresetStoreTest, WhatCannotBeRemovedIsTold) {
  store_.save(PresetKind::Weighting, "a", someExperiment());
  // A folder in its place cannot be removed as a file.
  const QString folder = QString::fromStdString((folder_ / "").string());
  QString file;
  QDirIterator files(folder, {"a.json"}, QDir::Files, QDirIterator::Subdirectories);
  ASSERT_TRUE(files.hasNext());
  file = files.next();
  ASSERT_TRUE(QFile::remove(file));
  ASSERT_TRUE(QDir().mkpath(file + "/full"));
  EXPECT_THROW(store_.remove(PresetKind::Weighting, "a"), Error);
}

TEST_F(PresetStoreTest, TheDialogRenamesAndDeletes) {
  store_.save(PresetKind::Weighting, "a", someExperiment());
  store_.save(PresetKind::Experiment, "b", someExperiment());
  std::vector<RemovedPreset> removed;
  PresetDialog dialog(store_, removed);
  ASSERT_EQ(dialog.list().count(), 2);
  dialog.list().item(0)->setText("first");
  EXPECT_THAT(store_.names(PresetKind::Weighting), ElementsAre("first"));
  dialog.list().item(0)->setText("  ");
  EXPECT_EQ(dialog.list().item(0)->text(), "first") << "a preset needs a name";
  dialog.list().setCurrentRow(1);
  dialog.deleteButton().click();
  EXPECT_THAT(store_.names(PresetKind::Experiment), testing::IsEmpty());
  EXPECT_EQ(dialog.list().count(), 1);
}

TEST_F(PresetStoreTest, DeletedOnesComeBackAsTheyWereTheLatestFirst) {
  Experiment experiment = someExperiment();
  experiment.temperature = 0.125;
  store_.save(PresetKind::Weighting, "a", experiment);
  store_.save(PresetKind::Experiment, "b/c", experiment);
  std::vector<RemovedPreset> removed;
  {
    PresetDialog dialog(store_, removed);
    EXPECT_FALSE(dialog.bringBackButton().isEnabled());
    dialog.deleteButton().click();
    dialog.deleteButton().click();
    EXPECT_EQ(dialog.list().count(), 0);
    EXPECT_FALSE(dialog.deleteButton().isEnabled());
  }
  PresetDialog dialog(store_, removed);
  ASSERT_TRUE(dialog.bringBackButton().isEnabled()) << "the dialog was closed meanwhile";
  dialog.bringBackButton().click();
  ASSERT_NE(dialog.list().currentItem(), nullptr);
  EXPECT_EQ(dialog.list().currentItem()->text(), "b/c");
  EXPECT_EQ(store_.load(PresetKind::Experiment, "b/c"), experiment);
  // Another one has taken the name.
  store_.save(PresetKind::Weighting, "a", someExperiment());
  dialog.bringBackButton().click();
  EXPECT_EQ(store_.load(PresetKind::Weighting, "a").temperature, someExperiment().temperature);
  store_.remove(PresetKind::Weighting, "a");
  dialog.bringBackButton().click();
  EXPECT_EQ(store_.load(PresetKind::Weighting, "a").temperature, 0.125);
  EXPECT_FALSE(dialog.bringBackButton().isEnabled());
}

TEST_F(PresetStoreTest, ABrokenFileIsNamed) {
  folder_.write("presets/weightings/broken.json", "{\"temperature\": -1}");
  try {
    store_.load(PresetKind::Weighting, "broken");
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("broken.json"), HasSubstr("temperature")));
  }
}

TEST(Weightings, EqualAndByRarity) {
  EXPECT_THAT(withEqualWeights(someExperiment(), kTasks).valueWeights,
              ElementsAre(Pair("click", 1), Pair("like", 1)));
  // 0.24 / 0.05 and 0.24 / 0.07, four digits.
  EXPECT_THAT(withRarityWeights({}, {"a", "b", "c", "never"}, {0.24, 0.05, 0.07, 0}).valueWeights,
              ElementsAre(Pair("a", 1), Pair("b", 4.8), Pair("c", 3.429), Pair("never", 0)));
}

TEST(Weightings, OfAnotherLogSetWhatTheyName) {
  Experiment weighting;
  weighting.valueWeights = {{"like", 7}, {"follow", 9}};
  weighting.rewardWeights = {{"like", 3}};
  weighting.temperature = 0.5;
  const Experiment applied = withWeighting(someExperiment(), kTasks, weighting);
  EXPECT_THAT(applied.valueWeights, ElementsAre(Pair("click", 1.5), Pair("like", 7)));
  EXPECT_THAT(*applied.rewardWeights, ElementsAre(Pair("click", 1.5), Pair("like", 3)));
  EXPECT_EQ(applied.temperature, 0.5);
  EXPECT_EQ(applied.objective.scheme, "cispo") << "the rest stays";
  EXPECT_TRUE(fits(weighting, kTasks));
  EXPECT_FALSE(fits(weighting, {"share"}));
}

class PresetMenuTest : public testing::Test {
 protected:
  QStringList entries() {
    Q_EMIT menu_.presets().aboutToShow();
    QStringList texts;
    for (const QAction* action : menu_.presets().actions()) {
      if (!action->isSeparator()) texts.append(action->text());
    }
    return texts;
  }

  Study study_;
  Listener listener_{study_};
  PresetMenu menu_{study_};
};

TEST_F(PresetMenuTest, AppliesAsOneStepThatCanBeUndone) {
  EXPECT_FALSE(menu_.isEnabled());
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_TRUE(menu_.isEnabled());
  const Experiment before = study_.experiment();
  menu_.applyRarity();
  EXPECT_EQ(study_.undoStack().undoText(), "preset “By rarity”");
  const std::vector<double>& means = study_.dataset()->summary.taskMeans;
  EXPECT_EQ(study_.experiment().valueWeights.at("click"), 1) << "the most frequent action";
  EXPECT_NEAR(study_.experiment().valueWeights.at("like"), means[0] / means[2], 0.01);
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment(), before);
}

TEST_F(PresetMenuTest, SavedOnesAreListedAndBringTheirValuesBack) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_FALSE(entries().contains("R & D"));
  Experiment mine = study_.experiment();
  mine.valueWeights["like"] = 9;
  mine.temperature = 0.2;
  mine.objective.scheme = "grpo";
  study_.changeExperiment(mine, "mine", 1);
  menu_.save(PresetKind::Weighting, "R & D");
  menu_.save(PresetKind::Experiment, "whole");
  Experiment other = mine;
  other.valueWeights["like"] = 1;
  other.objective.scheme = "ips";
  study_.changeExperiment(other, "other", 2);
  EXPECT_TRUE(entries().contains("R && D"));
  menu_.apply(PresetKind::Weighting, "R & D");
  EXPECT_EQ(study_.experiment().valueWeights.at("like"), 9);
  EXPECT_EQ(study_.experiment().objective.scheme, "ips");
  menu_.apply(PresetKind::Experiment, "whole");
  EXPECT_EQ(study_.experiment(), mine);
  menu_.apply(PresetKind::Experiment, "gone");
  EXPECT_EQ(listener_.failures.size(), 1u);
}

}  // namespace
}  // namespace luce::desktop
