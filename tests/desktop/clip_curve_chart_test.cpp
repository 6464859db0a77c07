#include "app/desktop/charts/clip_curve_chart.h"

#include <gmock/gmock.h>

#include <QTest>
#include <algorithm>
#include <cmath>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;

/// y of the point whose x is nearest to a ratio, by log ρ.
double valueAt(const QList<QPointF>& points, double ratio) {
  const auto distance = [ratio](const QPointF& point) {
    return std::abs(std::log(point.x() / ratio));
  };
  return std::min_element(
             points.begin(), points.end(),
             [&](const QPointF& a, const QPointF& b) { return distance(a) < distance(b); })
      ->y();
}

/// Height of the bar over a ratio; bars are pairs of corners.
double barAt(const QList<QPointF>& corners, double ratio) {
  for (int i = 0; i + 1 < corners.size(); i += 2) {
    if (corners[i].x() <= ratio && ratio < corners[i + 1].x()) return corners[i].y();
  }
  return std::nan("");
}

/// A chart with room for both plots, as on a large screen.
class ClipCurveChartTest : public testing::Test {
 protected:
  void SetUp() override { show(480, 300); }
  void show(int width, int height) {
    chart_.resize(width, height);
    chart_.setVisible(true);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&chart_));
  }
  ClipCurveChart chart_;
};

SchemeDescription trial() {
  SchemeDescription description;
  description.id = "trial";
  description.title = "Trial";
  return description;
}

/// Loses nothing, whatever it is shown.
class IdleScheme : public Scheme {
 public:
  explicit IdleScheme(SchemeDescription description) : description_(std::move(description)) {}
  const SchemeDescription& description() const override { return description_; }
  ClipBounds clipBounds(std::span<const double>) const override { return {}; }
  void evaluate(std::span<const SchemeRow<float>>, std::span<const double>, std::span<float>,
                std::span<float>) const override {}
  void evaluate(std::span<const SchemeRow<double>>, std::span<const double>, std::span<double> loss,
                std::span<double> coefficient) const override {
    std::fill(loss.begin(), loss.end(), 0.0);
    std::fill(coefficient.begin(), coefficient.end(), 0.0);
  }
  void evaluateCandidates(std::span<const SchemeRow<float>>, std::span<const double>,
                          std::span<float>, std::span<float>) const override {}
  void evaluateCandidates(std::span<const SchemeRow<double>>, std::span<const double>,
                          std::span<double>, std::span<double>) const override {}

 private:
  SchemeDescription description_;
};

TEST_F(ClipCurveChartTest, DrawsPpoForBothSignsAndMovesWithItsParameter) {
  chart_.show(findScheme("ppo_clip"), {0.2});
  EXPECT_EQ(chart_.refusal(), "");
  const CurvePlot& loss = chart_.lossPlot();
  const CurvePlot& coefficient = chart_.coefficientPlot();
  EXPECT_NEAR(valueAt(loss.positive(), 50), -1.2, 1e-9);
  EXPECT_NEAR(valueAt(loss.negative(), 0.02), 0.8, 1e-9);
  EXPECT_EQ(valueAt(coefficient.positive(), 50), 0);
  EXPECT_NEAR(valueAt(coefficient.negative(), 1), 1, 1e-9);
  ASSERT_EQ(coefficient.lowBound().size(), 2);
  EXPECT_NEAR(coefficient.lowBound()[0].x(), 0.8, 1e-12);
  EXPECT_NEAR(coefficient.highBound()[0].x(), 1.2, 1e-12);
  EXPECT_LT(loss.lowest(), -1.2);
  EXPECT_GT(loss.highest(), 4) << "the axis fits ratios up to 4, not the 100 at its end";
  EXPECT_LT(loss.highest(), 10);

  chart_.show(findScheme("ppo_clip"), {0.5});
  EXPECT_NEAR(valueAt(loss.positive(), 50), -1.5, 1e-9);
  EXPECT_NEAR(coefficient.highBound()[0].x(), 1.5, 1e-12);
}

