#include "app/desktop/controls/slider_row.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>

namespace luce::desktop {
namespace {

TEST(SliderRow, MarksItsStandardValueWhereTheHandleStandsOnIt) {
  SliderRow row("Weight", {0, 4, 1, false, 0, 100, 3}, "");
  row.resize(340, 30);
  row.show();
  ASSERT_TRUE(row.slider().markPosition().has_value());
  EXPECT_EQ(row.slider().mark(), row.slider().value()) << "a new row has its standard value";
  // A quarter of the way.
  const int width = row.slider().width();
  EXPECT_GT(*row.slider().markPosition(), width / 8);
  EXPECT_LT(*row.slider().markPosition(), width / 2);
  const int before = *row.slider().markPosition();
  row.setValue(4);
  EXPECT_EQ(row.slider().markPosition(), before) << "the mark stays when the handle moves";

  const SliderRow outside("Weight", {0, 4, 9, false, 0, 100, 3}, "");
  EXPECT_FALSE(const_cast<SliderRow&>(outside).slider().markPosition().has_value());
}

TEST(SliderRow, TakesAnotherRangeWithItsStandardValueAndQuietly) {
  SliderRow row("Weight", {0, 4, 1, false, 0, 4, 3}, "");
  QSignalSpy changed(&row, &SliderRow::changed);
  row.setValue(3);
  row.setRange({10, 1000, 100, true, 10, 1000, 1}, "Of another slate.");
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(row.value(), 100);
  EXPECT_EQ(row.box().value(), 100);
  EXPECT_EQ(row.slider().value(), 500) << "half of the way from 10 to 1000, by factors";
  EXPECT_EQ(row.slider().mark(), 500);
  EXPECT_FALSE(row.resetButton().isEnabled());
  EXPECT_THAT(row.slider().toolTip().toStdString(), testing::StartsWith("Of another slate."));
  EXPECT_THAT(row.slider().toolTip().toStdString(), testing::HasSubstr("Standard: 100"));
  row.box().setValue(2000);
  EXPECT_EQ(row.value(), 1000);
  row.setRange({0, 4, 9, false, 0, 100, 3}, "");
  EXPECT_FALSE(row.slider().mark().has_value());
}

TEST(SliderRow, TheButtonResetsAndIsEnabledOnlyAwayFromTheStandard) {
  SliderRow row("Weight", {0.01, 10, 1, true, 1e-4, 1e4, 4}, "");
  QSignalSpy changed(&row, &SliderRow::changed);
  EXPECT_FALSE(row.resetButton().isEnabled());
  row.setValue(3);
  EXPECT_TRUE(row.resetButton().isEnabled());
  EXPECT_EQ(changed.count(), 0);
  QTest::mouseClick(&row.resetButton(), Qt::LeftButton);
  EXPECT_EQ(row.value(), 1);
  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(changed.at(0).at(0).toDouble(), 1);
  EXPECT_FALSE(row.resetButton().isEnabled());
}

TEST(SliderRow, ADoubleClickOnTheNameResetsToo) {
  SliderRow row("Weight", closedRange(0.01, 1, 0.2), "");
  row.box().setValue(0.7);
  EXPECT_TRUE(row.resetButton().isEnabled());
  QTest::mouseDClick(&row.nameLabel(), Qt::LeftButton);
  EXPECT_EQ(row.value(), 0.2);
}

TEST(SliderRow, ADoubleClickOnTheSliderResetsToo) {
  SliderRow row("Weight", closedRange(0, 1, 0.2), "");
  row.box().setValue(0.7);
  QTest::mouseDClick(&row.slider(), Qt::LeftButton);
  EXPECT_EQ(row.value(), 0.2);
}

TEST(SliderRow, ArrowsStepWithShiftFinerAndWithCtrlCoarser) {
  SliderRow row("Weight", {0, 10, 1, false, -100, 100, 3}, "");
  row.setValue(5);
  QTest::keyClick(&row.slider(), Qt::Key_Right);
  EXPECT_NEAR(row.value(), 5.1, 1e-9) << "a hundredth of the way";
  QTest::keyClick(&row.slider(), Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_NEAR(row.value(), 5.11, 1e-9) << "a thousandth";
  QTest::keyClick(&row.slider(), Qt::Key_Left, Qt::ShiftModifier);
  QTest::keyClick(&row.slider(), Qt::Key_Left, Qt::ControlModifier);
  EXPECT_NEAR(row.value(), 4.6, 1e-9) << "a twentieth";
  QTest::keyClick(&row.box(), Qt::Key_Up);
  EXPECT_NEAR(row.value(), 4.7, 1e-9);
  QTest::keyClick(&row.box(), Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_NEAR(row.value(), 4.69, 1e-9);
}

TEST(SliderRow, ShiftStepsOfALogarithmicBoxFollowItsSize) {
  SliderRow row("Temperature", {0.01, 10, 1, true, 1e-4, 1e4, 4}, "");
  row.setValue(0.5);
  QTest::keyClick(&row.box(), Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_NEAR(row.value(), 0.501, 1e-9);
  row.setValue(50);
  QTest::keyClick(&row.box(), Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_NEAR(row.value(), 50.1, 1e-9);
}

TEST(SliderRow, TheWheelTurnsOnlyWhatHasTheFocus) {
  SliderRow row("Weight", {0, 10, 1, false, 0, 10, 3}, "");
  row.show();
  row.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&row));
  const auto turn = [](QWidget& control) {
    const QPointF place(5, 5);
    QWheelEvent event(place, control.mapToGlobal(place), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&control, &event);
    return event.isAccepted();
  };
  row.resetButton().setFocus();
  for (QWidget* control :
       {static_cast<QWidget*>(&row.slider()), static_cast<QWidget*>(&row.box())}) {
    control->clearFocus();
    EXPECT_FALSE(turn(*control));
    EXPECT_EQ(row.value(), 1);
    control->setFocus();
    turn(*control);
    EXPECT_GT(row.value(), 1);
    row.setValue(1);
  }
}

TEST(SliderRow, AStandardBetweenTwoSliderPlacesIsMetExactly) {
  // 1000 places over 0..3 are 0.003 apart; 0.1 lies between two.
  SliderRow row("Weight", {0, 3, 0.1, false, 0, 3, 6}, "");
  row.slider().setValue(700);
  EXPECT_NEAR(row.value(), 2.1, 1e-9);
  row.slider().setValue(*row.slider().mark());
  EXPECT_EQ(row.value(), 0.1);
}

TEST(SliderRow, ShowsSmallNumbersAndUnits) {
  SliderRow row("Bound", closedRange(1e-5, 1, 1e-4, true, "nats"), "");
  EXPECT_NEAR(row.value(), 1e-4, 1e-12) << "not rounded to nothing";
  EXPECT_THAT(row.nameLabel().text().toStdString(), testing::HasSubstr("nats"));
  EXPECT_EQ(SliderRow("Plain", closedRange(0, 1, 0.5), "").nameLabel().text(), "Plain");
}

}  // namespace
}  // namespace luce::desktop
