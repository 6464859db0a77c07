// Controls can be told from the window in the dark.
#include "app/desktop/window/outlined_style.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QRadioButton>
#include <QSlider>
#include <QStyleFactory>
#include <QTableWidget>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "app/desktop/kept_settings.h"
#include "app/desktop/window/appearance.h"

namespace luce::desktop {
namespace {

/// WCAG 2.1, relative luminance.
double luminance(QRgb colour) {
  const auto linear = [](int channel) {
    const double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
         0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b) {
  const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

/// Of the pixel that stands out most from the window's colour, in a part of the picture.
double strongest(const QImage& picture, const QRect& part, QRgb background) {
  double most = 1;
  for (int y = part.top(); y <= part.bottom(); ++y) {
    for (int x = part.left(); x <= part.right(); ++x) {
      if (picture.valid(x, y)) most = std::max(most, contrast(picture.pixel(x, y), background));
    }
  }
  return most;
}

class OutlinedStyleTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    appearance_.choose(ColourScheme::Dark);
  }
  void TearDown() override {
    appearance_.choose(ColourScheme::System);
    KeptSettings().clear();
  }

  static QImage drawn(QWidget& widget) {
    widget.ensurePolished();
    return widget.grab().toImage();
  }
  static QRgb window() { return QApplication::palette().color(QPalette::Window).rgb(); }

  Appearance appearance_{*qApp};
};

constexpr double kVisible = 3;  // WCAG 2.1, 1.4.11

TEST_F(OutlinedStyleTest, UntickedBoxesAreSeenInTheDark) {
  ASSERT_TRUE(appearance_.dark());
  QCheckBox box;
  box.resize(24, 24);
  EXPECT_GE(strongest(drawn(box), box.rect(), window()), kVisible);
  QRadioButton radio;
  radio.resize(24, 24);
  EXPECT_GE(strongest(drawn(radio), radio.rect(), window()), kVisible);
}

TEST_F(OutlinedStyleTest, SoAreBoxesInTables) {
  QTableWidget table(1, 1);
  table.horizontalHeader()->hide();
  table.verticalHeader()->hide();
  table.setShowGrid(false);
  table.setFrameShape(QFrame::NoFrame);
  auto* item = new QTableWidgetItem;
  item->setCheckState(Qt::Unchecked);
  table.setItem(0, 0, item);
  table.resize(60, 40);
  const QRect cell = table.visualItemRect(item);
  const QRgb base = QApplication::palette().color(QPalette::Base).rgb();
  EXPECT_GE(strongest(drawn(table), cell, base), kVisible);
}

TEST_F(OutlinedStyleTest, SoIsTheEmptyPartOfASlider) {
  QSlider slider(Qt::Horizontal);
  slider.setRange(0, 100);
  slider.setValue(0);
  slider.resize(200, 24);
  // Right of the handle, without the filled part.
  EXPECT_GE(strongest(drawn(slider), QRect(100, 0, 90, 24), window()), kVisible);
}

TEST_F(OutlinedStyleTest, ASliderThatTheKeyboardMovesHasARing) {
  for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
    appearance_.choose(scheme);
    QWidget window;
    QLineEdit first(&window);
    QSlider slider(Qt::Horizontal, &window);
    slider.setGeometry(0, 40, 200, 24);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    const auto ringed = [&] {
      const QColor ring = slider.palette().color(QPalette::Highlight);
      const QImage image = drawn(slider);
      int count = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == ring ? 1 : 0;
      }
      return count;
    };
    slider.setFocus(Qt::MouseFocusReason);
    ASSERT_TRUE(slider.hasFocus());
    const int clicked = ringed();
    first.setFocus();
    QTest::keyClick(&first, Qt::Key_Tab);
    ASSERT_TRUE(slider.hasFocus());
    EXPECT_GT(ringed(), clicked + 30);
  }
}

TEST_F(OutlinedStyleTest, LightStaysAsFusionHasIt) {
  appearance_.choose(ColourScheme::Light);
  ASSERT_FALSE(appearance_.dark());
  QCheckBox box;
  box.resize(24, 24);
  const QImage own = drawn(box);
  const std::unique_ptr<QStyle> fusion(QStyleFactory::create("Fusion"));
  box.setStyle(fusion.get());
  EXPECT_EQ(own, drawn(box));
  box.setStyle(nullptr);
}

}  // namespace
}  // namespace luce::desktop
