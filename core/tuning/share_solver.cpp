#include "core/tuning/share_solver.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "core/common/error.h"
#include "core/common/random.h"

namespace luce {

namespace {

using Vector = std::vector<double>;

/// Solves (JᵀJ + λI) d = −Jᵀr by elimination. j: rows of n × n.
Vector dampedStep(const std::vector<Vector>& j, const Vector& r, double damping) {
  const std::size_t n = r.size();
  std::vector<Vector> a(n, Vector(n + 1));
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t column = 0; column < n; ++column) {
      for (std::size_t k = 0; k < n; ++k) a[row][column] += j[k][row] * j[k][column];
    }
    a[row][row] += damping;
    for (std::size_t k = 0; k < n; ++k) a[row][n] -= j[k][row] * r[k];
  }
  for (std::size_t pivot = 0; pivot < n; ++pivot) {
    std::size_t best = pivot;
    for (std::size_t row = pivot + 1; row < n; ++row) {
      if (std::abs(a[row][pivot]) > std::abs(a[best][pivot])) best = row;
    }
    std::swap(a[pivot], a[best]);
    if (a[pivot][pivot] == 0) return Vector(n, 0.0);
    for (std::size_t row = pivot + 1; row < n; ++row) {
      const double factor = a[row][pivot] / a[pivot][pivot];
      for (std::size_t column = pivot; column <= n; ++column) {
        a[row][column] -= factor * a[pivot][column];
      }
    }
  }
  Vector d(n);
  for (std::size_t row = n; row-- > 0;) {
    d[row] = a[row][n];
    for (std::size_t column = row + 1; column < n; ++column) d[row] -= a[row][column] * d[column];
    d[row] /= a[row][row];
  }
  return d;
}

double length(const Vector& vector) {
  return std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
}

/// A point in logarithms of x, and what the shares are there.
struct Trial {
  Vector logs;
  Vector shares;
  double error = std::numeric_limits<double>::infinity();
};

class ShareSearch {
 public:
  ShareSearch(const ShareFunction& sharesOf, std::span<const double> wanted,
              const ShareSolverSettings& settings, const Progress& progress,
              const std::stop_token& stop)
      : sharesOf_(sharesOf),
        wanted_(wanted.begin(), wanted.end()),
        reference_(static_cast<std::size_t>(std::max_element(wanted.begin(), wanted.end()) -
                                            wanted.begin())),
        settings_(settings),
        progress_(progress),
        stop_(stop) {}

  ShareSolution solve(std::span<const double> start) {
    Vector first;
    for (const double x : start) first.push_back(std::log(x));
    searchFrom(first);
    Random random(settings_.seed);
    for (int again = 0; !done(); ++again) {
      // From elsewhere: first from even weights, then from ever farther around the best.
      Vector logs = again == 0 ? first : best_.logs;
      const double reach = std::min(4.0, 0.5 * again);
      for (std::size_t i = 0; i < logs.size(); ++i) {
        logs[i] =
            again == 0 ? first[i] - 0.5 * std::log(wanted_[i]) : logs[i] + reach * random.normal();
      }
      searchFrom(logs);
    }
    ShareSolution solution{
        {}, best_.shares, best_.error, best_.error <= settings_.tolerance, evaluations_};
    for (const double log : best_.logs) solution.x.push_back(std::exp(log));
    return solution;
  }

 private:
  bool done() const {
    return best_.error <= settings_.tolerance || evaluations_ >= settings_.mostEvaluations;
  }

  Trial tryAt(Vector logs) {
    if (stop_.stop_requested()) throw Cancelled();
    const double mean =
        std::accumulate(logs.begin(), logs.end(), 0.0) / static_cast<double>(logs.size());
    Vector x;
    for (double& log : logs) {
      log -= mean;
      x.push_back(std::exp(log));
    }
    Trial trial{std::move(logs), sharesOf_(x)};
    ++evaluations_;
    if (!std::isnan(trial.shares.front())) {
      trial.error = 0;
      for (std::size_t i = 0; i < wanted_.size(); ++i) {
        trial.error = std::max(trial.error, std::abs(trial.shares[i] - wanted_[i]));
      }
    }
    if (best_.logs.empty() || trial.error < best_.error) best_ = trial;
    if (progress_) {
      progress_(static_cast<double>(evaluations_) / settings_.mostEvaluations, "Finding weights");
    }
    return trial;
  }

