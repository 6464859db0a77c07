// Charts and tables of the evaluation page, by themselves.
#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <cmath>

#include "app/desktop/evaluation/reliability_chart.h"
#include "app/desktop/evaluation/segment_table.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TaskCalibration madeUpTask(const std::string& name, double rate) {
  std::vector<double> predictions, labels;
  for (int i = 0; i < 400; ++i) {
    predictions.push_back(rate * (0.5 + (i % 20) / 20.0));
    labels.push_back(i % 10 < 10 * rate ? 1 : 0);
  }
  TaskCalibration task;
  task.fit = fitOf(name, predictions, labels);
  task.equalWidth = equalWidthBins(predictions, labels, 15);
  task.equalCount = equalCountBins(predictions, labels, 5);
  task.equalCountError = binnedError(task.equalCount);
  return task;
}

std::shared_ptr<const std::vector<TaskCalibration>> madeUpTasks() {
  return std::make_shared<const std::vector<TaskCalibration>>(
      std::vector{madeUpTask("click", 0.1), madeUpTask("like", 0.6)});
}

TEST(ReliabilityChart, DrawsTheBinsOfTheChosenTask) {
  ReliabilityChart chart;
  const auto tasks = madeUpTasks();
  chart.show(tasks);
  const auto expectBins = [&](const std::vector<ReliabilityBin>& bins) {
    ASSERT_EQ(chart.points().size(), static_cast<qsizetype>(bins.size()));
    EXPECT_EQ(chart.intervalCount(), static_cast<int>(bins.size()));
    double shares = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
      const auto index = static_cast<qsizetype>(i);
      EXPECT_EQ(chart.points()[index], QPointF(bins[i].meanPrediction, bins[i].rate.value));
      shares += chart.rowShares()[4 * index + 1].y();
    }
    EXPECT_NEAR(shares, 100, 1e-9);
  };
  expectBins((*tasks)[0].equalWidth);
  // Rare clicks fill the plot, and nothing that is drawn lies outside of it.
  EXPECT_LT(chart.reach(), 0.5);
  for (const QPointF& point : chart.points()) EXPECT_LE(point.x(), chart.reach());
  chart.taskChoice().setCurrentIndex(1);
  expectBins((*tasks)[1].equalWidth);
  chart.binsChoice().setCurrentIndex(1);
  EXPECT_EQ(chart.bins(), ReliabilityChart::Bins::EqualCount);
  expectBins((*tasks)[1].equalCount);
}

TEST(ReliabilityChart, KeepsTheTaskAndForgetsWhatIsGone) {
  ReliabilityChart chart;
  chart.show(madeUpTasks());
  chart.taskChoice().setCurrentIndex(1);
  chart.show(madeUpTasks());
  EXPECT_EQ(chart.taskChoice().currentText(), "like");
  chart.clear();
  EXPECT_EQ(chart.points().size(), 0);
  EXPECT_EQ(chart.intervalCount(), 0);
  chart.show(
      std::make_shared<const std::vector<TaskCalibration>>(std::vector{madeUpTask("buy", 0.3)}));
  EXPECT_EQ(chart.taskChoice().currentText(), "buy");
  EXPECT_GT(chart.points().size(), 0);
}

Segment madeUpSegment(const std::string& label, std::int64_t slates, double ndcg, double auc) {
  Segment segment;
  segment.label = label;
  segment.slates = segment.judgedSlates = slates;
  segment.rows = 10 * slates;
  segment.meanReward = 0.25;
  segment.ndcg = ndcg;
  for (const char* task : {"click", "like"}) {
    TaskFit fit;
    fit.task = task;
    fit.rows = segment.rows;
    fit.rate = 0.25;
    fit.auc = auc;
    fit.logLoss = task == std::string("click") ? 0.5 : 0.125;
    segment.tasks.push_back(fit);
  }
  for (std::int64_t i = 0; i < slates; ++i) {
    segment.localSlates.push_back(static_cast<std::uint32_t>(i));
  }
  return segment;
}

std::shared_ptr<const Segmentation> madeUpSegments() {
  Segmentation result;
  result.cut.name = "country";
  result.all = madeUpSegment("all", 150, 0.5, 0.75);
  result.segments = {madeUpSegment("AT", 100, 0.4, 0.7), madeUpSegment("DE", 45, 0.8, 1.0),
                     madeUpSegment("missing", 5, kMissing, 0.9)};
  return std::make_shared<const Segmentation>(std::move(result));
}

QStringList column(const SegmentModel& model, int column) {
  QStringList cells;
  for (int row = 0; row < model.rowCount(); ++row) {
    cells.append(model.index(row, column).data().toString());
  }
  return cells;
}

TEST(SegmentModel, SortsBelowEverything) {
  SegmentModel model;
  model.show(madeUpSegments());
  EXPECT_THAT(column(model, SegmentModel::Name), ElementsAre("all", "AT", "DE", "missing"));
  EXPECT_THAT(column(model, SegmentModel::Rows), ElementsAre("1,500", "1,000", "450", "50"));
  model.sort(SegmentModel::Ndcg, Qt::DescendingOrder);
  EXPECT_THAT(column(model, SegmentModel::Name), ElementsAre("all", "DE", "AT", "missing"));
  model.sort(SegmentModel::Ndcg, Qt::AscendingOrder);
  EXPECT_THAT(column(model, SegmentModel::Name), ElementsAre("all", "AT", "DE", "missing"));
  model.sort(SegmentModel::Name, Qt::DescendingOrder);
  EXPECT_THAT(column(model, SegmentModel::Name), ElementsAre("all", "missing", "DE", "AT"));
  model.sort(-1, Qt::AscendingOrder);
  EXPECT_THAT(column(model, SegmentModel::Name), ElementsAre("all", "AT", "DE", "missing"));
  EXPECT_EQ(model.headerData(SegmentModel::Name, Qt::Horizontal).toString(), "country");
}

