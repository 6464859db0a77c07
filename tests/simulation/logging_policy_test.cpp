// What is shown, in which place, with which propensity, and what becomes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "core/policy/plackett_luce.h"
#include "tests/simulation/simulated_log.h"

namespace luce {
namespace {

/// Compares how often events happened with their probabilities, in ten bins of probability.
class CalibrationBins {
 public:
  void add(double probability, bool happened) {
    const auto bin =
        std::min<std::size_t>(9, static_cast<std::size_t>(10 * std::sqrt(probability)));
    excess_[bin] += (happened ? 1 : 0) - probability;
    variance_[bin] += probability * (1 - probability);
  }
  double chiSquare() const {
    double sum = 0;
    for (std::size_t bin = 0; bin < excess_.size(); ++bin) {
      if (variance_[bin] > 5) sum += excess_[bin] * excess_[bin] / variance_[bin];
    }
    return sum;
  }

 private:
  std::array<double, 10> excess_{}, variance_{};
};

constexpr double kChiSquareBound = 35.6;  // the 0.9999 quantile at 10 degrees of freedom

TEST(LoggingPolicy, PropensitiesOfASlateSumToOne) {
  const SimulatedLog log = simulate(smallWorld(LogShape::Slate));
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    const CandidateRange range = log.table.candidates(slate);
    double sum = 0;
    for (std::int64_t i = range.first; i < range.first + range.count; ++i) {
      sum += log.table.logged().propensity[static_cast<std::size_t>(i)];
    }
    ASSERT_NEAR(sum, 1, 1e-12);
  }
}

TEST(LoggingPolicy, DrawsPlacesByPlackettAndLuce) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.slates = 20'000;
  const SimulatedLog log = simulate(settings);
  const LoggedColumns& logged = log.table.logged();
  CalibrationBins first, second;
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    const CandidateRange range = log.table.candidates(slate);
    const auto begin = static_cast<std::size_t>(range.first);
    const std::size_t end = begin + static_cast<std::size_t>(range.count);
    double winner = 0;
    for (std::size_t i = begin; i < end; ++i) {
      first.add(logged.propensity[i], logged.position[i] == 1);
      if (logged.position[i] == 1) winner = logged.propensity[i];
    }
    // Without the winner the others' chances are as before among themselves.
    for (std::size_t i = begin; i < end; ++i) {
      if (logged.position[i] == 1) continue;
      second.add(logged.propensity[i] / (1 - winner), logged.position[i] == 2);
    }
  }
  EXPECT_LT(first.chiSquare(), kChiSquareBound);
  EXPECT_LT(second.chiSquare(), kChiSquareBound);
}

TEST(LoggingPolicy, BanditPropensitiesBelongToTheDrawnAction) {
  SimulationSettings settings = smallWorld(LogShape::Bandit);
  settings.slates = 20'000;
  const SimulatedLog log = simulate(settings);
  // For each item the mean of 1[drawn]/π_β is 1.
  for (std::uint32_t item = 0; item < 30; ++item) {
    std::vector<double> weights;
    for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
      const bool drawn = log.table.action(slate) == item;
      weights.push_back(drawn ? 1 / log.table.logged().propensity[slate] : 0);
    }
    const MeanEstimate estimate = meanOf(weights);
    EXPECT_NEAR(estimate.mean, 1, 4.5 * estimate.error) << "item " << item;
    EXPECT_LT(estimate.error, 0.2) << "too unsure to find a fault";
  }
}

TEST(LoggingPolicy, PlacesAreAPermutationAndTimesAscend) {
  const SimulatedLog log = simulate(smallWorld(LogShape::Slate));
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    const auto begin = static_cast<std::size_t>(log.table.candidates(slate).first);
    unsigned seen = 0;
    for (std::size_t i = begin; i < begin + 10; ++i) seen |= 1u << log.table.logged().position[i];
    ASSERT_EQ(seen, 0b111'1111'1110u);
    if (slate > 0) {
      ASSERT_LT(log.table.times()[slate - 1], log.table.times()[slate]);
    }
  }
}

TEST(LoggingPolicy, CandidatesOfASlateDiffer) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.items = 12;
  const SimulatedLog log = simulate(settings);
  std::vector<int> shown(12);
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    unsigned seen = 0;
    for (std::int64_t i = 0; i < 10; ++i) {
      const std::uint32_t item = log.table.item(slate, i);
      seen |= 1u << item;
      ++shown[item];
    }
    ASSERT_EQ(std::popcount(seen), 10);
  }
  // 4,000 draws of 10 of 12: mean 3,333, deviation 23.6.
  for (const int count : shown) EXPECT_NEAR(count, 10 * 4000 / 12.0, 4.5 * 23.6);
}

TEST(LoggingPolicy, ActionsFollowTruthTimesExamination) {
  for (const double bias : {0.0, 0.5, 1.0}) {
    SimulationSettings settings = smallWorld(LogShape::Slate);
    settings.positionBias = bias;
    const SimulatedLog log = simulate(settings);
    const LoggedColumns& logged = log.table.logged();
    for (std::uint16_t place = 1; place <= 10; ++place) {
      const double law = std::pow(place, -bias);
      for (std::size_t task = 0; task < settings.tasks.size(); ++task) {
        double excess = 0, variance = 0;
        for (std::size_t row = 0; row < log.table.loggedCount(); ++row) {
          if (logged.position[row] != place) continue;
          ASSERT_NEAR(logged.examination[row], law, 1e-6);
          const double p = law * log.truth(row, task);
          excess += logged.labels(row, task) - p;
          variance += p * (1 - p);
        }
        EXPECT_NEAR(excess, 0, 4.5 * std::sqrt(variance)) << "place " << place;
      }
    }
  }
}

