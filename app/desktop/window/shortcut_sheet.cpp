#include "app/desktop/window/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QStringList>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/desktop/window/first_size.h"

namespace luce::desktop {

namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 620;

QString row(const QString& keys, const QString& meaning) {
  return QString(
             "<tr><td align=right "
             "style='white-space:pre'><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
      .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString block(const QString& title, const QString& rows) {
  return QString("<h3>%1</h3><table>%2</table>").arg(title.toHtmlEscaped(), rows);
}

}  // namespace

ShortcutSheet::ShortcutSheet(const std::vector<NamedCommand>& commands, QWidget* window)
    : QDialog(window) {
  setWindowTitle(tr("Keyboard"));
  QStringList menus;
  QHash<QString, QString> rows;
  for (const NamedCommand& command : commands) {
    if (!command.action || command.action->shortcut().isEmpty()) continue;
    const qsizetype arrow = command.name.indexOf(QStringLiteral(" ▸ "));
    const QString menu = command.name.left(arrow);
    if (!menus.contains(menu)) menus.append(menu);
    rows[menu] += row(command.action->shortcut().toString(QKeySequence::NativeText),
                      command.name.mid(arrow + 3));
  }
  QString left, right;
  for (qsizetype i = 0; i < menus.size(); ++i) {
    (i % 2 == 0 ? left : right) += block(menus[i], rows[menus[i]]);
  }
  html_ =
      QString(
          "<table cellspacing=16 width='100%'><tr><td width='50%'>%1</td><td>%2</td></tr></table>")
          .arg(left, right + elsewhere());
  auto* text = new QTextBrowser;
  text->setHtml(html_);
  text->setAccessibleName(tr("Keyboard"));
  text->setWhatsThis(tr("All keys, by menu."));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(text);
  layout->addWidget(buttons);
  resizeWithinScreen(*this, {kWidth, kHeight});
}

/// Of what has no menu: keys and mouse inside of panels.
QString ShortcutSheet::elsewhere() {
  return block(tr("In charts"), row(tr("Wheel"), tr("zoom at the mouse")) +
                                    row(tr("Drag"), tr("zoom into a rectangle")) +
                                    row(tr("Middle button, drag"), tr("move")) +
                                    row(tr("Double click"), tr("show everything again")) +
                                    row(tr("Right button"), tr("copy, export, series"))) +
         block(tr("In sliders"), row(tr("Arrows"), tr("one step")) +
                                     row(tr("Page Up, Page Down"), tr("ten steps")) +
                                     row(tr("Double click on the name"), tr("standard value"))) +
         block(tr("In tables"), row(tr("Ctrl+C"), tr("copy the selected rows")) +
                                    row(tr("Click on a heading"), tr("sort")) +
                                    row(tr("Right button"), tr("what can be done")));
}

}  // namespace luce::desktop
