#include "core/tuning/setting_evaluator.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/common/error.h"
#include "core/evaluation/bootstrap.h"
#include "core/policy/plackett_luce.h"
#include "core/tuning/slate_order.h"

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double divide(double sum, double by) {
  return by > 0 ? sum / by : kNaN;
}

}  // namespace

/// What is summed by slate: the actions of each task first, then these.
struct SettingEvaluator::Columns {
  enum Further { Weight, SquaredWeight, GreedyReward, GreedyWeight, Gain, GainSlates, Count };
  explicit Columns(std::size_t taskCount) : tasks(taskCount) {}
  std::size_t of(Further column) const { return tasks + column; }
  std::size_t count() const { return tasks + Count; }
  std::size_t tasks;
};

SettingEvaluator::SettingEvaluator(const SlateTable& table, const Predictions& predictions,
                                   const TuningBasis& basis)
    : basis_(basis),
      predictions_(predictions),
      resamples_(predictions.slates.size(), basis.resamples, basis.seed) {
  if (predictions.slates.empty()) {
    throw Error(
        "There is no slate to judge settings on; choose another part of the log, or a split that "
        "holds slates back.");
  }
  const std::vector<std::string>& tasks = table.schema().tasks;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    outcomes_.push_back({OutcomeKind::Task, t, tasks[t], basis.rewardWeights[t] < 0});
  }
  outcomes_.push_back({OutcomeKind::Reward, 0, "reward"});
  outcomes_.push_back({OutcomeKind::GreedyReward, 0, "greedy_reward"});
  if (table.shape() == LogShape::Slate) outcomes_.push_back({OutcomeKind::Ndcg, 0, "ndcg"});
  outcomes_.push_back({OutcomeKind::EffectiveSampleSize, 0, "ess"});
  prepareRows(table);
  if (table.shape() == LogShape::Slate) prepareGains(table);
}

void SettingEvaluator::prepareRows(const SlateTable& table) {
  LoggedRows rows;
  selectRows(table, predictions_.slates, basis_.rows, basis_.rule, rows);
  const std::size_t tasks = table.taskCount();
  rowCandidate_.assign(rows.candidate.begin(), rows.candidate.end());
  rowSlate_ = rows.slate;
  rowBehaviour_ = rows.behaviour;
  for (const double behaviour : rows.behaviour) {
    if (std::isnan(behaviour)) statedPropensities_ = false;
  }
  rowActions_.reserve(rows.size() * tasks);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto labels = table.logged().labels.row(static_cast<std::size_t>(rows.loggedRow[i]));
    for (const float label : labels) rowActions_.push_back(label / rows.examination[i]);
  }
  std::vector<double> rewards;
  rowRewards(table, rows, basis_.rewardWeights, rewards);
  rowReward_.assign(rewards.begin(), rewards.end());
}

void SettingEvaluator::prepareGains(const SlateTable& table) {
  LoggedRows rows;
  selectRows(table, predictions_.slates, RowKind::Observed, PropensityRule::One, rows);
  rowRewards(table, rows, basis_.rewardWeights, gains_);
  std::size_t largest = 0;
  for (std::size_t b = 0; b + 1 < predictions_.offsets.size(); ++b) {
    largest = std::max(
        largest, static_cast<std::size_t>(predictions_.offsets[b + 1] - predictions_.offsets[b]));
  }
  discounts_ = placeDiscounts(largest);
  std::vector<double> sorted;
  for (std::size_t b = 0; b + 1 < predictions_.offsets.size(); ++b) {
    sorted.assign(gains_.begin() + predictions_.offsets[b],
                  gains_.begin() + predictions_.offsets[b + 1]);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    double ideal = 0;
    for (std::size_t place = 0; place < sorted.size(); ++place) {
      ideal += sorted[place] * discounts_[place];
    }
    idealGain_.push_back(!sorted.empty() && sorted.front() > 0 ? ideal : kNaN);
  }
}

void SettingEvaluator::addRows(std::span<const float> policy, std::span<float> sums) const {
  const std::size_t tasks = predictions_.tasks;
  const Columns columns(tasks);
  for (std::size_t i = 0; i < rowCandidate_.size(); ++i) {
    const std::size_t slate = rowSlate_[i];
    const double probability = policy[rowCandidate_[i]];
    const std::int64_t size = predictions_.offsets[slate + 1] - predictions_.offsets[slate];
    const auto ratio = static_cast<float>(
        probability / resolveBehaviour(rowBehaviour_[i], basis_.rule, probability, size));
    float* sum = sums.data() + resamples_.unitOf(slate) * columns.count();
    for (std::size_t t = 0; t < tasks; ++t) sum[t] += ratio * rowActions_[i * tasks + t];
    sum[columns.of(Columns::Weight)] += ratio;
    sum[columns.of(Columns::SquaredWeight)] += ratio * ratio;
  }
}

std::vector<std::uint32_t> SettingEvaluator::bestCandidates(std::span<const float> scores) const {
  std::vector<std::uint32_t> best(predictions_.slates.size());
  for (std::size_t b = 0; b < best.size(); ++b) {
    const auto begin = scores.begin() + predictions_.offsets[b];
    const auto end = scores.begin() + predictions_.offsets[b + 1];
    best[b] = static_cast<std::uint32_t>(std::max_element(begin, end) - scores.begin());
  }
  return best;
}

