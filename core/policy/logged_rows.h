// Which logged (slate, candidate) pairs enter a loss or an estimate, and with which π_β.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

/// Which rows enter. See `describe` for the words shown to people.
enum class RowKind {
  Drawn,  ///< the item that the logging policy placed first, or the bandit's action: ρ = π/π_β
  Observed,  ///< every shown item, ρ = π, rewards divided by the place's examination propensity
             ///< where the log states it: Σ_i π_i r_i; slate logs only
  Article,   ///< every shown item, ρ = π/π_β(first place): biased, for comparison
};

/// What a row without a stated propensity gets.
enum class PropensityRule {
  One,      ///< π_β = 1, as in the article
  Self,     ///< π_β = stop-gradient(π_θ), so ρ = 1
  Uniform,  ///< π_β = 1/N
  Drop,     ///< the row is left out
};

std::string toString(RowKind kind);                  ///< "drawn", "observed", "article"
std::string toString(PropensityRule rule);           ///< "one", "self", "uniform", "drop"
RowKind rowKindFromString(const std::string& text);  ///< throws Error
PropensityRule propensityRuleFromString(const std::string& text);  ///< throws Error
/// One sentence for people: what numbers on these rows mean.
std::string describe(RowKind kind);
std::string describe(PropensityRule rule);

/// Rows of some slates, by columns. "Local" indices count within those slates, in the order given.
struct LoggedRows {
  RowKind kind = RowKind::Drawn;
  PropensityRule rule = PropensityRule::One;
  std::vector<std::int64_t> candidate;  ///< local candidate row
  std::vector<std::uint32_t> slate;     ///< local slate
  std::vector<std::int64_t> loggedRow;  ///< row of SlateTable::logged()
  std::vector<double> behaviour;        ///< π_β; NaN = apply the rule. Observed: 1
  std::vector<float> examination;       ///< divides the reward; 1 unless kind is Observed
  std::size_t size() const { return candidate.size(); }
};

/// The most informative row kind that the log supports without bias: Observed for slate logs,
/// Drawn for bandit logs.
RowKind naturalRowKind(const SlateTable& table);

/// Throws Error when the log cannot give such rows: Observed on a bandit log, Drawn on a slate log
/// without positions.
void requireRows(const SlateTable& table, RowKind kind);

/// Fills `out`, reusing its memory. Rows with a missing propensity are left out under Drop.
void selectRows(const SlateTable& table, std::span<const std::uint32_t> slates, RowKind kind,
                PropensityRule rule, LoggedRows& out);

/// Rewards of the rows under the weights, already divided by examination.
void rowRewards(const SlateTable& table, const LoggedRows& rows, std::span<const double> weights,
                std::vector<double>& rewards);

/// π_β of one row with the rule applied. policy: π_θ of the row's candidate; slateSize: N.
inline double resolveBehaviour(double behaviour, PropensityRule rule, double policy,
                               std::int64_t slateSize) {
  if (behaviour == behaviour) return behaviour > 1e-8 ? behaviour : 1e-8;
  switch (rule) {
    case PropensityRule::Self:
      return policy;
    case PropensityRule::Uniform:
      return 1.0 / static_cast<double>(slateSize);
    case PropensityRule::One:
    case PropensityRule::Drop:
      break;
  }
  return 1.0;
}

}  // namespace luce
