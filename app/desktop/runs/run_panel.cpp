#include "app/desktop/runs/run_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/row_table.h"
#include "app/desktop/runs/name_delegate.h"
#include "app/desktop/runs/run_colour.h"
#include "app/desktop/runs/run_details.h"
#include "app/desktop/theme.h"
#include "app/desktop/visible_colour.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// More curves in one chart cannot be told apart.
constexpr std::size_t kMostOverlays = 40;

/// Whether a run's curves are drawn as before.
bool looksTheSame(const RunRecord& a, const RunRecord& b) {
  return a.id == b.id && a.name == b.name && a.colour == b.colour && a.started == b.started &&
         a.status != RunStatus::Running && b.status != RunStatus::Running;
}

}  // namespace

RunPanel::RunPanel(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      book_(study),
      proxy_(new RunProxy(model_, this)),
      view_(new QTableView),
      filter_(new QLineEdit),
      count_(new QLabel),
      colours_(new ColourMenu(this)) {
  buildView();
  columns_ = new RunColumns(*view_, model_, *proxy_);
  buildActions();
  arrange();
  connectStudy();
  showRuns();
}

RunPanel::~RunPanel() {
  // Before its model, which would tell it to ask a study that is gone by then.
  delete view_;
}

void RunPanel::buildView() {
  view_->setModel(proxy_);
  view_->setItemDelegate(new NameDelegate(view_));
  showAsRows(*view_);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setWordWrap(false);
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  view_->setSortingEnabled(true);
  view_->sortByColumn(RunTableModel::kStarted, Qt::DescendingOrder);
  view_->setAccessibleName(tr("Runs"));
  view_->setObjectName("run_list");
  view_->setWhatsThis(
      tr("Every run of the workspace: what it was, what it came to, and the fields of its "
         "experiment. Marked fields differ from the opened run (or the selected one, when none is "
         "open). Ticked runs are laid over the charts. Double-click a run to open it; the menu of "
         "the right mouse button has the rest."));
  connect(view_, &QWidget::customContextMenuRequested, this, &RunPanel::openMenu);
  connect(view_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
    if (index.column() == RunTableModel::kNote) {
      editNote();
    } else if (index.column() == RunTableModel::kOverlay) {
      chooseColour();
    } else {
      openRun();
    }
  });
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &RunPanel::updateActions);
  // Later: rows that are being filtered out must not be told to look otherwise meanwhile.
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &RunPanel::updateReference, Qt::QueuedConnection);
}

QAction* RunPanel::addAction(const QString& text, const QString& help, const QKeySequence& shortcut,
                             void (RunPanel::*work)()) {
  auto* action = new QAction(text, this);
  action->setWhatsThis(help);
  action->setToolTip(shortcut.isEmpty() ? help
                                        : QString("%1 (%2)").arg(
                                              help, shortcut.toString(QKeySequence::NativeText)));
  action->setShortcut(shortcut);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, work);
  view_->addAction(action);
  return action;
}

void RunPanel::buildActions() {
  // Return activates the cell: as a shortcut it would be taken from the editor of a name.
  open_ =
      addAction(tr("&Open"), tr("Show the run in the charts, with its experiment in the sliders"),
                {}, &RunPanel::openRun);
  rename_ =
      addAction(tr("Re&name"), tr("Give the run another name"), Qt::Key_F2, &RunPanel::rename);
  note_ = addAction(tr("&Note…"), tr("Write something about the run"), QKeySequence(tr("Ctrl+M")),
                    &RunPanel::editNote);
  colour_ = addAction(tr("&Colour…"), tr("Choose the colour in which the runs are drawn"),
                      QKeySequence(tr("Ctrl+K")), &RunPanel::chooseColour);
  takeExperiment_ = addAction(tr("Take its &experiment into the sliders"),
                              tr("A new experiment like that of the run, without opening it"),
                              QKeySequence(tr("Ctrl+Shift+D")), &RunPanel::takeExperiment);
  overlay_ =
      addAction(tr("&Lay over the charts"), tr("Draw the runs over the opened one, or no longer"),
                Qt::Key_Space, &RunPanel::toggleOverlay);
  clearOverlays_ = addAction(tr("Lay no run over the charts"), tr("Untick all runs"), {},
                             &RunPanel::clearOverlays);
  details_ =
      addAction(tr("&Details and differences…"),
                tr("All that is known of the run beside the experiment in the sliders, or of "
                   "several runs beside each other"),
                QKeySequence(tr("Ctrl+I")), &RunPanel::showDetails);
  copy_ = addAction(tr("Co&py as text"), tr("Copy the selected runs, as the table shows them"),
                    QKeySequence::Copy, &RunPanel::copy);
  remove_ = addAction(tr("&Remove"), tr("Remove the runs; undo brings them back"),
                      QKeySequence::Delete, &RunPanel::remove);
  bringBack_ =
      addAction(tr("&Bring back"), tr("Bring removed runs back"), {}, &RunPanel::bringBack);
  purge_ = addAction(tr("Remove for good all that were removed…"),
                     tr("Give the room free that removed runs take"), {}, &RunPanel::purge);
  showRemoved_ = new QAction(tr("&Show removed runs"), this);
  showRemoved_->setCheckable(true);
  connect(showRemoved_, &QAction::toggled, this, [this](bool shows) {
    proxy_->setShowsPutAway(shows);
    columns_->update();
    updateActions();
  });
  connect(colours_, &ColourMenu::aboutToShow, this, [this] {
    const std::vector<int> rows = selectedRows();
    if (!rows.empty()) colours_->setCurrent(colourOf(model_.entry(rows.front()).record));
  });
  connect(colours_, &ColourMenu::chosen, this,
          [this](const QString& colour) { book_.setColour(selected(), colour); });
}

