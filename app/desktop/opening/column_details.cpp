#include "app/desktop/opening/column_details.h"

#include <QFormLayout>
#include <QPixmap>
#include <QVBoxLayout>

#include "app/desktop/opening/column_reason.h"
#include "app/desktop/opening/preview_model.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString line(const QString& title, const QString& value) {
  return QString("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(title, value);
}

}  // namespace

ColumnDetails::ColumnDetails(QWidget* parent)
    : QWidget(parent), name_(new QLabel), role_(new QComboBox), facts_(new QLabel) {
  for (const ColumnRole role :
       {ColumnRole::Slate, ColumnRole::Item, ColumnRole::User, ColumnRole::Time, ColumnRole::Task,
        ColumnRole::Position, ColumnRole::Propensity, ColumnRole::Examination,
        ColumnRole::LoggingModel, ColumnRole::CandidateNumber, ColumnRole::CandidateCategory,
        ColumnRole::ContextNumber, ColumnRole::ContextCategory, ColumnRole::Ignored}) {
    QPixmap patch(12, 12);
    patch.fill(colourOf(role));
    role_->addItem(patch, roleTitle(role), static_cast<int>(role));
  }
  role_->setMaxVisibleItems(role_->count());
  role_->setAccessibleName(tr("Role of the column"));
  QFont bold = name_->font();
  bold.setBold(true);
  name_->setFont(bold);
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  facts_->setTextFormat(Qt::RichText);
  facts_->setWordWrap(true);
  facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(name_);
  layout->addWidget(role_);
  layout->addWidget(facts_);
  connect(role_, &QComboBox::activated, this,
          [this] { Q_EMIT roleChosen(static_cast<ColumnRole>(role_->currentData().toInt())); });
  clear();
}

void ColumnDetails::clear() {
  name_->setText(tr("No column selected"));
  facts_->clear();
  role_->setEnabled(false);
}

void ColumnDetails::show(const MappingDraft& draft, std::size_t column,
                         const ColumnSample& sample) {
  const QString name = QString::fromStdString(draft.header()[column]);
  name_->setText(name.isEmpty() ? tr("(row number)") : name);
  name_->setToolTip(name);
  role_->setEnabled(draft.canChange(column));
  role_->setCurrentIndex(role_->findData(static_cast<int>(draft.role(column))));
  QStringList examples;
  for (const std::string& example : sample.examples) {
    examples.append(QString::fromStdString(example).toHtmlEscaped());
  }
  const bool many = sample.distinct >= ColumnSample::kMostDistinct;
  QString facts = line(tr("Why"), reasonWords(draft.why(column)).toHtmlEscaped());
  facts += line(tr("Values"), sample.missing == 0
                                  ? tr("%L1").arg(sample.values)
                                  : tr("%L1, missing %L2").arg(sample.values).arg(sample.missing));
  facts += line(tr("Different"),
                many ? tr("%L1 or more").arg(sample.distinct) : tr("%L1").arg(sample.distinct));
  if (sample.numbers > 0) {
    facts += line(tr("Numbers"),
                  tr("%L1, from %2 to %3")
                      .arg(sample.numbers)
                      .arg(theme::number(sample.smallest), theme::number(sample.largest)));
  }
  facts += line(tr("Such as"), examples.isEmpty() ? tr("nothing") : examples.join(" · "));
  facts_->setText("<table>" + facts + "</table>");
}

}  // namespace luce::desktop
