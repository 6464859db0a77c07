#include "core/evaluation/score_order.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double counted(double gain, GainKind kind) {
  return kind == GainKind::Linear ? gain : std::exp2(gain) - 1;
}

double discount(std::size_t placesBefore) {
  return 1 / std::log2(static_cast<double>(placesBefore) + 2);
}

std::size_t limitOf(std::int64_t places, std::size_t count) {
  return places == kWholeList ? count : std::min(static_cast<std::size_t>(places), count);
}

bool anyPositive(std::span<const double> gains) {
  return std::any_of(gains.begin(), gains.end(), [](double gain) { return gain > 0; });
}

double idealGain(std::span<const double> gains, std::size_t limit, GainKind kind) {
  std::vector<double> best(gains.begin(), gains.end());
  std::sort(best.begin(), best.end(), std::greater<>());
  double sum = 0;
  for (std::size_t place = 0; place < limit; ++place) {
    sum += counted(best[place], kind) * discount(place);
  }
  return sum;
}

}  // namespace

void ScoreOrder::assign(std::span<const float> scores) {
  order_.resize(scores.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(),
            [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  ties_.clear();
  for (std::size_t place = 0; place < order_.size(); ++place) {
    if (place > 0 && scores[order_[place]] == scores[order_[place - 1]]) {
      ++ties_.back().end;
    } else {
      ties_.push_back({place, place + 1});
    }
  }
}

double ScoreOrder::normalisedDiscountedGain(std::span<const double> gains, std::int64_t places,
                                            GainKind kind) const {
  if (!anyPositive(gains)) return kNaN;
  const std::size_t limit = limitOf(places, gains.size());
  double sum = 0;
  for (const Tie& tie : ties_) {
    if (tie.begin >= limit) break;
    double gain = 0;
    for (std::size_t i = tie.begin; i < tie.end; ++i) gain += counted(gains[order_[i]], kind);
    double discounts = 0;
    for (std::size_t i = tie.begin; i < std::min(tie.end, limit); ++i) discounts += discount(i);
    sum += gain * discounts / static_cast<double>(tie.end - tie.begin);
  }
  const double ideal = idealGain(gains, limit, kind);
  // Negative gains that cannot be kept from the counted places may outweigh the positive ones.
  return ideal > 0 ? sum / ideal : kNaN;
}

std::size_t ScoreOrder::relevantIn(const Tie& tie, std::span<const double> gains) const {
  std::size_t relevant = 0;
  for (std::size_t i = tie.begin; i < tie.end; ++i) relevant += gains[order_[i]] > 0;
  return relevant;
}

double ScoreOrder::reciprocalRank(std::span<const double> gains) const {
  for (const Tie& tie : ties_) {
    const std::size_t relevant = relevantIn(tie, gains);
    if (relevant == 0) continue;
    const std::size_t size = tie.end - tie.begin;
    double sum = 0;
    double noneBefore = 1;
    for (std::size_t i = 0; i + relevant <= size; ++i) {
      const double here = static_cast<double>(relevant) / static_cast<double>(size - i);
      sum += noneBefore * here / static_cast<double>(tie.begin + i + 1);
      noneBefore *= 1 - here;
    }
    return sum;
  }
  return kNaN;
}

double ScoreOrder::averagePrecision(std::span<const double> gains) const {
  double sum = 0;
  double before = 0;  // relevant candidates of higher scores
  for (const Tie& tie : ties_) {
    const auto relevant = static_cast<double>(relevantIn(tie, gains));
    if (relevant == 0) continue;
    const auto size = static_cast<double>(tie.end - tie.begin);
    // With a relevant candidate at a place of the tie, each other place holds one this often.
    const double others = size > 1 ? (relevant - 1) / (size - 1) : 0;
    for (std::size_t i = tie.begin; i < tie.end; ++i) {
      const auto above = static_cast<double>(i - tie.begin);
      sum += relevant / size * (before + 1 + above * others) / static_cast<double>(i + 1);
    }
    before += relevant;
  }
  return before > 0 ? sum / before : kNaN;
}

double ScoreOrder::hit(std::span<const double> gains, std::int64_t places) const {
  const std::size_t limit = limitOf(places, gains.size());
  for (const Tie& tie : ties_) {
    const std::size_t relevant = relevantIn(tie, gains);
    if (relevant == 0) continue;
    double none = 1;
    for (std::size_t i = tie.begin; i < std::min(tie.end, limit); ++i) {
      const std::size_t left = tie.end - i;
      none *= left > relevant ? 1 - static_cast<double>(relevant) / static_cast<double>(left) : 0;
    }
    return 1 - none;
  }
  return kNaN;
}

}  // namespace luce