void RunPanel::arrange() {
  filter_->setPlaceholderText(tr("Filter: text, scheme:grpo, held_out>0.4, -status:failed"));
  filter_->setClearButtonEnabled(true);
  filter_->setAccessibleName(tr("Filter of the runs"));
  filter_->setWhatsThis(
      tr("Words are sought in the name, scheme, dataset, status and note. A column is asked by its "
         "name: scheme:grpo (holds), seed=3 (is), kl_weight>=0.1 (also <, <=, >). A minus before "
         "it means the opposite. All conditions must hold; texts with blanks stand in quotes."));
  connect(filter_, &QLineEdit::textChanged, this, &RunPanel::applyFilter);
  auto* differences = new QToolButton;
  differences->setText(tr("Differences"));
  differences->setCheckable(true);
  differences->setChecked(columns_->onlyDifferences());
  differences->setToolTip(tr("Of the experiments' fields show only those in which runs differ"));
  differences->setWhatsThis(differences->toolTip());
  connect(differences, &QToolButton::toggled, columns_, &RunColumns::setOnlyDifferences);
  auto* choose = new QToolButton;
  choose->setText(tr("Columns"));
  choose->setPopupMode(QToolButton::InstantPopup);
  choose->setToolTip(tr("Choose the columns that are shown"));
  choose->setWhatsThis(choose->toolTip());
  auto* menu = new QMenu(choose);
  choose->setMenu(menu);
  connect(menu, &QMenu::aboutToShow, this, [this, menu, differences] {
    menu->clear();
    columns_->fill(*menu);
    menu->addSeparator();
    menu->addAction(showRemoved_);
    const QSignalBlocker blocker(differences);
    differences->setChecked(columns_->onlyDifferences());
  });
  auto* upper = new QHBoxLayout;
  upper->addWidget(filter_, 1);
  upper->addWidget(differences);
  upper->addWidget(choose);
  auto* lower = new QHBoxLayout;
  for (QAction* action : {open_, remove_}) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    lower->addWidget(button);
  }
  lower->addStretch();
  lower->addWidget(count_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addLayout(upper);
  layout->addWidget(view_, 1);
  layout->addLayout(lower);
}

void RunPanel::connectStudy() {
  connect(&study_, &Study::workspaceChanged, this, &RunPanel::showRuns);
  connect(&study_, &Study::datasetChanged, this, &RunPanel::showRuns);
  connect(&study_, &Study::runChanged, this, &RunPanel::showRuns);
  connect(&study_, &Study::busyChanged, this, &RunPanel::updateActions);
  connect(&study_, &Study::trainingChanged, this, &RunPanel::updateActions);
  connect(&book_, &RunBook::failed, this, &RunPanel::failed);
  connect(&book_, &RunBook::told, this, &RunPanel::told);
  connect(&model_, &RunTableModel::renameAsked, &book_, &RunBook::rename);
  connect(&model_, &RunTableModel::noteAsked, &book_, &RunBook::setNote);
  connect(&model_, &RunTableModel::overlaidChanged, this, &RunPanel::loadOverlays);
  connect(&loader_, &OverlayLoader::loaded, this, [this](const OverlaidRuns& runs) {
    overlays_ = runs;
    tellOverlays();
  });
  connect(&loader_, &OverlayLoader::refused, this, &RunPanel::told);
}

void RunPanel::showRuns() {
  const std::vector<std::int64_t> kept = selected();
  const int columnsBefore = model_.columnCount();
  model_.setReadOnly(study_.readOnly());
  model_.setDataset(study_.dataset() == nullptr
                        ? QString()
                        : QString::fromStdString(study_.dataset()->summary.name));
  model_.show(study_.workspaceView());
  model_.setOpened(study_.run() == nullptr ? 0 : study_.run()->record.id);
  if (model_.columnCount() != columnsBefore) select(kept);
  columns_->update();
  updateActions();
  updateReference();
  loadOverlays();
}

