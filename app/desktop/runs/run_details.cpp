#include "app/desktop/runs/run_details.h"

#include <fmt/format.h>

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "app/desktop/row_table.h"
#include "app/desktop/window/first_size.h"
#include "core/common/error.h"
#include "core/training/experiment_fields.h"

namespace luce::desktop {

namespace {

constexpr QSize kFirstSize{720, 620};
const QString kNothing = QStringLiteral("–");

void addFields(const Experiment& experiment, RunDetail& detail) {
  for (const auto& [field, value] : experimentFields(experiment)) {
    detail.fields[field] = QString::fromStdString(value);
  }
}

/// Values by column; what a column lacks is "–".
std::vector<QString> valuesOf(const std::vector<RunDetail>& columns, const std::string& field,
                              std::map<std::string, QString> RunDetail::*which) {
  std::vector<QString> values;
  for (const RunDetail& column : columns) {
    const auto found = (column.*which).find(field);
    values.push_back(found == (column.*which).end() ? kNothing : found->second);
  }
  return values;
}

bool allEqual(const std::vector<QString>& values) {
  return std::all_of(values.begin(), values.end(),
                     [&](const QString& value) { return value == values.front(); });
}

std::set<std::string> namesOf(const std::vector<RunDetail>& columns,
                              std::map<std::string, QString> RunDetail::*which) {
  std::set<std::string> names;
  for (const RunDetail& column : columns) {
    for (const auto& entry : column.*which) names.insert(entry.first);
  }
  return names;
}

}  // namespace

RunDetail detailOf(const RunEntry& run) {
  const RunRecord& record = run.record;
  RunDetail detail;
  detail.title = QString::fromStdString(record.name);
  auto& facts = detail.facts;
  facts["run.dataset"] = QString::fromStdString(record.dataset);
  facts["run.status"] = QString::fromStdString(toString(record.status));
  facts["run.started"] = QString::fromStdString(record.started);
  facts["run.seconds"] = QString::number(record.seconds, 'f', 1);
  if (!record.message.empty()) facts["run.message"] = QString::fromStdString(record.message);
  if (!record.note.empty()) facts["run.note"] = QString::fromStdString(record.note);
  if (run.keptStep >= 0) facts["run.kept_step"] = QString::number(run.keptStep);
  if (run.heldOut) {
    facts["run.held_out"] = QString::fromStdString(fmt::format(
        "{:.4g} [{:.4g}, {:.4g}]", run.heldOut->value, run.heldOut->low, run.heldOut->high));
  }
  const auto environment = nlohmann::json::parse(record.environment, nullptr, false);
  if (environment.is_object()) {
    for (const auto& [name, value] : environment.items()) {
      facts["environment." + name] =
          QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
  try {
    addFields(experimentFromJson(record.experiment), detail);
  } catch (const Error& error) {
    // A run of another Luce can be looked at all the same.
    facts["run.experiment"] = QString::fromStdString(error.what());
  }
  return detail;
}

RunDetail detailOf(const Experiment& experiment, const QString& title) {
  RunDetail detail;
  detail.title = title;
  addFields(experiment, detail);
  return detail;
}

RunDetails::RunDetails(const std::vector<RunDetail>& columns, QWidget* parent)
    : QDialog(parent),
      table_(new QTableWidget),
      differences_(new QCheckBox(tr("&Only what differs in the experiment"))) {
  setWindowTitle(tr("Details and differences"));
  QStringList heading{tr("Field")};
  for (const RunDetail& column : columns) heading << column.title;
  table_->setColumnCount(static_cast<int>(heading.size()));
  table_->setHorizontalHeaderLabels(heading);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  showAsRows(*table_);
  table_->setAccessibleName(tr("Details of runs"));
  table_->setWhatsThis(
      tr("How each run went, what it ran on, and the fields of its experiment. Fields in which the "
         "experiments differ are bold."));
  for (const std::string& fact : namesOf(columns, &RunDetail::facts)) {
    addRow(fact, valuesOf(columns, fact, &RunDetail::facts), false);
  }
  for (const std::string& field : namesOf(columns, &RunDetail::fields)) {
    const std::vector<QString> values = valuesOf(columns, field, &RunDetail::fields);
    addRow(field, values, !allEqual(values));
  }
  table_->resizeColumnsToContents();
  differences_->setWhatsThis(tr("Leaves out all rows but those in which the experiments differ."));
  connect(differences_, &QCheckBox::toggled, this, &RunDetails::hideEqual);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QPushButton* copy = buttons->addButton(tr("&Copy as text"), QDialogButtonBox::ActionRole);
  copy->setWhatsThis(tr("Copy what is shown, with tabs between cells."));
  connect(copy, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(text()); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(table_, 1);
  layout->addWidget(differences_);
  layout->addWidget(buttons);
  resizeWithinScreen(*this, kFirstSize);
}

void RunDetails::addRow(const std::string& field, const std::vector<QString>& values,
                        bool differs) {
  const int row = table_->rowCount();
  table_->insertRow(row);
  differs_.push_back(differs);
  QFont bold = font();
  bold.setBold(true);
  const auto add = [&](int column, const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(text);
    if (differs) item->setFont(bold);
    table_->setItem(row, column, item);
  };
  add(0, QString::fromStdString(field));
  for (std::size_t i = 0; i < values.size(); ++i) add(static_cast<int>(i) + 1, values[i]);
}

void RunDetails::hideEqual(bool hide) {
  for (std::size_t row = 0; row < differs_.size(); ++row) {
    table_->setRowHidden(static_cast<int>(row), hide && !differs_[row]);
  }
}

QString RunDetails::text() const {
  QStringList heading;
  for (int column = 0; column < table_->columnCount(); ++column) {
    heading << table_->horizontalHeaderItem(column)->text();
  }
  QString text = heading.join('\t') + '\n';
  for (int row = 0; row < table_->rowCount(); ++row) {
    if (table_->isRowHidden(row)) continue;
    QStringList cells;
    for (int column = 0; column < table_->columnCount(); ++column) {
      cells << table_->item(row, column)->text();
    }
    text += cells.join('\t') + '\n';
  }
  return text;
}

}  // namespace luce::desktop
