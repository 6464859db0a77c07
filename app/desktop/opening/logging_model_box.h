// The logging model's value weights and temperature, from which its policy follows.
#pragma once

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QWidget>
#include <vector>

#include "app/desktop/opening/mapping_draft.h"

namespace luce::desktop {

class LoggingModelBox : public QWidget {
  Q_OBJECT

 public:
  explicit LoggingModelBox(QWidget* parent = nullptr);

  /// Without a signal.
  void show(const MappingDraft& draft);
  std::vector<MappingDraft::Weight> weights() const;
  double temperature() const { return temperature_->value(); }
  const std::vector<QDoubleSpinBox*>& weightBoxes() const { return boxes_; }
  QDoubleSpinBox& temperatureBox() { return *temperature_; }

 Q_SIGNALS:
  void edited();

 private:
  QFormLayout* form_;
  QDoubleSpinBox* temperature_;
  std::vector<QDoubleSpinBox*> boxes_;
  std::vector<std::size_t> columns_;
};

}  // namespace luce::desktop