  /// How much too large each share is, on a scale on which it moves about evenly with log x.
  Vector excess(const Trial& trial) const {
    constexpr double kLeast = 1e-7;
    Vector logs;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      logs.push_back(std::log(std::max(trial.shares[i], kLeast) / wanted_[i]));
    }
    return logs;
  }

  /// Against the reference task, which is left out.
  Vector residual(const Trial& trial) const {
    Vector logs = excess(trial);
    const double reference = logs[reference_];
    logs.erase(logs.begin() + static_cast<std::ptrdiff_t>(reference_));
    for (double& log : logs) log -= reference;
    return logs;
  }

  Vector moved(const Vector& logs, const Vector& step, double scale) const {
    Vector result = logs;
    for (std::size_t i = 0, k = 0; i < result.size(); ++i) {
      if (i != reference_) result[i] += scale * step[k++];
    }
    return result;
  }

  void searchFrom(const Vector& logs) {
    Trial trial = tryAt(logs);
    if (std::isinf(trial.error)) return;
    trial = approach(std::move(trial));
    if (!done()) trial = descend(std::move(trial));
    if (!done()) polish(std::move(trial));
  }

  /// Each x against its own share's excess: crude, but never stuck where a share is zero. A small
  /// share grows about as the square of its x, hence the half.
  Trial approach(Trial trial) {
    constexpr int kMost = 12;
    constexpr double kWorthwhile = 0.8;
    constexpr double kLongest = 3;
    for (int i = 0; i < kMost && !done(); ++i) {
      Vector logs = trial.logs;
      const Vector logExcess = excess(trial);
      for (std::size_t k = 0; k < logs.size(); ++k) {
        logs[k] -= 0.5 * std::clamp(logExcess[k], -kLongest, kLongest);
      }
      Trial next = tryAt(std::move(logs));
      if (std::isinf(next.error)) return trial;
      const bool worthwhile = next.error < kWorthwhile * trial.error;
      if (next.error < trial.error) trial = std::move(next);
      if (!worthwhile) break;
    }
    return trial;
  }

  /// Levenberg and Marquardt's method on the residual, the slopes taken over steps wide enough to
  /// see past the jumps of a ranking.
  Trial descend(Trial trial) {
    constexpr int kMost = 12;
    constexpr double kLongest = 1.5;
    double width = 0.2;
    double damping = 1e-3;
    for (int i = 0; i < kMost && !done(); ++i) {
      const Vector r = residual(trial);
      const std::vector<Vector> j = slopes(trial, r, width);
      if (j.empty()) return trial;
      std::optional<Trial> better;
      for (int attempt = 0; attempt < 5 && !better && !done(); ++attempt) {
        Vector step = dampedStep(j, r, damping);
        double longest = 0;
        for (const double d : step) longest = std::max(longest, std::abs(d));
        Trial next = tryAt(moved(trial.logs, step, longest > kLongest ? kLongest / longest : 1));
        if (std::isfinite(next.error) && length(residual(next)) < length(r)) {
          better = std::move(next);
        } else {
          damping = std::max(damping * 10, 1e-2);
        }
      }
      if (!better) return trial;
      damping = std::max(damping / 10, 1e-6);
      width = std::clamp(width / 2, 0.02, 0.2);
      trial = std::move(*better);
    }
    return trial;
  }

  /// Empty where a neighbour has no shares, or the evaluations are used up.
  std::vector<Vector> slopes(const Trial& trial, const Vector& r, double width) {
    const std::size_t n = r.size();
    std::vector<Vector> j(n, Vector(n));
    for (std::size_t column = 0; column < n; ++column) {
      Vector direction(n);
      direction[column] = 1;
      const Trial next = tryAt(moved(trial.logs, direction, width));
      if (std::isinf(next.error) || done()) return {};
      const Vector moved = residual(next);
      for (std::size_t row = 0; row < n; ++row) j[row][column] = (moved[row] - r[row]) / width;
    }
    return j;
  }

  /// Looks around with ever smaller steps: needs no slopes, and so gets the last bit out of shares
  /// that jump.
  void polish(Trial trial) {
    constexpr double kSmallest = 1e-4;
    if (best_.error < trial.error) trial = best_;
    for (double width = 0.1; width > kSmallest && !done();) {
      bool improved = false;
      for (std::size_t i = 0; i < trial.logs.size() && !done(); ++i) {
        // Towards what is wanted first.
        const double towards = trial.shares[i] < wanted_[i] ? width : -width;
        for (const double step : {towards, -towards}) {
          if (done()) break;
          Vector logs = trial.logs;
          logs[i] += step;
          Trial next = tryAt(std::move(logs));
          if (!(next.error < trial.error)) continue;
          trial = std::move(next);
          improved = true;
          break;
        }
      }
      if (!improved) width /= 2;
    }
  }

  const ShareFunction& sharesOf_;
  const Vector wanted_;
  const std::size_t reference_;  ///< the task with the largest wanted share
  const ShareSolverSettings settings_;
  const Progress& progress_;
  const std::stop_token& stop_;
  int evaluations_ = 0;
  Trial best_;
};

}  // namespace

ShareSolution solveForShares(const ShareFunction& sharesOf, std::span<const double> wanted,
                             std::span<const double> start, const ShareSolverSettings& settings,
                             const Progress& progress, const std::stop_token& stop) {
  return ShareSearch(sharesOf, wanted, settings, progress, stop).solve(start);
}

}  // namespace luce
