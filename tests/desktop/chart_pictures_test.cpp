// Each chart drawn of fixed data against a picture of its plot that was looked at: where its
// colours are, whatever the fonts. LUCE_REGENERATE_GOLDEN=1 writes the pictures anew.
#include <gmock/gmock.h>

#include <QImage>
#include <cmath>

#include "app/desktop/charts/comparison_chart.h"
#include "app/desktop/charts/curve_plot.h"
#include "app/desktop/charts/diagnostics_chart.h"
#include "app/desktop/charts/held_out_chart.h"
#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/charts/ratio_chart.h"
#include "app/desktop/charts/slate_chart.h"
#include "app/desktop/data/histogram_chart.h"
#include "app/desktop/evaluation/estimate_chart.h"
#include "app/desktop/evaluation/reliability_chart.h"
#include "app/desktop/loop/loop_chart.h"
#include "app/desktop/theme.h"
#include "app/desktop/tuning/pareto_chart.h"
#include "app/desktop/whatif/contribution_chart.h"
#include "tests/desktop/chart_events.h"
#include "tests/support/random_predictions.h"
#include "tests/support/tiny_logs.h"

namespace luce::desktop {
namespace {

constexpr int kReach = 2;           // pixels that antialiasing or rounding may move an edge
constexpr int kAlike = 70;          // of 3 · 255, summed over the channels
constexpr int kColourful = 28;      // of 255, from the least to the most of the channels
constexpr double kEnough = 0.985;   // of the coloured pixels
constexpr double kPlotSize = 0.12;  // by how much other fonts may change it

bool isColourful(QRgb pixel) {
  const auto [least, most] = std::minmax({qRed(pixel), qGreen(pixel), qBlue(pixel)});
  return most - least >= kColourful;
}

bool alike(QRgb a, QRgb b) {
  return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
             std::abs(qBlue(a) - qBlue(b)) <=
         kAlike;
}

/// How many of a picture's coloured pixels have one of their colour in the other close by.
double shareFound(const QImage& picture, const QImage& other) {
  int coloured = 0, found = 0;
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      const QRgb pixel = picture.pixel(x, y);
      if (!isColourful(pixel)) continue;
      ++coloured;
      bool near = false;
      for (int dy = -kReach; dy <= kReach && !near; ++dy) {
        for (int dx = -kReach; dx <= kReach && !near; ++dx) {
          near = other.valid(x + dx, y + dy) && alike(pixel, other.pixel(x + dx, y + dy));
        }
      }
      found += near ? 1 : 0;
    }
  }
  EXPECT_GT(coloured, 200) << "nothing is drawn";
  return static_cast<double>(found) / coloured;
}

QImage plotOf(ChartFrame& chart) {
  showChart(chart, {560, 360});
  chart.bringUpToDate();
  QTest::qWait(50);  // a plot whose width has changed is drawn once more
  return chart.grab(chart.plotPlace()).toImage().convertToFormat(QImage::Format_RGB32);
}

