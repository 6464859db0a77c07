#include "core/simulation/simulator.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <sstream>

#include "core/common/error.h"
#include "core/common/random.h"
#include "core/evaluation/evaluate.h"
#include "core/policy/plackett_luce.h"
#include "core/simulation/csv_sink.h"

namespace luce {
namespace {

using testing::HasSubstr;

struct Simulated {
  SlateTable table;
  Matrix<float> truth;
};

Simulated simulate(const SimulationSettings& settings) {
  SlateTableBuilder builder;
  Simulated simulated;
  Simulator(settings).writeLog(builder, &simulated.truth);
  simulated.table = builder.finish();
  return simulated;
}

SimulationSettings smallWorld(LogShape shape) {
  SimulationSettings settings;
  settings.shape = shape;
  settings.slates = 4000;
  settings.items = shape == LogShape::Bandit ? 30 : 400;
  return settings;
}

std::vector<std::uint32_t> allSlates(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

std::vector<std::int64_t> offsetsOf(const SlateTable& table) {
  std::vector<std::int64_t> offsets{0};
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    offsets.push_back(offsets.back() + table.candidates(slate).count);
  }
  return offsets;
}

/// True value Σ_t w_t p_t of every candidate.
std::vector<float> trueScores(const Matrix<float>& truth, std::span<const double> weights) {
  std::vector<float> scores;
  for (std::size_t i = 0; i < truth.rows(); ++i) {
    scores.push_back(static_cast<float>(
        std::inner_product(weights.begin(), weights.end(), truth.row(i).begin(), 0.0)));
  }
  return scores;
}

double correlation(std::span<const double> a, std::span<const double> b) {
  const auto n = static_cast<double>(a.size());
  const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / n;
  const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) * (a[i] - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  }
  return ab / std::sqrt(aa * bb);
}

TEST(Random, IsTheSameOnEveryMachine) {
  // SplitMix64 from state 0, as published with its reference implementation: the third output of
  // the plain generator seeded 0 is 0x06c45d188009454f.
  std::uint64_t state = 0;
  const auto plain = [&] {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  };
  EXPECT_EQ(plain(), 0xe220a8397b1dcdafu);
  EXPECT_EQ(plain(), 0x6e789e6aa1b965f4u);
  EXPECT_EQ(plain(), 0x06c45d188009454fu);
  Random a(3, 5), b(3, 5), c(3, 6);
  EXPECT_EQ(a.bits(), b.bits());
  EXPECT_NE(a.bits(), c.bits());
}

TEST(Random, DistributionsHaveTheirMoments) {
  Random random(1);
  constexpr int kDraws = 200'000;
  double uniform = 0, normal = 0, squares = 0, gumbel = 0;
  for (int i = 0; i < kDraws; ++i) {
    uniform += random.uniform() / kDraws;
    const double z = random.normal();
    normal += z / kDraws;
    squares += z * z / kDraws;
    gumbel += random.gumbel() / kDraws;
  }
  // Five standard errors: deviations 0.29, 1, √2, π/√6.
  const double root = std::sqrt(kDraws);
  EXPECT_NEAR(uniform, 0.5, 5 * 0.29 / root);
  EXPECT_NEAR(normal, 0, 5 / root);
  EXPECT_NEAR(squares, 1, 5 * 1.42 / root);
  EXPECT_NEAR(gumbel, 0.5772156649, 5 * 1.29 / root);
}

TEST(Simulator, RatesOfTheTruthAreTheSettings) {
  const SimulationSettings settings = smallWorld(LogShape::Slate);
  const Simulated simulated = simulate(settings);
  for (std::size_t task = 0; task < settings.tasks.size(); ++task) {
    double mean = 0;
    for (std::size_t i = 0; i < simulated.truth.rows(); ++i) mean += simulated.truth(i, task);
    mean /= static_cast<double>(simulated.truth.rows());
    EXPECT_NEAR(mean, settings.tasks[task].rate, 0.1 * settings.tasks[task].rate);
  }
}

TEST(Simulator, ActionsFollowTruthTimesExamination) {
  const SimulationSettings settings = smallWorld(LogShape::Slate);
  const Simulated simulated = simulate(settings);
  const LoggedColumns& logged = simulated.table.logged();
  for (std::uint16_t place = 1; place <= 10; ++place) {
    double clicks = 0, expected = 0, variance = 0;
    for (std::size_t row = 0; row < simulated.table.loggedCount(); ++row) {
      if (logged.position[row] != place) continue;
      const double law = std::pow(place, -settings.positionBias);
      EXPECT_NEAR(logged.examination[row], law, 1e-6);
      const double p = law * simulated.truth(row, 0);
      clicks += logged.labels(row, 0);
      expected += p;
      variance += p * (1 - p);
    }
    EXPECT_NEAR(clicks, expected, 4.5 * std::sqrt(variance)) << "place " << place;
  }
}

TEST(Simulator, PropensitiesAreTheTrueFirstPlaceProbabilities) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    const Simulated simulated = simulate(smallWorld(shape));
    const LoggedColumns& logged = simulated.table.logged();
    if (shape == LogShape::Slate) {
      double drawn = 0, expected = 0, variance = 0;
      for (std::size_t slate = 0; slate < simulated.table.slateCount(); ++slate) {
        const CandidateRange range = simulated.table.candidates(slate);
        double sum = 0;
        for (std::int64_t i = 0; i < range.count; ++i) {
          sum += logged.propensity[static_cast<std::size_t>(range.first + i)];
        }
        EXPECT_NEAR(sum, 1, 1e-9);
        // Was the first candidate of the list drawn as often as its propensity says?
        const auto first = static_cast<std::size_t>(range.first);
        drawn += logged.position[first] == 1;
        expected += logged.propensity[first];
        variance += logged.propensity[first] * (1 - logged.propensity[first]);
      }
      EXPECT_NEAR(drawn, expected, 4.5 * std::sqrt(variance));
    } else {
      // Σ 1/π_β of the drawn actions estimates the number of actions.
      double sum = 0;
      for (const double propensity : logged.propensity) sum += 1 / propensity;
      EXPECT_NEAR(sum / static_cast<double>(logged.propensity.size()), 30, 2);
    }
  }
}

