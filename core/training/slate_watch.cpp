#include "core/training/slate_watch.h"

#include <memory>
#include <vector>

namespace luce {

namespace {

/// How many times as long as an estimate took there is none.
constexpr int kRest = 19;

}  // namespace

void SlateWatch::predict(const TrainingControl& control, const Estimator& estimator,
                         TrainingSnapshot& state) {
  const auto begin = std::chrono::steady_clock::now();
  count_ = control.watchCount();
  std::vector<std::uint32_t> slates = control.watched();
  while (!slates.empty() && slates.back() >= table_.slateCount()) slates.pop_back();
  if (slates.empty()) {
    state.watched = nullptr;
    return;
  }
  state.watched = std::make_shared<const Predictions>(estimator.predict(table_, slates));
  const auto end = std::chrono::steady_clock::now();
  next_ = end + kRest * (end - begin);
}

void SlateWatch::predictWhenDue(const TrainingControl& control, const Estimator& estimator,
                                TrainingSnapshot& state) {
  const bool others = control.watchCount() != count_;
  if (others || std::chrono::steady_clock::now() >= next_) predict(control, estimator, state);
}

}  // namespace luce
