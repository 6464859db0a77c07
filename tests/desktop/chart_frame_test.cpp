// Zoom, pan and export of a chart by the mouse, the wheel, keys and its menu.
#include "app/desktop/charts/chart_frame.h"

#include <gmock/gmock.h>

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QClipboard>
#include <QFileDialog>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QMenu>
#include <QMessageBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QXmlStreamReader>
#include <fstream>
#include <sstream>

#include "app/desktop/charts/loss_chart.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "tests/desktop/chart_events.h"
#include "tests/desktop/choose_file.h"
#include "tests/desktop/listener.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;

/// A line from (0, 0) over 100 steps to 10, and the same on a logarithmic axis from 1 to 10,000.
class LineChart : public ChartFrame {
 public:
  LineChart() : ChartFrame("Straight line", "nothing") {
    chart().addAxis(x_ = new QValueAxis, Qt::AlignBottom);
    chart().addAxis(y_ = new QValueAxis, Qt::AlignLeft);
    chart().addAxis(decades_ = new QLogValueAxis, Qt::AlignRight);
    line_ = new QLineSeries;
    line_->setName("line");
    chart().addSeries(line_);
    line_->attachAxis(x_);
    line_->attachAxis(y_);
    followPalette();
    fill(100);
    setNote("a note");
    setFilled(true);
  }
  void fill(double last) {
    const Fitting fitting(*this);
    line_->replace(QList<QPointF>{{0, 0}, {0.1, 1.0 / 3}, {last, last / 10}});
    x_->setRange(0, last);
    y_->setRange(0, last / 10);
    decades_->setRange(1, 1e4);
  }
  using ChartFrame::setFilled;
  using ChartFrame::setNote;

  QValueAxis *x_, *y_;
  QLogValueAxis* decades_;
  QLineSeries* line_;
};

/// In a picture, whatever its format.
int pixelsOf(const QColor& colour, const std::filesystem::path& file) {
  const QImage image(QString::fromStdString(file.string()));
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour ? 1 : 0;
  }
  return count;
}

/// Low and high of x, then of y.
testing::AssertionResult shows(const LineChart& chart, double lowX, double highX, double lowY,
                               double highY) {
  constexpr double kPixels = 0.006;  // two of the plot's, as a share of it
  const auto close = [](double a, double b, double span) {
    return std::abs(a - b) < kPixels * span;
  };
  if (close(chart.x_->min(), lowX, 100) && close(chart.x_->max(), highX, 100) &&
      close(chart.y_->min(), lowY, 10) && close(chart.y_->max(), highY, 10)) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << chart.x_->min() << " to " << chart.x_->max() << ", "
                                     << chart.y_->min() << " to " << chart.y_->max();
}

TEST(ChartFrame, ALowChartHasNoTitlesAtItsAxes) {
  LossChart chart;
  chart.show({{1, {}}, {2, {}}}, 1);
  const auto titles = [&] {
    int visible = 0;
    for (const QAbstractAxis* axis : viewOf(chart).chart()->axes())
      visible += axis->isTitleVisible();
    return visible;
  };
  showChart(chart, {640, 400});
  EXPECT_GT(titles(), 0);
  chart.resize(640, 180);
  EXPECT_EQ(titles(), 0);
  chart.resize(640, 400);
  EXPECT_GT(titles(), 0);
}

TEST(ChartZoom, TheWheelZoomsAtTheMouse) {
  LineChart chart;
  showChart(chart);
  // One notch shows 1/1.25 of before; what is under the mouse stays there.
  turnWheel(chart, inPlot(chart, 0.25, 0.5), 1);
  EXPECT_TRUE(shows(chart, 5, 85, 1, 9));
  EXPECT_NEAR(chart.decades_->min(), std::pow(10, 0.4), 0.05) << "evenly on the screen";
  turnWheel(chart, inPlot(chart, 0.25, 0.5), -1);
  EXPECT_TRUE(shows(chart, 0, 100, 0, 10));
  EXPECT_FALSE(chart.zoom().zoomed()) << "zoomed out to all there is";
  turnWheel(chart, inPlot(chart, 0.5, 0.5), 1, Qt::ControlModifier);
  EXPECT_TRUE(shows(chart, 10, 90, 0, 10));
  turnWheel(chart, inPlot(chart, 0.5, 0.5), 1, Qt::ShiftModifier);
  EXPECT_TRUE(shows(chart, 10, 90, 1, 9));
  // Never more than there is.
  for (int i = 0; i < 5; ++i) turnWheel(chart, inPlot(chart, 0.1, 0.9), -1);
  EXPECT_TRUE(shows(chart, 0, 100, 0, 10));
}