/// With true propensities IPS and observed rows must find the true value of another policy.
TEST(Simulator, EstimatesFindTheTrueValueOfAnotherPolicy) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    SimulationSettings settings = smallWorld(shape);
    settings.slates = 20000;
    const Simulated simulated = simulate(settings);
    Predictions oracle;
    oracle.slates = allSlates(simulated.table);
    oracle.offsets = offsetsOf(simulated.table);
    oracle.tasks = settings.tasks.size();
    for (std::size_t task = 0; task < oracle.tasks; ++task) {
      for (std::size_t i = 0; i < simulated.truth.rows(); ++i) {
        oracle.probabilities.push_back(simulated.truth(i, task));
      }
    }
    PolicySettings policy{settings.valueWeights, settings.valueWeights, 1.0, RowKind::Drawn,
                          PropensityRule::Drop};
    const std::vector<float> scores = trueScores(simulated.truth, settings.valueWeights);
    std::vector<float> probabilities(scores.size());
    firstPlaceProbabilities(oracle.offsets, scores, 1.0, probabilities);
    const double truth =
        trueValue(oracle.offsets, scores, probabilities, simulated.truth, settings.valueWeights, 3)
            .stochastic;
    std::vector<RowKind> kinds{RowKind::Drawn};
    if (shape == LogShape::Slate) kinds.push_back(RowKind::Observed);
    for (const RowKind kind : kinds) {
      policy.rows = kind;
      OffPolicySettings offPolicy;
      offPolicy.confidence = 0.9999;
      const OffPolicyEstimate estimate =
          evaluatePredictions(simulated.table, oracle, policy, nullptr, offPolicy).estimate;
      SCOPED_TRACE(toString(kind));
      EXPECT_LT(estimate.ips.low, truth);
      EXPECT_GT(estimate.ips.high, truth);
      EXPECT_LT(estimate.ips.high - estimate.ips.low, 0.4 * truth) << "wide enough to hide a bias";
    }
  }
}

TEST(Simulator, LoggingPolicyIsBetterThanChanceAndWorseThanTheOracle) {
  const SimulationSettings settings = smallWorld(LogShape::Slate);
  const Simulated simulated = simulate(settings);
  const std::vector<std::int64_t> offsets = offsetsOf(simulated.table);
  const std::vector<float> scores = trueScores(simulated.truth, settings.valueWeights);
  const std::vector<float> uniform(scores.size(), 0.1f);
  const std::vector<float> logging(simulated.table.logged().propensity.begin(),
                                   simulated.table.logged().propensity.end());
  const auto valueOf = [&](const std::vector<float>& policy) {
    return trueValue(offsets, scores, policy, simulated.truth, settings.valueWeights, 3);
  };
  EXPECT_GT(valueOf(logging).stochastic, 1.05 * valueOf(uniform).stochastic);
  EXPECT_GT(valueOf(logging).greedy, 1.5 * valueOf(logging).stochastic);
  EXPECT_GT(valueOf(logging).greedy, valueOf(logging).greedyTop);
}

