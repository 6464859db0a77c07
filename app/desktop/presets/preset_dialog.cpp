#include "app/desktop/presets/preset_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/desktop/core_words.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

enum Role { kName = Qt::UserRole, kKind };

PresetKind kindOf(const QListWidgetItem& item) {
  return static_cast<PresetKind>(item.data(kKind).toInt());
}

}  // namespace

PresetDialog::PresetDialog(const PresetStore& store, std::vector<RemovedPreset>& removed,
                           QWidget* parent)
    : QDialog(parent),
      store_(store),
      removed_(removed),
      list_(new QListWidget),
      delete_(new QPushButton(tr("&Delete"))),
      bringBack_(new QPushButton(tr("&Undo delete"))),
      problem_(new QLabel) {
  setWindowTitle(tr("Presets"));
  list_->setAccessibleName(tr("Saved presets"));
  list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  list_->setWhatsThis(tr("Saved weightings and experiments. Edit a name (F2) to rename it."));
  problem_->setWordWrap(true);
  rename_ = new QPushButton(tr("&Rename"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->addButton(rename_, QDialogButtonBox::ActionRole);
  buttons->addButton(delete_, QDialogButtonBox::ActionRole);
  buttons->addButton(bringBack_, QDialogButtonBox::ActionRole);
  bringBack_->setWhatsThis(
      tr("Brings back the preset that was deleted last, then the one before, until Luce is "
         "closed."));
  bringBack_->setToolTip(bringBack_->whatsThis());
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(list_);
  layout->addWidget(problem_);
  layout->addWidget(buttons);
  buttons->button(QDialogButtonBox::Close)->setDefault(true);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(rename_, &QPushButton::clicked, this, [this] {
    if (list_->currentItem() != nullptr) list_->editItem(list_->currentItem());
  });
  connect(delete_, &QPushButton::clicked, this, &PresetDialog::removeCurrent);
  connect(list_, &QListWidget::itemChanged, this, &PresetDialog::rename);
  connect(bringBack_, &QPushButton::clicked, this, &PresetDialog::bringBack);
  auto* undo = new QShortcut(QKeySequence::Undo, list_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(undo, &QShortcut::activated, this, &PresetDialog::bringBack);
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
  updateButtons();
}

void PresetDialog::updateButtons() {
  rename_->setEnabled(list_->count() > 0);
  delete_->setEnabled(list_->count() > 0);
  bringBack_->setEnabled(!removed_.empty());
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
    problem_->setText(wordsOfCore(error.what()));
  }
}

void PresetDialog::removeCurrent() {
  QListWidgetItem* item = list_->currentItem();
  if (item == nullptr) return;
  try {
    removed_.push_back(store_.remove(kindOf(*item), item->data(kName).toString()));
    delete item;
    problem_->clear();
  } catch (const Error& error) {
    problem_->setText(wordsOfCore(error.what()));
  }
  updateButtons();
}

void PresetDialog::bringBack() {
  if (removed_.empty()) return;
  try {
    store_.putBack(removed_.back());
    const QString name = removed_.back().name;
    removed_.pop_back();
    fill();
    const QList<QListWidgetItem*> found = list_->findItems(name, Qt::MatchExactly);
    if (!found.isEmpty()) list_->setCurrentItem(found.back());
    problem_->clear();
  } catch (const Error& error) {
    problem_->setText(wordsOfCore(error.what()));
  }
}

}  // namespace luce::desktop
