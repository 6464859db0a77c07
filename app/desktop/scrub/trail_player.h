// Goes along the trail of the opened run and shows the study each step's policy: by hand, or by
// itself at a speed. Knows no widgets.
#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "app/desktop/scrub/trail_worker.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class TrailPlayer : public QObject {
  Q_OBJECT

 public:
  /// In place of a step: the weights that the run keeps.
  static constexpr qint64 kKept = -1;

  explicit TrailPlayer(Study& study);

  /// Ascending; empty without an opened run that has a trail.
  const std::vector<qint64>& steps() const { return steps_; }
  /// Why an opened run has no trail, for people; else empty.
  const QString& whyNone() const { return whyNone_; }
  /// The step asked for last, or kKept.
  qint64 step() const { return step_; }
  bool playing() const { return timer_.isActive(); }

  /// One of steps(); shown as soon as it is predicted.
  void show(qint64 step);
  void showKept();
  /// From the step shown to the last one; from the first if none or the last is shown.
  void play();
  void pause();
  /// Steps a second, at most; slow predictions are waited for.
  void setSpeed(int stepsPerSecond);

 Q_SIGNALS:
  /// Another trail, or none.
  void trailChanged();
  void playingChanged();
  /// What is shown now everywhere: the policy of that step, or kKept.
  void stepShown(qint64 step);
  void told(QString message);

 private:
  void followRun();
  void forget();
  void ask();
  void advance();
  void take(qint64 step, std::shared_ptr<const Predictions> heldOut,
            std::shared_ptr<const Predictions> watched);

  Study& study_;
  TrailWorker worker_;
  QTimer timer_;
  TrailSource source_;
  std::vector<qint64> steps_;
  QString whyNone_;
  qint64 step_ = kKept;
  bool waiting_ = false;  ///< for the answer of step_
};

}  // namespace luce::desktop
