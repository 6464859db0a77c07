// The page of the feedback loop, as people use it, against the loop itself.
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMessageBox>
#include <QTimer>
#include <QXmlStreamReader>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "app/desktop/kept_settings.h"
#include "app/desktop/loop/loop_page.h"
#include "app/desktop/loop/loop_words.h"
#include "app/desktop/loop/ranker_look.h"
#include "app/desktop/main_window.h"
#include "app/desktop/theme.h"
#include "core/common/error.h"
#include "core/simulation/feedback/feedback_loop.h"
#include "tests/desktop/chart_events.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/next_question.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using State = LoopPlayer::State;

constexpr const char* kSmall = R"({
  "audience": {"preset": "clickbait", "users": 60, "items": 40, "slate_size": 5, "topics": 3},
  "rounds": 3, "seeds": 2, "threads": 1,
  "rankers": [{"kind": "random"}, {"kind": "supervised"}, {"kind": "oracle"}],
  "experiment": {"estimator": {"hidden": []},
                 "schedule": {"supervised_epochs": 1, "alignment_epochs": 1}}
})";

LoopSettings smallLoop() {
  return loopFromJson(kSmall);
}

/// So long that it must be broken off.
LoopSettings longLoop() {
  LoopSettings settings = smallLoop();
  settings.audience.users = 3000;
  settings.seeds = 1;
  settings.rounds = 50;
  for (RankerSettings& ranker : settings.rankers) {
    ranker.experiment.schedule.supervisedEpochs = 4000;
  }
  return settings;
}

bool samePoints(const std::vector<LoopPoint>& a, const std::vector<LoopPoint>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].ranker != b[i].ranker || a[i].seed != b[i].seed || a[i].round != b[i].round) {
      return false;
    }
    for (const LoopMeasure& measure : loopMeasures()) {
      const double x = a[i].measures.*measure.value, y = b[i].measures.*measure.value;
      if (x != y && !(std::isnan(x) && std::isnan(y))) return false;
    }
  }
  return true;
}

class LoopPageTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    page_.resize(1100, 800);
    page_.show();
    QObject::connect(&page_, &LoopPage::failed, &context_,
                     [this](const Failure& failure) { failures_.push_back(failure); });
    page_.document().change(smallLoop(), "small loop");
  }

  bool waitForState(State state) {
    return waitFor([&] { return page_.player().state() == state; });
  }
  bool waitForView(int rounds) {
    return waitFor([&] {
      const auto view = page_.player().view();
      return view != nullptr && view->played == rounds;
    });
  }
  LoopPlayer& player() { return page_.player(); }

  TemporaryFolder folder_;
  Study study_;
  Listener listener_{study_};
  LoopPage page_{study_};
  QObject context_;
  std::vector<Failure> failures_;
};

TEST_F(LoopPageTest, PlaysTheSameRoundsAsTheLoopItself) {
  EXPECT_FALSE(page_.pauseButton().isEnabled());
  EXPECT_FALSE(page_.stopButton().isEnabled());
  EXPECT_FALSE(page_.keepButton().isEnabled());
  page_.startButton().click();
  EXPECT_TRUE(page_.stopButton().isEnabled());
  ASSERT_TRUE(waitForState(State::Finished));
  ASSERT_TRUE(waitForView(3));
  FeedbackLoop loop(smallLoop());
  while (!loop.finished()) loop.playRound();
  EXPECT_TRUE(samePoints(*player().points(), loop.points()));
  EXPECT_EQ(page_.status().text(), "All 3 rounds are played");
  EXPECT_EQ(page_.startButton().text(), "Start again");
  EXPECT_FALSE(page_.stepButton().isEnabled());

  const LoopMeasure& reward = findLoopMeasure("reward_per_user");
  LoopChart& chart = *page_.charts().charts().front();
  ASSERT_EQ(chart.measure(), "reward_per_user");
  ASSERT_EQ(chart.lineCount(), 3u);
  // Charts are drawn at most thirty times a second.
  ASSERT_TRUE(waitFor([&] { return chart.points(2).size() == 3; }));
  for (std::size_t ranker = 0; ranker < 3; ++ranker) {
    const std::vector<SeedMean> curve = loopCurve(loop.points(), ranker, reward);
    const auto [low, high] = chart.band(ranker);
    ASSERT_THAT(chart.points(ranker), SizeIs(3));
    ASSERT_THAT(low, SizeIs(3));
    for (int round = 0; round < 3; ++round) {
      const SeedMean& mean = curve[static_cast<std::size_t>(round)];
      EXPECT_EQ(chart.points(ranker)[round], QPointF(round + 1, mean.mean));
      EXPECT_EQ(low[round].y(), mean.mean - mean.halfWidth);
      EXPECT_EQ(high[round].y(), mean.mean + mean.halfWidth);
    }
  }
  EXPECT_THAT(failures_, IsEmpty());
}

