#include "core/tuning/importance_solver.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/tuning/importance.h"
#include "tests/support/error_of.h"
#include "tests/tuning/made_predictions.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;

std::vector<std::string> taskNames(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t t = 0; t < count; ++t) names.push_back(std::string("task ") + char('a' + t));
  return names;
}

/// Uniform over the shares that sum to 1.
std::vector<double> randomShares(std::size_t count, Random& random) {
  std::vector<double> shares;
  for (std::size_t t = 0; t < count; ++t) shares.push_back(-std::log(1 - random.uniform()));
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
  return shares;
}

/// Whatever is wanted is reached, and what the solution says of itself is so.
void expectEveryTargetReached(const Predictions& predictions, int targets, std::uint64_t seed) {
  Random random(seed);
  const std::vector<double> base(predictions.tasks, 1.0);
  for (int i = 0; i < targets; ++i) {
    const std::vector<double> wanted = randomShares(predictions.tasks, random);
    const ImportanceSolution solution =
        solveImportance(predictions, taskNames(predictions.tasks), base, wanted);
    EXPECT_TRUE(solution.converged) << predictions.tasks << " tasks: " << solution.reason;
    EXPECT_EQ(solution.reason, "");
    const std::vector<double> shares = sharesOf(ndcgGaps(predictions, solution.weights));
    for (std::size_t t = 0; t < wanted.size(); ++t) {
      EXPECT_NEAR(shares[t], wanted[t], 0.005);
      EXPECT_DOUBLE_EQ(shares[t], solution.shares[t]);
      EXPECT_GT(solution.weights[t], 0);
    }
    EXPECT_NEAR(std::accumulate(solution.weights.begin(), solution.weights.end(), 0.0),
                static_cast<double>(predictions.tasks), 1e-9);
  }
}

TEST(ImportanceSolver, ReachesEveryTargetInSimulatedWorlds) {
  const double rates[] = {0.3, 0.1, 0.03, 0.005, 0.001, 0.5};
  for (const std::size_t tasks : {2u, 3u, 4u, 6u}) {
    for (const int world : {1, 2}) {
      SimulationSettings settings;
      settings.items = 200;
      settings.tasks.clear();
      for (std::size_t t = 0; t < tasks; ++t) {
        settings.tasks.push_back({"task" + std::to_string(t), rates[t]});
      }
      settings.valueWeights.assign(tasks, 1.0);
      const KnownLog log = simulateLog(settings, 800, 1, static_cast<std::uint64_t>(world));
      expectEveryTargetReached(truePredictions(log), 12, 100 + static_cast<std::uint64_t>(world));
    }
  }
}

/// Probabilities of `tasks` tasks whose logits share one factor to that part, with heavy tails.
Predictions skewedPredictions(std::size_t tasks, double common, int slates, int slateSize) {
  Random random(31);
  std::vector<std::vector<float>> columns(tasks);
  for (int i = 0; i < slates * slateSize; ++i) {
    const double factor = random.normal();
    for (std::size_t t = 0; t < tasks; ++t) {
      const double own = random.normal();
      const double z = std::sqrt(common) * factor + std::sqrt(1 - common) * own;
      const double logit = -2.0 - 2.0 * static_cast<double>(t) + 1.8 * z;
      columns[t].push_back(static_cast<float>(1 / (1 + std::exp(-logit))));
    }
  }
  return predictionsOf(static_cast<std::size_t>(slateSize), columns);
}

TEST(ImportanceSolver, ReachesEveryTargetWhereTasksAreSkewedAndAlike) {
  for (const double common : {0.0, 0.5, 0.9}) {
    for (const std::size_t tasks : {2u, 3u, 5u}) {
      expectEveryTargetReached(skewedPredictions(tasks, common, 1500, 12), 10, 7);
    }
  }
}

TEST(ImportanceSolver, ReachesEveryTargetInLargeSlates) {
  expectEveryTargetReached(skewedPredictions(3, 0.3, 300, 80), 10, 9);
}

TEST(ImportanceSolver, ReachesSmallShares) {
  const Predictions predictions = skewedPredictions(4, 0.3, 4000, 10);
  const std::vector<double> wanted{0.02, 0.03, 0.9, 0.05};
  const ImportanceSolution solution =
      solveImportance(predictions, taskNames(4), std::vector<double>{1, 1, 1, 1}, wanted);
  EXPECT_TRUE(solution.converged) << solution.reason;
}