TEST(SegmentModel, ShowsTheMeasuresOfOneTask) {
  SegmentModel model;
  model.show(madeUpSegments());
  EXPECT_THAT(column(model, SegmentModel::LogLoss), ElementsAre("0.5", "0.5", "0.5", "0.5"));
  model.setTask(1);
  EXPECT_THAT(column(model, SegmentModel::LogLoss),
              ElementsAre("0.125", "0.125", "0.125", "0.125"));
}

TEST(SegmentModel, SaysWhyANumberIsDim) {
  SegmentModel model;
  model.show(madeUpSegments());
  const auto tip = [&](int row, int column) {
    return model.index(row, column).data(Qt::ToolTipRole).toString().toStdString();
  };
  const auto dim = [&](int row, int column) {
    return model.index(row, column).data(Qt::ForegroundRole).isValid();
  };
  EXPECT_FALSE(dim(1, SegmentModel::Ndcg));
  EXPECT_TRUE(dim(3, SegmentModel::Ndcg));
  EXPECT_THAT(tip(3, SegmentModel::Ndcg), HasSubstr("Only 5 slates"));
  EXPECT_TRUE(dim(3, SegmentModel::Auc));
  EXPECT_THAT(tip(3, SegmentModel::Auc), HasSubstr("Only 50 rows"));
  EXPECT_FALSE(dim(2, SegmentModel::Auc));
  EXPECT_EQ(tip(1, SegmentModel::Auc), "");
}

TEST(SegmentModel, BarsAreMeasuredAgainstTheLargestAndChance) {
  SegmentModel model;
  model.show(madeUpSegments());
  const auto bar = [&](int row, int column) {
    return model.index(row, column).data(SegmentModel::kBarRole);
  };
  EXPECT_NEAR(bar(1, SegmentModel::Ndcg).toDouble(), 0.5, 1e-12);
  EXPECT_NEAR(bar(2, SegmentModel::Ndcg).toDouble(), 1, 1e-12);
  EXPECT_FALSE(bar(3, SegmentModel::Ndcg).isValid());
  EXPECT_NEAR(bar(1, SegmentModel::Auc).toDouble(), 0.2 / 0.5, 1e-12);
  EXPECT_NEAR(model.index(1, SegmentModel::Auc).data(SegmentModel::kAllRole).toDouble(), 0.5,
              1e-12);
  EXPECT_NEAR(bar(2, SegmentModel::Slates).toDouble(), 0.45, 1e-12);
  EXPECT_FALSE(bar(0, SegmentModel::Ndcg).isValid());
}

TEST(SegmentTable, CopiesWhatItShowsWithEstimates) {
  SegmentTable table;
  table.show(madeUpSegments());
  EXPECT_TRUE(table.view().isColumnHidden(SegmentModel::Estimate));
  table.setEstimates(
      {"SNIPS", "help", {1, 0.5, 2}, {{2, 1, 3}, {kMissing, kMissing, kMissing}, {0, 0, 0.5}}});
  EXPECT_FALSE(table.view().isColumnHidden(SegmentModel::Estimate));
  table.view().sortByColumn(SegmentModel::Estimate, Qt::AscendingOrder);
  table.copy();
  const QStringList lines = QApplication::clipboard()->text().split('\n');
  ASSERT_EQ(lines.size(), 6);  // the last line ends too
  EXPECT_EQ(lines[0],
            "country\tSlates\tRows\tMean reward\tSNIPS\tNDCG@10\tSeen\tPredicted\tAUC\tLog "
            "loss\tCalibration error");
  EXPECT_EQ(lines[1].section('\t', 0, 4), "all\t150\t1,500\t0.25\t1 [0.5, 2]");
  EXPECT_EQ(lines[2].section('\t', 0, 0), "missing");
  EXPECT_EQ(lines[3].section('\t', 0, 4), "AT\t100\t1,000\t0.25\t2 [1, 3]");
  EXPECT_EQ(lines[4].section('\t', 4, 4), QString::fromUtf8("–"));
  // Other segments have other estimates.
  table.show(madeUpSegments());
  EXPECT_TRUE(table.view().isColumnHidden(SegmentModel::Estimate));
}

TEST(SegmentTable, TellsWhichSegmentWasChosen) {
  SegmentTable table;
  table.show(madeUpSegments());
  table.view().sortByColumn(SegmentModel::Ndcg, Qt::DescendingOrder);
  QSignalSpy chosen(&table, &SegmentTable::segmentChosen);
  Q_EMIT table.view().activated(table.model().index(1, 0));
  ASSERT_EQ(chosen.size(), 1);
  EXPECT_EQ(chosen[0][1].toInt(), 1);  // DE
  Q_EMIT table.view().activated(table.model().index(0, 0));
  EXPECT_EQ(chosen.size(), 1) << "everything is no segment";
  table.show(nullptr);
  EXPECT_EQ(table.model().rowCount(), 0);
}

}  // namespace
}  // namespace luce::desktop
