// A clipping scheme is one pure scalar function of a (slate, candidate) pair: its loss and the
// coefficient g = ∂loss/∂log π. Every scheme's gradient on the scores has the form
//   ∂L/∂s_j = (1/τ) · Σ_pairs w_i·g_i·(1[i=j] − π_j),
// so this one definition drives the CPU kernel, the tensor path, the clip-curve chart, the tests
// and the command line. Regularisers (KL, entropy) are written in the same form. A scheme is one
// file in objective/schemes and one line in its registry.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace luce {

/// How a row's advantage comes from the rewards of its group.
enum class AdvantageKind {
  Raw,          ///< A = r
  Group,        ///< A = (r − mean) / (std + 1e-6), std with n−1; 0 if all equal or alone
  Mean,         ///< A = r − mean; 0 if alone
  LeaveOneOut,  ///< A = r − mean of the others; 0 if alone
};
std::string toString(AdvantageKind kind);  ///< "raw", "group", "mean", "leave_one_out"
AdvantageKind advantageKindFromString(const std::string& text);  ///< throws Error

/// Under which heading a scheme is shown.
enum class SchemeFamily {
  Plain,          ///< the reward or its logarithmic gradient, unclipped
  Clipped,        ///< ratio or weight bounded, advantages raw
  GroupRelative,  ///< rewards compared within a group
  OffPolicy,      ///< classic counterfactual estimators, turned into objectives
  Listwise,       ///< likelihood of a whole list under Plackett–Luce
  Regulariser,    ///< added to a scheme: KL to a reference policy, entropy
};
std::string toString(SchemeFamily family);  ///< "plain", "clipped", "group_relative", …
std::string title(SchemeFamily family);     ///< for people

/// Which pairs a scheme's sum runs over.
enum class PairSet {
  Rows,               ///< logged rows
  Candidates,         ///< all candidates of every slate
  RowsAndCandidates,  ///< a term for each
  Stages,             ///< Plackett–Luce's choices one after another: place k among those left
};

/// What a scheme's sum is divided by. Under RowMean a candidate counts once for each row of its
/// slate.
enum class Reduction {
  RowMean,    ///< number of rows
  SlateMean,  ///< number of slates that have such pairs
};

/// Which list PairSet::Stages explains.
enum class ListOrder {
  Shown,   ///< by place
  Reward,  ///< by reward, highest first; ties in log order
};

/// One adjustable number of a scheme.
struct SchemeParameter {
  std::string id;     ///< as in experiment documents: "eps"
  std::string title;  ///< for people: "Clip half-width ε"
  std::string help;   ///< one sentence
  double low = 0, high = 1, standard = 0;
  bool logarithmic = false;  ///< a slider moves in equal ratios
  std::string unit = "";     ///< "ratio", "reward", "nats", "items"; empty: a pure number
};

struct SchemeDescription {
  std::string id;                                ///< "ppo_clip"
  std::string title;                             ///< "PPO clip"
  std::string meaning;                           ///< one sentence
  std::string formula;                           ///< loss of a pair, as text
  std::string source;                            ///< who and when
  AdvantageKind advantage = AdvantageKind::Raw;  ///< the scheme's own choice
  std::vector<SchemeParameter> parameters = {};
  SchemeFamily family = SchemeFamily::Plain;
  PairSet pairs = PairSet::Rows;
  Reduction reduction = Reduction::RowMean;
  bool usesAdvantage = true;          ///< false: looks at the raw reward, or at none
  bool usesRatio = true;              ///< false: π_β plays no part
  bool dependsOnBatch = false;        ///< a row's loss hangs on the other rows too (SNIPS, POEM)
  bool usesModelReward = false;       ///< needs q, a reward model's estimate for every candidate
  bool usesReference = false;         ///< needs log π_ref of every candidate
  ListOrder list = ListOrder::Shown;  ///< PairSet::Stages only
};

/// What a scheme may look at in one pair. Value is float, double or a tensor of pairs. Of a
/// candidate that is not a row, ratio and behaviour are 1 and advantage and reward 0.
template <class Value>
struct SchemeRow {
  Value logPolicy;  ///< log π_θ
  Value policy;     ///< π_θ
  Value behaviour;  ///< π_β with the propensity rule applied; never carries a gradient
  Value ratio;      ///< ρ = π_θ / π_β
  Value advantage;  ///< never carries a gradient
  Value reward;
  Value referenceLogPolicy;  ///< log π_ref; 0 when the batch has none
  Value modelReward;         ///< q; 0 when the batch has none
};

/// Where a scheme stops trusting the ratio; infinite = never.
struct ClipBounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

class Scheme {
 public:
  virtual ~Scheme() = default;
  virtual const SchemeDescription& description() const = 0;
  virtual ClipBounds clipBounds(std::span<const double> parameters) const = 0;
  /// Loss and coefficient g of each row; `rows` is the whole batch. Zeros for a scheme without a
  /// term for rows. Finite for ratios 1e-12..1e12. parameters: in the description's order.
  virtual void evaluate(std::span<const SchemeRow<float>> rows, std::span<const double> parameters,
                        std::span<float> loss, std::span<float> coefficient) const = 0;
  virtual void evaluate(std::span<const SchemeRow<double>> rows, std::span<const double> parameters,
                        std::span<double> loss, std::span<double> coefficient) const = 0;
  /// The same for the term over all candidates, for schemes that have one.
  virtual void evaluateCandidates(std::span<const SchemeRow<float>> candidates,
                                  std::span<const double> parameters, std::span<float> loss,
                                  std::span<float> coefficient) const = 0;
  virtual void evaluateCandidates(std::span<const SchemeRow<double>> candidates,
                                  std::span<const double> parameters, std::span<double> loss,
                                  std::span<double> coefficient) const = 0;
};

/// All schemes that can be trained with, in the order shown to people.
std::span<const Scheme* const> schemes();
/// All regularisers.
std::span<const Scheme* const> regularisers();
/// A scheme or a regulariser. Throws Error that lists those there are.
const Scheme& findScheme(const std::string& id);
/// A scheme to train with. Throws Error that lists those there are.
const Scheme& findTrainableScheme(const std::string& id);
const Scheme& findRegulariser(const std::string& id);  ///< throws Error
/// The description's standard values, in order.
std::vector<double> standardParameters(const Scheme& scheme);

}  // namespace luce
