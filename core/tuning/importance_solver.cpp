#include "core/tuning/importance_solver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/common/error.h"
#include "core/tuning/importance.h"

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kSumTolerance = 1e-3;

void requireShares(std::span<const double> wanted) {
  double sum = 0;
  for (const double share : wanted) {
    if (!std::isfinite(share) || share < 0) {
      throw Error(fmt::format("A wanted share is {}; give numbers from 0 to 1.", share));
    }
    sum += share;
  }
  if (std::abs(sum - 1) > kSumTolerance) {
    throw Error(fmt::format(
        "The wanted shares add up to {:.4g}, not 1; tasks that are not named have 0.", sum));
  }
}

/// Mean over slates of the covariance of two tasks, over their spreads: how alike they order.
double correlationInSlates(const Predictions& predictions, std::size_t a, std::size_t b,
                           std::span<const double> spread) {
  double covariances = 0;
  std::size_t slates = 0;
  for (std::size_t slate = 0; slate + 1 < predictions.offsets.size(); ++slate) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[slate]);
    const auto count = static_cast<std::size_t>(predictions.offsets[slate + 1]) - begin;
    if (count == 0) continue;
    const auto first = predictions.task(a).subspan(begin, count);
    const auto second = predictions.task(b).subspan(begin, count);
    double sumFirst = 0, sumSecond = 0, products = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const double x = static_cast<double>(first[i]) - first[0];
      const double y = static_cast<double>(second[i]) - second[0];
      sumFirst += x;
      sumSecond += y;
      products += x * y;
    }
    const auto n = static_cast<double>(count);
    covariances += products / n - sumFirst / n * (sumSecond / n);
    ++slates;
  }
  return covariances / static_cast<double>(slates) / (spread[a] * spread[b]);
}

class ImportanceProblem {
 public:
  ImportanceProblem(const Predictions& predictions, const std::vector<std::string>& tasks,
                    std::span<const double> base, std::span<const double> wanted)
      : predictions_(predictions),
        tasks_(tasks),
        base_(base.begin(), base.end()),
        spread_(spreadInSlates(predictions)) {
    const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    for (std::size_t t = 0; t < wanted.size(); ++t) {
      if (wanted[t] <= 0) continue;
      active_.push_back(t);
      wanted_.push_back(wanted[t] / sum);
    }
    for (const double weight : base) scale_ += std::abs(weight);
    if (scale_ == 0) scale_ = 1;
  }

  /// x: one a task that is to have a share, in units of its spread.
  TaskWeights weights(std::span<const double> x) const {
    TaskWeights weights(base_.size(), 0.0);
    double sum = 0;
    for (std::size_t k = 0; k < active_.size(); ++k) {
      const std::size_t t = active_[k];
      weights[t] = (base_[t] < 0 ? -1 : 1) * x[k] / (spread_[t] > 0 ? spread_[t] : 1);
      sum += std::abs(weights[t]);
    }
    for (double& weight : weights) weight *= scale_ / sum;
    return weights;
  }

  ImportanceSolution solve(const ShareSolverSettings& settings, const Progress& progress,
                           const std::stop_token& stop) const {
    std::vector<double> start;
    for (const double share : wanted_) start.push_back(std::sqrt(share));
    const ShareFunction shares = [&](std::span<const double> x) {
      const std::vector<double> all = sharesOf(ndcgGaps(predictions_, weights(x), stop));
      std::vector<double> own;
      for (const std::size_t t : active_) own.push_back(all[t]);
      return own;
    };
    ShareSolverSettings limited = settings;
    // What no weight can change is not searched for.
    const std::string hopeless = whyHopeless();
    if (!hopeless.empty()) limited.mostEvaluations = 1;
    const ShareSolution found = solveForShares(shares, wanted_, start, limited, progress, stop);
    ImportanceSolution solution{weights(found.x),  std::vector<double>(base_.size(), 0.0),
                                found.error,       found.converged,
                                found.evaluations, {}};
    for (std::size_t k = 0; k < active_.size(); ++k) {
      solution.shares[active_[k]] = found.shares[k];
    }
    if (std::isinf(found.error)) {
      std::fill(solution.shares.begin(), solution.shares.end(), kNaN);
      solution.error = kNaN;
    }
    if (!found.converged) {
      solution.reason = hopeless.empty() ? whyNot(found, shares, settings.tolerance) : hopeless;
    }
    return solution;
  }

