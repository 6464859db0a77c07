// A clipping scheme is one pure scalar function of a row: its loss and the coefficient
// g = ∂loss/∂log π. Every scheme's gradient on the scores has the form
//   ∂L/∂s_j = (1/τ) · (1/n) Σ_rows g_i · (1[i=j] − π_j),
// so this one definition drives the CPU kernel, the tensor path, the clip-curve chart, the tests
// and the command line. A scheme is one file in objective/schemes and one line in its registry.
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

/// One adjustable number of a scheme.
struct SchemeParameter {
  std::string id;     ///< as in experiment documents: "eps"
  std::string title;  ///< for people: "Clip half-width ε"
  std::string help;   ///< one sentence
  double low = 0, high = 1, standard = 0;
  bool logarithmic = false;  ///< a slider moves in equal ratios
};

struct SchemeDescription {
  std::string id;                                ///< "ppo_clip"
  std::string title;                             ///< "PPO clip"
  std::string meaning;                           ///< one sentence
  std::string formula;                           ///< row loss, as text
  std::string source;                            ///< who and when
  AdvantageKind advantage = AdvantageKind::Raw;  ///< the scheme's own choice
  std::vector<SchemeParameter> parameters;
};

/// What a scheme may look at in one row. Value is float, double or a tensor of rows.
template <class Value>
struct SchemeRow {
  Value logPolicy;  ///< log π_θ
  Value policy;     ///< π_θ
  Value behaviour;  ///< π_β with the propensity rule applied; never carries a gradient
  Value ratio;      ///< ρ = π_θ / π_β
  Value advantage;  ///< never carries a gradient
  Value reward;
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
  /// Loss and coefficient g of each row. Finite for ratios 1e-12..1e12. parameters: in the
  /// description's order.
  virtual void evaluate(std::span<const SchemeRow<float>> rows, std::span<const double> parameters,
                        std::span<float> loss, std::span<float> coefficient) const = 0;
  virtual void evaluate(std::span<const SchemeRow<double>> rows, std::span<const double> parameters,
                        std::span<double> loss, std::span<double> coefficient) const = 0;
};

/// All schemes, in the order shown to people.
std::span<const Scheme* const> schemes();
/// Throws Error that lists the schemes there are.
const Scheme& findScheme(const std::string& id);
/// The description's standard values, in order.
std::vector<double> standardParameters(const Scheme& scheme);

}  // namespace luce
