// The diagnostics chart in the real window.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "app/desktop/main_window.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using Group = DiagnosticsChart::Group;

constexpr std::array kGroups{Group::ClippedShare, Group::Ratios,     Group::EffectiveSampleSize,
                             Group::Divergence,   Group::Advantages, Group::Gradient,
                             Group::LearningRate};

StepAverages averagesWith(double ratioMaximum) {
  StepAverages averages;
  averages.gradientNorm = 0.5;
  averages.learningRate = 0.003;
  averages.policy.ratioMaximum = ratioMaximum;
  return averages;
}

/// Every number that the chart draws of a run, by group and line.
std::vector<std::vector<QList<QPointF>>> drawnLines(DiagnosticsChart& chart) {
  std::vector<std::vector<QList<QPointF>>> groups;
  for (const Group group : kGroups) {
    chart.choose(group);
    chart.bringUpToDate();
    std::vector<QList<QPointF>>& lines = groups.emplace_back();
    for (const StepCurve* line : chart.lines()) lines.push_back(line->points());
  }
  return groups;
}

TEST(DiagnosticsChart, EveryGroupFillsWhileTrainingAndAfterOpeningTheRunAgain) {
  MainWindow window;
  window.setVisible(true);
  Study& study = window.study();
  const Listener listener(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  DiagnosticsChart& chart = window.diagnosticsChart();
  window.workbench().raisePanel(chart);
  ASSERT_TRUE(waitFor([&] { return window.workbench().isInFront(chart); }));

  Experiment experiment = quickExperiment(study);
  experiment.objective.scheme = "grpo";
  experiment.schedule.alignmentEpochs = 2000;
  study.changeExperiment(experiment, "long run", 1);
  chart.choose(Group::Ratios);
  window.trainAction().trigger();
  // Of so long a run every 14th step is recorded.
  ASSERT_TRUE(waitFor([&] {
    return chart.lines()[1]->count() > 5 && listener.snapshots.back()->step > 200;
  })) << "while training";
  for (const auto& lines : drawnLines(chart)) {
    for (const QList<QPointF>& points : lines) EXPECT_GT(points.size(), 5);
  }
  window.stopAction().trigger();
  ASSERT_TRUE(waitFor([&] { return study.run() != nullptr && !study.busy(); }));

  // What the workspace holds of it, which is read when the run is opened.
  const auto opened = drawnLines(chart);
  chart.clear();
  for (const StepCurve* line : chart.lines()) EXPECT_EQ(line->count(), 0);
  const QString name = QString::fromStdString(study.run()->record.name);
  study.openRun(name);
  ASSERT_TRUE(waitFor([&] { return chart.pointCount() > 0 && !study.busy(); }));
  const auto again = drawnLines(chart);
  EXPECT_EQ(again, opened);
  for (const auto& lines : again) {
    for (const QList<QPointF>& points : lines) ASSERT_FALSE(points.isEmpty());
  }

  // Observed rows have ρ = π, and quantiles are in order.
  const auto& ratios = again[static_cast<std::size_t>(Group::Ratios)];
  ASSERT_EQ(ratios.size(), 5u);
  for (qsizetype i = 0; i < ratios[0].size(); ++i) {
    EXPECT_GT(ratios[0][i].y(), 0);
    for (std::size_t quantile = 1; quantile < 5; ++quantile) {
      EXPECT_GE(ratios[quantile][i].y(), ratios[quantile - 1][i].y());
    }
    EXPECT_LE(ratios[4][i].y(), 1.00001);
  }
  // The learning rate is drawn in warm-up too, the advantages are not.
  const double firstAligned = again[static_cast<std::size_t>(Group::Advantages)][0].front().x();
  const auto& rates = again[static_cast<std::size_t>(Group::LearningRate)][0];
  EXPECT_LT(rates.front().x(), firstAligned);
  EXPECT_DOUBLE_EQ(rates.front().y(), experiment.optimiser.learningRate);
  EXPECT_DOUBLE_EQ(rates.back().y(), experiment.optimiser.alignmentLearningRate);
}

TEST(DiagnosticsChart, EveryGroupHasItsOwnHelp) {
  DiagnosticsChart chart;
  QStringList seen;
  for (const Group group : kGroups) {
    chart.choose(group);
    EXPECT_GT(chart.help().size(), 40);
    EXPECT_FALSE(seen.contains(chart.help()));
    seen.append(chart.help());
  }
}

TEST(DiagnosticsChart, WhatWasNotRecordedIsNotDrawn) {
  DiagnosticsChart chart;
  chart.setVisible(true);
  chart.choose(Group::Divergence);
  StepAverages averages = averagesWith(2);
  averages.kl = 0.25;
  chart.append(1, averages, true);
  chart.append(2, averages, true);
  chart.bringUpToDate();
  EXPECT_EQ(chart.lines()[0]->count(), 2);
  EXPECT_EQ(chart.lines()[1]->count(), 0) << "no propensities, no KL to the logging policy";
  EXPECT_FALSE(chart.lines()[1]->isVisible());
  averages.policy.klLogging = 0.5;
  chart.append(3, averages, true);
  chart.bringUpToDate();
  EXPECT_EQ(chart.lines()[1]->points(), (QList<QPointF>{{3, 0.5}}));
  EXPECT_TRUE(chart.lines()[1]->isVisible());
}

TEST(DiagnosticsChart, LongRunsAreKeptWholeAndDrawnWithTheirLargestRatio) {
  DiagnosticsChart chart;
  chart.choose(Group::Ratios);
  for (int step = 1; step <= 5000; ++step) {
    chart.append(step, averagesWith(step == 1234 ? 900 : 2), true);
  }
  EXPECT_EQ(chart.pointCount(), 5000);
  chart.setVisible(true);
  EXPECT_LE(chart.lines()[4]->count(), 2 * chart.width() + 2);
  double largest = 0;
  for (const QPointF& point : chart.lines()[4]->points()) largest = std::max(largest, point.y());
  EXPECT_EQ(largest, 900);
}

TEST(DiagnosticsChart, AHiddenChartDrawsWhenItIsShown) {
  DiagnosticsChart chart;
  chart.choose(Group::Gradient);
  chart.append(1, averagesWith(2), false);
  EXPECT_EQ(chart.lines()[0]->count(), 0);
  chart.setVisible(true);
  EXPECT_EQ(chart.lines()[0]->points(), (QList<QPointF>{{1, 0.5}}));
}

}  // namespace
}  // namespace luce::desktop