TEST(Simulator, QualityIsTheCorrelationOfLoggingScoreAndTrueValue) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.loggingQuality = 0.6;
  const Simulated simulated = simulate(settings);
  const std::vector<float> value = trueScores(simulated.truth, settings.valueWeights);
  // log π_β is the score up to a constant a slate, which is taken out of both.
  std::vector<double> a, b;
  for (std::size_t slate = 0; slate < simulated.table.slateCount(); ++slate) {
    const auto first = static_cast<std::size_t>(simulated.table.candidates(slate).first);
    double meanA = 0, meanB = 0;
    for (std::size_t i = first; i < first + 10; ++i) {
      meanA += std::log(simulated.table.logged().propensity[i]) / 10;
      meanB += value[i] / 10;
    }
    for (std::size_t i = first; i < first + 10; ++i) {
      a.push_back(std::log(simulated.table.logged().propensity[i]) - meanA);
      b.push_back(value[i] - meanB);
    }
  }
  // Within a slate the user's share of the value's variance is gone, so a little below 0.6.
  EXPECT_NEAR(correlation(a, b), 0.57, 0.05);
}

TEST(Simulator, SameSettingsSameLogAndAPrefixIsAPrefix) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.slates = 50;
  const auto csv = [](const SimulationSettings& of) {
    std::ostringstream text;
    CsvSink sink(text);
    Simulator(of).writeLog(sink);
    return text.str();
  };
  const std::string fifty = csv(settings);
  EXPECT_EQ(csv(settings), fifty);
  settings.slates = 20;
  EXPECT_TRUE(fifty.starts_with(csv(settings)));
  settings.seed = 2;
  EXPECT_FALSE(fifty.starts_with(csv(settings)));
}

TEST(Simulator, TrueValueClosedForm) {
  const std::vector<std::int64_t> offsets{0, 2, 3};
  Matrix<float> truth(3, 2);
  truth(0, 0) = 0.5f;
  truth(1, 1) = 0.25f;
  truth(2, 0) = 1.0f;
  const TrueValue value =
      trueValue(offsets, std::vector<float>{0, 1, 0}, std::vector<float>{0.75f, 0.25f, 1.0f}, truth,
                std::vector<double>{2, 8}, 2);
  // Rewards 1, 2 and 2.
  EXPECT_NEAR(value.stochastic, (0.75 * 1 + 0.25 * 2 + 2) / 2, 1e-6);
  EXPECT_NEAR(value.greedy, (2 + 2) / 2.0, 1e-6);
  EXPECT_NEAR(value.greedyTop, (1.5 + 2) / 2, 1e-6);
}

TEST(SimulationSettings, ReadBackAsWritten) {
  SimulationSettings settings = smallWorld(LogShape::Bandit);
  settings.tasks = {{"buy", 0.02}};
  settings.valueWeights = {3.5};
  settings.seed = 99;
  EXPECT_EQ(simulationFromJson(simulationToJson(settings)), settings);
}

TEST(SimulationSettings, FaultsAreNamed) {
  const auto refuses = [](const char* json, const char* word) {
    EXPECT_THAT([&] { simulationFromJson(json); }, testing::ThrowsMessage<Error>(HasSubstr(word)));
  };
  refuses("{", "not valid JSON");
  refuses("[]", "object");
  refuses(R"({"slates": 0})", "slates");
  refuses(R"({"slates": 1.5})", "whole number");
  refuses(R"({"shape": "tree"})", "slate or bandit");
  refuses(R"({"slate": 5})", "unknown member");
  refuses(R"({"tasks": []})", "tasks");
  refuses(R"({"tasks": [{"name": "click", "rate": 2}]})", "tasks[0].rate");
  refuses(R"({"value_weights": [1]})", "value_weights");
  SimulationSettings settings;
  settings.items = 5;
  EXPECT_THAT([&] { Simulator simulator(settings); },
              testing::ThrowsMessage<Error>(HasSubstr("cannot be drawn from 5 items")));
}

}  // namespace
}  // namespace luce
