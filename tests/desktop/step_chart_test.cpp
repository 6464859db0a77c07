// Charts over training steps: crosshair, legend, overlays, smoothing, and when they are drawn.
#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QGraphicsTextItem>
#include <QMenu>
#include <cmath>
#include <sstream>

#include "app/desktop/charts/diagnostics_chart.h"
#include "app/desktop/charts/held_out_chart.h"
#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/study/run_history.h"
#include "tests/desktop/chart_events.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

using History = std::vector<std::pair<std::int64_t, StepAverages>>;

/// Steps 10, 20 … of which the first half is warm-up.
History madeUpHistory(int points, double bce = 1) {
  History history;
  for (int i = 1; i <= points; ++i) {
    StepAverages averages;
    averages.bce = bce / i;
    averages.rewardLoss = -0.1 * i;
    averages.kl = 0.01 * i;
    averages.entropy = 2 - 0.02 * i;
    history.emplace_back(10 * i, averages);
  }
  return history;
}

HeldOutPoint heldOutPoint(std::int64_t step, double value) {
  HeldOutPoint point;
  point.step = step;
  point.aligned = step > 50;
  EstimatedValue& snips = point.estimate.of(ValueEstimator::Snips);
  snips.value = value;
  snips.low = value - 0.1;
  snips.high = value + 0.1;
  point.estimate.logging.value = 0.5;
  point.estimate.logging.low = 0.45;
  point.estimate.logging.high = 0.55;
  return point;
}

OverlaidRuns oneOverlay(const QString& name, const QColor& colour) {
  OverlaidRun run;
  run.name = name;
  run.colour = colour;
  run.losses = madeUpHistory(20, 3);
  run.lastSupervisedStep = 100;
  run.heldOut = {heldOutPoint(40, 0.7), heldOutPoint(160, 0.9)};
  return std::make_shared<const std::vector<OverlaidRun>>(std::vector{run});
}

std::vector<QString> entryNames(ChartFrame& chart) {
  std::vector<QString> names;
  for (const LegendToggles::Entry& entry : chart.legend().entries()) names.push_back(entry.name);
  return names;
}

TEST(StepChart, AllChartsShowTheStepThatOneIsPointedAt) {
  LossChart losses;
  HeldOutChart heldOut;
  DiagnosticsChart diagnostics;
  StepCrosshair crosshair;
  for (StepChart* chart : std::initializer_list<StepChart*>{&losses, &heldOut, &diagnostics}) {
    chart->setCrosshair(&crosshair);
  }
  losses.show(madeUpHistory(20), 100);
  diagnostics.show(madeUpHistory(20), 100);
  diagnostics.choose(DiagnosticsChart::Group::Divergence);
  heldOut.show({heldOutPoint(50, 0.6), heldOutPoint(150, 0.8)}, -1);
  for (StepChart* chart : std::initializer_list<StepChart*>{&losses, &heldOut, &diagnostics}) {
    showChart(*chart);
  }
  // Steps 0 to 200 are drawn: at 0.7 of the plot is step 140.
  const QPoint place = inPlot(losses, 0.7, 0.5);
  QTest::mouseMove(viewOf(losses).viewport(), place);
  ASSERT_TRUE(crosshair.step());
  EXPECT_EQ(*crosshair.step(), 140);

  // BCE 1/14, reward loss −1.4, KL 0.14, entropy 1.72: see madeUpHistory().
  const auto& readings = losses.marks().readings();
  ASSERT_EQ(readings.size(), 4u);
  EXPECT_EQ(readings[0].value, "0.07143");
  EXPECT_EQ(readings[1].value, "-1.4");
  EXPECT_EQ(readings[2].value, "0.14");
  EXPECT_EQ(readings[3].value, "1.72");
  ASSERT_TRUE(losses.marks().line());
  EXPECT_NEAR(*losses.marks().line(), place.x(), 2);
  ASSERT_EQ(diagnostics.marks().readings().size(), 2u);
  EXPECT_EQ(diagnostics.marks().readings()[0].value, "0.14");
  // It is estimated only now and then: the nearest estimate, and where it was.
  ASSERT_EQ(heldOut.marks().readings().size(), 2u);
  EXPECT_EQ(heldOut.marks().readings()[0].value, "0.8 at 150");

  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(viewOf(losses).viewport(), &leave);
  for (const StepChart* chart : std::initializer_list<StepChart*>{&losses, &heldOut}) {
    EXPECT_FALSE(chart->marks().line());
  }
}

