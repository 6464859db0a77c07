// A policy from elsewhere as a workspace keeps it: what is known of it, and what it scores.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

enum class PolicySource { Scores, Model };
/// "scores" or "model".
std::string toString(PolicySource source);

struct PolicyRecord {
  std::int64_t id = 0;
  std::string name;
  std::string dataset;  ///< whose candidates it scores
  PolicySource source = PolicySource::Scores;
  std::string file;         ///< the name of the file it came from, without its folder
  std::int64_t bytes = 0;   ///< the file's size
  std::string sha256;       ///< of the file, 64 hexadecimal digits
  std::string imported;     ///< ISO 8601 UTC
  std::int64_t slates = 0;  ///< of the dataset that it scores
  std::int64_t candidates = 0;
  /// τ of its own; none = that of whoever judges it.
  std::optional<double> temperature = {};
  /// By task, for its probabilities, which it then has; empty = its scores stand as they are.
  std::map<std::string, double> valueWeights = {};
  std::string removed = {};  ///< when it was put away, ISO 8601 UTC; empty = it was not
};

/// All values of a policy: slate by slate, each slate's candidates in the dataset's order.
struct PolicyScores {
  std::vector<std::uint32_t> slates;  ///< which slates of the dataset, ascending
  std::vector<float> scores;          ///< one a candidate, finite
  /// One column a task of the dataset, in its order, each one value a candidate in [0, 1]; empty =
  /// the policy gives scores alone.
  std::vector<std::vector<float>> probabilities;
};

/// Some of the slates that a policy scores.
struct PolicyPart {
  std::vector<std::uint32_t> slates;  ///< ascending
  /// Where each slate's candidates are among all that the policy scores.
  std::vector<CandidateRange> candidates;
};

/// Told all slates that a policy scores, ascending, it chooses some of them.
using PolicyPartChoice = std::function<PolicyPart(std::span<const std::uint32_t> slates)>;

/// What is to be another; the rest stays.
struct PolicyChange {
  std::int64_t policy = 0;  ///< PolicyRecord::id
  std::optional<std::string> name = {};
  /// true: as if it was removed, until it is brought back (false) or purged.
  std::optional<bool> putAway = {};
};

/// Candidates that one policy may score: each column is one value of the database.
inline constexpr std::int64_t kMostScoredCandidates = 250'000'000;

}  // namespace luce
