#include "core/evaluation/arrivals.h"

#include <algorithm>
#include <numeric>

#include "core/common/fast_exponential.h"
#include "core/common/processor_clones.h"

namespace luce {

namespace {

/// Beyond, nobody is left to arrive: exp(−700) is 1e-304.
constexpr double kMostHazard = 700;

/// One candidate more. places: of the polynomials, that many of which change beyond the first.
LUCE_FOR_EACH_PROCESSOR
void addArrival(double hazard, double reward, const double* growths, std::size_t places,
                double* count, double* earned) {
  Moments waiting, arrived, earning;
  for (std::size_t m = 0; m < kMoments; ++m) {
    const double grown = hazard * growths[m];
    const double own = grown < kMostHazard ? grown : kMostHazard;
    waiting[m] = exponentialOfNegative(-own);
    arrived[m] = 1 - waiting[m];
    // The density over log t.
    earning[m] = reward * own * waiting[m];
  }
  for (std::size_t k = places; k > 0; --k) {
    double* const countHere = count + k * kMoments;
    double* const earnedHere = earned + k * kMoments;
    const double* const countBefore = countHere - kMoments;
    const double* const earnedBefore = earnedHere - kMoments;
#pragma omp simd
    for (std::size_t m = 0; m < kMoments; ++m) {
      earnedHere[m] =
          waiting[m] * earnedHere[m] + arrived[m] * earnedBefore[m] + earning[m] * countHere[m];
      countHere[m] = waiting[m] * countHere[m] + arrived[m] * countBefore[m];
    }
  }
#pragma omp simd
  for (std::size_t m = 0; m < kMoments; ++m) {
    earned[m] = waiting[m] * earned[m] + earning[m] * count[m];
    count[m] *= waiting[m];
  }
}

}  // namespace

Arrivals::Arrivals(std::size_t places, double growth) : count_(places), earned_(places) {
  growths_[0] = 1;
  for (std::size_t m = 1; m < kMoments; ++m) growths_[m] = growths_[m - 1] * growth;
}

void Arrivals::clear() {
  std::fill(count_.begin(), count_.end(), Moments{});
  std::fill(earned_.begin(), earned_.end(), Moments{});
  count_[0].fill(1);
  candidates_ = 0;
}

void Arrivals::add(double hazard, double reward) {
  // No more have arrived than there are.
  const std::size_t places = std::min(count_.size() - 1, candidates_ + 1);
  addArrival(hazard, reward, growths_.data(), places, count_.front().data(),
             earned_.front().data());
  ++candidates_;
}

double Arrivals::weighted(std::span<const double> weights) const {
  double sum = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    sum += weights[k] * std::accumulate(earned_[k].begin(), earned_[k].end(), 0.0);
  }
  return sum;
}

}  // namespace luce