void RunPanel::applyFilter() {
  QString problem;
  try {
    proxy_->setFilter(
        RunFilter(filter_->text(), model_.keys(),
                  {RunTableModel::kName, RunTableModel::kScheme, RunTableModel::kDataset,
                   RunTableModel::kStatus, RunTableModel::kNote}));
  } catch (const Error& error) {
    // While a condition is being typed, the rows stay as they are.
    problem = wordsOfCore(error.what());
  }
  filter_->setToolTip(problem);
  QPalette palette;
  if (!problem.isEmpty()) palette.setColor(QPalette::Text, theme::kReward);
  filter_->setPalette(palette);
  columns_->update();
  updateActions();
}

void RunPanel::updateActions() {
  const std::vector<int> rows = selectedRows();
  const auto isAway = [this](int row) { return model_.isPutAway(row); };
  const bool any = !rows.empty();
  const bool away = std::any_of(rows.begin(), rows.end(), isAway);
  const bool there = any && !std::all_of(rows.begin(), rows.end(), isAway);
  const bool writes = !study_.readOnly();
  const bool one = rows.size() == 1 && !away;
  open_->setEnabled(one && model_.isOfDataset(rows.front()) && !study_.busy() &&
                    !study_.training());
  rename_->setEnabled(one && writes);
  note_->setEnabled(one && writes);
  colour_->setEnabled(there && writes);
  colours_->setEnabled(there && writes);
  takeExperiment_->setEnabled(one && study_.dataset() != nullptr);
  overlay_->setEnabled(there);
  clearOverlays_->setEnabled(!model_.overlaid().empty());
  copy_->setEnabled(any);
  details_->setEnabled(any);
  remove_->setEnabled(there && writes);
  bringBack_->setEnabled(away && writes);
  const WorkspaceView* const workspace = study_.workspace();
  purge_->setEnabled(writes && workspace != nullptr &&
                     (!workspace->runsPutAway.empty() || !workspace->policiesPutAway.empty()));
  const int shown = proxy_->rowCount();
  int all = model_.rowCount();
  if (!showRemoved_->isChecked() && study_.workspace() != nullptr) {
    all = static_cast<int>(study_.workspace()->runs.size());
  }
  if (shown != all) {
    count_->setText(tr("%L1 of %L2").arg(shown).arg(all));
  } else {
    count_->setText(all == 1 ? tr("1 run") : tr("%L1 runs").arg(all));
  }
}

void RunPanel::updateReference() {
  if (study_.run() != nullptr) {
    model_.setReference(study_.run()->record.id);
    return;
  }
  const std::vector<std::int64_t> runs = selected();
  model_.setReference(runs.size() == 1 ? runs.front() : 0);
}

void RunPanel::loadOverlays() {
  std::vector<RunRecord> runs;
  for (const std::int64_t run : model_.overlaid()) {
    // The opened run is drawn already.
    if (study_.run() != nullptr && study_.run()->record.id == run) continue;
    if (runs.size() < kMostOverlays) runs.push_back(model_.entry(model_.rowOf(run)).record);
  }
  if (model_.overlaid().size() > kMostOverlays) {
    Q_EMIT told(tr("The charts show the first %1 of the ticked runs.").arg(kMostOverlays));
  }
  clearOverlays_->setEnabled(!model_.overlaid().empty());
  const bool same =
      std::equal(runs.begin(), runs.end(), laidOver_.begin(), laidOver_.end(), looksTheSame);
  laidOver_ = runs;
  if (!same) loader_.load(study_.workspace()->file, runs);
}

void RunPanel::tellOverlays() {
  if (!overlays_) return;
  auto shown = std::make_shared<std::vector<OverlaidRun>>(*overlays_);
  const QColor background = palette().color(QPalette::Base);
  for (OverlaidRun& run : *shown) run.colour = visibleOn(background, run.colour);
  Q_EMIT overlaysChanged(shown);
}

void RunPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) tellOverlays();
}

std::vector<int> RunPanel::selectedRows() const {
  std::vector<int> shown;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows(RunTableModel::kName)) {
    shown.push_back(index.row());
  }
  std::sort(shown.begin(), shown.end());
  for (int& row : shown) row = proxy_->mapToSource(proxy_->index(row, 0)).row();
  return shown;
}

std::vector<std::int64_t> RunPanel::selected() const {
  std::vector<std::int64_t> runs;
  for (const int row : selectedRows()) runs.push_back(model_.entry(row).record.id);
  return runs;
}

