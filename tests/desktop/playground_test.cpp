// The single-slate playground: what hands do to the board, and what the board shows.
#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <random>

#include "app/desktop/kept_settings.h"
#include "app/desktop/playground/board_text.h"
#include "app/desktop/playground/candidate_words.h"
#include "app/desktop/playground/playground_presets.h"
#include "app/desktop/playground/playground_window.h"
#include "core/common/error.h"
#include "core/playground/blackboard_document.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

class Playground : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    window_ = std::make_unique<PlaygroundWindow>();
    window_->resize(1366, 768);
    window_->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(window_.get()));
  }
  void TearDown() override {
    window_.reset();
    KeptSettings().clear();
  }
  Blackboard& board() { return window_->board(); }
  PlaygroundDocument& document() { return window_->document(); }
  const BlackboardSlate& slate() { return document().slate(); }

  QPoint inside(const BoardSpot& spot) {
    return board().boardLayout().spotPlace(spot).center().toPoint();
  }
  /// Where the bar must end to say the value.
  QPoint heightOf(const BoardSpot& spot, double value) {
    const BoardLayout layout = board().boardLayout();
    const bool propensity = spot.quantity == BoardQuantity::Propensity;
    const QRectF track = propensity ? layout.propensityTrack(spot.candidate)
                                    : layout.probabilityTrack(spot.candidate, spot.task);
    const double top = propensity ? layout.scales().policy : 1;
    return {static_cast<int>(track.center().x()),
            qRound(track.bottom() - value / top * track.height())};
  }
  void drag(const QPoint& from, const QPoint& to) {
    QTest::mousePress(&board(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&board(), (from + to) / 2);
    QTest::mouseMove(&board(), to);
    QTest::mouseRelease(&board(), Qt::LeftButton, {}, to);
  }

  std::unique_ptr<PlaygroundWindow> window_;
};

TEST_F(Playground, ABarIsDraggedAndTheDragIsOneStepOfUndo) {
  const BlackboardSlate before = slate();
  const BoardSpot spot{1, BoardQuantity::Probability, 1};
  drag(heightOf(spot, 0.3), heightOf(spot, 0.8));
  const double dragged = slate().candidates[1].probabilities[1];
  EXPECT_NEAR(dragged, 0.8, 0.02);
  EXPECT_NEAR(dragged * 100, std::round(dragged * 100), 1e-9) << "whole hundredths";
  EXPECT_EQ(document().undoStack().count(), 1);
  EXPECT_NEAR(document().view().candidates[1].score, 0.45 + 2 * dragged, 1e-12);
  window_->undo->trigger();
  EXPECT_EQ(slate(), before);
}

TEST_F(Playground, ADraggedPropensityLeavesTheRestToTheOthersInTheirProportions) {
  const BoardSpot spot{0, BoardQuantity::Propensity};
  // Down to the ground and up again in one drag: proportions are those of before.
  QTest::mousePress(&board(), Qt::LeftButton, {}, heightOf(spot, 0.45));
  const QPoint end = heightOf(spot, 0.2);
  QTest::mouseMove(&board(), heightOf(spot, 0.45) - QPoint(0, 2000));
  EXPECT_GT(slate().candidates[0].propensity, 0.99);
  QTest::mouseMove(&board(), heightOf(spot, 0.0) + QPoint(0, 5));
  EXPECT_EQ(slate().candidates[0].propensity, kLeastPropensity);
  QTest::mouseMove(&board(), end);
  QTest::mouseRelease(&board(), Qt::LeftButton, {}, end);
  const auto& candidates = slate().candidates;
  EXPECT_NEAR(candidates[0].propensity, 0.2, 0.02);
  EXPECT_NEAR(candidates[1].propensity / candidates[3].propensity, 0.3 / 0.03, 1e-9);
  double sum = 0;
  for (const BoardCandidate& candidate : candidates) sum += candidate.propensity;
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(document().undoStack().count(), 1);
}