 private:
  std::string whyHopeless() const {
    for (const std::size_t t : active_) {
      if (spread_[t] > 0) continue;
      return fmt::format(
          "The predictions of {} are the same for all candidates of each slate, so that no weight "
          "gives it a share.",
          tasks_[t]);
    }
    return {};
  }

  std::string whyNot(const ShareSolution& found, const ShareFunction& shares,
                     double tolerance) const {
    constexpr double kAlike = 0.97;
    std::string reason;
    if (std::isinf(found.error)) {
      reason = "No task alone changes the ranking, so that there are no shares.";
    }
    for (std::size_t k = 0; k < active_.size(); ++k) {
      for (std::size_t other = 0; other < k; ++other) {
        const std::size_t a = active_[other], b = active_[k];
        const double sign = (base_[a] < 0) == (base_[b] < 0) ? 1 : -1;
        const double alike = sign * correlationInSlates(predictions_, a, b, spread_);
        if (std::abs(alike) < kAlike) continue;
        if (!reason.empty()) reason += ' ';
        reason += alike > 0
                      ? fmt::format(
                            "{} and {} order the candidates alike (correlation {:.3f}): where one "
                            "is left out the other stands in for it.",
                            tasks_[a], tasks_[b], alike)
                      : fmt::format(
                            "{} and {} work against each other (correlation {:.3f}): the heavier "
                            "one decides the order alone, and shares jump where they are equal.",
                            tasks_[a], tasks_[b], alike);
      }
    }
    if (!reason.empty()) return reason;
    const double jump = largestJump(found, shares);
    if (jump > tolerance) {
      return fmt::format(
          "The shares move in steps here: a change of the weights by a thousandth moves one by "
          "{:.3f}. {} slates are too few, or the predictions take too few values, for a tolerance "
          "of {:g}.",
          jump, predictions_.slates.size(), tolerance);
    }
    return fmt::format(
        "No weights with these shares were found in {} attempts; the best miss by {:.3f}.",
        found.evaluations, found.error);
  }

  double largestJump(const ShareSolution& found, const ShareFunction& shares) const {
    constexpr double kThousandth = 1e-3;
    double jump = 0;
    for (std::size_t k = 0; k < active_.size(); ++k) {
      std::vector<double> x = found.x;
      x[k] *= 1 + kThousandth;
      const std::vector<double> near = shares(x);
      for (std::size_t i = 0; i < near.size(); ++i) {
        jump = std::max(jump, std::abs(near[i] - found.shares[i]));
      }
    }
    return jump;
  }

  const Predictions& predictions_;
  const std::vector<std::string>& tasks_;
  TaskWeights base_;
  std::vector<double> spread_;
  std::vector<std::size_t> active_;  ///< tasks that are to have a share
  std::vector<double> wanted_;       ///< theirs, Σ = 1
  double scale_ = 0;                 ///< Σ|w|
};

}  // namespace

ImportanceSolution solveImportance(const Predictions& predictions,
                                   const std::vector<std::string>& tasks,
                                   std::span<const double> base, std::span<const double> wanted,
                                   const ShareSolverSettings& settings, const Progress& progress,
                                   std::stop_token stop) {
  requireShares(wanted);
  return ImportanceProblem(predictions, tasks, base, wanted).solve(settings, progress, stop);
}

std::vector<double> parseShares(const std::string& text, std::span<const std::string> tasks) {
  const std::vector<double> shares = parseTaskWeights(text, tasks);
  requireShares(shares);
  return shares;
}

}  // namespace luce
