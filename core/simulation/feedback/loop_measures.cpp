#include "core/simulation/feedback/loop_measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/common/error.h"
#include "core/simulation/audience/cascade.h"

namespace luce {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

constexpr LoopMeasure kMeasures[]{
    {"reward", "True reward of a request",
     "What a request earns in expectation, by the audience's own value weights.",
     &LoopMeasures::reward},
    {"reward_per_user", "True reward of a user and day",
     "Reward of a request times the share of users who are there: what the service earns.",
     &LoopMeasures::rewardPerUser},
    {"regret", "Regret",
     "What the best order of the same candidates by immediate reward would have earned more.",
     &LoopMeasures::regret},
    {"return_share", "Return rate", "Share of the day's users who come back the next day.",
     &LoopMeasures::returnShare},
    {"satisfaction", "Satisfaction", "Mean satisfaction of all users, 0 to 1.",
     &LoopMeasures::satisfaction},
    {"requests", "Requests", "Users who were there.", &LoopMeasures::requests},
    {"coverage", "Coverage", "Share of the items on offer that were looked at.",
     &LoopMeasures::coverage},
    {"gini", "Gini", "Inequality of looks over items: 0 = all the same, 1 = one has all.",
     &LoopMeasures::gini},
    {"promise", "Promised over true reward",
     "Predicted over true reward of what was shown; 1 = calibrated, above = promises too much.",
     &LoopMeasures::promise},
    {"click_error", "Calibration error of clicks",
     "Expected calibration error of predicted clicks against the truth.",
     &LoopMeasures::clickError},
};

/// Σ over looked-at candidates, which are all that the day's users could judge.
double calibrationError(const DayLog& day, std::span<const float> clicks) {
  constexpr int kBins = 15;
  struct Bin {
    double looks = 0, predicted = 0, happened = 0;
  };
  std::array<Bin, kBins> bins{};
  double looks = 0;
  for (std::size_t row = 0; row < day.examination.size(); ++row) {
    const int index = std::clamp(static_cast<int>(clicks[row] * kBins), 0, kBins - 1);
    Bin& bin = bins[static_cast<std::size_t>(index)];
    bin.looks += day.examination[row];
    bin.predicted += day.examination[row] * clicks[row];
    bin.happened += day.examination[row] * day.requests.truth[row].probability[0];
    looks += day.examination[row];
  }
  double error = 0;
  for (const Bin& bin : bins) error += std::abs(bin.predicted - bin.happened);
  return looks > 0 ? error / looks : kUnknown;
}

double promisedReward(const DayLog& day, const PredictedDay& predicted) {
  const std::size_t count = day.examination.size();
  double sum = 0;
  for (std::size_t task = 0; task < predicted.weights.size(); ++task) {
    const std::span<const float> column = predicted.probabilities.subspan(task * count, count);
    double taskSum = 0;
    for (std::size_t row = 0; row < count; ++row) taskSum += day.examination[row] * column[row];
    sum += predicted.weights[task] * taskSum;
  }
  return sum;
}

/// What was shown, by the ranker's own weights, in truth.
double trueReward(const DayLog& day, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t row = 0; row < day.examination.size(); ++row) {
    sum += day.examination[row] * expectedReward(day.requests.truth[row], weights);
  }
  return sum;
}

void measureRewards(const AudienceSettings& settings, const DayLog& day, LoopMeasures& measures) {
  std::vector<double> rewards(day.requests.slateSize);
  std::vector<std::uint32_t> best(day.requests.slateSize);
  double earned = 0, possible = 0;
  for (std::size_t request = 0; request < day.requests.size(); ++request) {
    const std::span<const CandidateTruth> truth = day.requests.truthOf(request);
    const std::size_t first = request * day.requests.slateSize;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      rewards[i] = expectedReward(truth[i], settings.valueWeights);
      earned += day.examination[first + i] * rewards[i];
    }
    std::iota(best.begin(), best.end(), 0u);
    std::stable_sort(best.begin(), best.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rewards[a] > rewards[b]; });
    possible += expectedSlateReward(settings, truth, best, settings.valueWeights);
  }
  const auto requests = static_cast<double>(day.requests.size());
  measures.reward = requests > 0 ? earned / requests : kUnknown;
  measures.regret = requests > 0 ? (possible - earned) / requests : kUnknown;
  measures.rewardPerUser = earned / static_cast<double>(settings.users);
}