void RunPanel::select(const std::vector<std::int64_t>& runs) {
  QItemSelection selection;
  for (const std::int64_t run : runs) {
    const int row = model_.rowOf(run);
    if (row < 0) continue;
    const QModelIndex index = proxy_->mapFromSource(model_.index(row, RunTableModel::kName));
    if (index.isValid()) selection.select(index, index);
  }
  view_->selectionModel()->select(selection,
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  if (!selection.isEmpty()) {
    view_->selectionModel()->setCurrentIndex(selection.indexes().front(),
                                             QItemSelectionModel::NoUpdate);
  }
}

void RunPanel::openMenu(const QPoint& place) {
  QMenu menu;
  for (QAction* action : {open_, takeExperiment_, overlay_, clearOverlays_}) {
    menu.addAction(action);
  }
  menu.addSeparator();
  menu.addAction(rename_);
  menu.addMenu(colours_);
  menu.addAction(note_);
  menu.addSeparator();
  menu.addAction(details_);
  menu.addActions(QList<QAction*>(more_.begin(), more_.end()));
  menu.addAction(copy_);
  menu.addSeparator();
  for (QAction* action : {remove_, showRemoved_, bringBack_, purge_}) menu.addAction(action);
  menu.exec(view_->viewport()->mapToGlobal(place));
}

void RunPanel::openRun() {
  const std::vector<int> rows = selectedRows();
  if (!open_->isEnabled() || rows.empty()) return;
  Q_EMIT openAsked(QString::fromStdString(model_.entry(rows.front()).record.name));
}

void RunPanel::rename() {
  const std::vector<int> rows = selectedRows();
  if (rows.empty()) return;
  beginEdit(*view_, proxy_->mapFromSource(model_.index(rows.front(), RunTableModel::kName)));
}

void RunPanel::editNote() {
  const std::vector<int> rows = selectedRows();
  if (rows.empty() || !note_->isEnabled()) return;
  const RunRecord& record = model_.entry(rows.front()).record;
  const std::int64_t run = record.id;
  QInputDialog dialog(this);
  dialog.setOption(QInputDialog::UsePlainTextEditForTextInput);
  dialog.setWindowTitle(tr("Note"));
  dialog.setLabelText(tr("Note on the run %1").arg(QString::fromStdString(record.name)));
  dialog.setTextValue(QString::fromStdString(record.note));
  // The text is made only now, when someone asks for a size; Tab leads on to the buttons.
  dialog.resize(dialog.sizeHint());
  for (QPlainTextEdit* text : dialog.findChildren<QPlainTextEdit*>())
    text->setTabChangesFocus(true);
  if (dialog.exec() == QDialog::Accepted) book_.setNote(run, dialog.textValue().trimmed());
}

void RunPanel::chooseColour() {
  if (!colour_->isEnabled()) return;
  const QRect place = view_->visualRect(view_->currentIndex());
  colours_->popup(view_->viewport()->mapToGlobal(place.bottomLeft()));
}

void RunPanel::remove() {
  book_.putAway(selected());
}

void RunPanel::bringBack() {
  book_.bringBack(selected());
}

void RunPanel::purge() {
  const auto runs = study_.workspace()->runsPutAway.size();
  const auto policies = study_.workspace()->policiesPutAway.size();
  const QString question =
      tr("Remove %1 runs for good, with their metrics and weights? They cannot "
         "be brought back, and the steps before cannot be undone any more.")
          .arg(runs);
  const QString withPolicies =
      tr("Remove %1 runs for good, with their metrics and weights, and %2 policies from elsewhere "
         "with their scores? They cannot be brought back, and the steps before cannot be undone "
         "any more.")
          .arg(runs)
          .arg(policies);
  const auto answer =
      QMessageBox::question(this, tr("Remove for good"), policies == 0 ? question : withPolicies);
  if (answer == QMessageBox::Yes) study_.purgeRuns();
}

void RunPanel::takeExperiment() {
  for (const std::int64_t run : selected()) book_.takeExperiment(run);
}

void RunPanel::copy() {
  QApplication::clipboard()->setText(model_.text(selectedRows(), columns_->shown()));
}

void RunPanel::showDetails() {
  std::vector<RunDetail> columns;
  for (const int row : selectedRows()) columns.push_back(detailOf(model_.entry(row)));
  if (columns.empty()) return;
  if (columns.size() == 1) columns.push_back(detailOf(study_.experiment(), tr("sliders")));
  auto* dialog = new RunDetails(columns, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void RunPanel::toggleOverlay() {
  const std::vector<int> rows = selectedRows();
  const bool all = std::all_of(rows.begin(), rows.end(), [this](int row) {
    return model_.isPutAway(row) || model_.overlaid().contains(model_.entry(row).record.id);
  });
  model_.setOverlaid(rows, !all);
}

void RunPanel::clearOverlays() {
  model_.clearOverlaid();
}

}  // namespace luce::desktop
