// What the training thread tells the world: immutable plain values.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/policy/importance.h"
#include "core/policy/predictions.h"
#include "core/training/policy_diagnostics.h"

namespace luce {

enum class TrainingPhase { Preparing, Supervised, Aligning, Finished, Stopped, Failed };
std::string toString(TrainingPhase phase);

/// Means over the steps since the last point of TrainingSnapshot::recent; of policy.ratioMaximum
/// the maximum. A step that cannot say a number (NaN) does not count in its mean.
struct StepAverages {
  double bce = 0;
  double rewardLoss = 0;  ///< of the clipping scheme, before λ
  double kl = 0;          ///< KL(π_θ ‖ reference), before β; nats
  double entropy = 0;     ///< nats
  double total = 0;
  double gradientNorm = 0;
  double learningRate = std::numeric_limits<double>::quiet_NaN();  ///< NaN = not recorded
  PolicyDiagnostics policy;                                        ///< all NaN in warm-up
};

struct StepPoint {
  std::int64_t step = 0;
  StepAverages averages;
};

/// A held-out estimate at some step.
struct HeldOutPoint {
  std::int64_t step = 0;
  bool aligned = false;  ///< false = during supervised warm-up
  OffPolicyEstimate estimate;
};

struct TrainingSnapshot {
  TrainingPhase phase = TrainingPhase::Preparing;
  std::int64_t step = 0;
  std::int64_t steps = 0;            ///< planned in all
  std::int64_t supervisedSteps = 0;  ///< of them, warm-up
  double secondsElapsed = 0;
  double secondsLeft = 0;
  bool paused = false;
  StepAverages averages;
  /// Of this and the snapshots before, oldest first, for whoever does not take every one: at most
  /// kRecent. Each is the mean over the steps since the one before; a snapshot soon after another
  /// one has none.
  std::vector<StepPoint> recent;
  static constexpr std::size_t kRecent = 32;
  RatioHistogram ratios;  ///< of the latest batch
  /// All so far, oldest first; shared so that a snapshot costs nothing.
  std::shared_ptr<const std::vector<HeldOutPoint>> heldOut;
  /// The estimator's output on the held-out slates at the latest evaluation.
  std::shared_ptr<const Predictions> predictions;
  /// The same for the slates that are watched (see TrainingControl), by the weights of this step
  /// or, where estimating them takes long, of a recent one; null when none is.
  std::shared_ptr<const Predictions> watched;
  std::string device;
  std::string message;  ///< why it stopped or failed
  std::string notice;   ///< what training had to do otherwise than asked, and goes on
};

}  // namespace luce
