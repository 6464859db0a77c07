#include "app/desktop/report/heading_breaks.h"

#include <gtest/gtest.h>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>

namespace luce::desktop {
namespace {

/// Headings whose text begins on another page.
int headingsAlone(const QTextDocument& text) {
  const auto pageOf = [&](const QTextBlock& block) {
    return static_cast<int>(text.documentLayout()->blockBoundingRect(block).top() /
                            text.pageSize().height());
  };
  int alone = 0;
  for (QTextBlock block = text.begin(); block.next().isValid(); block = block.next()) {
    alone += block.blockFormat().headingLevel() > 0 && pageOf(block) != pageOf(block.next());
  }
  return alone;
}

TEST(HeadingBreaks, NoHeadingStaysAloneAtTheFootOfItsPage) {
  QTextDocument text;
  text.setPageSize({400, 300});
  QString html;
  for (int section = 0; section < 40; ++section) {
    html += QStringLiteral("<h2>Section %1</h2>").arg(section);
    html += QStringLiteral("<p>A sentence.</p>").repeated(1 + section % 5);
    html += QStringLiteral("<h2>Table %1</h2><table><tr><td>cell</td></tr></table>").arg(section);
  }
  text.setHtml(html);
  ASSERT_GT(headingsAlone(text), 0) << "nothing to mend";
  keepHeadingsWithTexts(text);
  EXPECT_EQ(headingsAlone(text), 0);
}

}  // namespace
}  // namespace luce::desktop
