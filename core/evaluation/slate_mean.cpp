#include "core/evaluation/slate_mean.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/evaluation/bootstrap.h"

namespace luce {

namespace {

/// Of the sums of a group; its values follow, times the weight.
constexpr std::size_t kWeight = 0;
/// As many as are resampled together.
constexpr std::size_t kMostValues = 63;

using Values = std::span<const double>;

/// Values of the same slates.
struct Group {
  std::vector<std::uint32_t> slates;  ///< that count
  std::vector<std::size_t> members;   ///< indices of values
};

double weightOf(Values weights, std::size_t slate) {
  return weights.empty() ? 1.0 : weights[slate];
}

std::vector<std::uint32_t> countedSlates(Values values, Values weights) {
  std::vector<std::uint32_t> slates;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i]) && weightOf(weights, i) > 0) {
      slates.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return slates;
}

std::vector<Group> groupsOf(std::span<const Values> values, Values weights) {
  std::vector<Group> groups;
  for (std::size_t member = 0; member < values.size(); ++member) {
    std::vector<std::uint32_t> slates = countedSlates(values[member], weights);
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group.members.size() < kMostValues && group.slates == slates;
    });
    if (same == groups.end()) {
      groups.push_back({std::move(slates), {member}});
    } else {
      same->members.push_back(member);
    }
  }
  return groups;
}

Interval resampled(double mean, const Matrix<double>& drawn, std::size_t column,
                   const OffPolicySettings& settings) {
  std::vector<double> means;
  for (std::size_t i = 0; i < drawn.rows(); ++i) {
    means.push_back(drawn(i, kWeight) > 0 ? drawn(i, column) / drawn(i, kWeight) : kMissing);
  }
  const double tail = (1 - settings.confidence) / 2;
  return {mean, quantile(means, tail), quantile(means, 1 - tail)};
}

Interval normal(double mean, const Matrix<double>& sums, std::size_t column, double totalWeight,
                const OffPolicySettings& settings) {
  double squares = 0;
  for (std::size_t s = 0; s < sums.rows(); ++s) {
    const double residual = sums(s, column) - mean * sums(s, kWeight);
    squares += residual * residual;
  }
  const double reach = boost::math::quantile(boost::math::normal(), (1 + settings.confidence) / 2) *
                       std::sqrt(squares) / totalWeight;
  return {mean, mean - reach, mean + reach};
}

Matrix<double> sumsOf(const Group& group, std::span<const Values> values, Values weights) {
  Matrix<double> sums(group.slates.size(), 1 + group.members.size());
  for (std::size_t row = 0; row < group.slates.size(); ++row) {
    const std::uint32_t slate = group.slates[row];
    sums(row, kWeight) = weightOf(weights, slate);
    for (std::size_t k = 0; k < group.members.size(); ++k) {
      sums(row, 1 + k) = sums(row, kWeight) * values[group.members[k]][slate];
    }
  }
  return sums;
}

std::vector<double> totalsOf(const Matrix<double>& sums) {
  std::vector<double> totals(sums.columns());
  for (std::size_t row = 0; row < sums.rows(); ++row) {
    for (std::size_t column = 0; column < totals.size(); ++column) {
      totals[column] += sums(row, column);
    }
  }
  return totals;
}

}  // namespace

std::vector<SlateMean> slateMeans(std::span<const Values> values, Values weights,
                                  const OffPolicySettings& settings) {
  std::vector<SlateMean> means(values.size());
  for (const Group& group : groupsOf(values, weights)) {
    const Matrix<double> sums = sumsOf(group, values, weights);
    const std::vector<double> totals = totalsOf(sums);
    const auto slates = static_cast<std::int64_t>(sums.rows());
    const bool resamples = settings.resamples > 0 && slates <= kMostResampled;
    const Matrix<double> drawn =
        resamples ? resampleSums(sums, settings.resamples, settings.seed) : Matrix<double>();
    for (std::size_t column = 1; column < sums.columns(); ++column) {
      SlateMean& result = means[group.members[column - 1]];
      result.slates = slates;
      const double mean = slates > 0 ? totals[column] / totals[kWeight] : kMissing;
      if (slates == 0 || settings.resamples <= 0) {
        result.mean = {mean, kMissing, kMissing};
      } else if (resamples) {
        result.mean = resampled(mean, drawn, column, settings);
      } else {
        result.mean = normal(mean, sums, column, totals[kWeight], settings);
      }
    }
  }
  return means;
}

SlateMean slateMean(Values values, Values weights, const OffPolicySettings& settings) {
  return slateMeans({&values, 1}, weights, settings).front();
}

}  // namespace luce
