// One line of the queue of runs.
#pragma once

#include <QString>
#include <optional>

#include "app/desktop/study/values.h"

namespace luce::desktop {

struct QueuedRun {
  enum class State { Waiting, Running, Finished, Stopped, Failed };

  int id = 0;  ///< unlike those of all others in the queue
  QString name;
  QString dataset;
  Experiment experiment;
  State state = State::Waiting;
  double fraction = 0;              ///< of its steps, 0..1, while it runs
  double secondsLeft = 0;           ///< while it runs
  QString message = {};             ///< why it stopped or failed
  std::optional<Interval> heldOut;  ///< SNIPS at the step that it keeps, when it is over
};

}  // namespace luce::desktop
