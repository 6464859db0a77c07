#include "app/desktop/report/heading_breaks.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

namespace luce::desktop {

namespace {

bool isTableCaption(const QTextBlock& block) {
  const QTextTable* const after = QTextCursor(block.next()).currentTable();
  return after != nullptr && after != QTextCursor(block).currentTable();
}

bool belongsToTheNext(const QTextBlock& block) {
  if (!block.next().isValid()) return false;
  return block.blockFormat().headingLevel() > 0 || isTableCaption(block);
}

}  // namespace

void keepHeadingsWithTexts(QTextDocument& text) {
  const QAbstractTextDocumentLayout& layout = *text.documentLayout();
  const auto pageOf = [&](const QTextBlock& block) {
    return static_cast<int>(layout.blockBoundingRect(block).top() / text.pageSize().height());
  };
  QTextBlock first;  // of headings and captions in a row, which go together
  for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
    if (!belongsToTheNext(block)) {
      first = {};
      continue;
    }
    if (!first.isValid()) first = block;
    if (pageOf(first) == pageOf(block.next())) continue;
    QTextBlockFormat onNextPage;
    onNextPage.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(first).mergeBlockFormat(onNextPage);
    text.markContentsDirty(0, text.characterCount());
  }
}

}  // namespace luce::desktop
