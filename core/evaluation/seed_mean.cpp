#include "core/evaluation/seed_mean.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace luce {

SeedMean seedMean(std::span<const double> values) {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  constexpr double kUpperTail = 0.975;
  if (values.empty()) return {kUnknown, kUnknown};
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  if (values.size() == 1) return {mean, kUnknown};
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t distribution(count - 1);
  return {mean, boost::math::quantile(distribution, kUpperTail) *
                    std::sqrt(squares / (count - 1) / count)};
}

}  // namespace luce
