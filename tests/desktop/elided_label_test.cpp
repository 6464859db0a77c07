#include "app/desktop/elided_label.h"

#include <gtest/gtest.h>

#include <QImage>

namespace luce::desktop {
namespace {

constexpr const char* kText = "observed rows · effective 301.1 of 1800 · largest ρ 0.9996";

QImage pictureOf(QLabel& label, int width) {
  label.resize(width, label.sizeHint().height());
  return label.grab().toImage();
}

TEST(ElidedLabel, SaysThatItIsCutAndOnlyThen) {
  ElidedLabel label(kText);
  const int whole = label.sizeHint().width();
  QLabel same(kText);
  EXPECT_EQ(pictureOf(label, whole), pictureOf(same, whole));
  EXPECT_FALSE(label.elided());

  const int narrow = whole / 2;
  const QImage cut = pictureOf(label, narrow);
  EXPECT_TRUE(label.elided());
  // As a label of about the most letters that fit with "…" after them; an edge may hang over.
  QString fitting(kText);
  while (label.fontMetrics().horizontalAdvance(fitting + "…") > narrow) fitting.chop(1);
  bool found = false;
  for (int less = 0; less < 3; ++less) {
    QLabel expected(fitting.chopped(less) + "…");
    found = found || cut == pictureOf(expected, narrow);
  }
  EXPECT_TRUE(found);
  EXPECT_LT(label.minimumSizeHint().width(), narrow);
}

TEST(ElidedLabel, RichTextIsDrawnAsByAnyLabel) {
  const QString text = QString("<b>%1</b>").arg(kText);
  ElidedLabel label(text);
  QLabel same(text);
  EXPECT_EQ(pictureOf(label, 100), pictureOf(same, 100));
  EXPECT_FALSE(label.elided());
}

}  // namespace
}  // namespace luce::desktop