TEST_F(LoopPageTest, StepsPausesAndGoesOn) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Paused));
  EXPECT_EQ(player().roundsPlayed(), 1);
  EXPECT_EQ(page_.status().text(), "Paused after round 1 of 3");
  EXPECT_EQ(page_.startButton().text(), "Go on");
  page_.startButton().click();
  page_.pauseButton().click();
  EXPECT_TRUE(player().pausing());
  EXPECT_THAT(page_.status().text().toStdString(), EndsWith("then a pause"));
  ASSERT_TRUE(waitForState(State::Paused));
  EXPECT_EQ(player().roundsPlayed(), 2);
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Finished));
  FeedbackLoop loop(smallLoop());
  while (!loop.finished()) loop.playRound();
  EXPECT_TRUE(samePoints(*player().points(), loop.points()));
  page_.resetButton().click();
  EXPECT_EQ(player().state(), State::Empty);
  EXPECT_EQ(page_.model().rowCount(), 0);
  EXPECT_TRUE(waitFor([&] { return !page_.charts().charts().front()->filled(); }));
}

TEST_F(LoopPageTest, WeightsThatChangeOnTheWayHoldFromTheNextRoundAndAreMarked) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Paused));
  page_.settings().weightRow(0).box().setValue(0);
  page_.settings().weightRow(0).box().setValue(3);
  ASSERT_TRUE(waitFor([&] { return !player().marks().empty(); }));
  EXPECT_THAT(player().marks(), ElementsAre(RoundMark{2, "click 1 → 3"}));
  EXPECT_EQ(page_.charts().charts().front()->marks().marks(), player().marks());
  EXPECT_THAT(page_.notes().text().toStdString(), HasSubstr("changed on the way"));
  EXPECT_TRUE(page_.hint().text().isEmpty()) << "weights alone are taken on the way";
  page_.startButton().click();
  ASSERT_TRUE(waitForState(State::Finished));

  FeedbackLoop loop(smallLoop());
  loop.playRound();
  TaskWeights weights = smallLoop().audience.valueWeights;
  weights[0] = 3;
  loop.setValueWeights(weights);
  while (!loop.finished()) loop.playRound();
  EXPECT_TRUE(samePoints(*player().points(), loop.points()));
}

TEST_F(LoopPageTest, WeightsThatComeBackBeforeTheNextRoundLeaveNoMark) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Paused));
  page_.settings().weightRow(0).box().setValue(3);
  ASSERT_TRUE(waitFor([&] { return !player().marks().empty(); }));
  page_.document().undoStack().undo();
  EXPECT_TRUE(waitFor([&] { return player().marks().empty(); }));
}

TEST_F(LoopPageTest, StopBreaksTheRoundOffAndKeepsThoseBefore) {
  page_.document().change(longLoop(), "long loop");
  page_.startButton().click();
  ASSERT_TRUE(waitFor([&] { return player().progress().done > 0; }));
  page_.stopButton().click();
  EXPECT_TRUE(player().stopping());
  EXPECT_EQ(page_.status().text(), "Breaking round 1 off…");
  EXPECT_FALSE(page_.stopButton().isEnabled());
  ASSERT_TRUE(waitForState(State::Paused));
  EXPECT_EQ(player().roundsPlayed(), 0);
  EXPECT_FALSE(page_.keepButton().isEnabled());
  page_.resetButton().click();
  EXPECT_EQ(player().state(), State::Empty);
  EXPECT_THAT(failures_, IsEmpty());
}

TEST_F(LoopPageTest, GoesWhileARoundIsPlayed) {
  auto page = std::make_unique<LoopPage>(study_);
  page->document().change(longLoop(), "long loop");
  page->startButton().click();
  ASSERT_TRUE(waitFor([&] { return page->player().progress().done > 0; }));
  page.reset();
  SUCCEED() << "the round would take minutes";
}

