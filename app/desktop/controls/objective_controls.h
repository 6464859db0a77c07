// What alignment maximises and how it is held back: scheme, rows, propensities, KL.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>
#include <vector>

#include "app/desktop/controls/control_group.h"
#include "app/desktop/controls/scheme_box.h"
#include "app/desktop/controls/slider_row.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

class ObjectiveControls : public ControlGroup {
  Q_OBJECT

 public:
  explicit ObjectiveControls(QWidget* parent = nullptr);

  void showExperiment(const Experiment& experiment, const std::vector<std::string>& tasks) override;
  void writeTo(Experiment& experiment) const override;
  /// Disables what a dataset cannot give.
  void setShape(LogShape shape, bool hasPosition);

  SchemeBox& schemeBox() { return *scheme_; }
  QComboBox& groupBox() { return *group_; }
  const std::vector<SliderRow*>& parameterRows() const { return parameters_; }

 private:
  void rebuildParameters();
  void describeChoices();
  const Scheme& scheme() const;

  SchemeBox* scheme_;
  QLabel* meaning_;
  QVBoxLayout* parameterLayout_;
  std::vector<SliderRow*> parameters_;
  std::string parametersOf_;
  QComboBox* rows_;
  QLabel* rowsMeaning_;
  QComboBox* rule_;
  QLabel* ruleMeaning_;
  QComboBox* group_;
  SliderRow* weight_;
  SliderRow* divergence_;
  SliderRow* task_;
  LogShape shape_ = LogShape::Slate;
};

}  // namespace luce::desktop
