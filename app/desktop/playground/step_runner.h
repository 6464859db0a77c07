// Steps one after another, slowly enough to be watched, until their number is done, nothing moves
// any more, or someone stops it.
#pragma once

#include <QObject>
#include <QTimer>

#include "app/desktop/playground/playground_document.h"

namespace luce::desktop {

class StepRunner : public QObject {
  Q_OBJECT

 public:
  static constexpr int kWithoutEnd = -1;

  explicit StepRunner(PlaygroundDocument& document, QObject* parent = nullptr);

  /// The first step at once.
  void run(int steps);
  void stop();
  bool running() const { return timer_.isActive(); }

 Q_SIGNALS:
  void runningChanged();
  /// A step that changed nothing.
  void stoodStill();

 private:
  void next();

  PlaygroundDocument& document_;
  QTimer timer_;
  int left_ = 0;
  std::int64_t number_ = 0;
};

}  // namespace luce::desktop