TEST(ImportanceSolver, ATasksRateMakesNoDifference) {
  const Predictions predictions = skewedPredictions(3, 0.4, 800, 10);
  Predictions rarer = predictions;
  const auto rows = static_cast<std::size_t>(predictions.candidates());
  for (std::size_t i = 0; i < rows; ++i) rarer.probabilities[rows + i] /= 1024;  // exact in binary
  const std::vector<double> base{1, 1, 1}, wanted{0.5, 0.2, 0.3};
  const ImportanceSolution one = solveImportance(predictions, taskNames(3), base, wanted);
  const ImportanceSolution other = solveImportance(rarer, taskNames(3), base, wanted);
  for (std::size_t t = 0; t < 3; ++t) EXPECT_NEAR(one.shares[t], other.shares[t], 1e-6);
  EXPECT_NEAR(other.weights[1] / other.weights[0], 1024 * one.weights[1] / one.weights[0],
              1e-6 * other.weights[1] / other.weights[0]);
  EXPECT_NEAR(other.weights[2] / other.weights[0], one.weights[2] / one.weights[0], 1e-6);
}

TEST(ImportanceSolver, KeepsSignsAndScaleAndGivesZeroWhereZeroIsWanted) {
  const Predictions predictions = skewedPredictions(4, 0.2, 800, 10);
  const std::vector<double> base{3, -5, 0, 2}, wanted{0.4, 0.3, 0.3, 0};
  const ImportanceSolution solution = solveImportance(predictions, taskNames(4), base, wanted);
  ASSERT_TRUE(solution.converged) << solution.reason;
  EXPECT_GT(solution.weights[0], 0);
  EXPECT_LT(solution.weights[1], 0);
  EXPECT_GT(solution.weights[2], 0);
  EXPECT_EQ(solution.weights[3], 0);
  double scale = 0;
  for (const double weight : solution.weights) scale += std::abs(weight);
  EXPECT_NEAR(scale, 10, 1e-9);
}

TEST(ImportanceSolver, OneTaskAloneTakesAll) {
  const Predictions predictions = skewedPredictions(3, 0.2, 100, 10);
  const ImportanceSolution solution = solveImportance(
      predictions, taskNames(3), std::vector<double>{1, 2, 3}, std::vector<double>{0, 1, 0});
  EXPECT_TRUE(solution.converged);
  EXPECT_THAT(solution.weights, ElementsAre(0, 6, 0));
}

TEST(ImportanceSolver, SaysThatAlikeTasksCannotBeToldApart) {
  Predictions predictions = skewedPredictions(2, 0, 200, 10);
  const auto rows = static_cast<std::size_t>(predictions.candidates());
  for (std::size_t i = 0; i < rows; ++i) {
    predictions.probabilities[rows + i] = predictions.probabilities[i] / 2;
  }
  const ImportanceSolution solution = solveImportance(
      predictions, taskNames(2), std::vector<double>{1, 1}, std::vector<double>{0.3, 0.7});
  EXPECT_FALSE(solution.converged);
  EXPECT_TRUE(std::isnan(solution.shares[0]));
  EXPECT_THAT(solution.reason,
              AllOf(HasSubstr("No task alone changes the ranking"), HasSubstr("task a and task b"),
                    HasSubstr("correlation 1.000")));
}

TEST(ImportanceSolver, SaysThatOpposedTasksJump) {
  Predictions predictions = skewedPredictions(2, 0, 200, 10);
  const auto rows = static_cast<std::size_t>(predictions.candidates());
  for (std::size_t i = 0; i < rows; ++i) {
    predictions.probabilities[rows + i] = 1 - predictions.probabilities[i];
  }
  const ImportanceSolution solution = solveImportance(
      predictions, taskNames(2), std::vector<double>{1, 1}, std::vector<double>{0.3, 0.7});
  EXPECT_FALSE(solution.converged);
  EXPECT_THAT(solution.error, Gt(0.25));
  EXPECT_THAT(solution.reason, HasSubstr("work against each other (correlation -1.000)"));
}

TEST(ImportanceSolver, SaysThatAConstantTaskCannotCount) {
  Predictions predictions = skewedPredictions(2, 0, 50, 10);
  const auto rows = static_cast<std::size_t>(predictions.candidates());
  for (std::size_t i = 0; i < rows; ++i) predictions.probabilities[rows + i] = 0.25f;
  const ImportanceSolution solution = solveImportance(
      predictions, taskNames(2), std::vector<double>{1, 1}, std::vector<double>{0.5, 0.5});
  EXPECT_FALSE(solution.converged);
  EXPECT_THAT(solution.reason, HasSubstr("task b are the same for all candidates"));
}

