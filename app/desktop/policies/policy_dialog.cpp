#include "app/desktop/policies/policy_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/row_table.h"
#include "app/desktop/runs/name_delegate.h"
#include "app/desktop/window/first_size.h"

namespace luce::desktop {

namespace {

constexpr QSize kSize(980, 380);
constexpr int kNameWidth = 190;

QPushButton* button(const QString& text, const QString& help) {
  auto* made = new QPushButton(text);
  made->setWhatsThis(help);
  made->setToolTip(help);
  made->setAutoDefault(false);
  return made;
}

}  // namespace

PolicyDialog::PolicyDialog(Study& study, PolicyBook& book, QWidget* parent)
    : QDialog(parent),
      study_(study),
      book_(book),
      model_(new PolicyModel(this)),
      table_(new QTableView),
      message_(new QLabel),
      add_(button(tr("&From a file…"),
                  tr("Keep another policy: scores of another program as CSV, or a TorchScript "
                     "model."))),
      rename_(button(tr("Re&name"), tr("Give the selected policy another name (F2)."))),
      remove_(button(tr("&Remove"), tr("Remove the selected policies; undo brings them back."))),
      bringBack_(button(tr("&Bring back"), tr("Bring the selected removed policies back."))),
      removed_(new QCheckBox(tr("&Show removed ones"))) {
  setWindowTitle(tr("Policies from elsewhere"));
  resizeWithinScreen(*this, kSize);
  table_->setModel(model_);
  table_->setItemDelegate(new NameDelegate(table_));
  showAsRows(*table_);
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setAccessibleName(tr("Policies from elsewhere"));
  table_->setWhatsThis(
      tr("Policies that were read from files and are kept in the workspace with their scores. The "
         "page Evaluation compares runs with them. F2 renames one, Del removes it."));
  message_->setWordWrap(true);
  message_->setTextFormat(Qt::PlainText);
  removed_->setWhatsThis(tr("Also lists policies that were removed and can be brought back."));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(message_);
  layout->addWidget(table_, 1);
  layout->addLayout(buildButtons());
  // Once it is within the dialog: the dialog makes its first button the default otherwise.
  close_->setDefault(true);
  auto* deleteKey = new QAction(tr("Remove"), table_);
  deleteKey->setShortcut(QKeySequence::Delete);
  deleteKey->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(deleteKey);
  connect(deleteKey, &QAction::triggered, remove_, &QPushButton::click);
  addUndo(study.undoStack());
  connect(add_, &QPushButton::clicked, this, &PolicyDialog::fileAsked);
  connect(rename_, &QPushButton::clicked, this, [this] {
    beginEdit(*table_, table_->currentIndex().siblingAtColumn(PolicyModel::kName));
  });
  connect(remove_, &QPushButton::clicked, this, [this] { book_.putAway(selected()); });
  connect(bringBack_, &QPushButton::clicked, this, [this] { book_.bringBack(selected()); });
  connect(removed_, &QCheckBox::toggled, this, [this](bool shown) {
    model_->showRemoved(shown);
    updateButtons();
  });
  connect(model_, &PolicyModel::renameAsked, &book_, &PolicyBook::rename);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &PolicyDialog::updateButtons);
  connect(&study_, &Study::workspaceChanged, this, &PolicyDialog::showPolicies);
  connect(&study_, &Study::datasetChanged, this, &PolicyDialog::updateButtons);
  showPolicies();
  table_->resizeColumnsToContents();
  table_->setColumnWidth(PolicyModel::kName,
                         std::max(kNameWidth, table_->columnWidth(PolicyModel::kName)));
}

QLayout* PolicyDialog::buildButtons() {
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  close_ = box->button(QDialogButtonBox::Close);
  close_->setWhatsThis(tr("Close this window."));
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* row = new QHBoxLayout;
  for (QPushButton* made : {add_, rename_, remove_, bringBack_}) row->addWidget(made);
  row->addWidget(removed_);
  row->addStretch();
  row->addWidget(box);
  return row;
}

void PolicyDialog::addUndo(QUndoStack& stack) {
  QAction* undo = stack.createUndoAction(this);
  QAction* redo = stack.createRedoAction(this);
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence::Redo);
  addActions({undo, redo});
}

void PolicyDialog::showPolicies() {
  const std::vector<std::int64_t> before = selected();
  model_->show(study_.workspaceView());
  for (const std::int64_t policy : before) {
    const int row = model_->rowOf(policy);
    if (row < 0) continue;
    table_->selectionModel()->select(model_->index(row, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table_->selectionModel()->setCurrentIndex(model_->index(row, 0), QItemSelectionModel::NoUpdate);
  }
  updateButtons();
}

std::vector<std::int64_t> PolicyDialog::selected() const {
  std::vector<std::int64_t> policies;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
    policies.push_back(model_->policy(index.row()).id);
  }
  return policies;
}

void PolicyDialog::updateButtons() {
  const std::vector<std::int64_t> policies = selected();
  const bool writes = study_.workspace() != nullptr && !study_.readOnly();
  bool there = false, away = false;
  for (const std::int64_t policy : policies) {
    const PolicyRecord* const record = book_.find(policy);
    if (record != nullptr) (record->removed.empty() ? there : away) = true;
  }
  add_->setEnabled(study_.dataset() != nullptr);
  rename_->setEnabled(writes && there && policies.size() == 1);
  remove_->setEnabled(writes && there);
  bringBack_->setEnabled(writes && away);
  if (study_.readOnly()) {
    message_->setText(wordsOfCore(study_.whyReadOnly()));
  } else if (model_->rowCount() == 0) {
    message_->setText(tr("This workspace keeps no policy from elsewhere yet."));
  } else {
    message_->setText(tr("The page Evaluation compares runs with these policies."));
  }
}

}  // namespace luce::desktop
