// A text size that is chosen is seen at once, not only after the next start.
#include <gmock/gmock.h>

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QDockWidget>
#include <QHeaderView>
#include <QLegend>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "app/desktop/window/appearance.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using testing::IsEmpty;

/// The lists of boxes are made when they are first needed.
bool isInBox(const QWidget& widget) {
  for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
    if (at->inherits("QComboBoxPrivateContainer")) return true;
  }
  return false;
}

/// One line for each thing of a window that has letters, with their size; in order.
std::vector<std::string> lettersOf(const MainWindow& window) {
  std::vector<std::string> lines;
  const auto add = [&](const QObject& owner, const char* what, double size) {
    QString place;
    for (const QObject* at = &owner; at != nullptr; at = at->parent()) {
      place.prepend(QString(at->metaObject()->className()) + '/');
    }
    lines.push_back(place.toStdString() + " " + what + " " + std::to_string(size));
  };
  for (const auto* widget : window.findChildren<QWidget*>()) {
    if (!isInBox(*widget)) add(*widget, "letters", widget->font().pointSizeF());
  }
  for (const auto* table : window.findChildren<QTableView*>()) {
    if (!isInBox(*table)) add(*table, "row", table->verticalHeader()->defaultSectionSize());
  }
  const auto addChart = [&](ChartFrame& chart) {
    const QChart& plot = *chart.findChild<QChartView*>()->chart();
    add(chart, "legend", plot.legend()->font().pointSizeF());
    for (const QAbstractAxis* axis : plot.axes()) {
      add(chart, "numbers of an axis", axis->labelsFont().pointSizeF());
      add(chart, "title of an axis", axis->titleFont().pointSizeF());
    }
  };
  for (auto* chart : window.findChildren<ChartFrame*>()) {
    // A hidden one follows once it is seen.
    chart->bringUpToDate();
    addChart(*chart);
  }
  EXPECT_GT(window.findChildren<ChartFrame*>().size(), 10);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> differences(const std::vector<std::string>& a,
                                     const std::vector<std::string>& b) {
  std::vector<std::string> found;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
  return found;
}

/// Pixels that the title of a panel is wide.
int titleWidth(const MainWindow& window, const char* panel) {
  auto* dock = window.findChild<QDockWidget*>(panel);
  const QImage title = dock->grab(QRect(0, 0, dock->width() / 2, dock->widget()->y())).toImage();
  int last = 0;
  for (int x = 0; x < title.width(); ++x) {
    for (int y = 0; y < title.height(); ++y) {
      if (title.pixelColor(x, y).lightness() < 100) last = x;
    }
  }
  return last;
}

TEST(TextSizeTest, WhatIsChosenLooksAsAfterAStart) {
  KeptSettings().clear();
  const QFont before = QApplication::font();
  {
    Appearance appearance(*qApp);
    const auto opened = [&] {
      auto window = std::make_unique<MainWindow>(&appearance);
      window->resize(1366, 768);
      window->show();
      Listener listener(window->study());
      EXPECT_TRUE(openSampleLog(window->study(), listener));
      QTest::qWait(50);
      return window;
    };
    const auto window = opened();
    const std::vector<std::string> small = lettersOf(*window);
    const int smallTitle = titleWidth(*window, "sessions");
    appearance.chooseTextSize(150);
    QTest::qWait(50);
    const std::vector<std::string> large = lettersOf(*window);
    EXPECT_GT(differences(small, large).size(), small.size()) << "nearly each is another";
    const auto fresh = opened();
    EXPECT_THAT(differences(large, lettersOf(*fresh)), IsEmpty());
    EXPECT_GT(titleWidth(*window, "sessions"), 1.3 * smallTitle);
    EXPECT_EQ(titleWidth(*window, "sessions"), titleWidth(*fresh, "sessions"));
    appearance.chooseTextSize(100);
    QTest::qWait(50);
    EXPECT_THAT(differences(small, lettersOf(*window)), IsEmpty());
  }
  QApplication::setFont(before);
  KeptSettings().clear();
}

}  // namespace
}  // namespace luce::desktop