TEST_F(ClipCurveChartTest, DrawsNothingWhileItIsHidden) {
  chart_.show(findScheme("ppo_clip"), {0.2});
  chart_.setVisible(false);
  chart_.show(findScheme("ppo_clip"), {0.5});
  chart_.showBatchRatios(ratioHistogram(std::vector<double>{1.05}), 7);
  EXPECT_NEAR(valueAt(chart_.lossPlot().positive(), 50), -1.2, 1e-9);
  EXPECT_TRUE(chart_.lossPlot().ratios().isEmpty());
  chart_.setVisible(true);
  EXPECT_NEAR(valueAt(chart_.lossPlot().positive(), 50), -1.5, 1e-9);
  EXPECT_EQ(barAt(chart_.lossPlot().ratios(), 1.05), 100);
  EXPECT_THAT(chart_.remark().toStdString(), HasSubstr("batch at step 7"));
}

TEST_F(ClipCurveChartTest, AJumpIsUpright) {
  chart_.show(findScheme("ppo_clip"), {0.2});
  const QList<QPointF> points = chart_.coefficientPlot().positive();
  for (int i = 1; i < points.size(); ++i) {
    if (std::abs(points[i].y() - points[i - 1].y()) < 0.5) continue;
    EXPECT_NEAR(points[i].x(), points[i - 1].x(), 1e-6);
    return;
  }
  FAIL() << "PPO's coefficient falls from −1.2 to 0 at 1.2";
}

TEST_F(ClipCurveChartTest, OverlaysASecondScheme) {
  chart_.show(findScheme("ppo_clip"), {0.2});
  EXPECT_TRUE(chart_.lossPlot().comparedPositive().isEmpty());
  const int cispo = chart_.comparisonBox().findData("cispo");
  ASSERT_GE(cispo, 0);
  chart_.comparisonBox().setCurrentIndex(cispo);
  // Its standard upper clip is 0.28.
  EXPECT_NEAR(valueAt(chart_.coefficientPlot().comparedPositive(), 50), -1.28, 1e-9);
  EXPECT_NEAR(valueAt(chart_.coefficientPlot().comparedNegative(), 50), 1.28, 1e-9);
  EXPECT_EQ(valueAt(chart_.coefficientPlot().positive(), 50), 0);
  EXPECT_THAT(chart_.lossNote().toStdString(), HasSubstr("CISPO"));
  chart_.comparisonBox().setCurrentIndex(0);
  EXPECT_TRUE(chart_.coefficientPlot().comparedPositive().isEmpty());
}

TEST_F(ClipCurveChartTest, TheChosenSchemeItselfIsComparedAsStandard) {
  chart_.show(findScheme("ppo_clip"), {0.6});
  chart_.comparisonBox().setScheme("ppo_clip");
  chart_.show(findScheme("ppo_clip"), {0.6});
  EXPECT_NEAR(valueAt(chart_.lossPlot().positive(), 50), -1.6, 1e-9);
  EXPECT_NEAR(valueAt(chart_.lossPlot().comparedPositive(), 50), -1.2, 1e-9);
}

TEST_F(ClipCurveChartTest, ASchemeOfTheSameFamilySharesParameters) {
  SchemeDescription description = trial();
  description.parameters = {{"eps", "ε", "", 0, 9, 0.1, false}};
  description.family = SchemeFamily::GroupRelative;
  const IdleScheme relative(description);
  description.family = SchemeFamily::Plain;
  const IdleScheme plain(description);
  chart_.comparisonBox().setScheme("grpo");
  chart_.show(relative, {0.4});
  EXPECT_NEAR(valueAt(chart_.lossPlot().comparedPositive(), 50), -1.4, 1e-9);
  chart_.show(relative, {8});
  EXPECT_NEAR(valueAt(chart_.lossPlot().comparedPositive(), 50), -2, 1e-9)
      << "GRPO's own range ends at ε = 1";
  chart_.show(plain, {0.4});
  EXPECT_NEAR(valueAt(chart_.lossPlot().comparedPositive(), 50), -1.2, 1e-9);
}

TEST_F(ClipCurveChartTest, AFlatZeroHasAnAxis) {
  const IdleScheme idle(trial());
  chart_.show(idle, {});
  EXPECT_LE(chart_.lossPlot().lowest(), -1);
  EXPECT_GE(chart_.lossPlot().highest(), 1);
}

