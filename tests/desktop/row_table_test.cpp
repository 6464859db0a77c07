#include "app/desktop/row_table.h"

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QTableWidget>

namespace luce::desktop {
namespace {

QStringList& messages() {
  static QStringList those;
  return those;
}

void takeMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type != QtDebugMsg && !message.startsWith("This plugin does not support")) {
    messages() << message;
  }
}

TEST(RowTable, ACellIsEditedOnceAndOnlyIfItCanBe) {
  QTableWidget table(1, 2);
  table.setItem(0, 0, new QTableWidgetItem("name"));
  auto* fixed = new QTableWidgetItem("number");
  fixed->setFlags(fixed->flags() & ~Qt::ItemIsEditable);
  table.setItem(0, 1, fixed);
  table.show();
  messages().clear();
  const QtMessageHandler before = qInstallMessageHandler(takeMessage);
  const auto editors = [&] { return table.viewport()->findChildren<QLineEdit*>().size(); };
  beginEdit(table, table.model()->index(0, 1));
  EXPECT_EQ(editors(), 0);
  beginEdit(table, {});
  EXPECT_EQ(editors(), 0);
  beginEdit(table, table.model()->index(0, 0));
  EXPECT_EQ(editors(), 1);
  beginEdit(table, table.model()->index(0, 0));
  EXPECT_EQ(editors(), 1);
  qInstallMessageHandler(before);
  EXPECT_THAT(messages(), testing::IsEmpty());
}

}  // namespace
}  // namespace luce::desktop
