#include "app/desktop/window/shortcut_sheet.h"

#include <gmock/gmock.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include "app/desktop/main_window.h"

namespace luce::desktop {
namespace {

TEST(ShortcutSheet, HasEveryKeyInOneLine) {
  MainWindow window;
  const ShortcutSheet sheet(window.actions().commands(), &window);
  QTextDocument text;
  text.setHtml(sheet.html());
  text.setTextWidth(700);
  EXPECT_LE(text.size().width(), 700);
  int keys = 0;
  for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
    if (!block.text().startsWith("Ctrl+") && !block.text().startsWith("Shift+")) continue;
    ++keys;
    EXPECT_EQ(block.layout()->lineCount(), 1) << block.text().toStdString();
  }
  EXPECT_GT(keys, 15);
}

}  // namespace
}  // namespace luce::desktop