void SettingEvaluator::addGreedyRows(std::span<const std::uint32_t> best,
                                     std::span<float> sums) const {
  const Columns columns(predictions_.tasks);
  for (std::size_t i = 0; i < rowCandidate_.size(); ++i) {
    const std::size_t slate = rowSlate_[i];
    if (best[slate] != rowCandidate_[i]) continue;
    const std::int64_t size = predictions_.offsets[slate + 1] - predictions_.offsets[slate];
    const auto ratio =
        static_cast<float>(1 / resolveBehaviour(rowBehaviour_[i], basis_.rule, 1, size));
    float* sum = sums.data() + resamples_.unitOf(slate) * columns.count();
    sum[columns.of(Columns::GreedyReward)] += ratio * rowReward_[i];
    sum[columns.of(Columns::GreedyWeight)] += ratio;
  }
}

void SettingEvaluator::addGains(std::span<const float> scores, std::span<float> sums) const {
  const Columns columns(predictions_.tasks);
  SlateOrder order;
  for (std::size_t b = 0; b < idealGain_.size(); ++b) {
    if (std::isnan(idealGain_[b])) continue;
    const auto begin = static_cast<std::size_t>(predictions_.offsets[b]);
    const auto count = static_cast<std::size_t>(predictions_.offsets[b + 1]) - begin;
    order.sort(scores.subspan(begin, count));
    double gain = 0;
    for (std::size_t place = 0; place < count; ++place) {
      gain += gains_[begin + order[place]] * discounts_[place];
    }
    float* sum = sums.data() + resamples_.unitOf(b) * columns.count();
    sum[columns.of(Columns::Gain)] += static_cast<float>(gain / idealGain_[b]);
    sum[columns.of(Columns::GainSlates)] += 1;
  }
}

void SettingEvaluator::outcomesOf(std::span<const double> sums, std::span<double> values) const {
  const Columns columns(predictions_.tasks);
  const double weight = sums[columns.of(Columns::Weight)];
  double reward = 0;
  for (std::size_t t = 0; t < columns.tasks; ++t) {
    values[t] = divide(sums[t], weight);
    reward += basis_.rewardWeights[t] * values[t];
  }
  for (std::size_t i = columns.tasks; i < outcomes_.size(); ++i) {
    switch (outcomes_[i].kind) {
      case OutcomeKind::Reward:
        values[i] = reward;
        break;
      case OutcomeKind::GreedyReward:
        values[i] = divide(sums[columns.of(Columns::GreedyReward)],
                           sums[columns.of(Columns::GreedyWeight)]);
        break;
      case OutcomeKind::Ndcg:
        values[i] = divide(sums[columns.of(Columns::Gain)], sums[columns.of(Columns::GainSlates)]);
        break;
      case OutcomeKind::EffectiveSampleSize:
        values[i] = divide(weight * weight, sums[columns.of(Columns::SquaredWeight)]);
        break;
      case OutcomeKind::Task:
        break;
    }
  }
}

SettingOutcomes SettingEvaluator::evaluate(const TuningSetting& setting) const {
  const auto candidates = static_cast<std::size_t>(predictions_.candidates());
  std::vector<float> scores(candidates), policy(candidates);
  scoreCandidates(predictions_.probabilities, setting.weights, scores);
  firstPlaceProbabilities(predictions_.offsets, scores, setting.temperature, policy);

  const Columns columns(predictions_.tasks);
  std::vector<float> sums(resamples_.units() * columns.count());
  addRows(policy, sums);
  addGreedyRows(bestCandidates(scores), sums);
  addGains(scores, sums);

  std::vector<double> total(columns.count());
  for (std::size_t unit = 0; unit < resamples_.units(); ++unit) {
    for (std::size_t c = 0; c < total.size(); ++c) total[c] += sums[unit * total.size() + c];
  }
  SettingOutcomes result{std::vector<double>(outcomes_.size()),
                         std::vector<double>(resamples_.resamples() * outcomes_.size())};
  outcomesOf(total, result.values);
  std::vector<double> resampled(resamples_.resamples() * total.size());
  resamples_.sum(sums, total.size(), resampled);
  for (std::size_t r = 0; r < resamples_.resamples(); ++r) {
    outcomesOf(std::span<const double>(resampled).subspan(r * total.size(), total.size()),
               std::span(result.resampled).subspan(r * outcomes_.size(), outcomes_.size()));
  }
  return result;
}

Interval SettingEvaluator::withBounds(double value, std::vector<double>& resampled) const {
  if (resampled.empty() || std::isnan(value)) return {value, kNaN, kNaN};
  const double tail = (1 - basis_.confidence) / 2;
  const double low = quantile(resampled, tail);
  return {value, low, quantile(resampled, 1 - tail)};
}

Interval SettingEvaluator::interval(const SettingOutcomes& of, std::size_t outcome) const {
  std::vector<double> resampled;
  for (std::size_t i = outcome; i < of.resampled.size(); i += outcomes_.size()) {
    resampled.push_back(of.resampled[i]);
  }
  return withBounds(of.values[outcome], resampled);
}

Interval SettingEvaluator::difference(const SettingOutcomes& of, const SettingOutcomes& to,
                                      std::size_t outcome) const {
  std::vector<double> resampled;
  for (std::size_t i = outcome; i < of.resampled.size(); i += outcomes_.size()) {
    resampled.push_back(of.resampled[i] - to.resampled[i]);
  }
  return withBounds(of.values[outcome] - to.values[outcome], resampled);
}

}  // namespace luce
