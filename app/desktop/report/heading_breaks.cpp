#include "app/desktop/report/heading_breaks.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>

namespace luce::desktop {

void keepHeadingsWithTexts(QTextDocument& text) {
  const QAbstractTextDocumentLayout& layout = *text.documentLayout();
  const auto pageOf = [&](const QTextBlock& block) {
    return static_cast<int>(layout.blockBoundingRect(block).top() / text.pageSize().height());
  };
  for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() == 0 || !block.next().isValid()) continue;
    if (pageOf(block) == pageOf(block.next())) continue;
    QTextBlockFormat onNextPage;
    onNextPage.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).mergeBlockFormat(onNextPage);
  }
}

}  // namespace luce::desktop
