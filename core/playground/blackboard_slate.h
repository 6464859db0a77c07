// One slate on a blackboard: what a person sets, as plain values. blackboard_view.h computes what
// follows from it, blackboard_document.h saves it.
//
// p and the scores: the estimator says p, from which the model's score Σ_t vm_t·p_i(t) follows. A
// step moves the score itself, as if the estimator could move each score alone, and leaves p as it
// is: it adds to the candidate's offset δ.
//
//   s_i = Σ_t vm_t·p_i(t) + δ_i        step:  δ_i ← δ_i − η·∂L/∂s_i
//
// So p can be dragged after steps without losing them, and "no steps" is δ = 0.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/objective/scheme.h"
#include "core/policy/logged_rows.h"

namespace luce {

inline constexpr std::size_t kFewestBoardCandidates = 3;
inline constexpr std::size_t kMostBoardCandidates = 8;
inline constexpr std::size_t kMostBoardTasks = 4;
inline constexpr double kLeastPropensity = 1e-6;
inline constexpr double kLeastTemperature = 0.01;
inline constexpr double kGreatestTemperature = 100;
inline constexpr double kGreatestTaskWeight = 1000;  ///< on either side of 0
inline constexpr double kGreatestTermWeight = 1000;  ///< λ, β, η of entropy
inline constexpr double kGreatestStepSize = 1e6;
inline constexpr double kGreatestOffset = 1000;  ///< on either side of 0; steps stop there

struct BoardTask {
  std::string name;
  double valueWeight = 1;   ///< vm_t
  double rewardWeight = 1;  ///< w_t
  bool operator==(const BoardTask&) const = default;
};

struct BoardCandidate {
  std::string name;
  std::vector<double> probabilities;  ///< p by task, in [0, 1]
  std::vector<bool> actions;          ///< by task: what the log says happened
  double propensity = 0;              ///< π_β of the first place
  double offset = 0;                  ///< δ, by which steps have moved the score
  bool operator==(const BoardCandidate&) const = default;
};

/// What KL holds the policy near.
enum class BoardReference {
  Supervised,  ///< the policy of the model's scores alone, δ = 0
  Logging,     ///< π_β
};
std::string toString(BoardReference reference);                    ///< "supervised", "logging"
BoardReference boardReferenceFromString(const std::string& text);  ///< throws Error

struct BoardObjective {
  std::string scheme = "ips";
  /// By id; standard values where none is named. Those of other schemes wait for their scheme.
  std::map<std::string, double> parameters;
  RowKind rows = RowKind::Article;
  /// What π_β is taken for, as in a log that does not state it; none = as the board states.
  std::optional<PropensityRule> rule;
  std::optional<AdvantageKind> advantage;  ///< none = the scheme's own
  double weight = 1;                       ///< λ ≥ 0
  double klWeight = 0;                     ///< β ≥ 0
  std::string regulariser = "kl_exact";
  BoardReference reference = BoardReference::Supervised;
  double entropyWeight = 0;  ///< η of the entropy, ≥ 0
  bool operator==(const BoardObjective&) const = default;
};

struct BlackboardSlate {
  std::vector<BoardTask> tasks;
  std::vector<BoardCandidate> candidates;  ///< in the order shown: the first stood in place 1
  std::size_t drawn = 0;                   ///< which candidate the logging policy drew
  double temperature = 1;                  ///< τ
  double stepSize = 0.5;                   ///< η of a step, > 0
  BoardObjective objective;
  bool operator==(const BlackboardSlate&) const = default;
};

/// Throws Error naming the candidate or setting that is out of its range, missing or not a number,
/// or propensities that do not sum to 1 within 1e-6.
void check(const BlackboardSlate& slate);

/// The scheme's parameters in its order.
std::vector<double> boardParameters(const BoardObjective& objective);

/// The candidate gets that π_β, within what leaves kLeastPropensity to each other; the others share
/// the rest in their old proportions.
void setPropensity(BlackboardSlate& slate, std::size_t candidate, double propensity);

/// A candidate behind the others with p, actions and π_β of an average one and a free letter for
/// its name; no-op when the board is full.
void addCandidate(BlackboardSlate& slate);
/// No-op at the fewest candidates. If it was the drawn one, the first is drawn.
void removeCandidate(BlackboardSlate& slate, std::size_t candidate);
/// δ = 0 for all.
void takeBackSteps(BlackboardSlate& slate);

}  // namespace luce
