// The experiment: one document that fixes everything of a run. The same document gives the same
// numbers from the desktop and the command line on the same device with one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/split.h"
#include "core/estimator/estimator_settings.h"
#include "core/objective/scheme.h"
#include "core/policy/logged_rows.h"
#include "core/policy/value_model.h"

namespace luce {

/// Which rows share one mean and spread when a scheme uses group advantages.
enum class AdvantageGroup {
  Automatic,  ///< Slate where a slate has several rows, else Batch
  Slate,
  Batch,
  Context,  ///< rows of the batch whose slates share a context feature's value (or its decile)
};

struct ObjectiveSettings {
  std::string scheme = "ips";
  std::map<std::string, double> parameters;  ///< by id; those not named have their standard value
  std::optional<RowKind> rows;               ///< none = naturalRowKind of the log
  PropensityRule propensityRule = PropensityRule::One;
  std::optional<AdvantageKind> advantage;  ///< none = the scheme's own
  AdvantageGroup advantageGroup = AdvantageGroup::Automatic;
  std::string advantageFeature;          ///< of Context; empty = the first context feature
  double weight = 1;                     ///< λ of the reward term during alignment, ≥ 0
  double klWeight = 0.1;                 ///< β of the regulariser, ≥ 0
  std::string regulariser = "kl_exact";  ///< what holds π_θ near π_supervised
  double entropyWeight = 0;              ///< η of the entropy that is subtracted, ≥ 0
  double taskWeight = 0.1;               ///< of the BCE term during alignment, ≥ 0
  bool operator==(const ObjectiveSettings&) const = default;
};

struct OptimiserSettings {
  double learningRate = 3e-3;           ///< of Adam, supervised warm-up, > 0
  double alignmentLearningRate = 3e-3;  ///< of Adam, alignment, > 0
  double weightDecay = 0;               ///< decoupled (AdamW), ≥ 0
  double gradientClip = 10;             ///< largest gradient norm of a step; 0 = none
  bool operator==(const OptimiserSettings&) const = default;
};

/// What holds the policy during alignment in a run that starts from another one's weights.
enum class StartReference {
  Start,   ///< the weights that its alignment starts from, as in a run from random weights
  Source,  ///< the other run's supervised checkpoint, so that going on is held near the same policy
};

/// The weights of another run of the workspace to start from. Steps count from 0 again, the
/// optimiser has no memory of the other run and slates come in the order of the first epoch: N
/// epochs and then N more give other numbers than 2N, though from the same policy.
struct StartSettings {
  std::string run;
  std::string role = "result";            ///< "result", "best" or "supervised"
  std::optional<std::int64_t> step = {};  ///< of the other run's trail; then role does not count
  StartReference reference = StartReference::Start;
  bool operator==(const StartSettings&) const = default;
};

struct ScheduleSettings {
  int supervisedEpochs = 15;    ///< ≥ 0
  int alignmentEpochs = 15;     ///< ≥ 0
  int slatesPerBatch = 128;     ///< ≥ 1
  int evaluationsPerEpoch = 1;  ///< held-out estimates, ≥ 1
  bool keepBest = true;         ///< a run ends on its best held-out checkpoint, not on its last
  bool trail = true;            ///< whether checkpoints are kept for replay, see trail.h
  bool operator==(const ScheduleSettings&) const = default;
};

/// Each takes memory of its own; more than there are processors make nothing quicker.
inline constexpr int kMostThreads = 1024;

struct Experiment {
  SplitSettings split;
  EstimatorSettings estimator;
  std::map<std::string, double> valueWeights;                  ///< by task; empty = 1 each
  std::optional<std::map<std::string, double>> rewardWeights;  ///< none = linked to valueWeights
  double temperature = 1;                                      ///< τ > 0
  ObjectiveSettings objective;
  OptimiserSettings optimiser;
  ScheduleSettings schedule;
  std::optional<StartSettings> start;  ///< none = random weights
  std::uint64_t seed = 1;
  std::string device = "auto";  ///< "auto", "cpu", "cuda", "cuda:1"
  Precision precision = Precision::Float32;
  int threads = 0;  ///< 0 = one a processor; at most kMostThreads
  bool operator==(const Experiment&) const = default;
};

/// What StartSettings::role may be.
const std::vector<std::string>& startRoles();

/// Indented JSON with every member.
std::string experimentToJson(const Experiment& experiment);
/// Members left out get their default. Throws Error naming the member at fault (also unknown ones),
/// what was found and what is allowed.
Experiment experimentFromJson(const std::string& json);

/// The weights by task order. Throws Error for a task that the dataset lacks.
TaskWeights valueWeights(const Experiment& experiment, std::span<const std::string> tasks);
TaskWeights rewardWeights(const Experiment& experiment, std::span<const std::string> tasks);

/// The scheme's parameters in its own order, standard values filled in. Throws Error for unknown
/// names and values out of range.
std::vector<double> schemeParameters(const ObjectiveSettings& settings);

}  // namespace luce