TEST_F(ClipCurveChartTest, RefusesInASentenceWhatDependsOnTheWholeBatch) {
  SchemeDescription description = trial();
  description.dependsOnBatch = true;
  const IdleScheme scheme(description);
  chart_.show(scheme, {});
  EXPECT_THAT(chart_.refusal().toStdString(), HasSubstr("depends on the whole batch"));
  EXPECT_FALSE(chart_.lossPlot().isVisible());
  chart_.show(findScheme("ips"), {});
  EXPECT_EQ(chart_.refusal(), "");
  EXPECT_TRUE(chart_.lossPlot().isVisible());
}

TEST_F(ClipCurveChartTest, HoveringReadsTheValuesUnderTheMouse) {
  chart_.show(findScheme("ips"), {});
  CurvePlot& plot = chart_.coefficientPlot();
  QWidget* viewport = plot.findChild<QChartView*>()->viewport();
  // The chart lays itself out when it comes to it, and then the place is another.
  const bool met = QTest::qWaitFor([&] {
    QTest::mouseMove(viewport, viewport->mapFrom(&plot, plot.placeOf({2, 1})));
    return !plot.crosshair().isEmpty() && std::abs(plot.crosshair()[0].x() - 2) < 0.1;
  });
  ASSERT_TRUE(met) << "a pixel is 2 to 5 % of a ratio";
  const double ratio = plot.crosshair()[0].x();
  EXPECT_FALSE(chart_.lossPlot().crosshair().isEmpty()) << "both plots show the same ratio";
  const std::string read = QString::number(ratio, 'g', 4).toStdString();
  EXPECT_THAT(chart_.coefficientNote().toStdString(), HasSubstr("ρ " + read));
  EXPECT_THAT(chart_.coefficientNote().toStdString(), HasSubstr(">-" + read + "<"));
  EXPECT_THAT(chart_.lossNote().toStdString(), HasSubstr(">" + read + "<"));

  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(viewport, &leave);
  EXPECT_TRUE(plot.crosshair().isEmpty());
  EXPECT_THAT(chart_.coefficientNote().toStdString(), HasSubstr("A &gt; 0"));
}

TEST_F(ClipCurveChartTest, ShowsTheRatiosThatOccur) {
  chart_.show(findScheme("ips"), {});
  // Three of four on the axis, one far beyond it.
  const std::vector<double> ratios{1.05, 1.05, 0.5, 900};
  chart_.showBatchRatios(ratioHistogram(ratios), 1234);
  EXPECT_TRUE(chart_.showsBatch());
  EXPECT_EQ(barAt(chart_.lossPlot().ratios(), 1.05), 50);
  EXPECT_THAT(chart_.remark().toStdString(), HasSubstr("batch at step 1,234"));
  EXPECT_THAT(chart_.remark().toStdString(), HasSubstr("25.0 % beyond"));

  PolicySummary summary;
  summary.ratios = ratioHistogram(std::vector<double>{0.5});
  chart_.showHeldOutRatios(summary);
  EXPECT_FALSE(chart_.showsBatch());
  EXPECT_EQ(barAt(chart_.coefficientPlot().ratios(), 1.05), 0);
  EXPECT_EQ(barAt(chart_.coefficientPlot().ratios(), 0.45), 100);
  EXPECT_THAT(chart_.remark().toStdString(), HasSubstr("held-out rows"));
  chart_.clearRatios();
  EXPECT_TRUE(chart_.lossPlot().ratios().isEmpty());
  EXPECT_THAT(chart_.remark().toStdString(), testing::Not(HasSubstr("Behind")));
}

TEST_F(ClipCurveChartTest, WhereThereIsRoomForOnePlotTheOtherIsAChoiceAway) {
  chart_.show(findScheme("ips"), {});
  EXPECT_TRUE(chart_.lossPlot().isVisible());
  EXPECT_TRUE(chart_.coefficientPlot().isVisible());
  EXPECT_FALSE(chart_.quantityBox().isVisible());
  show(320, 220);
  EXPECT_TRUE(chart_.quantityBox().isVisible());
  EXPECT_FALSE(chart_.lossPlot().isVisible());
  EXPECT_TRUE(chart_.coefficientPlot().isVisible());
  chart_.quantityBox().setCurrentIndex(1);
  EXPECT_TRUE(chart_.lossPlot().isVisible());
  EXPECT_FALSE(chart_.coefficientPlot().isVisible());
  show(320, 600);
  EXPECT_TRUE(chart_.coefficientPlot().isVisible()) << "one above the other";
}

}  // namespace
}  // namespace luce::desktop