TEST_F(Playground, ClicksToggleActionsAndChooseTheDrawnOne) {
  QTest::mouseClick(&board(), Qt::LeftButton, {}, inside({2, BoardQuantity::Action, 1}));
  EXPECT_TRUE(slate().candidates[2].actions[1]);
  EXPECT_EQ(document().view().candidates[2].reward, 2);
  QTest::mouseClick(&board(), Qt::LeftButton, {}, inside({2, BoardQuantity::Action, 1}));
  EXPECT_FALSE(slate().candidates[2].actions[1]);
  QTest::mouseClick(&board(), Qt::LeftButton, {}, inside({3, BoardQuantity::Drawn}));
  EXPECT_EQ(slate().drawn, 3u);
}

TEST_F(Playground, AScoreIsDraggedAsIfByHand) {
  const BoardSpot spot{1, BoardQuantity::Offset};
  const double perPixel = board().boardLayout().scorePerPixel();
  drag(inside(spot), inside(spot) - QPoint(0, 20));
  EXPECT_NEAR(slate().candidates[1].offset, 20 * perPixel, 0.006);
  EXPECT_EQ(slate().candidates[1].probabilities[0], 0.45) << "p stays";
}

TEST_F(Playground, KeysChooseChangeToggleAndStep) {
  QTest::keyClick(&board(), Qt::Key_Right);
  QTest::keyClick(&board(), Qt::Key_Right);
  EXPECT_EQ(board().focusSpot(), (BoardSpot{2, BoardQuantity::Probability, 0}));
  QTest::keyClick(&board(), Qt::Key_Up);
  QTest::keyClick(&board(), Qt::Key_Up);
  EXPECT_NEAR(slate().candidates[2].probabilities[0], 0.32, 1e-12);
  EXPECT_EQ(document().undoStack().count(), 1) << "quick presses are one step";
  QTest::keyClick(&board(), Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_NEAR(slate().candidates[2].probabilities[0], 0.319, 1e-12);
  QTest::keyClick(&board(), Qt::Key_Up, Qt::ControlModifier);
  EXPECT_NEAR(slate().candidates[2].probabilities[0], 0.42, 1e-12);
  QTest::keyClick(&board(), Qt::Key_PageDown);
  EXPECT_EQ(board().focusSpot().task, 1u);
  QTest::keyClick(&board(), Qt::Key_Space);
  EXPECT_TRUE(slate().candidates[2].actions[1]);
  for (int i = 0; i < 9; ++i) QTest::keyClick(&board(), Qt::Key_PageDown);
  EXPECT_EQ(board().focusSpot().quantity, BoardQuantity::Propensity);
  QTest::keyClick(&board(), Qt::Key_End);
  EXPECT_EQ(board().focusSpot().candidate, 3u);
  EXPECT_EQ(board().accessibleDescription(), board().spotText(board().focusSpot()));
  EXPECT_THAT(board().accessibleDescription().toStdString(), testing::HasSubstr("π_β of D = 0.03"));
  const BlackboardSlate expected = stepped(slate());
  QTest::keyClick(&board(), Qt::Key_Return);
  EXPECT_EQ(slate(), expected);
}

TEST_F(Playground, AStepMovesThePolicyAsTheCoreSaysAndShowsTheFormerOne) {
  const BlackboardView before = document().view();
  const BlackboardSlate expected = stepped(slate());
  window_->step->trigger();
  EXPECT_EQ(slate(), expected);
  ASSERT_EQ(document().formerPolicy().size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_DOUBLE_EQ(document().view().candidates[i].policy, before.candidates[i].nextPolicy);
    EXPECT_DOUBLE_EQ(document().formerPolicy()[i], before.candidates[i].policy);
  }
  window_->reset->trigger();
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_DOUBLE_EQ(document().view().candidates[i].policy, before.candidates[i].policy);
  }
}

TEST_F(Playground, TenStepsAreTenStepsOfUndoWithOneFormerPolicy) {
  const double start = document().view().candidates[3].policy;
  BlackboardSlate expected = slate();
  for (int i = 0; i < 10; ++i) expected = stepped(expected);
  window_->stepTen->trigger();
  EXPECT_TRUE(window_->runner().running());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window_->runner().running(); }, 20000));
  EXPECT_EQ(slate(), expected);
  EXPECT_EQ(document().undoStack().count(), 10);
  EXPECT_DOUBLE_EQ(document().formerPolicy()[3], start);
}