TEST(ChartZoom, ARubberBandZoomsToItsPartAndADoubleClickBack) {
  LineChart chart;
  showChart(chart);
  drag(chart, inPlot(chart, 0.2, 0.8), inPlot(chart, 0.6, 0.3));
  EXPECT_TRUE(shows(chart, 20, 60, 3, 8));
  QTest::mouseDClick(viewOf(chart).viewport(), Qt::LeftButton, {}, inPlot(chart, 0.5, 0.5));
  EXPECT_TRUE(shows(chart, 0, 100, 0, 10));
  // A thin band is of one direction.
  drag(chart, inPlot(chart, 0.2, 0.5), inPlot(chart, 0.7, 0.5));
  EXPECT_TRUE(shows(chart, 20, 70, 0, 10));
  chart.zoom().reset();
  QTest::mouseClick(viewOf(chart).viewport(), Qt::LeftButton, {}, inPlot(chart, 0.5, 0.5));
  EXPECT_FALSE(chart.zoom().zoomed()) << "a click alone does nothing";
}

TEST(ChartZoom, DraggingMovesThePart) {
  LineChart chart;
  showChart(chart);
  const auto begin = [&] {
    chart.zoom().reset();
    drag(chart, inPlot(chart, 0.4, 0.6), inPlot(chart, 0.6, 0.4));
    ASSERT_TRUE(shows(chart, 40, 60, 4, 6));
  };
  begin();
  drag(chart, inPlot(chart, 0.5, 0.5), inPlot(chart, 0.25, 0.75), Qt::MiddleButton);
  EXPECT_TRUE(shows(chart, 45, 65, 3.5, 5.5));
  begin();
  drag(chart, inPlot(chart, 0.5, 0.5), inPlot(chart, 0.75, 0.5), Qt::LeftButton, Qt::ShiftModifier);
  EXPECT_TRUE(shows(chart, 35, 55, 4, 6));
  begin();
  QTest::keyPress(&viewOf(chart), Qt::Key_Space);
  drag(chart, inPlot(chart, 0.5, 0.5), inPlot(chart, 0.5, 0.25));
  QTest::keyRelease(&viewOf(chart), Qt::Key_Space);
  EXPECT_TRUE(shows(chart, 40, 60, 4.5, 6.5));
  // It ends where the chart does.
  drag(chart, inPlot(chart, 0.05, 0.5), inPlot(chart, 0.95, 0.5), Qt::MiddleButton);
  for (int i = 0; i < 3; ++i) {
    drag(chart, inPlot(chart, 0.05, 0.5), inPlot(chart, 0.95, 0.5), Qt::MiddleButton);
  }
  EXPECT_TRUE(shows(chart, 0, 20, 4.5, 6.5));
}

TEST(ChartZoom, KeysZoomMoveAndShowAll) {
  LineChart chart;
  showChart(chart);
  QChartView& view = viewOf(chart);
  const double third = 100.0 / 3;
  QTest::keyClick(&view, Qt::Key_Plus);
  EXPECT_TRUE(shows(chart, third / 2, 100 - third / 2, third / 20, 10 - third / 20));
  QTest::keyClick(&view, Qt::Key_Right);
  EXPECT_TRUE(
      shows(chart, third / 2 + third / 5, 100 - third / 2 + third / 5, third / 20, 10 - third / 20))
      << "a tenth of what is seen";
  QTest::keyClick(&view, Qt::Key_Up);
  EXPECT_GT(chart.y_->min(), third / 20 + 0.5);
  QTest::keyClick(&view, Qt::Key_Minus);
  QTest::keyClick(&view, Qt::Key_Minus);
  EXPECT_TRUE(shows(chart, 0, 100, 0, 10));
  for (const int back : {Qt::Key_0, Qt::Key_Home}) {
    QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_TRUE(shows(chart, third / 2, 100 - third / 2, 0, 10));
    QTest::keyClick(&view, static_cast<Qt::Key>(back));
    EXPECT_TRUE(shows(chart, 0, 100, 0, 10));
  }
}