TEST_F(LoopPageTest, OtherSettingsHoldForTheNextLoop) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Paused));
  page_.settings().seedsBox().setValue(3);
  EXPECT_THAT(page_.hint().text().toStdString(), StartsWith("The settings are other ones"));
  EXPECT_EQ(player().settings().seeds, 2);
  page_.resetButton().click();
  EXPECT_TRUE(page_.hint().text().isEmpty());
}

TEST_F(LoopPageTest, TheTableComparesAndSorts) {
  const QAbstractItemModelTester tester(&page_.model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  page_.startButton().click();
  ASSERT_TRUE(waitForState(State::Finished));
  ASSERT_TRUE(waitForView(3));
  LoopTableModel& model = page_.model();
  ASSERT_EQ(model.rowCount(), 3);
  ASSERT_EQ(model.columnCount(), 2 + static_cast<int>(loopMeasures().size()));
  EXPECT_EQ(page_.againstBox().currentText(), "Supervised only");
  const auto text = [&](int row, int column) {
    return model.index(row, column).data().toString().toStdString();
  };
  EXPECT_EQ(text(1, LoopTableModel::Ranker), "Supervised only");
  EXPECT_EQ(text(1, LoopTableModel::Difference), "–");

  FeedbackLoop loop(smallLoop());
  while (!loop.finished()) loop.playRound();
  const auto expectDifference = [&](const char* measure, std::size_t other) {
    const SeedMean difference =
        pairedDifference(loop.points(), 2, other, findLoopMeasure(measure), 1);
    const std::string shown = text(2, LoopTableModel::Difference);
    const bool telling = std::abs(difference.mean) > difference.halfWidth;
    EXPECT_EQ(telling, shown.find("▲") == 0 || shown.find("▼") == 0) << shown;
    EXPECT_THAT(shown,
                HasSubstr("± " + QString::number(difference.halfWidth, 'g', 2).toStdString()));
    EXPECT_THAT(shown, HasSubstr(theme::number(difference.mean).toStdString()));
  };
  expectDifference("reward_per_user", 1);
  page_.measureBox().setCurrentIndex(page_.measureBox().findData("regret"));
  EXPECT_EQ(page_.charts().enlarged(), "regret");
  expectDifference("regret", 1);
  page_.againstBox().setCurrentIndex(0);
  ASSERT_TRUE(waitFor([&] { return player().view()->against == 0; }));
  expectDifference("regret", 0);

  const int regret = LoopTableModel::FirstMeasure + static_cast<int>(measureIndex("regret"));
  page_.table().sortByColumn(regret, Qt::AscendingOrder);
  EXPECT_EQ(text(0, LoopTableModel::Ranker), "Oracle") << "no one regrets less";
  const int promise = LoopTableModel::FirstMeasure + static_cast<int>(measureIndex("promise"));
  for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    page_.table().sortByColumn(promise, order);
    EXPECT_EQ(text(0, LoopTableModel::Ranker), "Supervised only") << "the others promise nothing";
    EXPECT_EQ(text(2, promise), "–");
  }
  page_.copyButton().click();
  const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0].split('\t'), SizeIs(2 + 2 * (1 + loopMeasures().size())));
  EXPECT_THAT(lines[1].toStdString(), StartsWith("Supervised only\tsupervised\t"));
}

TEST_F(LoopPageTest, ATickHidesARankerInEveryChart) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForView(1));
  page_.model().setData(page_.model().index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
  for (LoopChart* chart : page_.charts().charts()) {
    EXPECT_FALSE(chart->legend().shown("Random"));
    EXPECT_TRUE(chart->legend().shown("Oracle"));
  }
  page_.measureBox().setCurrentIndex(page_.measureBox().findData("coverage"));
  LoopChart* large = page_.charts().charts().front();
  EXPECT_FALSE(large->legend().shown("Random"));
  large->legend().show("Random", true);
  EXPECT_EQ(page_.model().index(0, 0).data(Qt::CheckStateRole).toInt(), Qt::Checked);
}