TEST(StepChart, AClickOnTheLegendHidesALineUntilTheNext) {
  LossChart chart;
  chart.show(madeUpHistory(20), 100);
  showChart(chart);
  ASSERT_THAT(entryNames(chart),
              ElementsAre("BCE", "reward loss", "KL (right)", "entropy (right)"));
  const double before = chart.axisRanges(Side::Left).top();
  ASSERT_LT(before, -1);
  ASSERT_EQ(legendPlaces(chart).size(), 4u);
  QTest::mouseClick(viewOf(chart).viewport(), Qt::LeftButton, {}, legendPlaces(chart)[1]);
  EXPECT_FALSE(chart.legend().shown("reward loss"));
  chart.bringUpToDate();
  EXPECT_FALSE(chart.lines()[1]->isVisible());
  EXPECT_TRUE(chart.lines()[0]->isVisible());
  EXPECT_GE(chart.axisRanges(Side::Left).top(), 0) << "the axis fits what is shown";
  EXPECT_EQ(legendPlaces(chart).size(), 4u) << "to be clicked again";

  // Kept while the run goes on, and for the next run.
  chart.append(210, madeUpHistory(1).front().second, true);
  chart.bringUpToDate();
  EXPECT_FALSE(chart.lines()[1]->isVisible());
  chart.clear();
  chart.show(madeUpHistory(30), 100);
  chart.bringUpToDate();
  EXPECT_FALSE(chart.lines()[1]->isVisible());

  // The same by the menu, which keys reach.
  const std::unique_ptr<QMenu> menu(chart.makeMenu());
  QAction* entry = nullptr;
  for (QAction* action : menu->findChildren<QAction*>()) {
    if (action->text() == "reward loss") entry = action;
  }
  ASSERT_NE(entry, nullptr);
  ASSERT_TRUE(entry->isCheckable());
  EXPECT_FALSE(entry->isChecked());
  entry->trigger();
  chart.bringUpToDate();
  EXPECT_TRUE(chart.lines()[1]->isVisible());
  EXPECT_EQ(chart.lines()[1]->count(), 20);
}

TEST(StepChart, OverlaysAreDrawnInTheirColourAndToggleByTheirName) {
  const QColor colour(10, 200, 30);
  LossChart losses;
  HeldOutChart heldOut;
  losses.show(madeUpHistory(10), 50);
  heldOut.show({heldOutPoint(50, 0.6)}, 50);
  const OverlaidRuns runs = oneOverlay("rival", colour);
  losses.setOverlays(runs);
  heldOut.setOverlays(runs);
  showChart(losses);
  showChart(heldOut);
  const auto& drawn = losses.overlayLines(0);
  ASSERT_EQ(drawn.size(), 4u);
  for (const StepCurve* line : drawn) EXPECT_EQ(line->pen().color(), colour);
  ASSERT_EQ(drawn[0]->count(), 20);
  EXPECT_EQ(drawn[0]->at(4), QPointF(50, 3.0 / 5));
  EXPECT_EQ(drawn[2]->count(), 10) << "KL begins with alignment";
  EXPECT_EQ(losses.axisRanges(Side::Left).right(), 200) << "the axis holds both runs";
  EXPECT_EQ(heldOut.overlayLines(0)[0]->points(), (QList<QPointF>{{40, 0.7}, {160, 0.9}}));
  EXPECT_EQ(entryNames(losses).back(), "rival");
  EXPECT_EQ(entryNames(heldOut).back(), "rival");

  losses.legend().show("rival", false);
  losses.bringUpToDate();
  EXPECT_FALSE(drawn[0]->isVisible());
  EXPECT_TRUE(losses.lines()[0]->isVisible());
  EXPECT_EQ(losses.axisRanges(Side::Left).right(), 100);
  losses.legend().show("rival", true);
  losses.legend().show("BCE", false);
  losses.bringUpToDate();
  EXPECT_FALSE(drawn[0]->isVisible()) << "what is hidden of one run is hidden of all";
  EXPECT_TRUE(drawn[1]->isVisible());

  losses.setOverlays(nullptr);
  losses.bringUpToDate();
  EXPECT_THAT(entryNames(losses),
              ElementsAre("BCE", "reward loss", "KL (right)", "entropy (right)"));
}