TEST_F(Playground, PlayGoesOnUntilItIsStopped) {
  window_->play->trigger();
  EXPECT_TRUE(window_->play->isChecked());
  ASSERT_TRUE(QTest::qWaitFor([&] { return document().undoStack().count() > 2; }, 20000));
  window_->play->trigger();
  EXPECT_FALSE(window_->runner().running());
  const int count = document().undoStack().count();
  QTest::qWait(250);
  EXPECT_EQ(document().undoStack().count(), count);
}

TEST_F(Playground, PlayStopsByItselfWhereNothingMoves) {
  document().start(playgroundPreset(4).slate);
  ASSERT_EQ(slate().objective.scheme, "grpo");
  window_->play->trigger();
  EXPECT_FALSE(window_->runner().running());
  EXPECT_FALSE(window_->play->isChecked());
  EXPECT_EQ(document().undoStack().count(), 0);
}

/// A hundred deeds of every kind by the controls, all taken back and all made again.
TEST_F(Playground, AHundredDeedsAreUndoneBitByBit) {
  const std::string before = boardToJson(slate());
  std::mt19937 random(7);
  const auto below = [&](std::size_t count) { return random() % count; };
  for (int deed = 0; deed < 100; ++deed) {
    const BoardSpot spot{below(slate().candidates.size()), static_cast<BoardQuantity>(below(5)),
                         below(slate().tasks.size())};
    switch (below(8)) {
      case 0:
      case 1:
        drag(inside(spot), inside(spot) + QPoint(0, static_cast<int>(below(80)) - 40));
        break;
      case 2:
        board().setFocusSpot(spot);
        QTest::keyClick(&board(), below(2) == 0 ? Qt::Key_Up : Qt::Key_Down);
        break;
      case 3:
        window_->step->trigger();
        break;
      case 4:
        (below(2) == 0 ? window_->add : window_->remove)->trigger();
        break;
      case 5: {
        SchemeBox& box = window_->controls().schemeBox();
        const Scheme& scheme = *schemes()[below(schemes().size())];
        box.setCurrentIndex(box.findData(QString::fromStdString(scheme.description().id)));
        break;
      }
      case 6:
        window_->controls().temperatureRow().box().setValue(0.1 +
                                                            0.1 * static_cast<double>(below(30)));
        window_->controls().rowsBox().setCurrentIndex(static_cast<int>(below(3)));
        break;
      default:
        window_->presets->actions()[static_cast<int>(below(playgroundPresetCount()))]->trigger();
    }
  }
  const std::string after = boardToJson(slate());
  EXPECT_NE(after, before);
  EXPECT_GT(document().undoStack().count(), 50);
  while (document().undoStack().canUndo()) window_->undo->trigger();
  EXPECT_EQ(boardToJson(slate()), before);
  while (document().undoStack().canRedo()) window_->redo->trigger();
  EXPECT_EQ(boardToJson(slate()), after);
}

TEST_F(Playground, ControlsChangeTheBoardAndFollowIt) {
  PlaygroundControls& controls = window_->controls();
  controls.schemeBox().setCurrentIndex(controls.schemeBox().findData("ppo_clip"));
  EXPECT_EQ(slate().objective.scheme, "ppo_clip");
  ASSERT_EQ(controls.parameters().rows().size(), 1u);
  controls.parameters().rows()[0]->box().setValue(0.5);
  EXPECT_DOUBLE_EQ(document().view().clip.high, 1.5);
  controls.valueRows()[0]->box().setValue(4);
  EXPECT_EQ(slate().tasks[0].valueWeight, 4);
  EXPECT_EQ(slate().tasks[0].rewardWeight, 4) << "linked";
  controls.linkBox().setChecked(false);
  controls.valueRows()[0]->box().setValue(2);
  EXPECT_EQ(slate().tasks[0].rewardWeight, 4);
  while (document().undoStack().canUndo()) window_->undo->trigger();
  EXPECT_EQ(controls.schemeBox().scheme()->description().id, "ips");
  EXPECT_TRUE(controls.parameters().rows().empty());
  EXPECT_EQ(controls.valueRows()[0]->value(), 1);
}

