#include "core/training/policy_diagnostics.h"

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

/// By nearest rank: the ⌈n·percent/100⌉-th smallest. To be asked for in ascending order.
class Quantiles {
 public:
  explicit Quantiles(std::span<double> values) : values_(values) {}

  double take(std::size_t percent) {
    const std::size_t rank = (values_.size() * percent + 99) / 100;
    const auto place = values_.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(values_.begin() + sorted_, place, values_.end());
    sorted_ = place - values_.begin();
    return *place;
  }
  double maximum() const { return *std::max_element(values_.begin() + sorted_, values_.end()); }

 private:
  std::span<double> values_;
  std::ptrdiff_t sorted_ = 0;  ///< all before it are no larger than all from it on
};

void describeRatios(std::span<const double> ratios, const ClipBounds& bounds,
                    std::vector<double>& scratch, PolicyDiagnostics& out) {
  // NaN has no place in an order.
  if (std::any_of(ratios.begin(), ratios.end(), [](double ratio) { return std::isnan(ratio); })) {
    return;
  }
  out.clipped = clippedShare(ratios, bounds.low, bounds.high);
  out.effectiveSampleSize = effectiveSampleSize(ratios) / static_cast<double>(ratios.size());
  scratch.assign(ratios.begin(), ratios.end());
  Quantiles quantiles(scratch);
  out.ratioQuantile10 = quantiles.take(10);
  out.ratioQuantile50 = quantiles.take(50);
  out.ratioQuantile90 = quantiles.take(90);
  out.ratioQuantile99 = quantiles.take(99);
  out.ratioMaximum = quantiles.maximum();
}

void describeAdvantages(std::span<const double> advantages, PolicyDiagnostics& out) {
  const auto count = static_cast<double>(advantages.size());
  double sum = 0;
  for (const double advantage : advantages) sum += advantage;
  out.advantageMean = sum / count;
  if (advantages.size() < 2) return;
  double squares = 0;
  for (const double advantage : advantages) {
    squares += (advantage - out.advantageMean) * (advantage - out.advantageMean);
  }
  out.advantageDeviation = std::sqrt(squares / (count - 1));
}

double shareWithoutGradient(std::span<const std::uint32_t> slate,
                            std::span<const float> coefficients) {
  std::int64_t slates = 0;
  std::int64_t silent = 0;
  for (std::size_t begin = 0; begin < slate.size();) {
    bool pulls = false;
    std::size_t end = begin;
    for (; end < slate.size() && slate[end] == slate[begin]; ++end) pulls |= coefficients[end] != 0;
    ++slates;
    silent += !pulls;
    begin = end;
  }
  return static_cast<double>(silent) / static_cast<double>(slates);
}

/// NaN when no slate states all its propensities.
double exactDivergence(const PolicyStep& step) {
  if (step.stated.empty()) return PolicyDiagnostics::kUnknown;
  double sum = 0;
  std::int64_t slates = 0;
  for (std::size_t b = 0; b + 1 < step.offsets.size(); ++b) {
    double divergence = 0;
    double total = 0;
    for (auto i = static_cast<std::size_t>(step.offsets[b]);
         i < static_cast<std::size_t>(step.offsets[b + 1]); ++i) {
      divergence += step.policy[i] * (step.logPolicy[i] - std::log(step.stated[i]));
      total += step.stated[i];
    }
    // One that is not stated is NaN, and so is the sum; an empty slate has 0.
    if (!(total > 0)) continue;
    sum += divergence + std::log(total);
    ++slates;
  }
  return slates > 0 ? sum / static_cast<double>(slates) : PolicyDiagnostics::kUnknown;
}

/// NaN when no row states its propensity.
double estimatedDivergence(const PolicyStep& step) {
  const LoggedRows& rows = *step.rows;
  double weights = 0;
  double sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::isnan(rows.behaviour[i])) continue;
    const double logRatio =
        step.logPolicy[static_cast<std::size_t>(rows.candidate[i])] - std::log(rows.behaviour[i]);
    const double ratio = std::exp(logRatio);
    weights += ratio;
    sum += ratio * logRatio;
  }
  return weights > 0 ? sum / weights : PolicyDiagnostics::kUnknown;
}

}  // namespace

PolicyDiagnostics policyDiagnostics(const PolicyStep& step, std::vector<double>& scratch) {
  PolicyDiagnostics out;
  out.klLogging = exactDivergence(step);
  if (step.rows->size() == 0) return out;
  if (std::isnan(out.klLogging) && step.rows->kind == RowKind::Drawn) {
    out.klLogging = estimatedDivergence(step);
  }
  describeRatios(step.ratios, step.bounds, scratch, out);
  describeAdvantages(step.advantages, out);
  out.slatesWithoutGradient = shareWithoutGradient(step.rows->slate, step.coefficients);
  return out;
}

}  // namespace luce
