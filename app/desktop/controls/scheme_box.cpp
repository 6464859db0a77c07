#include "app/desktop/controls/scheme_box.h"

#include <QSignalBlocker>
#include <QStandardItemModel>
#include <set>

#include "app/desktop/core_words.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

std::set<SchemeFamily> families() {
  std::set<SchemeFamily> found;
  for (const Scheme* scheme : schemes()) found.insert(scheme->description().family);
  return found;
}

}  // namespace

SchemeBox::SchemeBox(const QString& none, QWidget* parent) : QComboBox(parent) {
  setMaxVisibleItems(32);
  if (!none.isEmpty()) addItem(none);
  for (const SchemeFamily family : families()) {
    addHeading(family);
    for (const Scheme* scheme : schemes()) {
      const SchemeDescription& description = scheme->description();
      if (description.family != family) continue;
      addItem(QString::fromStdString(description.title), QString::fromStdString(description.id));
      setItemData(count() - 1, wordsOfCore(QString::fromStdString(description.meaning)),
                  Qt::ToolTipRole);
    }
  }
  setCurrentIndex(firstChoice());
}

void SchemeBox::addHeading(SchemeFamily family) {
  addItem(wordsOfCore(QString::fromStdString(title(family))));
  QStandardItem* heading = qobject_cast<QStandardItemModel*>(model())->item(count() - 1);
  heading->setFlags(Qt::NoItemFlags);
  QFont bold = font();
  bold.setBold(true);
  heading->setFont(bold);
  // Disabled text is too pale for something to be read.
  heading->setForeground(theme::kNeutral);
}

int SchemeBox::firstChoice() const {
  for (int i = 0; i < count(); ++i) {
    if (model()->flags(model()->index(i, 0)).testFlag(Qt::ItemIsEnabled)) return i;
  }
  return -1;
}

const Scheme* SchemeBox::scheme() const {
  const QString id = currentData().toString();
  return id.isEmpty() ? nullptr : &findTrainableScheme(id.toStdString());
}

void SchemeBox::setScheme(const std::string& id) {
  const QSignalBlocker quiet(this);
  const int found = findData(QString::fromStdString(id));
  setCurrentIndex(found < 0 ? firstChoice() : found);
}

}  // namespace luce::desktop