TEST(ImportanceSolver, SaysThatFewSlatesMoveInSteps) {
  // Two slates of two candidates: a gap is 0, 1 or 2 turned slates.
  const Predictions predictions =
      predictionsOf(2, {{0.9f, 0.3f, 0.4f, 0.5f}, {0.1f, 0.2f, 0.9f, 0.1f}});
  const ImportanceSolution solution = solveImportance(
      predictions, taskNames(2), std::vector<double>{1, 1}, std::vector<double>{0.3, 0.7});
  EXPECT_FALSE(solution.converged);
  EXPECT_LT(solution.error, 0.3) << "one half each is the nearest";
  EXPECT_FALSE(solution.reason.empty());
}

TEST(ImportanceSolver, RefusesSharesThatAreNone) {
  const Predictions predictions = skewedPredictions(2, 0, 20, 5);
  const auto refused = [&](std::vector<double> wanted) {
    return errorOf([&] {
      solveImportance(predictions, taskNames(2), std::vector<double>{1, 1}, wanted);
    });
  };
  EXPECT_THAT(refused({0.5, 0.4}), HasSubstr("add up to 0.9, not 1"));
  EXPECT_THAT(refused({1.5, -0.5}), HasSubstr("-0.5"));
  const std::vector<std::string> tasks{"click", "like"};
  EXPECT_THAT(parseShares("like=1", tasks), ElementsAre(0, 1));
  EXPECT_THAT(errorOf([&] { parseShares("likes=1", tasks); }), HasSubstr("click, like"));
  EXPECT_THAT(errorOf([&] { parseShares("like=0.2", tasks); }), HasSubstr("add up to 0.2"));
}

TEST(ImportanceSolver, CanBeStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(
      solveImportance(skewedPredictions(2, 0, 20, 5), taskNames(2), std::vector<double>{1, 1},
                      std::vector<double>{0.5, 0.5}, {}, {}, stop.get_token()),
      Cancelled);
}

TEST(ShareSolver, SolvesAKnownFunctionFromFarAway) {
  // share_i ∝ x_i^power_i: wanted shares are reached at x_i = wanted_i^(1/power_i), up to a factor.
  const std::vector<double> powers{0.5, 1, 2, 3};
  const ShareFunction shares = [&](std::span<const double> x) {
    std::vector<double> values;
    // Made independent of the scale of x by the geometric mean.
    double mean = 0;
    for (const double value : x) mean += std::log(value) / static_cast<double>(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      values.push_back(std::exp(powers[i] * (std::log(x[i]) - mean)));
    }
    return sharesOf(values);
  };
  ShareSolverSettings settings;
  settings.tolerance = 1e-6;
  const std::vector<double> wanted{0.1, 0.2, 0.3, 0.4}, start{1e-4, 1e3, 1, 50};
  const ShareSolution solution = solveForShares(shares, wanted, start, settings);
  ASSERT_TRUE(solution.converged) << solution.error;
  EXPECT_LT(solution.evaluations, 100);
  const std::vector<double> reached = shares(solution.x);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(reached[i], wanted[i], 1e-6);
}

TEST(ShareSolver, FindsAJumpByTrying) {
  // Shares in steps of a hundredth: as near as the steps allow.
  const ShareFunction shares = [](std::span<const double> x) {
    const double exact = x[0] / (x[0] + x[1]);
    const double step = std::round(exact * 100) / 100;
    return std::vector<double>{step, 1 - step};
  };
  const ShareSolution solution =
      solveForShares(shares, std::vector<double>{0.303, 0.697}, std::vector<double>{1, 1}, {});
  EXPECT_TRUE(solution.converged);
  EXPECT_NEAR(solution.shares[0], 0.30, 1e-12);
  ShareSolverSettings strict;
  strict.tolerance = 1e-3;
  strict.mostEvaluations = 200;
  const ShareSolution nearest =
      solveForShares(shares, std::vector<double>{0.303, 0.697}, std::vector<double>{1, 1}, strict);
  EXPECT_FALSE(nearest.converged);
  EXPECT_NEAR(nearest.shares[0], 0.30, 1e-12);
  EXPECT_EQ(nearest.evaluations, 200);
}

}  // namespace
}  // namespace luce