TEST(StepChart, SmoothingKeepsTheRawLineBehind) {
  LossChart chart;
  chart.show(madeUpHistory(3), 100);
  showChart(chart);
  chart.setSmoothing(0.5);
  chart.bringUpToDate();
  // (x₁, (x₁/2 + x₂)/(3/2), (x₁/4 + x₂/2 + x₃)/(7/4)) of 1, 1/2, 1/3.
  const QList<QPointF> smooth = chart.lines()[0]->points();
  ASSERT_EQ(smooth.size(), 3);
  EXPECT_NEAR(smooth[0].y(), 1, 1e-12);
  EXPECT_NEAR(smooth[1].y(), 2.0 / 3, 1e-12);
  EXPECT_NEAR(smooth[2].y(), (0.25 + 0.25 + 1.0 / 3) / 1.75, 1e-12);
  EXPECT_EQ(chart.rawLines()[0]->at(1), QPointF(20, 0.5));
  EXPECT_TRUE(chart.rawLines()[0]->isVisible());
  QTest::mouseMove(viewOf(chart).viewport(), inPlot(chart, 0.67, 0.5));
  ASSERT_FALSE(chart.marks().readings().empty());
  EXPECT_EQ(chart.marks().readings()[0].value, "0.6667 (0.5)");
  chart.setSmoothing(0);
  chart.bringUpToDate();
  EXPECT_FALSE(chart.rawLines()[0]->isVisible());
  EXPECT_EQ(chart.lines()[0]->at(1), QPointF(20, 0.5));
}

TEST(StepChart, ALogarithmicAxisShowsWhatIsAboveZero) {
  LossChart chart;
  History history = madeUpHistory(4);
  history[1].second.bce = 0;
  chart.show(history, 100);
  showChart(chart);
  EXPECT_FALSE(chart.logarithmic(Side::Left));
  chart.setLogarithmic(Side::Left, true);
  chart.bringUpToDate();
  EXPECT_EQ(chart.lines()[0]->points(), (QList<QPointF>{{10, 1}, {30, 1.0 / 3}, {40, 0.25}}));
  EXPECT_FALSE(chart.lines()[1]->isVisible()) << "all below 0";
  EXPECT_DOUBLE_EQ(chart.axisRanges(Side::Left).top(), 0.1);
  chart.setLogarithmic(Side::Left, false);
  chart.bringUpToDate();
  EXPECT_EQ(chart.lines()[0]->count(), 4);
}

TEST(StepChart, ARunThatWasStoppedInWarmUpHasSupervisedLossesOnly) {
  // Held-out points of steps above 50 are aligned; losses are told at 10, 20 … 240.
  const History losses = madeUpHistory(24);
  EXPECT_EQ(lastSupervisedStep(std::vector{heldOutPoint(20, 1), heldOutPoint(40, 1)}, losses), 240);
  EXPECT_EQ(lastSupervisedStep(std::vector{heldOutPoint(40, 1), heldOutPoint(60, 1)}, losses), 60);
  EXPECT_EQ(lastSupervisedStep({}, losses), 240);
  EXPECT_EQ(lastSupervisedStep({}, History()), 0);
}

/// The numbers that stand along the axes.
std::vector<std::string> shownNumbers(ChartFrame& chart) {
  std::vector<std::string> numbers;
  for (const QGraphicsItem* item : viewOf(chart).scene()->items()) {
    const auto* text = dynamic_cast<const QGraphicsTextItem*>(item);
    if (text == nullptr || !text->isVisible()) continue;
    numbers.push_back(text->toPlainText().toStdString());
  }
  return numbers;
}

TEST(StepChart, ALowChartHasFewerNumbersInsteadOfDots) {
  HeldOutChart chart;
  chart.show({heldOutPoint(40, 0.64), heldOutPoint(80, 1.05), heldOutPoint(160, 1.31)}, 160);
  showChart(chart, {380, 400});
  for (const int height : {400, 230, 215, 200, 185, 170, 260}) {
    SCOPED_TRACE(height);
    chart.resize(380, height);
    QTest::qWait(60);
    chart.bringUpToDate();
    const std::vector<std::string> numbers = shownNumbers(chart);
    EXPECT_THAT(numbers, Not(Contains("...")));
    // Two at least along each axis.
    EXPECT_GE(numbers.size(), 4);
    const QRectF ranges = chart.axisRanges(Side::Left);
    EXPECT_LE(ranges.top(), 0.45);
    EXPECT_GE(ranges.bottom(), 1.41);
  }
}