void measureDiversity(const Audience& audience, const DayLog& day, LoopMeasures& measures) {
  std::unordered_map<std::uint32_t, double> looks;
  for (std::size_t row = 0; row < day.examination.size(); ++row) {
    looks[day.requests.item[row]] += day.examination[row];
  }
  std::vector<double> amounts;
  for (const std::uint32_t item : audience.itemsOnOffer()) {
    const auto found = looks.find(item);
    amounts.push_back(found == looks.end() ? 0 : found->second);
  }
  // A look in expectation: less than half of one counts as none.
  constexpr double kSeen = 0.5;
  const auto seen =
      std::count_if(amounts.begin(), amounts.end(), [](double look) { return look >= kSeen; });
  measures.coverage = static_cast<double>(seen) / static_cast<double>(amounts.size());
  measures.gini = giniOf(std::move(amounts));
}

template <class Collect>
void forPoints(std::span<const LoopPoint> points, std::size_t ranker, const LoopMeasure& measure,
               Collect&& collect) {
  for (const LoopPoint& point : points) {
    if (point.ranker != ranker) continue;
    const double value = point.measures.*measure.value;
    if (!std::isnan(value)) collect(point, value);
  }
}

/// The mean over the rounds of a seed that have a value, from one round on.
std::map<int, double> meansBySeed(std::span<const LoopPoint> points, std::size_t ranker,
                                  const LoopMeasure& measure, int firstRound) {
  struct Sum {
    double value = 0;
    int rounds = 0;
  };
  std::map<int, Sum> sums;
  forPoints(points, ranker, measure, [&](const LoopPoint& point, double value) {
    if (point.round < firstRound) return;
    sums[point.seed].value += value;
    ++sums[point.seed].rounds;
  });
  std::map<int, double> means;
  for (const auto& [seed, sum] : sums) means[seed] = sum.value / sum.rounds;
  return means;
}

}  // namespace

std::span<const LoopMeasure> loopMeasures() {
  return kMeasures;
}

const LoopMeasure& findLoopMeasure(const std::string& id) {
  std::string known;
  for (const LoopMeasure& measure : kMeasures) {
    if (id == measure.id) return measure;
    known += (known.empty() ? "" : ", ") + std::string(measure.id);
  }
  throw Error(fmt::format("There is no measure \"{}\"; expected one of {}.", id, known));
}

double giniOf(std::vector<double> amounts) {
  std::sort(amounts.begin(), amounts.end());
  const auto count = static_cast<double>(amounts.size());
  double sum = 0, ranked = 0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    sum += amounts[i];
    ranked += (2.0 * static_cast<double>(i + 1) - count - 1) * amounts[i];
  }
  return sum > 0 ? ranked / (count * sum) : 0;
}

LoopMeasures measureDay(const Audience& audience, const Crowd& crowd, const DayLog& day,
                        const PredictedDay& predicted) {
  LoopMeasures measures;
  measures.requests = static_cast<double>(day.requests.size());
  measureRewards(audience.settings(), day, measures);
  measureDiversity(audience, day, measures);
  const auto returned = std::count(day.returned.begin(), day.returned.end(), 1);
  measures.returnShare =
      measures.requests > 0 ? static_cast<double>(returned) / measures.requests : kUnknown;
  measures.satisfaction = crowd.meanSatisfaction();
  measures.promise = measures.clickError = kUnknown;
  if (predicted.probabilities.empty()) return measures;
  const double happened = trueReward(day, predicted.weights);
  if (happened > 0) measures.promise = promisedReward(day, predicted) / happened;
  measures.clickError =
      calibrationError(day, predicted.probabilities.first(day.examination.size()));
  return measures;
}

std::vector<SeedMean> loopCurve(std::span<const LoopPoint> points, std::size_t ranker,
                                const LoopMeasure& measure) {
  std::vector<std::vector<double>> byRound;
  for (const LoopPoint& point : points) {
    byRound.resize(std::max(byRound.size(), static_cast<std::size_t>(point.round) + 1));
  }
  forPoints(points, ranker, measure, [&](const LoopPoint& point, double value) {
    byRound[static_cast<std::size_t>(point.round)].push_back(value);
  });
  std::vector<SeedMean> curve;
  for (const std::vector<double>& values : byRound) curve.push_back(seedMean(values));
  return curve;
}

SeedMean meanOverRounds(std::span<const LoopPoint> points, std::size_t ranker,
                        const LoopMeasure& measure, int firstRound) {
  std::vector<double> means;
  for (const auto& [seed, mean] : meansBySeed(points, ranker, measure, firstRound)) {
    means.push_back(mean);
  }
  return seedMean(means);
}

SeedMean pairedDifference(std::span<const LoopPoint> points, std::size_t ranker, std::size_t other,
                          const LoopMeasure& measure, int firstRound) {
  const std::map<int, double> theirs = meansBySeed(points, other, measure, firstRound);
  std::vector<double> differences;
  for (const auto& [seed, mean] : meansBySeed(points, ranker, measure, firstRound)) {
    const auto found = theirs.find(seed);
    if (found != theirs.end()) differences.push_back(mean - found->second);
  }
  return seedMean(differences);
}

}  // namespace luce