TEST(ChartZoom, StaysWhileTheChartGrowsAndEndsWithWhatItShowed) {
  LineChart chart;
  showChart(chart);
  drag(chart, inPlot(chart, 0.2, 0.5), inPlot(chart, 0.7, 0.5));
  chart.fill(300);
  EXPECT_TRUE(shows(chart, 20, 70, 0, 30)) << "the other axis follows";
  chart.zoom().reset();
  EXPECT_TRUE(shows(chart, 0, 300, 0, 30));
  drag(chart, inPlot(chart, 0.5, 0.5), inPlot(chart, 0.9, 0.5));
  chart.fill(100);
  EXPECT_FALSE(chart.zoom().zoomed()) << "there is nothing from 150 to 270 any more";
  turnWheel(chart, inPlot(chart, 0.5, 0.5), 3);
  EXPECT_TRUE(chart.zoom().zoomed());
  chart.setFilled(false);
  EXPECT_FALSE(chart.zoom().zoomed());
  turnWheel(chart, inPlot(chart, 0.5, 0.5), 3);
  EXPECT_FALSE(chart.zoom().zoomed()) << "nothing to zoom";
}

TEST(ChartZoom, NumbersOfAZoomedAxisAreRound) {
  LineChart chart;
  showChart(chart);
  drag(chart, inPlot(chart, 0.213, 0.5), inPlot(chart, 0.717, 0.5));
  EXPECT_DOUBLE_EQ(chart.x_->tickInterval(), 20);
  EXPECT_EQ(chart.x_->labelFormat(), "%.0f");
  for (int i = 0; i < 12; ++i) chart.zoom().zoomBy(0.5, Qt::Horizontal);
  const double span = chart.x_->max() - chart.x_->min();
  EXPECT_GE(chart.x_->tickInterval(), span / 5);
  EXPECT_LE(chart.x_->tickInterval(), span / 2);
  chart.zoom().reset();
  EXPECT_EQ(chart.x_->tickType(), QValueAxis::TicksFixed);
  // Without an end, it is not zoomed into what numbers cannot tell apart.
  for (int i = 0; i < 200; ++i) chart.zoom().zoomBy(0.5);
  EXPECT_LT(chart.x_->min(), chart.x_->max());
}

TEST(ChartZoom, InAPageThatScrollsTheWheelZoomsOnlyAChartThatWasClicked) {
  QScrollArea page;
  auto* chart = new LineChart;
  chart->setFixedSize(600, 380);
  page.setWidget(chart);
  page.resize(640, 300);
  page.show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
  page.setFocus();
  turnWheel(*chart, inPlot(*chart, 0.5, 0.6), 1);
  EXPECT_FALSE(chart->zoom().zoomed());
  viewOf(*chart).setFocus();
  turnWheel(*chart, inPlot(*chart, 0.5, 0.6), 1);
  EXPECT_TRUE(chart->zoom().zoomed());
}

TEST(ChartFrame, FollowsLettersAndColoursOnceItIsShown) {
  LineChart chart;
  showChart(chart);
  chart.setVisible(false);
  const QChart& plot = *viewOf(chart).chart();
  const double before = plot.axes()[0]->labelsFont().pointSizeF();
  QFont large = chart.font();
  large.setPointSizeF(2 * before);
  QPalette dark = chart.palette();
  dark.setColor(QPalette::Base, Qt::black);
  chart.setFont(large);
  chart.setPalette(dark);
  EXPECT_EQ(plot.axes()[0]->labelsFont().pointSizeF(), before);
  chart.setVisible(true);
  for (const QAbstractAxis* axis : plot.axes()) {
    EXPECT_EQ(axis->labelsFont().pointSizeF(), 2 * before);
    EXPECT_EQ(axis->titleFont().pointSizeF(), 2 * before);
  }
  EXPECT_EQ(plot.legend()->font().pointSizeF(), 2 * before);
  EXPECT_EQ(plot.backgroundBrush().color(), QColor(Qt::black));
}

TEST(ChartExport, ALongNoteTakesAsManyLinesAsItNeeds) {
  LineChart chart;
  showChart(chart, {300, 240});
  chart.setNote("short");
  const int before = chart.picture().image(1).height();
  const int line = QFontMetrics(viewOf(chart).font()).height();
  const QString words =
      QString("effective 300.7 of 1800 · logging 0.9389 · step 336 · ").repeated(3);
  chart.setNote(words);
  const int across = QFontMetrics(viewOf(chart).font()).horizontalAdvance(words);
  EXPECT_GE(chart.picture().image(1).height(), before + (across / 300 - 1) * line);
}

