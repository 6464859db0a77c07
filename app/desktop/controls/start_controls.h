// Which weights a run starts from: random ones, or those of another run of the workspace.
#pragma once

#include <QCheckBox>
#include <QComboBox>

#include "app/desktop/controls/control_group.h"

namespace luce::desktop {

class StartControls : public ControlGroup {
  Q_OBJECT

 public:
  explicit StartControls(QWidget* parent = nullptr);

  /// Those that may be started from.
  void setRuns(const QStringList& runs);
  void showExperiment(const Experiment& experiment, const std::vector<std::string>& tasks) override;
  void writeTo(Experiment& experiment) const override;

  QComboBox& run() { return *run_; }
  QComboBox& checkpoint() { return *checkpoint_; }
  QCheckBox& sameReference() { return *sameReference_; }

 private:
  void select(const std::optional<StartSettings>& start);
  void update();

  QComboBox* run_;
  QComboBox* checkpoint_;
  QCheckBox* sameReference_;
};

}  // namespace luce::desktop
