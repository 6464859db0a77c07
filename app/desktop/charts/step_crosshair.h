// The training step that is pointed at, shared by all charts over training steps: hovering one of
// them shows the values of that step in all.
#pragma once

#include <QObject>
#include <optional>

namespace luce::desktop {

class StepCrosshair : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  std::optional<double> step() const { return step_; }
  void moveTo(std::optional<double> step) {
    if (step == step_) return;
    step_ = step;
    Q_EMIT moved();
  }

 Q_SIGNALS:
  void moved();

 private:
  std::optional<double> step_;
};

}  // namespace luce::desktop