/// Correlation of log π_β with the true value, both relative to their slate's mean.
double correlationWithinSlates(const SimulatedLog& log) {
  const std::vector<float> value = trueScores(log.truth, log.settings.valueWeights);
  std::vector<double> scores, values;
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    const auto first = static_cast<std::size_t>(log.table.candidates(slate).first);
    double meanScore = 0, meanValue = 0;
    for (std::size_t i = first; i < first + 10; ++i) {
      meanScore += std::log(log.table.logged().propensity[i]) / 10;
      meanValue += value[i] / 10;
    }
    for (std::size_t i = first; i < first + 10; ++i) {
      scores.push_back(std::log(log.table.logged().propensity[i]) - meanScore);
      values.push_back(value[i] - meanValue);
    }
  }
  return correlation(scores, values);
}

TEST(LoggingPolicy, QualityIsTheCorrelationOfScoreAndTrueValue) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  // Within a slate the user's share of the value's variance is gone, so a little less is left.
  const std::array<std::pair<double, double>, 4> cases{
      {{0.0, 0.0}, {0.3, 0.28}, {0.6, 0.57}, {-0.6, -0.57}}};
  for (const auto& [quality, expected] : cases) {
    settings.loggingQuality = quality;
    EXPECT_NEAR(correlationWithinSlates(simulate(settings)), expected, 0.04) << quality;
  }
  settings.loggingQuality = 1;
  EXPECT_NEAR(correlationWithinSlates(simulate(settings)), 1, 1e-6);
}

TEST(LoggingPolicy, IsBetterThanChanceAndWorseThanTheOracle) {
  const SimulatedLog log = simulate(smallWorld(LogShape::Slate));
  const std::vector<std::int64_t> offsets = candidateOffsets(log.table);
  const std::vector<float> scores = trueScores(log.truth, log.settings.valueWeights);
  const std::vector<float> uniform(scores.size(), 0.1f);
  const std::vector<double>& propensity = log.table.logged().propensity;
  const std::vector<float> logging(propensity.begin(), propensity.end());
  const auto valueOf = [&](const std::vector<float>& policy) {
    return trueValue(offsets, scores, policy, log.truth, log.settings.valueWeights, 3);
  };
  const TrueValue value = valueOf(logging);
  EXPECT_GT(value.stochastic, 1.05 * valueOf(uniform).stochastic);
  EXPECT_GT(value.greedy, 1.5 * value.stochastic);
  EXPECT_GT(value.greedy, value.greedyTop);
}

/// A policy that anyone could run who sees the log: softmax of the logged affinity.
std::vector<float> affinityPolicy(const SimulatedLog& log) {
  std::vector<float> scores;
  const std::size_t affinity = log.table.candidateNumeric().columns() - 1;
  for (std::size_t row = 0; row < log.truth.rows(); ++row) {
    scores.push_back(log.table.candidateNumeric()(row, affinity));
  }
  std::vector<float> policy(scores.size());
  firstPlaceProbabilities(candidateOffsets(log.table), scores, 1, policy);
  return policy;
}

// Mean differences a slate from the exact value Σ_i π_i Σ_t w_t p_i,t.
struct EstimateErrors {
  MeanEstimate drawn;         ///< IPS on the first place
  MeanEstimate observed;      ///< Σ_i π_i r_i / examination
  MeanEstimate unexamined;    ///< Σ_i π_i r_i
  MeanEstimate wrongDivisor;  ///< the first place's propensity for every place
};

EstimateErrors estimateErrors(const SimulatedLog& log) {
  const std::vector<float> policy = affinityPolicy(log);
  const std::vector<float> rewards = trueScores(log.truth, log.settings.valueWeights);
  const LoggedColumns& logged = log.table.logged();
  std::vector<double> drawn, observed, unexamined, wrongDivisor;
  for (std::size_t slate = 0; slate < log.table.slateCount(); ++slate) {
    const CandidateRange range = log.table.candidates(slate);
    double truth = 0, first = 0, all = 0, naive = 0, wrong = 0;
    for (std::int64_t i = range.first; i < range.first + range.count; ++i) {
      const auto row = static_cast<std::size_t>(i);
      const double reward = loggedReward(log, row);
      truth += policy[row] * rewards[row];
      if (logged.position[row] == 1) first = policy[row] / logged.propensity[row] * reward;
      all += policy[row] * reward / logged.examination[row];
      naive += policy[row] * reward;
      wrong += policy[row] / logged.propensity[row] * reward / static_cast<double>(range.count);
    }
    drawn.push_back(first - truth);
    observed.push_back(all - truth);
    unexamined.push_back(naive - truth);
    wrongDivisor.push_back(wrong - truth);
  }
  return {meanOf(drawn), meanOf(observed), meanOf(unexamined), meanOf(wrongDivisor)};
}

TEST(LoggingPolicy, TruePropensitiesMakeEstimatesUnbiased) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.slates = 40'000;
  const EstimateErrors errors = estimateErrors(simulate(settings));
  EXPECT_NEAR(errors.drawn.mean, 0, 4 * errors.drawn.error);
  EXPECT_NEAR(errors.observed.mean, 0, 4 * errors.observed.error);
  EXPECT_LT(errors.observed.error, errors.drawn.error);
  EXPECT_LT(errors.unexamined.mean, -10 * errors.unexamined.error);
  EXPECT_GT(std::abs(errors.wrongDivisor.mean), 10 * errors.wrongDivisor.error);
}

}  // namespace
}  // namespace luce
