// The names under a slate's bars, on charts of all heights.
#include "app/desktop/charts/slate_chart.h"

#include <gmock/gmock.h>

#include <QGraphicsTextItem>
#include <cmath>
#include <set>

#include "app/desktop/charts/ratio_chart.h"
#include "app/desktop/charts/upright_labels.h"
#include "tests/desktop/chart_events.h"

namespace luce::desktop {
namespace {

std::vector<CandidateView> candidates(const std::vector<std::string>& items) {
  std::vector<CandidateView> made(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    made[i].item = items[i];
    made[i].rank = static_cast<std::int64_t>(i + 1);
    made[i].policy = 1.0 / static_cast<double>(items.size());
  }
  return made;
}

std::vector<std::string> sampleItems() {
  std::vector<std::string> items;
  for (int i = 0; i < 10; ++i) items.push_back("item-" + std::to_string(114 + i));
  return items;
}

/// The texts under the bars, with the room between each and the picture's lower edge.
std::map<std::string, double> drawnLabels(SlateChart& chart) {
  std::map<std::string, double> labels;
  QChartView& view = viewOf(chart);
  for (QGraphicsItem* item : view.scene()->items()) {
    const auto* text = dynamic_cast<QGraphicsTextItem*>(item);
    if (text == nullptr || !text->isVisible() || !chart.labels().contains(text->toPlainText())) {
      continue;
    }
    labels[text->toPlainText().toStdString()] =
        view.sceneRect().bottom() - text->sceneBoundingRect().bottom();
  }
  return labels;
}

TEST(SlateChart, ShowsNamesInFullOnLowCharts) {
  for (const int height : {160, 200, 230, 300, 420}) {
    SlateChart chart;
    showChart(chart, {340, height});
    chart.show(candidates(sampleItems()), {}, true);
    QTest::qWait(20);
    const auto labels = drawnLabels(chart);
    EXPECT_EQ(labels.size(), 10u) << height;
    for (const auto& [label, room] : labels) {
      EXPECT_GE(room, -1) << label << " at " << height;
      EXPECT_TRUE(height < 200 || label.starts_with("item-1")) << label << " at " << height;
    }
  }
}

TEST(SlateChart, DrawsTheLatestSlateOnceItIsShown) {
  SlateChart chart;
  chart.resize(340, 300);
  chart.show(candidates({"first", "second"}), {}, true);
  chart.show(candidates({"third", "fourth", "fifth"}), {}, true);
  EXPECT_EQ(chart.shown().size(), 3u) << "what is to be drawn is known";
  EXPECT_TRUE(chart.labels().isEmpty());
  EXPECT_FALSE(chart.filled());
  chart.setVisible(true);
  EXPECT_EQ(chart.labels(), QStringList({"third", "fourth", "fifth"}));
  EXPECT_TRUE(chart.filled());
  chart.setVisible(false);
  chart.show(candidates({"sixth"}), {}, true);
  chart.clear();
  chart.setVisible(true);
  EXPECT_FALSE(chart.filled()) << "nothing is left to be drawn";
}

TEST(RatioChart, DrawsTheLatestRatiosOnceItIsShown) {
  PolicySummary summary;
  summary.rows = 3;
  summary.ratios.low = -1;
  summary.ratios.high = 1;
  summary.ratios.counts = {1, 2};
  RatioChart chart;
  chart.resize(340, 300);
  chart.show(summary, {0.8, 1.2}, RowKind::Drawn);
  EXPECT_TRUE(std::isnan(chart.lowLine()));
  chart.setVisible(true);
  EXPECT_EQ(chart.lowLine(), 0.8);
  chart.setVisible(false);
  chart.show(summary, {0.5, 1.2}, RowKind::Drawn);
  EXPECT_EQ(chart.lowLine(), 0.8);
  chart.setVisible(true);
  EXPECT_EQ(chart.lowLine(), 0.5);
}

TEST(SlateChart, FitsNamesAnewWhenItGrowsOrShrinks) {
  SlateChart chart;
  showChart(chart, {340, 420});
  chart.show(
      candidates({"a long name of an item, the first", "a long name of an item, the second"}), {},
      true);
  QTest::qWait(20);
  const QStringList roomy = chart.labels();
  chart.resize(340, 180);
  QTest::qWait(20);
  EXPECT_NE(chart.labels(), roomy);
  for (const auto& [label, room] : drawnLabels(chart)) EXPECT_GE(room, -1) << label;
  EXPECT_TRUE(chart.labels()[0].endsWith("rst")) << chart.labels()[0].toStdString();
  EXPECT_TRUE(chart.labels()[1].endsWith("nd")) << chart.labels()[1].toStdString();
  chart.resize(340, 420);
  QTest::qWait(20);
  EXPECT_EQ(chart.labels(), roomy);
}

TEST(UprightLabels, AreOnePerNameEvenWhereNamesAreAlike) {
  const QStringList names{"same", "same", "same", "a name that is far too long for its room"};
  const UprightLabels fitted = fitUpright(names, QFont("Sans", 10), 60);
  EXPECT_EQ(std::set<QString>(fitted.texts.begin(), fitted.texts.end()).size(), 4u);
  EXPECT_TRUE(fitted.texts[3].startsWith("a")) << fitted.texts[3].toStdString();
  EXPECT_TRUE(fitted.texts[3].endsWith("m")) << fitted.texts[3].toStdString();
  EXPECT_EQ(fitUpright({"x"}, QFont("Sans", 10), 60).font.pointSizeF(), 10);
}

}  // namespace
}  // namespace luce::desktop