TEST_F(LoopPageTest, PicturesOfSmallChartsHaveALegend) {
  page_.show();
  page_.stepButton().click();
  ASSERT_TRUE(waitForView(1));
  page_.charts().showRanker("Oracle", false);
  // On the screen the table below explains all four; a picture of one stands alone.
  for (LoopChart* chart : page_.charts().charts()) {
    const QImage picture = chart->picture().image(1);
    std::set<QRgb> colours;
    const int legend = picture.height() - viewOf(*chart).height();
    for (int y = 0; y < legend; ++y) {
      for (int x = 0; x < picture.width(); ++x) colours.insert(picture.pixel(x, y));
    }
    EXPECT_TRUE(colours.contains(rankerLook("supervised").colour.rgb()));
    EXPECT_FALSE(colours.contains(rankerLook("oracle").colour.rgb())) << "it is not drawn either";
  }
}

TEST_F(LoopPageTest, HiddenChartsAreNotDrawn) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForView(1));
  LoopChart* chart = page_.charts().charts().front();
  page_.hide();
  const int before = chart->drawCount();
  page_.stepButton().click();
  ASSERT_TRUE(waitForView(2));
  EXPECT_EQ(chart->drawCount(), before);
  page_.show();
  EXPECT_EQ(chart->drawCount(), before + 1);
  EXPECT_THAT(chart->points(0), SizeIs(2));
}

TEST_F(LoopPageTest, SavesWhatItOpensAndSaysWhatIsWrong) {
  const QString file = QString::fromStdString((folder_ / "a loop.json").string());
  page_.saveFile(file);
  page_.commandButton().click();
  EXPECT_EQ(QApplication::clipboard()->text(), "luce-cli simulate '" + file + "'");
  page_.settings().seedsBox().setValue(5);
  page_.commandButton().click();
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(),
              testing::AllOf(testing::StartsWith("luce-cli simulate - <<'LOOP'\n{"),
                             HasSubstr("\"seeds\": 5"), testing::EndsWith("}\nLOOP\n")));
  page_.openFile(file);
  EXPECT_EQ(page_.document().settings(), smallLoop());
  page_.document().undoStack().undo();
  EXPECT_EQ(page_.document().settings().seeds, 5);
  EXPECT_EQ(page_.settings().seedsBox().value(), 5);

  std::ofstream(file.toStdString()) << R"({"audience": {"users": 0}})";
  page_.openFile(file);
  ASSERT_THAT(failures_, SizeIs(1));
  EXPECT_THAT(failures_.back().text.toStdString(), HasSubstr("users"));
  EXPECT_EQ(page_.document().settings().seeds, 5) << "nothing was changed";
  page_.openFile(file + ".not");
  EXPECT_THAT(failures_, SizeIs(2));
}

TEST_F(LoopPageTest, ControlsWriteTheDocument) {
  LoopSettingsPanel& panel = page_.settings();
  EXPECT_EQ(panel.presetBox().currentText(), "Clickbait");
  panel.presetBox().setCurrentIndex(panel.presetBox().findData("aligned"));
  EXPECT_EQ(page_.document().settings().audience.appealOfQuality, 0.8);
  EXPECT_EQ(page_.document().settings().audience.users, 60) << "the size stays";
  EXPECT_THAT(weightsOf(page_.document().settings()), ElementsAre(1, 2, 4, 0));
  page_.document().undoStack().undo();

  panel.rankers().itemOf("grpo")->setCheckState(Qt::Checked);
  ASSERT_TRUE(waitFor([&] { return page_.document().settings().rankers.size() == 4; }));
  const RankerSettings& added = page_.document().settings().rankers.back();
  EXPECT_EQ(added.kind, "grpo");
  EXPECT_THAT(added.experiment.estimator.hidden, IsEmpty()) << "as the others are";
  EXPECT_EQ(added.experiment.schedule.alignmentEpochs, 1);
  panel.rankers().itemOf("random")->setCheckState(Qt::Unchecked);
  ASSERT_TRUE(waitFor([&] { return page_.document().settings().rankers.size() == 3; }));
  EXPECT_EQ(page_.document().settings().rankers.front().kind, "supervised");
  EXPECT_EQ(page_.againstBox().count(), 3);

  panel.explorationBox().setCurrentIndex(2);
  panel.amountBox().setValue(0.25);
  panel.estimatorBox().setCurrentIndex(1);
  const LoopSettings& settings = page_.document().settings();
  for (const RankerSettings& ranker : settings.rankers) {
    if (ranker.kind == "oracle") {
      EXPECT_EQ(ranker.exploration.kind, ExplorationKind::None);
      continue;
    }
    EXPECT_EQ(ranker.exploration, (Exploration{ExplorationKind::Epsilon, 0.25}));
    EXPECT_THAT(ranker.experiment.estimator.hidden, ElementsAre(32));
  }
  panel.foldButton().click();
  static_cast<QDoubleSpinBox&>(panel.audience().box("drift")).setValue(0.5);
  panel.audience().weightBox(3).setValue(2);
  EXPECT_EQ(settings.audience.drift, 0.5);
  EXPECT_EQ(settings.audience.valueWeights[3], 2);
  EXPECT_EQ(panel.presetBox().currentText(), "Of its own");
  static_cast<QDoubleSpinBox&>(panel.audience().box("like_rate")).setValue(0.9);
  EXPECT_FALSE(page_.startButton().isEnabled());
  EXPECT_THAT(page_.hint().text().toStdString(), HasSubstr("like_rate"));
  EXPECT_EQ(loopFromJson(loopToJson(smallLoop())), smallLoop());
}

