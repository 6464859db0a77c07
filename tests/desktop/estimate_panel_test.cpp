// Estimates under the sliders, and the device in the status bar.
#include "app/desktop/panels/estimate_panel.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <algorithm>

#include "app/desktop/main_window.h"
#include "app/desktop/study/run_loader.h"
#include "core/workspace/workspace.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

PolicyReport reportOf(double snips, double ips) {
  PolicyReport report;
  const auto set = [&](ValueEstimator estimator, double value) {
    EstimatedValue& estimated = report.estimate.of(estimator);
    estimated.value = value;
    estimated.low = value - 0.25;
    estimated.high = value + 0.25;
  };
  set(ValueEstimator::Snips, snips);
  set(ValueEstimator::Ips, ips);
  set(ValueEstimator::ClippedIps, 7.5);
  report.estimate.rows = 4711;
  return report;
}

PolicySummary summaryOf(double snips, double ips) {
  PolicySummary summary;
  summary.snips = snips;
  summary.ips = ips;
  return summary;
}

TEST(EstimatePanel, ShowsValuesAtOnceAndIntervalsOnceTheSlidersRest) {
  EstimatePanel panel;
  const auto text = [&] { return panel.text().toStdString(); };
  panel.preview(summaryOf(1.5, 2.5));
  EXPECT_THAT(text(),
              AllOf(HasSubstr("1.5"), HasSubstr("2.5"), HasSubstr("…"), Not(HasSubstr("["))));
  panel.show(reportOf(1.5, 2.5));
  EXPECT_THAT(text(), AllOf(HasSubstr("[1.25, 1.75]"), HasSubstr("[2.25, 2.75]"),
                            HasSubstr("4,711 rows"), HasSubstr("7.5"), Not(HasSubstr("…"))));
  panel.preview(summaryOf(1.500001, 2.5));
  EXPECT_THAT(text(), HasSubstr("[1.25, 1.75]")) << "the report says the same, and more";
  panel.preview(summaryOf(3.5, 2.5));
  EXPECT_THAT(text(),
              AllOf(HasSubstr("3.5"), Not(HasSubstr("[1.25, 1.75]")), Not(HasSubstr("7.5"))));
  panel.clear();
  EXPECT_THAT(text(), Not(HasSubstr("3.5")));
}

TEST(EstimatePanel, KeepsIntervalsWhereTheNextReportComesSoon) {
  EstimatePanel panel;
  const auto text = [&] { return panel.text().toStdString(); };
  panel.show(reportOf(1.5, 2.5));
  panel.previewIfAlone(summaryOf(3.5, 4.5));
  EXPECT_THAT(text(), HasSubstr("[1.25, 1.75]"));
  panel.show(reportOf(3.5, 4.5));
  EXPECT_FALSE(QTest::qWaitFor([&] { return panel.text().contains("…"); }, 600));
  EXPECT_THAT(text(), HasSubstr("[3.25, 3.75]"));

  panel.previewIfAlone(summaryOf(5.5, 6.5));
  EXPECT_TRUE(waitFor([&] { return panel.text().contains("5.5"); })) << "no report comes";
  EXPECT_THAT(text(), AllOf(HasSubstr("…"), Not(HasSubstr("[3.25, 3.75]"))));
  panel.previewIfAlone(summaryOf(7.5, 8.5));
  panel.clear();
  EXPECT_FALSE(QTest::qWaitFor([&] { return panel.text().contains("7.5"); }, 600));
}

TEST(EstimatePanel, NamesGiveWayToTheNumbers) {
  EstimatePanel panel;
  panel.show(reportOf(-0.12345, -0.12345));
  panel.resize(600, 600);
  panel.setVisible(true);
  const auto widest = [&](auto&& isMeant) {
    int width = 0;
    for (const QLabel* label : panel.findChildren<QLabel*>()) {
      if (isMeant(label->text())) width = std::max(width, label->sizeHint().width());
    }
    return width;
  };
  const auto isInterval = [](const QString& text) { return text.startsWith('['); };
  const int name = widest([](const QString& text) { return text == "logging policy"; });
  const int value = widest([](const QString& text) { return text == "-0.1235"; });
  ASSERT_GT(std::min(name, value), 0);
  panel.resize(name + value + widest(isInterval), 600);
  const auto* scroll = panel.findChild<QScrollArea*>();
  EXPECT_TRUE(waitFor([&] {
    int readable = 0;
    for (const QLabel* label : panel.findChildren<QLabel*>()) {
      readable += isInterval(label->text()) && label->width() >= label->sizeHint().width();
    }
    return readable == 4 && scroll->horizontalScrollBar()->maximum() == 0;
  })) << scroll->horizontalScrollBar()->maximum();
}

