// What an action is worth: value weights for ranking, reward weights for training, temperature.
#pragma once

#include <QCheckBox>
#include <QVBoxLayout>
#include <map>
#include <string>

#include "app/desktop/controls/control_group.h"
#include "app/desktop/controls/slider_row.h"

namespace luce::desktop {

class ValueControls : public ControlGroup {
  Q_OBJECT

 public:
  explicit ValueControls(QWidget* parent = nullptr);

  void showExperiment(const Experiment& experiment, const std::vector<std::string>& tasks) override;
  void writeTo(Experiment& experiment) const override;

  SliderRow* valueRow(const std::string& task) const { return values_.at(task); }
  SliderRow* rewardRow(const std::string& task) const { return rewards_.at(task); }
  QCheckBox& linkBox() { return *linked_; }
  SliderRow& temperatureRow() { return *temperature_; }

 private:
  void rebuild(const std::vector<std::string>& tasks);
  void showRewards();

  std::vector<std::string> tasks_;
  std::map<std::string, SliderRow*> values_, rewards_;
  QVBoxLayout* valueLayout_;
  QWidget* rewardPart_;
  QVBoxLayout* rewardLayout_;
  QCheckBox* linked_;
  SliderRow* temperature_;
};

}  // namespace luce::desktop
