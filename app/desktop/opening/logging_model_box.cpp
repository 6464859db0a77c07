#include "app/desktop/opening/logging_model_box.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace luce::desktop {

LoggingModelBox::LoggingModelBox(QWidget* parent)
    : QWidget(parent), form_(new QFormLayout), temperature_(new QDoubleSpinBox) {
  auto* meaning =
      new QLabel(tr("The logging policy is π_β = softmax(Σ weight · p / temperature) "
                    "over a slate's candidates."));
  meaning->setWordWrap(true);
  meaning->setForegroundRole(QPalette::PlaceholderText);
  temperature_->setRange(1e-6, 1e6);
  temperature_->setDecimals(4);
  temperature_->setSingleStep(0.1);
  temperature_->setKeyboardTracking(false);
  form_->setContentsMargins(0, 0, 0, 0);
  form_->addRow(tr("Temperature"), temperature_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(meaning);
  layout->addLayout(form_);
  connect(temperature_, &QDoubleSpinBox::valueChanged, this, &LoggingModelBox::edited);
}

void LoggingModelBox::show(const MappingDraft& draft) {
  std::vector<std::size_t> columns;
  for (const auto& weight : draft.weights()) columns.push_back(weight.column);
  if (columns != columns_) {
    for (QDoubleSpinBox* box : boxes_) form_->removeRow(box);
    boxes_.clear();
    columns_ = columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto* box = new QDoubleSpinBox;
      box->setRange(-1e6, 1e6);
      box->setDecimals(4);
      box->setSingleStep(0.5);
      box->setKeyboardTracking(false);
      form_->insertRow(static_cast<int>(i),
                       tr("Weight of %1").arg(QString::fromStdString(draft.header()[columns[i]])),
                       box);
      boxes_.push_back(box);
      connect(box, &QDoubleSpinBox::valueChanged, this, &LoggingModelBox::edited);
    }
  }
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    const QSignalBlocker quiet(boxes_[i]);
    boxes_[i]->setValue(draft.weights()[i].weight);
  }
  const QSignalBlocker quiet(temperature_);
  temperature_->setValue(draft.temperature());
}

std::vector<MappingDraft::Weight> LoggingModelBox::weights() const {
  std::vector<MappingDraft::Weight> weights;
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    weights.push_back({columns_[i], boxes_[i]->value()});
  }
  return weights;
}

}  // namespace luce::desktop
