#include "app/desktop/report/heading_breaks.h"

#include <gtest/gtest.h>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>

namespace luce::desktop {
namespace {

/// Headings and captions that what they belong to does not follow on the same page.
int headingsAlone(const QTextDocument& text) {
  const auto pageOf = [&](const QTextBlock& block) {
    return static_cast<int>(text.documentLayout()->blockBoundingRect(block).top() /
                            text.pageSize().height());
  };
  int alone = 0;
  for (QTextBlock block = text.begin(); block.next().isValid(); block = block.next()) {
    const bool leads = block.blockFormat().headingLevel() > 0 || block.text().startsWith("Caption");
    alone += leads && pageOf(block) != pageOf(block.next());
  }
  return alone;
}

TEST(HeadingBreaks, NoHeadingOrCaptionStaysAloneAtTheFootOfItsPage) {
  int alone = 0;
  for (int sections = 1; sections <= 40; ++sections) {
    QTextDocument text;
    text.setPageSize({400, 300});
    QString html;
    for (int section = 0; section < sections; ++section) {
      html += QStringLiteral("<h2>Section %1</h2>").arg(section);
      html += QStringLiteral("<p>A sentence.</p>").repeated(1 + section % 5);
      html += QStringLiteral("<h2>Table %1</h2><table><caption>Caption</caption>").arg(section);
      html += QStringLiteral("<tr><td>cell</td></tr>").repeated(section % 7 + 1) + "</table>";
    }
    text.setHtml(html);
    alone += headingsAlone(text);
    keepHeadingsWithTexts(text);
    EXPECT_EQ(headingsAlone(text), 0);
    // All is still on the pages, in its order.
    QRectF before;
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
      const QRectF place = text.documentLayout()->blockBoundingRect(block);
      EXPECT_GE(place.top(), before.top()) << block.text().toStdString();
      before = place;
    }
    EXPECT_LE(before.bottom(), text.pageCount() * text.pageSize().height());
  }
  EXPECT_GT(alone, 0) << "nothing was mended";
}

}  // namespace
}  // namespace luce::desktop
