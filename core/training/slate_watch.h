// Estimates of the slates that somebody watches while a policy is trained.
#pragma once

#include <chrono>
#include <cstdint>

#include "core/dataset/slate_table.h"
#include "core/estimator/estimator.h"
#include "core/training/snapshot.h"
#include "core/training/trainer.h"

namespace luce {

class SlateWatch {
 public:
  explicit SlateWatch(const SlateTable& table) : table_(table) {}

  /// Into state.watched, of the slates that the control names; those that the dataset does not have
  /// are left out.
  void predict(const TrainingControl& control, const Estimator& estimator, TrainingSnapshot& state);
  /// The same where other slates are watched now, or where it does not take more than a twentieth
  /// of the time.
  void predictWhenDue(const TrainingControl& control, const Estimator& estimator,
                      TrainingSnapshot& state);

 private:
  const SlateTable& table_;
  std::int64_t count_ = 0;  ///< of the control, when its slates were last estimated
  std::chrono::steady_clock::time_point next_;
};

}  // namespace luce
