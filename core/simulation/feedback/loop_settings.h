// The document of a closed feedback loop: an audience, rankers that are let loose on it, and for
// how many rounds.
//
//   {
//     "audience": {"preset": "clickbait", "users": 2000},     see audience_settings.h
//     "rounds": 10, "seeds": 3,
//     "rankers": [{"kind": "random"}, {"kind": "supervised"}, {"kind": "grpo"},
//                 {"kind": "oracle", "name": "Patient oracle", "value_weights": {"like": 1}}],
//     "exploration": {"kind": "temperature", "amount": 0.1},  of rankers that name none
//     "experiment": {"temperature": 0.1}                      of those that learn
//   }
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/simulation/audience/audience_settings.h"
#include "core/simulation/audience/exploration.h"
#include "core/training/experiment.h"

namespace luce {

enum class RankerKind {
  Random,      ///< every order is equally likely
  Logging,     ///< the policy of the first log goes on
  Popularity,  ///< by what items earned in this ranker's logs, the same for all users
  Estimator,   ///< an estimator trained on this ranker's logs, supervised only or aligned
  Oracle,      ///< knows what every candidate would earn at once, though not what comes of it
};

struct RankerSettings {
  std::string name;  ///< unlike that of the others
  /// "random", "logging", "popularity", "oracle", "supervised", or a scheme's id.
  std::string kind = "supervised";
  Exploration exploration;
  /// Of kAudienceTasks: what it ranks and learns by. Estimators have it in the experiment too.
  TaskWeights valueWeights{1, 1, 1, 1};
  Experiment experiment;  ///< of estimators, else the standard one; the loop gives it its seed
  bool operator==(const RankerSettings&) const = default;

  RankerKind type() const;
};

struct LoopSettings {
  AudienceSettings audience;
  int rounds = 10;         ///< the first is the logging policy's
  int seeds = 3;           ///< repetitions of the whole, each with users and chance of its own
  std::uint64_t seed = 1;  ///< the first of them
  int memory = 5;          ///< rounds of its own logs that a ranker learns from
  int threads = 0;         ///< rankers that learn at once, each on one thread; 0 = one a processor
  std::vector<RankerSettings> rankers;
  bool operator==(const LoopSettings&) const = default;
};

/// Random, supervised, a few schemes and the oracle on the standard audience.
LoopSettings standardLoop();
/// What learning rankers start from: small enough that a round takes about a second.
Experiment standardLoopExperiment(const AudienceSettings& audience);

/// What RankerSettings::kind may be, and its name for people.
std::vector<std::string> rankerKinds();
/// Throws Error that lists the kinds there are.
std::string rankerTitle(const std::string& kind);
/// A ranker of that kind. Schemes that bound ratios learn from drawn rows unless base says
/// otherwise, since other rows have no ratio that could leave the bounds. Estimators have the
/// experiment under the kind's scheme, and all rank by its value weights. Throws Error for unknown
/// kinds, and for weights of other tasks.
RankerSettings rankerOf(const std::string& kind, const Experiment& base,
                        const Exploration& exploration);

/// Members left out get their default. Throws Error naming the member at fault.
LoopSettings loopFromJson(const std::string& json);
std::string loopToJson(const LoopSettings& settings);
/// Throws Error naming what is out of range or contradicts itself.
void requireValid(const LoopSettings& settings);

}  // namespace luce
