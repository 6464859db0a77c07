#include "app/desktop/opening/mapping_history.h"

namespace luce::desktop {

namespace {

constexpr int kSameStep = 1000;  // ms

}  // namespace

void MappingHistory::begin(const MappingDraft& draft) {
  steps_ = {draft};
  place_ = 0;
  lastControl_ = kOwnStep;
}

void MappingHistory::change(const MappingDraft& draft, int control) {
  steps_.resize(place_ + 1);
  const bool goesOn = control != kOwnStep && control == lastControl_ && lastChange_.isValid() &&
                      lastChange_.elapsed() < kSameStep && place_ > 0;
  if (goesOn) {
    steps_[place_] = draft;
  } else {
    steps_.push_back(draft);
    ++place_;
  }
  lastControl_ = control;
  lastChange_.restart();
}

void MappingHistory::replace(const MappingDraft& draft) {
  steps_[place_] = draft;
  for (MappingDraft& step : steps_) step.shareLook(draft);
}

bool MappingHistory::go(int step) {
  const auto target = static_cast<std::ptrdiff_t>(place_) + step;
  if (target < 0 || target >= static_cast<std::ptrdiff_t>(steps_.size())) return false;
  place_ = static_cast<std::size_t>(target);
  lastControl_ = kOwnStep;
  return true;
}

}  // namespace luce::desktop