TEST_F(LoopPageTest, WithoutPropensitiesNoRankerBoundsRatios) {
  QComboBox& preset = page_.settings().presetBox();
  page_.document().change(withRanker(smallLoop(), "ppo_clip"), "ppo");
  const auto rows = [&] {
    return page_.document().settings().rankers.back().experiment.objective.rows;
  };
  EXPECT_EQ(rows(), RowKind::Drawn);
  preset.setCurrentIndex(preset.findData("no_propensities"));
  EXPECT_EQ(rows(), RowKind::Observed);
  preset.setCurrentIndex(preset.findData("aligned"));
  EXPECT_EQ(rows(), RowKind::Drawn);
  page_.settings().audience().propensitiesBox().setChecked(false);
  EXPECT_EQ(rows(), RowKind::Observed);
}

TEST_F(LoopPageTest, CautionsAreSaid) {
  ASSERT_THAT(cautions(smallLoop()), SizeIs(1));
  EXPECT_THAT(cautions(smallLoop()).front().toStdString(), HasSubstr("two seeds"));
  LoopSettings settings = withRanker(withRanker(smallLoop(), "ppo_clip"), "grpo");
  settings.seeds = 1;
  for (RankerSettings& ranker : settings.rankers) {
    ranker.experiment.objective.rows = RowKind::Observed;
  }
  const QStringList words = cautions(settings);
  ASSERT_THAT(words, SizeIs(2));
  EXPECT_THAT(words[0].toStdString(), HasSubstr("One seed has no interval"));
  EXPECT_THAT(words[1].toStdString(), HasSubstr("upper clip does nothing"));
  EXPECT_THAT(words[1].toStdString(), HasSubstr("PPO"));
  EXPECT_THAT(words[1].toStdString(), HasSubstr("GRPO")) << "the same advice, given once";
}

TEST_F(LoopPageTest, IsKeptInANewWorkspaceWhichIsOpenedThen) {
  page_.startButton().click();
  ASSERT_TRUE(waitForState(State::Finished));
  EXPECT_EQ(page_.nameEdit().placeholderText(), "Clickbait loop");
  const QString file = QString::fromStdString((folder_ / "kept.luce").string());
  page_.keepIn(file);
  EXPECT_FALSE(page_.keepButton().isEnabled());
  ASSERT_TRUE(waitFor([&] { return study_.dataset() != nullptr && !study_.busy(); }));
  const WorkspaceView& workspace = *study_.workspace();
  std::vector<std::string> datasets, runs;
  for (const DatasetSummary& dataset : workspace.datasets) datasets.push_back(dataset.name);
  for (const RunEntry& run : workspace.runs) runs.push_back(run.record.name);
  EXPECT_THAT(datasets, ElementsAre("Clickbait loop seed 1", "Clickbait loop seed 2"));
  EXPECT_THAT(runs, SizeIs(6));
  EXPECT_THAT(runs, Contains("Clickbait loop seed 2, Supervised only"));
  EXPECT_THAT(workspace.runs.front().record.environment,
              HasSubstr(std::string("\"qt\":\"") + qVersion() + '"'));
  EXPECT_EQ(page_.nameEdit().placeholderText(), "Clickbait loop 2") << "a free one";

  // Once more, into the workspace that is open now.
  page_.nameEdit().setText("again");
  page_.keepButton().click();
  ASSERT_TRUE(waitFor([&] { return study_.workspace()->runs.size() == 12; }));
  EXPECT_EQ(study_.workspace()->datasets.size(), 4u);
  EXPECT_TRUE(page_.nameEdit().text().isEmpty());
  EXPECT_THAT(failures_, IsEmpty());
}