void expectLooksLike(ChartFrame& chart, const QString& name) {
  const QString file = QString(LUCE_SOURCE_DIR "/tests/desktop/golden/%1.png").arg(name);
  const QImage drawn = plotOf(chart);
  if (qEnvironmentVariableIsSet("LUCE_REGENERATE_GOLDEN")) {
    ASSERT_TRUE(drawn.save(file));
    return;
  }
  const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
  ASSERT_FALSE(golden.isNull()) << file.toStdString();
  EXPECT_NEAR(drawn.width(), golden.width(), kPlotSize * golden.width());
  EXPECT_NEAR(drawn.height(), golden.height(), kPlotSize * golden.height());
  const QImage scaled =
      drawn.size() == golden.size()
          ? drawn
          : drawn.scaled(golden.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  EXPECT_GT(shareFound(golden, scaled), kEnough) << "something is missing or moved";
  EXPECT_GT(shareFound(scaled, golden), kEnough) << "something is too many or moved";
}

/// Losses that fall with some noise, alignment from step 400 on; the same each time.
std::vector<std::pair<std::int64_t, StepAverages>> fixedHistory(double level) {
  std::vector<std::pair<std::int64_t, StepAverages>> history;
  for (int i = 1; i <= 100; ++i) {
    const double noise = std::sin(12.9898 * i) * 0.05;
    StepAverages averages;
    averages.bce = level * std::exp(-0.03 * i) + noise;
    averages.rewardLoss = -0.2 - 0.004 * i + noise;
    averages.kl = 0.002 * i;
    averages.entropy = 2 - 0.01 * i;
    averages.policy.ratioQuantile10 = 0.1 + 0.0005 * i;
    averages.policy.ratioQuantile50 = 1 + noise;
    averages.policy.ratioQuantile90 = 3 + 0.02 * i;
    averages.policy.ratioQuantile99 = 8 + 0.1 * i;
    averages.policy.ratioMaximum = i == 70 ? 700 : 30 + i;
    history.emplace_back(10 * i, averages);
  }
  return history;
}

std::vector<HeldOutPoint> fixedEstimates(double gain) {
  std::vector<HeldOutPoint> points;
  for (int i = 1; i <= 12; ++i) {
    HeldOutPoint point;
    point.step = 80 * i;
    point.aligned = i > 5;
    const double value = 0.6 + gain * std::log(i);
    EstimatedValue& snips = point.estimate.of(ValueEstimator::Snips);
    snips.value = value;
    snips.low = value - 0.12;
    snips.high = value + 0.1;
    point.estimate.logging.value = 0.7;
    point.estimate.logging.low = 0.62;
    point.estimate.logging.high = 0.78;
    points.push_back(point);
  }
  return points;
}

OverlaidRuns fixedOverlay() {
  OverlaidRun run;
  run.name = "other run";
  run.colour = QColor(0x56, 0xb4, 0xe9);
  run.losses = fixedHistory(1.4);
  run.lastSupervisedStep = 400;
  run.heldOut = fixedEstimates(0.05);
  return std::make_shared<const std::vector<OverlaidRun>>(std::vector{run});
}

TEST(ChartPictures, Losses) {
  LossChart chart;
  chart.show(fixedHistory(1), 400);
  expectLooksLike(chart, "losses");
}

TEST(ChartPictures, SmoothedLossesOnALogarithmicAxisWithAnOverlay) {
  LossChart chart;
  chart.show(fixedHistory(1), 400);
  chart.setOverlays(fixedOverlay());
  chart.setSmoothing(0.8);
  chart.setLogarithmic(Side::Left, true);
  expectLooksLike(chart, "losses_smoothed_logarithmic_overlaid");
}

TEST(ChartPictures, ZoomedLosses) {
  LossChart chart;
  chart.show(fixedHistory(1), 400);
  showChart(chart, {560, 360});
  chart.zoom().zoomBy(0.4);
  expectLooksLike(chart, "losses_zoomed");
}

TEST(ChartPictures, HeldOutEstimateWithAnOverlay) {
  HeldOutChart chart;
  chart.show(fixedEstimates(0.2), 800);
  chart.setOverlays(fixedOverlay());
  expectLooksLike(chart, "held_out");
}

TEST(ChartPictures, RatioDiagnostics) {
  DiagnosticsChart chart;
  chart.choose(DiagnosticsChart::Group::Ratios);
  chart.show(fixedHistory(1), 400);
  expectLooksLike(chart, "diagnostics_ratios");
}

TEST(ChartPictures, Ratios) {
  PolicySummary summary;
  summary.rows = 100;
  summary.ratios.low = -3;
  summary.ratios.high = 3;
  summary.ratios.counts = {1, 4, 10, 25, 30, 15, 8, 4, 2, 1};
  RatioChart chart;
  chart.show(summary, {0.8, 1.2}, RowKind::Drawn);
  expectLooksLike(chart, "ratios");
}

TEST(ChartPictures, Slate) {
  std::vector<CandidateView> candidates(6);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    CandidateView& candidate = candidates[i];
    candidate.item = std::string("item-") + static_cast<char>('a' + i);
    candidate.rank = static_cast<std::int64_t>(i + 1);
    candidate.policy = 0.4 / static_cast<double>(i + 1);
    candidate.behaviour = 0.05 * static_cast<double>(i + 1);
    candidate.reward = i % 2 == 0 ? 1 : 0;
  }
  SlateChart chart;
  chart.show(candidates, {}, true);
  expectLooksLike(chart, "slate");
}

