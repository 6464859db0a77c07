// What alignment maximises and how it is held back: scheme, rows, propensities, KL.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <vector>

#include "app/desktop/controls/control_group.h"
#include "app/desktop/controls/parameter_rows.h"
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
  /// Offers what a log of this schema can give.
  void setSchema(const Schema& schema);
  /// What people should know of their choices; empty hides it.
  void setAdvice(const std::vector<std::string>& advice);

  SchemeBox& schemeBox() { return *scheme_; }
  QComboBox& rowsBox() { return *rows_; }
  QComboBox& groupBox() { return *group_; }
  QComboBox& advantageBox() { return *advantage_; }
  QComboBox& regulariserBox() { return *regulariser_; }
  QLabel& adviceLabel() { return *advice_; }
  const std::vector<SliderRow*>& parameterRows() const { return parameters_->rows(); }

 private:
  void describeChoices();
  void offerGroups(const Schema& schema);
  const Scheme& scheme() const;

  SchemeBox* scheme_;
  QLabel* meaning_;
  ParameterRows* parameters_;
  QComboBox* rows_;
  QLabel* rowsMeaning_;
  QComboBox* rule_;
  QLabel* ruleMeaning_;
  QComboBox* advantage_;
  QComboBox* group_;
  QComboBox* regulariser_;
  SliderRow* weight_;
  SliderRow* divergence_;
  SliderRow* entropy_;
  SliderRow* task_;
  QLabel* advice_;
  LogShape shape_ = LogShape::Slate;
};

}  // namespace luce::desktop
