// The controls of the experiment in one column: presets, value weights, objective, training, and
// what the training starts from.
#pragma once

#include <QWidget>

#include "app/desktop/controls/objective_controls.h"
#include "app/desktop/controls/start_controls.h"
#include "app/desktop/controls/training_controls.h"
#include "app/desktop/controls/value_controls.h"
#include "app/desktop/presets/preset_menu.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class ExperimentPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ExperimentPanel(Study& study, QWidget* parent = nullptr);

  /// A study must be open for these.
  void showWorkspace();
  void showDataset();
  void showExperiment();

  PresetMenu& presets() { return *presets_; }
  ValueControls& values() { return *values_; }
  ObjectiveControls& objective() { return *objective_; }

 private:
  void takeEdit(const QString& title, int control);

  Study& study_;
  PresetMenu* presets_;
  ValueControls* values_;
  ObjectiveControls* objective_;
  TrainingControls* training_;
  StartControls* startFrom_;
  std::vector<ControlGroup*> groups_;
};

}  // namespace luce::desktop
