#include "app/desktop/controls/parameter_rows.h"

#include "app/desktop/core_words.h"

namespace luce::desktop {

ParameterRows::ParameterRows(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
}

void ParameterRows::setScheme(const Scheme& scheme) {
  const SchemeDescription& description = scheme.description();
  if (scheme_ == description.id) return;
  scheme_ = description.id;
  for (SliderRow* row : rows_) delete row;
  rows_.clear();
  for (const SchemeParameter& parameter : description.parameters) {
    const QString title = wordsOfCore(QString::fromStdString(parameter.title));
    auto* row =
        new SliderRow(title,
                      closedRange(parameter.low, parameter.high, parameter.standard,
                                  parameter.logarithmic, QString::fromStdString(parameter.unit)),
                      wordsOfCore(QString::fromStdString(parameter.help)));
    row->setObjectName("parameter." + QString::fromStdString(parameter.id));
    layout_->addWidget(row);
    const int number = static_cast<int>(rows_.size());
    rows_.push_back(row);
    connect(row, &SliderRow::changed, this,
            [this, number, title](double value) { Q_EMIT changed(number, title, value); });
  }
}

void ParameterRows::setValues(const std::vector<double>& values) {
  for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->setValue(values[i]);
}

}  // namespace luce::desktop