TEST_F(LoopPageTest, TellsWhyItCannotBeKept) {
  page_.stepButton().click();
  ASSERT_TRUE(waitForState(State::Paused));
  const QString file = QString::fromStdString((folder_ / "no" / "such" / "folder.luce").string());
  page_.keepIn(file);
  ASSERT_TRUE(waitFor([&] { return !failures_.empty(); }));
  EXPECT_EQ(failures_.front().title, "The feedback loop could not be kept");
  EXPECT_FALSE(failures_.front().text.isEmpty());
  EXPECT_TRUE(page_.keepButton().isEnabled());
}

TEST(LoopInTheWindow, NeedsNoStudy) {
  KeptSettings().clear();
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  window.startPage().feedbackLoopButton().click();
  ASSERT_TRUE(window.feedbackLoop().isVisible());
  EXPECT_EQ(window.tabs().currentWidget(), &window.feedbackLoop());
  EXPECT_FALSE(window.tabs().isTabEnabled(0));
  EXPECT_FALSE(window.findChild<QDockWidget*>("runs")->isVisible());
  window.actions().startPage->trigger();
  EXPECT_TRUE(window.startPage().isVisible());

  Listener listener(window.study());
  window.showFeedbackLoop();
  window.openFiles({sampleFile("slate_log.csv")});
  // The columns of a log are shown before it is imported.
  ASSERT_TRUE(waitFor([&] {
    return QApplication::activeModalWidget() != nullptr || window.findChild<QDialog*>() != nullptr;
  }));
  for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->reject();
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  EXPECT_TRUE(window.tabs().isTabEnabled(0));
  window.tabs().setCurrentIndex(0);
  EXPECT_TRUE(window.findChild<QDockWidget*>("runs")->isVisible());
  QTest::qWait(50);
  const QSize slate = window.slateChart().size(), ratios = window.ratioChart().size();
  window.tabs().setCurrentWidget(&window.feedbackLoop());
  EXPECT_FALSE(window.findChild<QDockWidget*>("runs")->isVisible()) << "room for the loop";
  QTest::qWait(50);
  window.tabs().setCurrentIndex(0);
  EXPECT_TRUE(window.findChild<QDockWidget*>("runs")->isVisible());
  EXPECT_TRUE(waitFor([&] {
    return window.slateChart().size() == slate && window.ratioChart().size() == ratios;
  })) << window.slateChart().width()
      << " instead of " << slate.width();
}

TEST(LoopInTheWindow, ClosingAsksWhileItPlays) {
  KeptSettings().clear();
  MainWindow window;
  window.show();
  window.showFeedbackLoop();
  LoopPlayer& player = window.feedbackLoop().player();
  window.feedbackLoop().document().change(longLoop(), "long loop");
  window.feedbackLoop().startButton().click();
  ASSERT_TRUE(player.playing());
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  EXPECT_FALSE(window.close());
  ASSERT_THAT(questions, SizeIs(1));
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("Round 1 of 50"));
  EXPECT_TRUE(window.isVisible());
  EXPECT_TRUE(player.playing());
  EXPECT_FALSE(player.stopping());
  answerNextQuestion(QMessageBox::Yes, questions);
  EXPECT_TRUE(window.close());
  EXPECT_THAT(questions, SizeIs(2));
  ASSERT_TRUE(waitFor([&] { return player.state() == State::Paused; }))
      << "no round is played behind a closed window";
  window.show();
  EXPECT_TRUE(window.close()) << "a loop that does not play needs no question";
  EXPECT_THAT(questions, SizeIs(2));
}