TEST(EstimatePanel, IsCopiedAsText) {
  EstimatePanel panel;
  panel.show(reportOf(1.5, 2.5));
  QAction* copy = nullptr;
  for (QAction* action : panel.findChildren<QAction*>()) {
    if (action->text() == "Copy the estimates") copy = action;
  }
  ASSERT_NE(copy, nullptr);
  copy->trigger();
  EXPECT_EQ(QGuiApplication::clipboard()->text(), panel.text());
  EXPECT_THAT(panel.text().toStdString(), HasSubstr("SNIPS\t1.5\t[1.25, 1.75]\n"));
}

TEST(DeviceInTheStatusBar, IsKnownOnceTheWindowIsThereAndFollowsTheExperiment) {
  MainWindow window;
  QSignalSpy found(&window.study(), &Study::deviceFound);
  window.show();
  ASSERT_TRUE(waitFor([&] { return found.count() == 1; }));
  const auto* strip = window.findChild<StatusStrip*>();
  const QString automatic = strip->deviceText();
  EXPECT_FALSE(automatic.isEmpty());

  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  const auto choose = [&](const char* device) {
    Experiment experiment = window.study().experiment();
    experiment.device = device;
    const auto before = found.count();
    window.study().changeExperiment(experiment, "device", 1);
    return waitFor([&] { return found.count() == before + 1; });
  };
  ASSERT_TRUE(choose("cuda:77"));
  EXPECT_EQ(strip->deviceText(), "no such device");
  ASSERT_TRUE(choose("cpu"));
  EXPECT_EQ(strip->deviceText(), "cpu");
  window.study().undoStack().undo();
  ASSERT_TRUE(waitFor([&] { return strip->deviceText() == automatic; }));
}

TEST(LoadedRuns, JudgeAllHeldOutSlatesThatFitAndKeepASample) {
  Study study;
  Listener listener(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  ASSERT_TRUE(trainQuickRun(study, "run"));
  const SlateTable& table = *study.dataset()->table;
  const Workspace workspace = Workspace::open(study.workspace()->file.toStdString(), Access::Read);
  const auto load = [&](const RunLimits& limits) {
    return loadRun(workspace, "run", table, {}, {}, limits);
  };
  std::vector<double> fractions;
  const LoadedRun all = loadRun(workspace, "run", table, [&](double fraction, std::string_view) {
    fractions.push_back(fraction);
  });
  const Predictions& predictions = *all.view.predictions;
  EXPECT_EQ(predictions.candidates(), 1800) << "15 % of 1,200 slates of ten";
  EXPECT_EQ(all.view.sample, all.view.predictions) << "they are few";
  EXPECT_FALSE(fractions.empty());
  EXPECT_EQ(study.samplePredictions(), study.run()->sample);
  EXPECT_EQ(predictions.probabilities,
            all.estimator.predict(table, predictions.slates).probabilities);

  const LoadedRun sampled = load({.sampleCandidates = 600});
  EXPECT_EQ(sampled.view.predictions->candidates(), 1800);
  const Predictions& sample = *sampled.view.sample;
  EXPECT_EQ(sample.candidates(), 600);
  for (std::size_t i = 0; i < sample.slates.size(); ++i) {
    EXPECT_EQ(sample.slates[i], predictions.slates[3 * i]);
    for (std::size_t task = 0; task < 3; ++task) {
      EXPECT_EQ(sample.task(task)[10 * i], predictions.task(task)[30 * i]);
    }
  }
  // Three tasks of four bytes.
  EXPECT_EQ(load({.predictionBytes = 12 * 900}).view.predictions->candidates(), 900);
}

}  // namespace
}  // namespace luce::desktop