TEST(ChartPictures, SchemesCompared) {
  std::vector<ComparedScheme> schemes(3);
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    schemes[i].scheme = schemes[i].title = std::string(1, static_cast<char>('A' + i));
    schemes[i].finished = 3;
    schemes[i].value.mean = 1 + 0.2 * static_cast<double>(i);
    schemes[i].value.halfWidth = 0.1 + 0.05 * static_cast<double>(i);
  }
  ComparisonChart chart;
  chart.show(schemes);
  expectLooksLike(chart, "schemes");
}

TEST(ChartPictures, ClipCurve) {
  CurvePlot chart("Loss over ρ");
  SignedCurves curves;
  for (double ratio = 0.02; ratio < 40; ratio *= 1.05) {
    curves.ratio.push_back(ratio);
    curves.positive.push_back(-std::min(ratio, 1.2));
    curves.negative.push_back(std::max(ratio, 0.8));
  }
  chart.showCurves(curves, {}, {0.8, 1.2}, {0.05, 4});
  expectLooksLike(chart, "clip_curve");
}

TEST(ChartPictures, Histogram) {
  HistogramChart chart("Candidates", {}, "candidates", HistogramChart::Scale::Linear,
                       theme::kPolicy);
  Histogram histogram;
  histogram.edges = {0, 5, 10, 15, 20};
  histogram.counts = {1, 6, 2, 3};
  chart.show(histogram, {});
  expectLooksLike(chart, "histogram");
}

TEST(ChartPictures, Reliability) {
  std::vector<double> predictions, labels;
  for (int i = 0; i < 2000; ++i) {
    predictions.push_back((i % 100) / 100.0);
    labels.push_back((37 * i) % 100 < i % 100 ? 1 : 0);
  }
  TaskCalibration task;
  task.fit = fitOf("click", predictions, labels);
  task.equalWidth = equalWidthBins(predictions, labels, 10);
  ReliabilityChart chart;
  chart.show(std::make_shared<const std::vector<TaskCalibration>>(std::vector{task}));
  expectLooksLike(chart, "reliability");
}

TEST(ChartPictures, FeedbackLoop) {
  const std::vector<ShownRanker> rankers{
      {"Random", "random"}, {"Supervised only", "supervised"}, {"PPO", "ppo_clip"}};
  std::vector<LoopPoint> points;
  for (int round = 0; round < 6; ++round) {
    for (int seed = 0; seed < 3; ++seed) {
      for (std::size_t ranker = 0; ranker < rankers.size(); ++ranker) {
        LoopPoint point{ranker, seed, round, {}};
        point.measures.regret = 1 - 0.1 * static_cast<double>(ranker) * round + 0.05 * seed;
        points.push_back(point);
      }
    }
  }
  LoopChart chart("regret");
  chart.show(std::make_shared<const LoopView>(summariseLoop(rankers, 8, 3, points, 1)));
  chart.setMarks({{4, "click 1 → 3"}});
  expectLooksLike(chart, "feedback_loop");
}

