#include "app/desktop/opening/source_bar.h"

#include <QHBoxLayout>
#include <algorithm>

#include "app/desktop/opening/inspection_words.h"

namespace luce::desktop {

SourceBar::SourceBar(const QStringList& files, QWidget* parent)
    : QWidget(parent),
      files_(files),
      name_(new QLabel),
      format_(new QComboBox),
      delimiterLabel_(new QLabel(tr("&Delimiter"))),
      delimiter_(new QComboBox),
      tableLabel_(new QLabel(tr("T&able"))),
      table_(new QComboBox),
      query_(new QLineEdit) {
  fill();
  QFont bold = name_->font();
  bold.setBold(true);
  name_->setFont(bold);
  name_->setToolTip(files_.join('\n'));
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  format_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  format_->setMinimumContentsLength(34);
  query_->setPlaceholderText(tr("or a query: SELECT …"));
  query_->setAccessibleName(tr("A query in place of a table"));
  auto* formatLabel = new QLabel(tr("&Format"));
  formatLabel->setBuddy(format_);
  delimiterLabel_->setBuddy(delimiter_);
  tableLabel_->setBuddy(table_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(name_, 1);
  layout->addWidget(formatLabel);
  layout->addWidget(format_);
  layout->addWidget(delimiterLabel_);
  layout->addWidget(delimiter_);
  layout->addWidget(tableLabel_);
  layout->addWidget(table_);
  layout->addWidget(query_, 1);
  connect(format_, &QComboBox::activated, this,
          [this] { Q_EMIT formatChosen(format_->currentData().toString().toStdString()); });
  connect(delimiter_, &QComboBox::activated, this, [this] {
    LogMapping told;
    told.delimiter = delimiter_->currentData().toString().toStdString();
    Q_EMIT sourceChosen(told);
  });
  connect(table_, &QComboBox::activated, this, [this] {
    LogMapping told;
    told.table = table_->currentText().toStdString();
    Q_EMIT sourceChosen(told);
  });
  connect(query_, &QLineEdit::editingFinished, this, [this] {
    const QString query = query_->text().trimmed();
    if (query == shownQuery_) return;  // only the focus went
    shownQuery_ = query;
    LogMapping told;
    told.query = query.toStdString();
    Q_EMIT sourceChosen(told);
  });
}

void SourceBar::fill() {
  for (const auto& importer : importers()) {
    format_->addItem(QString::fromStdString(importer->title()),
                     QString::fromStdString(importer->id()));
  }
  delimiter_->addItem(tr("found out"), QString());
  delimiter_->addItem(tr("comma ,"), ",");
  delimiter_->addItem(tr("semicolon ;"), ";");
  delimiter_->addItem(tr("tab"), "\t");
  delimiter_->addItem(tr("bar |"), "|");
  delimiter_->addItem(tr("blank"), " ");
}

void SourceBar::show(const LogInspection& log, const LogMapping& told) {
  const auto count = static_cast<qlonglong>(log.files.size());
  name_->setText(count > files_.size() ? tr("%1: %L2 files").arg(filesTitle(files_)).arg(count)
                                       : filesTitle(files_));
  format_->setCurrentIndex(format_->findData(QString::fromStdString(log.format)));
  const bool database = !log.tables.empty();
  const bool text = log.format == "csv";
  delimiterLabel_->setVisible(text);
  delimiter_->setVisible(text);
  delimiter_->setCurrentIndex(
      std::max(0, delimiter_->findData(QString::fromStdString(told.delimiter))));
  for (QWidget* part : {static_cast<QWidget*>(tableLabel_), static_cast<QWidget*>(table_),
                        static_cast<QWidget*>(query_)}) {
    part->setVisible(database);
  }
  table_->clear();
  for (const std::string& table : log.tables) table_->addItem(QString::fromStdString(table));
  table_->setCurrentIndex(table_->findText(QString::fromStdString(told.table)));
  shownQuery_ = QString::fromStdString(told.query);
  query_->setText(shownQuery_);
}

}  // namespace luce::desktop