TEST_F(Playground, TheTableTypesWhatTheBoardDrags) {
  NumbersModel& numbers = window_->numbers();
  const auto column = [&](const QString& title) {
    for (int c = 0; c < numbers.columnCount(); ++c) {
      if (numbers.headerData(c, Qt::Horizontal, Qt::DisplayRole) == title) return c;
    }
    return -1;
  };
  const auto type = [&](int row, const QString& title, const QVariant& value) {
    return numbers.setData(numbers.index(row, column(title)), value, Qt::EditRole);
  };
  EXPECT_TRUE(type(1, "p(click)", "0,123456"));
  EXPECT_DOUBLE_EQ(slate().candidates[1].probabilities[0], 0.123456);
  EXPECT_EQ(numbers.index(1, column("p(click)")).data(Qt::EditRole).toString(), "0.123456");
  EXPECT_TRUE(type(1, "π_β", "1e-6"));
  EXPECT_DOUBLE_EQ(slate().candidates[1].propensity, 1e-6);
  EXPECT_TRUE(type(1, "δ", "-2.5"));
  EXPECT_TRUE(type(1, "Name", "Bertha"));
  EXPECT_EQ(slate().candidates[1].name, "Bertha");
  EXPECT_FALSE(type(1, "δ", "nan"));
  EXPECT_FALSE(type(1, "δ", "much"));
  EXPECT_FALSE(type(1, "Name", " "));
  EXPECT_FALSE(type(1, "π", "0.5")) << "what follows cannot be set";
  EXPECT_TRUE(numbers.setData(numbers.index(2, column("Drawn")), Qt::Checked, Qt::CheckStateRole));
  EXPECT_EQ(slate().drawn, 2u);
  EXPECT_NEAR(numbers.index(0, column("π")).data(Qt::EditRole).toDouble(),
              document().view().candidates[0].policy, 1e-15);
  window_->add->trigger();
  EXPECT_EQ(numbers.rowCount(), 5);
}

/// All text on the board, as the vector picture writes it.
QByteArray drawnText(const BoardPicture& picture, const TemporaryFolder& folder) {
  picture.writeSvg(folder / "board.svg");
  QFile file(QString::fromStdString((folder / "board.svg").string()));
  file.open(QIODevice::ReadOnly);
  return file.readAll();
}

TEST_F(Playground, PicturesAreFilledInEveryFormat) {
  const TemporaryFolder folder;
  window_->step->trigger();
  const BoardPicture picture = window_->picture();
  picture.writePng(folder / "board.png");
  const QImage image(QString::fromStdString((folder / "board.png").string()));
  ASSERT_FALSE(image.isNull());
  EXPECT_GE(image.width(), 1366);
  std::set<QRgb> colours;
  for (int x = 0; x < image.width(); x += 3) {
    for (int y = 0; y < image.height(); y += 3) colours.insert(image.pixel(x, y));
  }
  EXPECT_GT(colours.size(), 10u);
  picture.writePdf(folder / "board.pdf");
  QFile pdf(QString::fromStdString((folder / "board.pdf").string()));
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
  const QByteArray svg = drawnText(picture, folder);
  EXPECT_TRUE(svg.contains("IPS"));
  EXPECT_TRUE(svg.contains("drawn"));
  window_->copy->trigger();
  EXPECT_FALSE(QApplication::clipboard()->image().isNull());
  EXPECT_THROW(picture.writePng(folder / "no folder" / "board.png"), Error);
}

