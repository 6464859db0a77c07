// A titled group of controls that edit parts of an experiment.
#pragma once

#include <QGroupBox>
#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce::desktop {

class ControlGroup : public QGroupBox {
  Q_OBJECT

 public:
  using QGroupBox::QGroupBox;

  /// Shows the experiment's values, without a signal.
  virtual void showExperiment(const Experiment& experiment,
                              const std::vector<std::string>& tasks) = 0;
  /// Puts the controls' values into the experiment.
  virtual void writeTo(Experiment& experiment) const = 0;

 Q_SIGNALS:
  /// By the person. title: what was changed; control: equal for changes that belong together.
  void edited(QString title, int control);
};

}  // namespace luce::desktop
