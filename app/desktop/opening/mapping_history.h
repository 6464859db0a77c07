// The mapping of a log as a person changes it, with what came before, for undo and redo.
#pragma once

#include <QElapsedTimer>
#include <cstddef>
#include <vector>

#include "app/desktop/opening/mapping_draft.h"

namespace luce::desktop {

class MappingHistory {
 public:
  /// The control of changes that are always a step of their own.
  static constexpr int kOwnStep = -1;

  /// Forgets what was, and begins with this.
  void begin(const MappingDraft& draft);
  /// One step; changes of the same control that follow each other soon become one.
  void change(const MappingDraft& draft, int control);
  /// The same step, looked at anew: in a log as it reads with the draft's settings.
  void replace(const MappingDraft& draft);
  /// Back (-1) or forth (1). False if there is nothing to go to.
  bool go(int step);

  const MappingDraft& now() const { return steps_[place_]; }
  bool canUndo() const { return place_ > 0; }
  bool canRedo() const { return place_ + 1 < steps_.size(); }

 private:
  std::vector<MappingDraft> steps_;
  std::size_t place_ = 0;
  int lastControl_ = kOwnStep;
  QElapsedTimer lastChange_;
};

}  // namespace luce::desktop