/// p of 0 and 1, a propensity of 1e-6, candidates that are all equal, a gigantic step, every
/// scheme.
TEST_F(Playground, ExtremesShowNumbersOnly) {
  const TemporaryFolder folder;
  for (const Scheme* scheme : schemes()) {
    SCOPED_TRACE(scheme->description().id);
    BlackboardSlate extreme = playgroundPreset(0).slate;
    extreme.objective.scheme = scheme->description().id;
    extreme.objective.klWeight = 1;
    extreme.stepSize = kGreatestStepSize;
    extreme.candidates[0].probabilities = {0, 0};
    extreme.candidates[1].probabilities = {1, 1};
    setPropensity(extreme, 3, kLeastPropensity);
    BlackboardSlate equal = extreme;
    for (BoardCandidate& candidate : equal.candidates) {
      candidate.probabilities = {0.5, 0.5};
      candidate.actions = {true, true};
      candidate.propensity = 0.25;
    }
    for (const BlackboardSlate& start : {extreme, equal}) {
      document().start(start);
      for (int step = 0; step < 3; ++step) {
        const QByteArray text = drawnText(window_->picture(), folder).toLower();
        for (const char* none : {">nan", ">inf", "−inf", " nan", " inf<"}) {
          EXPECT_FALSE(text.contains(none)) << none;
        }
        document().step();
      }
    }
  }
}

TEST_F(Playground, PresetsShowWhatTheySay) {
  const auto viewUnder = [](std::size_t preset, const char* scheme) {
    BlackboardSlate slate = playgroundPreset(preset).slate;
    slate.objective.scheme = scheme;
    return viewOf(slate);
  };
  for (std::size_t i = 0; i < playgroundPresetCount(); ++i) {
    EXPECT_NO_THROW(check(playgroundPreset(i).slate));
    EXPECT_FALSE(playgroundPreset(i).lesson.isEmpty());
  }
  // The click that logging disliked: IPS explodes, PPO is silent, CISPO pulls gently.
  const BlackboardView ips = viewUnder(0, "ips"), ppo = viewUnder(0, "ppo_clip");
  EXPECT_GT(ips.candidates[3].ratio, 8);
  EXPECT_LT(ips.candidates[3].gradient, -1);
  EXPECT_EQ(ppo.candidates[3].coefficient, 0);
  const BlackboardView cispo = viewUnder(0, "cispo");
  EXPECT_LT(cispo.candidates[3].coefficient, 0);
  EXPECT_LT(std::abs(cispo.candidates[3].gradient), std::abs(ips.candidates[3].gradient) / 4);
  // Negative advantage: PPO follows the ratio, dual clip lets go, ECPO bounds it.
  EXPECT_GT(viewUnder(1, "ppo_clip").candidates[2].coefficient, 20);
  EXPECT_EQ(viewUnder(1, "ppo_dual_clip").candidates[2].coefficient, 0);
  EXPECT_LT(viewUnder(1, "ecpo").candidates[2].coefficient, 3);
  // KL holds: the end of all steps is where both arrows are of one length.
  BlackboardSlate held = playgroundPreset(2).slate;
  for (int i = 0; i < 2000; ++i) held = stepped(held);
  const BlackboardView end = viewOf(held);
  EXPECT_LT(end.candidates[0].schemeGradient, -0.01);
  EXPECT_NEAR(end.candidates[0].schemeGradient, -end.candidates[0].klGradient, 1e-6);
  EXPECT_LT(end.candidates[0].policy, 0.99);
  // Uniform logging: ρ = 5π.
  for (const BoardCandidateView& seen : viewUnder(3, "ips").candidates) {
    EXPECT_NEAR(seen.ratio, 5 * seen.policy, 1e-12);
  }
  // Equal rewards: none under GRPO, some under IPS.
  EXPECT_EQ(viewUnder(4, "grpo").candidates[3].gradient, 0);
  EXPECT_NE(viewUnder(4, "ips").candidates[3].gradient, 0);
  // One drawn row: no group; PPO moves.
  EXPECT_EQ(viewUnder(5, "grpo").candidates[1].gradient, 0);
  EXPECT_LT(viewUnder(5, "ppo_clip").candidates[1].gradient, 0);
  // Observed rows follow π·r; article rows prefer what logging disliked.
  BlackboardSlate observed = playgroundPreset(6).slate;
  const BlackboardView exact = viewOf(observed);
  observed.objective.rows = RowKind::Article;
  const BlackboardView article = viewOf(observed);
  EXPECT_LT(exact.candidates[0].gradient, exact.candidates[2].gradient);
  EXPECT_GT(article.candidates[0].gradient, article.candidates[2].gradient);
}

