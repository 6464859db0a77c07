#include "app/desktop/presets/preset_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

enum Role { kName = Qt::UserRole, kKind };

PresetKind kindOf(const QListWidgetItem& item) {
  return static_cast<PresetKind>(item.data(kKind).toInt());
}

}  // namespace

PresetDialog::PresetDialog(const PresetStore& store, QWidget* parent)
    : QDialog(parent),
      store_(store),
      list_(new QListWidget),
      delete_(new QPushButton(tr("&Delete"))),
      problem_(new QLabel) {
  setWindowTitle(tr("Presets"));
  list_->setAccessibleName(tr("Saved presets"));
  list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  list_->setWhatsThis(tr("Saved weightings and experiments. Edit a name (F2) to rename it."));
  problem_->setWordWrap(true);
  auto* renameButton = new QPushButton(tr("&Rename"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->addButton(renameButton, QDialogButtonBox::ActionRole);
  buttons->addButton(delete_, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(list_);
  layout->addWidget(problem_);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(renameButton, &QPushButton::clicked, this, [this] {
    if (list_->currentItem() != nullptr) list_->editItem(list_->currentItem());
  });
  connect(delete_, &QPushButton::clicked, this, &PresetDialog::removeCurrent);
  connect(list_, &QListWidget::itemChanged, this, &PresetDialog::rename);
  auto* remove = new QShortcut(QKeySequence::Delete, list_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(remove, &QShortcut::activated, this, &PresetDialog::removeCurrent);
  fill();
}

void PresetDialog::fill() {
  const QSignalBlocker quiet(list_);
  list_->clear();
  for (const PresetKind kind : {PresetKind::Weighting, PresetKind::Experiment}) {
    for (const QString& name : store_.names(kind)) {
      auto* item = new QListWidgetItem(name, list_);
      item->setFlags(item->flags() | Qt::ItemIsEditable);
      item->setData(kName, name);
      item->setData(kKind, static_cast<int>(kind));
      item->setToolTip(kind == PresetKind::Weighting ? tr("Weights and temperature")
                                                     : tr("A whole experiment"));
    }
  }
  list_->setCurrentRow(0);
}

void PresetDialog::rename(QListWidgetItem* item) {
  const QString before = item->data(kName).toString();
  const QString after = item->text().trimmed();
  if (after == before) return;
  const QSignalBlocker quiet(list_);
  try {
    if (after.isEmpty()) throw Error(tr("A preset needs a name.").toStdString());
    store_.rename(kindOf(*item), before, after);
    item->setData(kName, after);
    problem_->clear();
  } catch (const Error& error) {
    item->setText(before);
    problem_->setText(QString::fromStdString(error.what()));
  }
}

void PresetDialog::removeCurrent() {
  QListWidgetItem* item = list_->currentItem();
  if (item == nullptr) return;
  try {
    store_.remove(kindOf(*item), item->data(kName).toString());
    delete item;
    problem_->clear();
  } catch (const Error& error) {
    problem_->setText(QString::fromStdString(error.what()));
  }
}

}  // namespace luce::desktop
