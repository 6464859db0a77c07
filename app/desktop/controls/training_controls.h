// The estimator and how it learns.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

#include "app/desktop/controls/control_group.h"
#include "core/estimator/device.h"

namespace luce::desktop {

class TrainingControls : public ControlGroup {
  Q_OBJECT

 public:
  explicit TrainingControls(QWidget* parent = nullptr);

  void showExperiment(const Experiment& experiment, const std::vector<std::string>& tasks) override;
  void writeTo(Experiment& experiment) const override;
  /// What may be chosen, the processor first. Before that only "auto", "cpu" and "cuda".
  void setDevices(const std::vector<DeviceDescription>& devices);

 private:
  QLineEdit* hidden_;
  QSpinBox* embedding_;
  QSpinBox* supervisedEpochs_;
  QSpinBox* alignmentEpochs_;
  QSpinBox* batch_;
  QDoubleSpinBox* learningRate_;
  QDoubleSpinBox* alignmentLearningRate_;
  QDoubleSpinBox* weightDecay_;
  QSpinBox* seed_;
  QComboBox* device_;
  QComboBox* precision_;
  QCheckBox* keepBest_;
  QCheckBox* trail_;
  std::vector<int> hiddenWidths_;
};

}  // namespace luce::desktop