TEST(StepChart, ZoomingInDrawsEachStepOfWhatIsLookedAt) {
  LossChart chart;
  History history;
  for (int step = 1; step <= 100'000; ++step) {
    StepAverages averages;
    averages.bce = step % 10;
    history.emplace_back(step, averages);
  }
  chart.show(history, 100'000);
  showChart(chart);
  EXPECT_EQ(chart.pointCount(), 100'000);
  EXPECT_LE(chart.lines()[0]->count(), 2 * chart.plotPlace().width() + 4);
  for (int i = 0; i < 40; ++i) chart.zoom().zoomBy(0.8, Qt::Horizontal);
  chart.bringUpToDate();
  const QRectF shown = chart.axisRanges(Side::Left);
  ASSERT_LT(shown.width(), 100);
  const QList<QPointF> drawn = chart.lines()[0]->points();
  EXPECT_NEAR(static_cast<double>(drawn.size()), shown.width() + 2, 1.01);
  for (const QPointF& point : drawn) EXPECT_EQ(point.y(), std::fmod(point.x(), 10));
}

TEST(StepChart, IsDrawnAtMostThirtyTimesASecond) {
  LossChart chart;
  showChart(chart);
  QElapsedTimer time;
  time.start();
  const int before = chart.drawCount();
  int step = 0;
  while (time.elapsed() < 400) {
    chart.append(++step, StepAverages{}, false);
    QCoreApplication::processEvents();
  }
  const int draws = chart.drawCount() - before;
  EXPECT_GT(step, 100);
  EXPECT_GE(draws, 2);
  EXPECT_LE(draws, 2 + time.elapsed() * 30 / 1000);
  EXPECT_TRUE(waitFor([&] { return chart.lines()[0]->count() > 0; }));
  EXPECT_TRUE(waitFor([&] { return chart.lines()[0]->points().back().x() == step; }))
      << "the last ones are drawn too";
}

TEST(StepChart, HiddenItCostsNothingAndCatchesUpWhenShown) {
  LossChart chart;
  chart.setOverlays(oneOverlay("rival", Qt::red));
  for (int step = 1; step <= 1000; ++step) chart.append(step, StepAverages{}, false);
  chart.setSmoothing(0.9);
  QTest::qWait(100);
  EXPECT_EQ(chart.drawCount(), 0);
  EXPECT_EQ(chart.lines()[0]->count(), 0);
  showChart(chart);
  EXPECT_GE(chart.drawCount(), 1);
  EXPECT_GT(chart.lines()[0]->count(), 900);
  QTest::qWait(100);

  const int before = chart.drawCount();
  chart.hide();
  chart.append(1001, StepAverages{}, false);
  chart.append(1002, StepAverages{}, false);
  QTest::qWait(100);
  EXPECT_EQ(chart.drawCount(), before);
  chart.setVisible(true);
  EXPECT_EQ(chart.drawCount(), before + 1);
  EXPECT_EQ(chart.lines()[0]->points().back().x(), 1002);
}

TEST(StepChart, ExportsAllNumbersOfWhatIsShown) {
  LossChart chart;
  History history;
  for (int step = 1; step <= 5000; ++step) {
    StepAverages averages;
    averages.bce = std::sqrt(step) / 3;
    averages.kl = 1e-7 / step;
    averages.entropy = 2;
    history.emplace_back(step, averages);
  }
  chart.show(history, 4000);
  chart.legend().show("reward loss", false);
  showChart(chart);
  chart.zoom().zoomBy(0.1);
  std::ostringstream text;
  chart.csv()(text);
  std::istringstream lines(text.str());
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(line, "step,BCE,KL,entropy");
  for (const auto& [step, averages] : history) {
    ASSERT_TRUE(std::getline(lines, line));
    const QStringList fields = QString::fromStdString(line).split(',');
    ASSERT_EQ(fields.size(), 4);
    EXPECT_EQ(fields[0].toLongLong(), step);
    EXPECT_EQ(fields[1].toDouble(), averages.bce) << "to the last bit";
    if (step <= 4000) {
      EXPECT_EQ(fields[2], "") << "no KL in warm-up";
    } else {
      EXPECT_EQ(fields[2].toDouble(), averages.kl);
    }
  }
  EXPECT_FALSE(std::getline(lines, line));

  chart.setOverlays(oneOverlay("rival, \"b\"", Qt::red));
  chart.setSmoothing(0.5);
  chart.bringUpToDate();
  std::ostringstream both;
  chart.csv()(both);
  EXPECT_THAT(both.str(), testing::StartsWith("run,step,BCE,KL,entropy,\"BCE, smoothed\","));
  EXPECT_THAT(both.str(), testing::HasSubstr("\n\"rival, \"\"b\"\"\",20,1.5,,,2,,\n"))
      << "3 and 3/2, smoothed: (3/2 + 3/2)/(3/2) = 2";
}

}  // namespace
}  // namespace luce::desktop
