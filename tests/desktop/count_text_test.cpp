#include "app/desktop/count_text.h"

#include <gmock/gmock.h>

#include <QLocale>
#include <limits>

namespace luce::desktop {
namespace {

TEST(CountText, HasWholeNumbersWithGroups) {
  const QLocale before;
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  EXPECT_EQ(countText(225'000).toStdString(), "225,000");
  EXPECT_EQ(countText(224'999.6).toStdString(), "225,000");
  EXPECT_EQ(countText(1e9).toStdString(), "1,000,000,000");
  EXPECT_EQ(countText(60).toStdString(), "60");
  EXPECT_EQ(countText(12.3456).toStdString(), "12.35") << "of few rows the fraction matters";
  EXPECT_EQ(countText(std::numeric_limits<double>::quiet_NaN()).toStdString(), "–");
  QLocale::setDefault(before);
}

}  // namespace
}  // namespace luce::desktop