TEST(LoopWords, TranslatorsSeeEveryTextOfTheCore) {
  QFile file(LUCE_SOURCE_DIR "/resources/translations/luce_de.ts");
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  std::set<QString> sources;
  QXmlStreamReader reader(&file);
  while (!reader.atEnd()) {
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"source") {
      sources.insert(reader.readElementText());
    }
  }
  for (const LoopMeasure& measure : loopMeasures()) {
    EXPECT_TRUE(sources.contains(measure.title)) << measure.title;
    EXPECT_TRUE(sources.contains(measure.help)) << measure.help;
  }
  for (const AudiencePreset& preset : audiencePresets()) {
    EXPECT_TRUE(sources.contains(preset.title)) << preset.title;
    EXPECT_TRUE(sources.contains(preset.help)) << preset.help;
  }
  for (const AudienceParameter& parameter : audienceParameters()) {
    EXPECT_TRUE(sources.contains(parameter.group)) << parameter.group;
    EXPECT_TRUE(sources.contains(parameter.help)) << parameter.help;
    EXPECT_TRUE(sources.contains(titleOf(parameter))) << parameter.id;
  }
}

/// What luce-cli simulate --json prints.
std::string printed(const LoopView& view) {
  nlohmann::json document{{"loop", nlohmann::json::parse(loopToJson(smallLoop()))}};
  const auto number = [](double value) {
    return std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
  };
  const auto mean = [&](const SeedMean& value) {
    return nlohmann::json{{"mean", number(value.mean)}, {"half_width", number(value.halfWidth)}};
  };
  for (std::size_t ranker = 0; ranker < view.rankers.size(); ++ranker) {
    nlohmann::json& object = document["rankers"][ranker];
    for (const LoopMeasure& measure : loopMeasures()) {
      const std::size_t index = measureIndex(measure.id);
      object["summary"][measure.id] = mean(view.means[index][ranker]);
      for (const SeedMean& value : view.curves[index][ranker]) {
        object["rounds"][measure.id].push_back(mean(value));
      }
    }
  }
  return document.dump();
}

TEST(LoopResults, AreReadAsTheCommandLinePrintsThem) {
  FeedbackLoop loop(smallLoop());
  loop.playRound();
  loop.playRound();
  const LoopView view = summariseLoop(shownRankers(smallLoop()), 3, 2, loop.points(), 1);
  const LoopResults read = loopResultsFromJson(printed(view));
  EXPECT_EQ(read.audience, smallLoop().audience);
  EXPECT_EQ(read.view.rankers, view.rankers);
  EXPECT_EQ(read.view.played, 2);
  EXPECT_EQ(read.view.rounds, 3);
  const auto same = [](const SeedMean& a, const SeedMean& b) {
    return (a.mean == b.mean || (std::isnan(a.mean) && std::isnan(b.mean))) &&
           (a.halfWidth == b.halfWidth || (std::isnan(a.halfWidth) && std::isnan(b.halfWidth)));
  };
  for (std::size_t measure = 0; measure < loopMeasures().size(); ++measure) {
    for (std::size_t ranker = 0; ranker < 3; ++ranker) {
      EXPECT_TRUE(same(read.view.means[measure][ranker], view.means[measure][ranker]));
      for (std::size_t round = 0; round < 2; ++round) {
        EXPECT_TRUE(
            same(read.view.curves[measure][ranker][round], view.curves[measure][ranker][round]));
      }
    }
  }
  EXPECT_THAT([] { loopResultsFromJson(kSmall); },
              testing::ThrowsMessage<Error>(HasSubstr("simulate LOOP.json --json")));
}

TEST(LoopWords, MeansAreShownAsTheyAreKnown) {
  EXPECT_EQ(meanText({0.471234, 0.06209}), "0.4712 ± 0.062");
  EXPECT_EQ(meanText({0.471234, std::nan("")}), "0.4712");
  EXPECT_EQ(meanText({std::nan(""), std::nan("")}), "–");
  EXPECT_EQ(meanText({9.4e-16, 7.5e-15}), "0 ± 0");
}

TEST(RankerLooks, TellKindsApart) {
  const std::vector<std::string> kinds = rankerKinds();
  for (std::size_t a = 0; a < kinds.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_FALSE(rankerLook(kinds[a]) == rankerLook(kinds[b])) << kinds[a] << ", " << kinds[b];
    }
    EXPECT_FALSE(rankerLook(kinds[a]) == rankerLook(kinds[a], 1)) << kinds[a];
  }
}

}  // namespace
}  // namespace luce::desktop