TEST_F(Playground, WordsPutTheNumbersIn) {
  BlackboardSlate slate = playgroundPreset(0).slate;
  slate.objective.scheme = "ppo_clip";
  const QString words = candidateWords(slate, viewOf(slate), 3).join('\n');
  // s = 1·0.5 + 2·0.25 = 1; π = e¹/(e¹ + e^1.05 + e^0.5 + e¹) = 0.2734; ρ = 0.2734/0.03 = 9.11
  EXPECT_THAT(words.toStdString(), testing::HasSubstr("s = 1·0.5 + 2·0.25 = 1"));
  EXPECT_THAT(words.toStdString(), testing::HasSubstr("ρ = 0.273/0.03 = 9.11"));
  EXPECT_THAT(words.toStdString(), testing::HasSubstr("clipped at 1.2: no gradient"));
}

TEST(BoardText, NumbersAreShortAndNeverEmpty) {
  EXPECT_EQ(shortNumber(0.42), "0.42");
  EXPECT_EQ(shortNumber(8.4), "8.4");
  EXPECT_EQ(shortNumber(1e-6), "1e−6");
  EXPECT_EQ(shortNumber(12345), "12345");
  EXPECT_EQ(shortNumber(-1.5e9), "−1.5e9");
  EXPECT_EQ(shortNumber(std::nan("")), "–");
  EXPECT_EQ(signedNumber(0.5), "+0.5");
}

TEST_F(Playground, BoardsAreSavedOpenedAndKeptForNextTime) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder / "board.json").string());
  window_->step->trigger();
  const BlackboardSlate saved = slate();
  document().save(file);
  window_->presets->actions()[2]->trigger();
  document().open(file);
  EXPECT_EQ(slate(), saved);
  window_->undo->trigger();
  EXPECT_EQ(slate(), playgroundPreset(2).slate);
  {
    QFile broken(file);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("{\"playground\": 1, \"tasks\": 7}");
  }
  const BlackboardSlate before = slate();
  EXPECT_THROW(document().open(file), Error);
  EXPECT_THROW(document().open(file + " not there"), Error);
  EXPECT_EQ(slate(), before);
  window_->close();
  PlaygroundWindow next;
  EXPECT_EQ(next.document().slate(), before);
  KeptSettings().setValue("playground/board", QByteArray("nonsense"));
  PlaygroundWindow after;
  EXPECT_EQ(after.document().slate(), playgroundPreset(0).slate);
}

TEST_F(Playground, FitsASmallScreenWithEightCandidatesAndFourTasks) {
  BlackboardSlate full = playgroundPreset(0).slate;
  for (int i = 0; i < 4; ++i) addCandidate(full);
  for (const char* task : {"long view", "share"}) {
    full.tasks.push_back({task, 1, 1});
    for (BoardCandidate& candidate : full.candidates) {
      candidate.probabilities.push_back(0.125);
      candidate.actions.push_back(true);
    }
  }
  document().start(full);
  EXPECT_LE(window_->minimumSizeHint().width(), 1366);
  EXPECT_LE(window_->minimumSizeHint().height(), 768);
  QTest::qWait(1);
  const BoardLayout layout = board().boardLayout();
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_TRUE(QRectF(board().rect()).contains(layout.column(i).adjusted(0, 0, -1, 0)));
    for (std::size_t t = 0; t < 4; ++t) {
      EXPECT_GE(layout.probabilityTrack(i, t).width(), 12);
      EXPECT_EQ(layout.spotAt(layout.toggle(i, t).center()),
                (BoardSpot{i, BoardQuantity::Action, t}));
      EXPECT_EQ(layout.spotAt(layout.probabilityTrack(i, t).center()),
                (BoardSpot{i, BoardQuantity::Probability, t}));
    }
  }
  // Text grows with the window.
  const BoardLayout large(QRectF(0, 0, 2400, 1500), 8, 4, {});
  EXPECT_GT(large.textSize(), 1.5 * layout.textSize());
}

