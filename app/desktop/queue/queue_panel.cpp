#include "app/desktop/queue/queue_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "app/desktop/queue/fraction_delegate.h"
#include "app/desktop/row_table.h"

namespace luce::desktop {

namespace {

QToolButton* arrow(Qt::ArrowType type, const QString& name, const QString& meaning) {
  auto* button = new QToolButton;
  button->setArrowType(type);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setWhatsThis(meaning);
  return button;
}

}  // namespace

QueuePanel::QueuePanel(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      queue_(study),
      add_(new QAction(tr("Add to the &queue"), this)),
      name_(new QLineEdit),
      table_(new QTableView) {
  add_->setShortcut(QKeySequence(tr("Ctrl+Shift+Q")));
  add_->setToolTip(tr("Train the experiment as it is now after those that wait (Ctrl+Shift+Q)"));
  add_->setWhatsThis(
      tr("Puts a copy of the experiment behind the runs that wait. Sliders that are moved later do "
         "not change it. It begins by itself when nothing else trains."));
  name_->setAccessibleName(tr("Name of the run that is added to the queue"));
  name_->setWhatsThis(tr("What the added run is called; a name that is taken gets a number."));
  auto* addButton = new QToolButton;
  addButton->setDefaultAction(add_);
  auto* adding = new QHBoxLayout;
  adding->addWidget(name_, 1);
  adding->addWidget(addButton);

  table_->setModel(&queue_.model());
  table_->setItemDelegateForColumn(QueueModel::State, new FractionDelegate(table_));
  showAsRows(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setDragDropMode(QAbstractItemView::InternalMove);
  table_->setDragDropOverwriteMode(false);
  table_->setDropIndicatorShown(true);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->horizontalHeader()->resizeSection(QueueModel::State, 130);
  table_->setAccessibleName(tr("Queue of runs"));
  table_->setWhatsThis(
      tr("Runs that are over, the one that trains, and those that wait, in the "
         "order in which they will begin. Drag a waiting one to another place."));

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addWidget(buildOffer());
  layout->addLayout(adding);
  layout->addWidget(table_, 1);
  layout->addLayout(buildButtons());

  connect(add_, &QAction::triggered, this, &QueuePanel::addNow);
  connect(name_, &QLineEdit::returnPressed, add_, &QAction::trigger);
  connect(&queue_, &RunQueue::changed, this, &QueuePanel::update);
  connect(&study_, &Study::trainingBegan, this, [this] {
    const int begun = static_cast<int>(queue_.model().runs().size()) - queue_.waiting() - 1;
    table_->scrollTo(queue_.model().index(begun, 0));
  });
  connect(&queue_, &RunQueue::told, this, &QueuePanel::told);
  connect(&queue_, &RunQueue::restored, this, [this](int count) {
    offered_->setText(count == 1
                          ? tr("One run waited when this workspace was last open.")
                          : tr("%1 runs waited when this workspace was last open.").arg(count));
    offer_->setVisible(count > 0);
    if (count > 0) Q_EMIT attentionAsked();
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &QueuePanel::update);
  connect(&study_, &Study::datasetChanged, this, [this] {
    update();
    if (!offer_->isHidden()) Q_EMIT attentionAsked();
  });
  connect(&study_, &Study::workspaceChanged, this, &QueuePanel::update);
  connect(&study_, &Study::experimentChanged, this, &QueuePanel::suggestName);
  update();
}

QWidget* QueuePanel::buildOffer() {
  offer_ = new QWidget;
  offered_ = new QLabel;
  offered_->setWordWrap(true);
  auto* goOn = new QPushButton(tr("Go on"));
  goOn->setWhatsThis(tr("Trains the runs that waited, one after another."));
  auto* discard = new QPushButton(tr("Discard"));
  discard->setWhatsThis(tr("Removes the runs that waited from the queue."));
  auto* row = new QHBoxLayout(offer_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(offered_, 1);
  row->addWidget(goOn);
  row->addWidget(discard);
  connect(goOn, &QPushButton::clicked, this, [this] { queue_.setPaused(false); });
  connect(discard, &QPushButton::clicked, this, [this] {
    queue_.discardWaiting();
    queue_.setPaused(false);
  });
  offer_->hide();
  return offer_;
}

QLayout* QueuePanel::buildButtons() {
  up_ = arrow(Qt::UpArrow, tr("Earlier"), tr("Moves the selected run before the one above it."));
  down_ = arrow(Qt::DownArrow, tr("Later"), tr("Moves the selected run behind the one below it."));
  cancel_ = new QPushButton(tr("Cancel"));
  cancel_->setWhatsThis(
      tr("Removes the selected run from the queue, or stops it if it trains; it then keeps its "
         "best weights so far."));
  cancelAll_ = new QPushButton(tr("Cancel all"));
  cancelAll_->setWhatsThis(tr("Empties the queue and stops the run that trains."));
  clear_ = new QPushButton(tr("Clear"));
  clear_->setToolTip(tr("Take the runs that are over off this list"));
  clear_->setWhatsThis(
      tr("Takes the runs that are over off this list. They stay in the workspace."));
  pause_ = new QPushButton(tr("Pause"));
  pause_->setCheckable(true);
  pause_->setToolTip(tr("Begin no further run"));
  pause_->setWhatsThis(
      tr("A paused queue begins no run. The one that trains goes on; the toolbar pauses it."));
  // In two lines: beside each other they would make the panel wider than the lists above it.
  auto* ends = new QHBoxLayout;
  for (QPushButton* button : {cancel_, cancelAll_, clear_}) ends->addWidget(button);
  ends->addStretch();
  auto* order = new QHBoxLayout;
  order->addWidget(up_);
  order->addWidget(down_);
  order->addStretch();
  order->addWidget(pause_);
  auto* rows = new QVBoxLayout;
  rows->addLayout(order);
  rows->addLayout(ends);
  connect(up_, &QToolButton::clicked, this, [this] { moveSelected(-1); });
  connect(down_, &QToolButton::clicked, this, [this] { moveSelected(1); });
  connect(cancel_, &QPushButton::clicked, this, [this] { queue_.cancel(selected()); });
  connect(cancelAll_, &QPushButton::clicked, &queue_, &RunQueue::cancelAll);
  connect(clear_, &QPushButton::clicked, &queue_, &RunQueue::clearEnded);
  connect(pause_, &QPushButton::clicked, &queue_, &RunQueue::setPaused);
  return rows;
}

int QueuePanel::selected() const {
  const QModelIndexList rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? 0
                        : queue_.model().runs()[static_cast<std::size_t>(rows.front().row())].id;
}

void QueuePanel::moveSelected(int step) {
  queue_.move(selected(), step);
}

void QueuePanel::addNow() {
  const QString name = name_->text().trimmed();
  queue_.add(name.isEmpty() ? name_->placeholderText() : name, study_.experiment());
  name_->clear();
  suggestName();
}

void QueuePanel::suggestName() {
  name_->setPlaceholderText(
      queue_.freeName(QString::fromStdString(study_.experiment().objective.scheme)));
}

void QueuePanel::update() {
  using State = QueuedRun::State;
  const auto& runs = queue_.model().runs();
  const int row = queue_.model().rowOf(selected());
  const int firstWaiting = static_cast<int>(runs.size()) - queue_.waiting();
  const auto alive = [](const QueuedRun& run) {
    return run.state == State::Waiting || run.state == State::Running;
  };
  add_->setEnabled(queue_.mayAdd());
  name_->setEnabled(queue_.mayAdd());
  up_->setEnabled(row > firstWaiting);
  down_->setEnabled(row >= firstWaiting && row + 1 < static_cast<int>(runs.size()));
  cancel_->setEnabled(row >= 0 && alive(runs[static_cast<std::size_t>(row)]));
  cancelAll_->setEnabled(std::any_of(runs.begin(), runs.end(), alive));
  clear_->setEnabled(!std::all_of(runs.begin(), runs.end(), alive));
  pause_->setChecked(queue_.paused());
  if (!queue_.paused() || queue_.waiting() == 0) offer_->hide();
  suggestName();
}

QString QueuePanel::closingText() const {
  if (queue_.waiting() == 0) return {};
  const QString kept = tr("kept and offered again when this workspace is opened");
  return queue_.waiting() == 1
             ? tr("One run waits in the queue; it is %1.").arg(kept)
             : tr("%1 runs wait in the queue; they are %2.").arg(queue_.waiting()).arg(kept);
}

}  // namespace luce::desktop
