#include "app/desktop/panels/run_panel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QVBoxLayout>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString localTime(const std::string& iso) {
  const QDateTime time = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODate);
  return time.isValid() ? time.toLocalTime().toString("yyyy-MM-dd HH:mm")
                        : QString::fromStdString(iso);
}

}  // namespace

RunPanel::RunPanel(QWidget* parent)
    : QWidget(parent),
      table_(new QTableWidget(0, 5)),
      open_(new QPushButton(tr("Open"))),
      remove_(new QPushButton(tr("Remove…"))) {
  table_->setHorizontalHeaderLabels(
      {tr("Run"), tr("Held-out reward"), tr("Scheme"), tr("Status"), tr("Started")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 6);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setShowGrid(false);
  table_->setAlternatingRowColors(true);
  table_->setAccessibleName(tr("Runs"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(open_);
  buttons->addWidget(remove_);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addWidget(table_, 1);
  layout->addLayout(buttons);
  connect(table_, &QTableWidget::itemSelectionChanged, this, &RunPanel::update);
  connect(table_, &QTableWidget::itemActivated, this, [this] { Q_EMIT openAsked(selected()); });
  connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(selected()); });
  connect(remove_, &QPushButton::clicked, this, [this] {
    const QString run = selected();
    const auto answer = QMessageBox::question(
        this, tr("Remove a run"),
        tr("Remove the run \"%1\" with its metrics and weights? This cannot be undone.").arg(run));
    if (answer == QMessageBox::Yes) Q_EMIT removeAsked(run);
  });
  update();
}

QString RunPanel::selected() const {
  const int row = table_->currentRow();
  return row < 0 || !table_->item(row, 0)->isSelected() ? QString() : table_->item(row, 0)->text();
}

void RunPanel::update() {
  const bool any = !selected().isEmpty();
  open_->setEnabled(any);
  remove_->setEnabled(any && !readOnly_);
}

void RunPanel::setReadOnly(bool readOnly) {
  readOnly_ = readOnly;
  update();
}

void RunPanel::show(const std::vector<RunEntry>& runs, const QString& dataset) {
  table_->setRowCount(0);
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    const RunRecord& record = run->record;
    const QStringList cells{
        QString::fromStdString(record.name),
        run->heldOut
            ? theme::withInterval(run->heldOut->value, run->heldOut->low, run->heldOut->high)
            : QStringLiteral("–"),
        run->scheme, QString::fromStdString(toString(record.status)), localTime(record.started)};
    const bool here = dataset == QString::fromStdString(record.dataset);
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(here ? QString::fromStdString(record.message)
                            : tr("Made on the dataset %1; choose it to open the run.")
                                  .arg(QString::fromStdString(record.dataset)));
      if (!here) item->setFlags(Qt::NoItemFlags);
      table_->setItem(row, column, item);
    }
  }
  table_->resizeColumnsToContents();
  setOpened(opened_);
  update();
}

void RunPanel::setOpened(const QString& run) {
  opened_ = run;
  for (int row = 0; row < table_->rowCount(); ++row) {
    QFont font = table_->item(row, 0)->font();
    font.setBold(table_->item(row, 0)->text() == run && !run.isEmpty());
    for (int column = 0; column < table_->columnCount(); ++column) {
      table_->item(row, column)->setFont(font);
    }
  }
}

}  // namespace luce::desktop