std::shared_ptr<const std::vector<CandidateView>> loggedSlate(std::size_t count, bool bandit) {
  std::vector<CandidateView> candidates(count);
  for (std::size_t i = 0; i < count; ++i) {
    CandidateView& candidate = candidates[i];
    candidate.item = "item " + std::to_string(i);
    candidate.probabilities = {0.1 + 0.05 * static_cast<double>(i), 0.2};
    candidate.policy = 0.01 * static_cast<double>(i + 1);
    if (bandit && i != 1) continue;
    candidate.behaviour = bandit ? 0.4 : 1 / static_cast<double>(count);
    candidate.labels = {1, i == 2 ? 1.0f : 0.0f};
    candidate.position = static_cast<std::uint16_t>(i == 1 ? 1 : i + 2);
  }
  return std::make_shared<const std::vector<CandidateView>>(std::move(candidates));
}

TEST(TakenSlate, BringsTheStudysSlateAndItsSettings) {
  StudySlate study;
  study.candidates = loggedSlate(12, false);
  study.predicted = true;
  study.tasks = {"click", "like"};
  study.settings = {{1, 3}, {1, 5}, 0.5, RowKind::Observed, PropensityRule::One};
  study.objective.scheme = "grpo";
  study.objective.klWeight = 0.25;
  const TakenSlate taken = takeSlate(study);
  ASSERT_EQ(taken.slate.candidates.size(), 8u);
  EXPECT_EQ(taken.slate.candidates[0].name, "item 1") << "the drawn one, though unlikely";
  EXPECT_EQ(taken.slate.candidates[1].name, "item 5");
  EXPECT_EQ(taken.slate.drawn, 0u);
  EXPECT_DOUBLE_EQ(taken.slate.candidates[1].propensity, 0.125);
  EXPECT_DOUBLE_EQ(taken.slate.candidates[1].probabilities[0], 0.1 + 0.05 * 5);
  EXPECT_EQ(taken.slate.tasks[1].rewardWeight, 5);
  EXPECT_EQ(taken.slate.temperature, 0.5);
  EXPECT_EQ(taken.slate.objective.rows, RowKind::Observed);
  EXPECT_EQ(taken.slate.objective.scheme, "grpo");
  EXPECT_EQ(taken.slate.objective.klWeight, 0.25);
  EXPECT_FALSE(taken.slate.objective.rule.has_value());
  EXPECT_THAT(taken.note.toStdString(), testing::HasSubstr("8 of 12"));
}

TEST(TakenSlate, OfABanditLogKnowsOneAction) {
  StudySlate study;
  study.candidates = loggedSlate(4, true);
  study.predicted = true;
  study.tasks = {"click", "like"};
  study.settings = {{1, 3}, {1, 3}, 1, RowKind::Drawn, PropensityRule::One};
  const TakenSlate taken = takeSlate(study);
  EXPECT_EQ(taken.slate.drawn, 1u);
  EXPECT_DOUBLE_EQ(taken.slate.candidates[1].propensity, 0.4);
  EXPECT_DOUBLE_EQ(taken.slate.candidates[0].propensity, 0.2);
  EXPECT_TRUE(taken.slate.candidates[1].actions[0]);
  EXPECT_FALSE(taken.slate.candidates[0].actions[0]);
  EXPECT_THAT(taken.note.toStdString(), testing::HasSubstr("bandit"));
}

TEST(TakenSlate, SaysWhyItCannot) {
  StudySlate study;
  EXPECT_THROW(takeSlate(study), Error);
  study.candidates = loggedSlate(2, false);
  study.tasks = {"click", "like"};
  study.settings = {{1, 3}, {1, 3}, 1, RowKind::Observed, PropensityRule::One};
  EXPECT_THROW(takeSlate(study), Error);
  study.predicted = true;
  EXPECT_THROW(takeSlate(study), Error);
}

}  // namespace
}  // namespace luce::desktop
