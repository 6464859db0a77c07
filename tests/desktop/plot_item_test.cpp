#include "app/desktop/charts/plot_item.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QChartView>
#include <QGraphicsScene>
#include <QLineSeries>
#include <cstring>
#include <memory>
#include <vector>

namespace luce::desktop {
namespace {

class Fill : public PlotItem {
 public:
  using PlotItem::PlotItem;
  void paint(QPainter*, const QStyleOptionGraphicsItem*, QWidget*) override {}
};

class PlotItemTest : public testing::Test {
 protected:
  PlotItemTest() {
    auto* series = new QLineSeries;
    series->append({{0, 0}, {1, 1}});
    chart().addSeries(series);
    chart().createDefaultAxes();
    view_.resize(600, 400);
    view_.show();
    view_.grab();
  }
  QChart& chart() { return *view_.chart(); }
  void resize(int width, int height) {
    view_.resize(width, height);
    QApplication::processEvents();
    chart().layout()->activate();
    view_.grab();
  }

  QChartView view_;
};

TEST_F(PlotItemTest, CoversThePlotWhereverItIs) {
  const Fill exact(chart()), wide(chart(), 4);
  for (const int width : {600, 300, 900}) {
    resize(width, 400);
    EXPECT_GT(chart().plotArea().width(), width / 2);
    EXPECT_EQ(exact.boundingRect(), chart().plotArea());
    EXPECT_EQ(wide.boundingRect(), chart().plotArea().adjusted(-4, -4, 4, 4));
  }
}

TEST_F(PlotItemTest, NothingOfItIsLeftInTheSceneWhenItIsDeleted) {
  for (int time = 0; time < 5; ++time) {
    chart().setMargins({});
    resize(900, 700);
    std::vector<std::unique_ptr<Fill>> items;
    for (int i = 0; i < 20; ++i) items.push_back(std::make_unique<Fill>(chart()));
    view_.grab();
    // The plot shrinks within its chart, and the scene has no time to take the items in anew.
    chart().setMargins({400, 300, 400, 300});
    chart().layout()->activate();
    ASSERT_LT(chart().plotArea().width(), 100);
    items.clear();
    // What the scene would still point to now says something else.
    std::vector<std::unique_ptr<char[]>> others;
    for (std::size_t size = 16; size <= 1024; size += 16) {
      for (int i = 0; i < 40; ++i) {
        others.push_back(std::make_unique<char[]>(size));
        std::memset(others.back().get(), 0x41, size);
      }
    }
    view_.scene()->items(view_.scene()->sceneRect());
  }
}

}  // namespace
}  // namespace luce::desktop