TEST(ChartExport, PicturesAreOfTheChartWithItsTitle) {
  const TemporaryFolder folder;
  LineChart chart;
  showChart(chart);
  const ChartPicture picture = chart.picture();
  const QSize view = viewOf(chart).size();
  writeFileSafely(folder / "a.png", picture.png());
  const QImage png(QString::fromStdString((folder / "a.png").string()));
  EXPECT_EQ(png.width(), 2 * view.width());
  EXPECT_GT(png.height(), 2 * view.height());
  EXPECT_LT(png.height(), 2 * view.height() + 120);
  EXPECT_GT(pixelsOf(chart.line_->color(), folder / "a.png"), 1000) << "the line is in it";

  writeFileSafely(folder / "a.svg", picture.svg());
  std::ifstream svg(folder / "a.svg");
  const std::string text{std::istreambuf_iterator<char>(svg), {}};
  QXmlStreamReader xml(QByteArray::fromStdString(text));
  QString title, words;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    if (xml.name() == QLatin1String("title")) title = xml.readElementText();
    if (xml.name() == QLatin1String("text")) words += xml.readElementText() + '|';
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  EXPECT_EQ(title, "Straight line");
  EXPECT_TRUE(words.contains("Straight line|")) << words.toStdString();
  EXPECT_TRUE(words.contains("a note|"));
  EXPECT_TRUE(words.contains("100.0|")) << "numbers of the axis";
  EXPECT_GT(pixelsOf(chart.line_->color(), folder / "a.svg"), 300);

  writeFileSafely(folder / "a.pdf", picture.pdf());
  std::ifstream pdf(folder / "a.pdf");
  const std::string document{std::istreambuf_iterator<char>(pdf), {}};
  EXPECT_EQ(document.substr(0, 4), "%PDF");
  EXPECT_THAT(document.substr(document.size() - 8), HasSubstr("%%EOF"));
}

TEST(ChartExport, NumbersAreThoseOfTheSeries) {
  LineChart chart;
  std::ostringstream text;
  chart.csv()(text);
  EXPECT_EQ(text.str(),
            "series,category,x,y,y_high\n"
            "line,,0,0,\n"
            "line,,0.1,0.3333333333333333,\n"
            "line,,100,10,\n");
  chart.legend().show("line", false);
  std::ostringstream none;
  chart.csv()(none);
  EXPECT_EQ(none.str(), "series,category,x,y,y_high\n") << "only what is shown";
}

TEST(ChartExport, ByTheMenuAndWithWordsWhenItFails) {
  const TemporaryFolder folder;
  LineChart chart;
  showChart(chart);
  QSignalSpy exported(&chart, &ChartFrame::exported);
  const auto exportTo = [&](const QString& action, const QString& file) {
    const std::unique_ptr<QMenu> menu(chart.makeMenu());
    for (QAction* entry : menu->actions()) {
      if (entry->text().remove('&').contains(action)) entry->trigger();
    }
    auto* dialog = chart.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr) << action.toStdString();
    chooseIn(*dialog, file);
  };
  const QString csv = QString::fromStdString((folder / "numbers.csv").string());
  exportTo("CSV", csv);
  ASSERT_TRUE(waitFor([&] { return exported.count() == 1; }));
  EXPECT_EQ(exported.back().at(1).toString(), "");
  std::ifstream written(csv.toStdString());
  std::string header;
  ASSERT_TRUE(std::getline(written, header));
  EXPECT_EQ(header, "series,category,x,y,y_high");

  const QString nowhere = QString::fromStdString((folder / "none" / "a.").string());
  int failures = 1;
  for (const char* kind : {"CSV", "PNG", "SVG", "PDF"}) {
    exportTo(kind, nowhere + kind);
    ASSERT_TRUE(waitFor([&] { return exported.count() == failures + 1; }));
    ++failures;
    const QString message = exported.back().at(1).toString();
    EXPECT_TRUE(message.contains(nowhere + kind)) << message.toStdString();
  }
  EXPECT_EQ(chart.findChildren<QMessageBox*>().size(), 4);

  QApplication::clipboard()->clear();
  QTest::keyClick(&viewOf(chart), Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->image().width(), 2 * viewOf(chart).width());
}

}  // namespace
}  // namespace luce::desktop