TEST(ChartPictures, ExportedOnesLeaveTheCrosshairOut) {
  LossChart chart;
  StepCrosshair crosshair;
  chart.setCrosshair(&crosshair);
  chart.show(fixedHistory(1), 400);
  showChart(chart);
  const QImage picture = chart.picture().image(1);
  const QImage window = chart.grab().toImage();
  crosshair.moveTo(500);
  EXPECT_NE(chart.grab().toImage(), window);
  EXPECT_EQ(chart.picture().image(1), picture);
}

EstimatedValue fixedValue(double value, double reach) {
  EstimatedValue estimated;
  estimated.value = value;
  estimated.low = value - reach;
  estimated.high = value + 2 * reach;
  return estimated;
}

TEST(ChartPictures, Estimates) {
  EvaluationView view;
  view.report.policy = "run aligned";
  view.compared.emplace();
  view.compared->policy = "uniform";
  double value = 1;
  for (const ValueEstimator estimator :
       {ValueEstimator::Ips, ValueEstimator::ClippedIps, ValueEstimator::Snips, ValueEstimator::Dr,
        ValueEstimator::SwitchDr}) {
    view.report.estimate.of(estimator) = fixedValue(value, 0.1);
    view.compared->estimate.of(estimator) = fixedValue(0.6, 0.05);
    value += 0.15;
  }
  view.report.estimate.logging = fixedValue(0.8, 0.1);
  view.report.estimate.rows = view.report.estimate.slates = 1000;
  EstimateChart chart;
  chart.show(view);
  expectLooksLike(chart, "estimates");
}

TEST(ChartPictures, ParetoFront) {
  // The chart asks nothing of the evaluator, but a sweep has one.
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(8));
  const auto predictions = std::make_shared<const Predictions>(randomPredictions(*table, 1));
  const TuningBasis basis{.rewardWeights = {1, 1}, .rows = RowKind::Observed};
  SweepView view{{table, predictions, basis}, SettingEvaluator(*table, *predictions, basis), {}};
  SweepResult& result = view.result;
  result.tasks = {"click", "like"};
  result.outcomes = {{OutcomeKind::Task, 0, "click"}, {OutcomeKind::Task, 1, "like"}};
  result.basis = basis;
  const auto point = [](double click, double like) {
    SweepPoint judged{{{1, 1}, 1}, {}, {}};
    judged.outcomes = {{click, click - 0.01, click + 0.02}, {like, like - 0.02, like + 0.01}};
    judged.differences = judged.outcomes;
    return judged;
  };
  result.base = point(0.2, 0.1);
  std::vector<bool> front;
  for (int i = 0; i < 8; ++i) {
    const double turn = 0.2 * i;
    result.points.push_back(point(0.3 * std::sin(turn), 0.3 * std::cos(turn)));
    front.push_back(true);
    result.points.push_back(point(0.2 * std::sin(turn), 0.2 * std::cos(turn)));
    front.push_back(false);
  }
  ParetoChart chart;
  chart.show(std::make_shared<const SweepView>(std::move(view)), 0, 1, front);
  chart.showCurrent(point(0.2, 0.1));
  chart.choose(6);
  expectLooksLike(chart, "pareto");
}

TEST(ChartPictures, Contributions) {
  std::vector<WhatIfRow> rows;
  for (int i = 0; i < 6; ++i) {
    JudgedCandidate now;
    now.contributions = {0.1 * (i + 1), 0.3 - 0.04 * i, -0.05 * i};
    now.probabilities = {0.1, 0.1, 0.1};
    now.score = now.contributions[0] + now.contributions[1] + now.contributions[2];
    JudgedCandidate before = now;
    before.score += 0.1;
    WhatIfRow row;
    row.candidate = static_cast<std::size_t>(i);
    row.item = "item-" + std::to_string(i);
    row.after = now;
    if (i != 2) row.before = before;
    rows.push_back(row);
  }
  rows[4].dropped = true;
  rows[4].after.reset();
  ContributionChart chart;
  chart.show(rows, {"click", "long view", "hide"});
  expectLooksLike(chart, "contributions");
}

}  // namespace
}  // namespace luce::desktop
