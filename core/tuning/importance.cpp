#include "core/tuning/importance.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "core/common/error.h"
#include "core/tuning/slate_order.h"

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::size_t largestSlate(const Predictions& predictions) {
  std::int64_t largest = 0;
  for (std::size_t b = 0; b + 1 < predictions.offsets.size(); ++b) {
    largest = std::max(largest, predictions.offsets[b + 1] - predictions.offsets[b]);
  }
  return static_cast<std::size_t>(largest);
}

/// Sums over slates, the same whatever the number of threads. addSlate(slate, sums) adds what one
/// slate has; makeWorker() makes it, once a thread.
template <class MakeWorker>
std::vector<double> sumOverSlates(const Predictions& predictions, std::size_t columns,
                                  const std::stop_token& stop, MakeWorker&& makeWorker) {
  constexpr std::size_t kSlatesABlock = 512;
  const std::size_t slates = predictions.slates.size();
  const std::size_t blocks = (slates + kSlatesABlock - 1) / kSlatesABlock;
  std::vector<double> sums(blocks * columns);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    auto addSlate = makeWorker();
    for (std::size_t block = next++; block < blocks && !stop.stop_requested(); block = next++) {
      const std::span<double> own = std::span(sums).subspan(block * columns, columns);
      const std::size_t end = std::min(slates, (block + 1) * kSlatesABlock);
      for (std::size_t slate = block * kSlatesABlock; slate < end; ++slate) addSlate(slate, own);
    }
  };
  {
    const std::size_t threads =
        std::clamp<std::size_t>(blocks / 2, 1, std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
  }
  if (stop.stop_requested()) throw Cancelled();
  std::vector<double> total(columns);
  for (std::size_t i = 0; i < sums.size(); ++i) total[i % columns] += sums[i];
  return total;
}

/// One slate at a time: its scores with all tasks and without one, and what orders of them earn.
class SlateScores {
 public:
  SlateScores(const Predictions& predictions, std::span<const double> weights,
              std::span<const double> discounts)
      : predictions_(predictions), weights_(weights), discounts_(discounts) {}

  void look(std::size_t slate) {
    begin_ = static_cast<std::size_t>(predictions_.offsets[slate]);
    count_ = static_cast<std::size_t>(predictions_.offsets[slate + 1]) - begin_;
  }
  std::size_t count() const { return count_; }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  /// Σ over tasks but `without`, added up in task order: what ties without a task ties exactly.
  void score(std::size_t without, std::vector<float>& scores) {
    sum_.assign(count_, 0.0);
    for (std::size_t t = 0; t < weights_.size(); ++t) {
      if (t == without || weights_[t] == 0) continue;
      const float* column = predictions_.task(t).data() + begin_;
      for (std::size_t i = 0; i < count_; ++i) sum_[i] += weights_[t] * column[i];
    }
    scores.assign(sum_.begin(), sum_.end());
  }
  std::span<const float> task(std::size_t t) const {
    return predictions_.task(t).subspan(begin_, count_);
  }

  /// Σ gain·discount of the order by falling score, ties in every order equally likely.
  template <class Gain>
  double discountedGain(std::span<const float> scores, Gain&& gainOf) {
    order_.sort(scores);
    double sum = 0;
    for (std::size_t begin = 0; begin < count_;) {
      double gain = gainOf(order_[begin]);
      double discount = discounts_[begin];
      std::size_t end = begin + 1;
      for (; end < count_ && order_.tied(begin, end); ++end) {
        gain += gainOf(order_[end]);
        discount += discounts_[end];
      }
      sum += gain * discount / static_cast<double>(end - begin);
      begin = end;
    }
    return sum;
  }

 private:
  const Predictions& predictions_;
  std::span<const double> weights_;
  std::span<const double> discounts_;
  SlateOrder order_;
  std::vector<double> sum_;
  std::size_t begin_ = 0;
  std::size_t count_ = 0;
};

std::vector<double> regrets(const Predictions& predictions, std::span<const double> weights,
                            std::span<const double> discounts, const std::stop_token& stop) {
  enum Part { Own, Full, Chance, PartCount };
  const std::size_t tasks = predictions.tasks;
  const std::vector<double> sums = sumOverSlates(predictions, tasks * PartCount, stop, [&] {
    return [&, slate = SlateScores(predictions, weights, discounts), full = std::vector<float>(),
            own = std::vector<float>()](std::size_t index, std::span<double> sum) mutable {
      slate.look(index);
      if (slate.count() == 0) return;
      slate.score(SlateScores::kNone, full);
      const double discount = std::accumulate(
          discounts.begin(), discounts.begin() + static_cast<std::ptrdiff_t>(slate.count()), 0.0);
      for (std::size_t t = 0; t < tasks; ++t) {
        const std::span<const float> p = slate.task(t);
        const auto gain = [&](std::size_t i) { return static_cast<double>(p[i]); };
        own.assign(p.begin(), p.end());
        if (weights[t] < 0) std::transform(own.begin(), own.end(), own.begin(), std::negate<>());
        double mean = 0;
        for (const float probability : p) mean += probability;
        sum[t * PartCount + Own] += slate.discountedGain(own, gain);
        sum[t * PartCount + Full] += slate.discountedGain(full, gain);
        sum[t * PartCount + Chance] += discount * mean / static_cast<double>(slate.count());
      }
    };
  });
  std::vector<double> regret(tasks, kNaN);
  for (std::size_t t = 0; t < tasks; ++t) {
    const double own = sums[t * PartCount + Own];
    const double attainable = own - sums[t * PartCount + Chance];
    // Sums that should be equal differ by rounding.
    constexpr double kRounding = 1e-9;
    if (std::abs(attainable) > kRounding * std::abs(own)) {
      regret[t] = (own - sums[t * PartCount + Full]) / attainable;
    }
  }
  return regret;
}

}  // namespace

std::vector<double> sharesOf(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += std::isnan(value) ? 0 : value;
  std::vector<double> shares(values.size(), kNaN);
  if (!(sum > 0)) return shares;
  for (std::size_t t = 0; t < values.size(); ++t) {
    shares[t] = std::isnan(values[t]) ? 0 : values[t] / sum;
  }
  return shares;
}

std::vector<double> ndcgGaps(const Predictions& predictions, std::span<const double> weights,
                             std::stop_token stop) {
  const std::vector<double> discounts = placeDiscounts(largestSlate(predictions));
  const std::size_t tasks = predictions.tasks;
  // Each task's lost gain, then the number of slates that say something.
  const std::vector<double> sums = sumOverSlates(predictions, tasks + 1, stop, [&] {
    return [&, slate = SlateScores(predictions, weights, discounts), full = std::vector<float>(),
            ablated = std::vector<float>()](std::size_t index, std::span<double> sum) mutable {
      slate.look(index);
      if (slate.count() == 0) return;
      slate.score(SlateScores::kNone, full);
      const auto [least, most] = std::minmax_element(full.begin(), full.end());
      if (*least == *most) return;
      const auto gain = [&, least = *least](std::size_t i) {
        return static_cast<double>(full[i]) - least;
      };
      const double ideal = slate.discountedGain(full, gain);
      for (std::size_t t = 0; t < tasks; ++t) {
        if (weights[t] == 0) continue;
        slate.score(t, ablated);
        sum[t] += 1 - slate.discountedGain(ablated, gain) / ideal;
      }
      sum[tasks] += 1;
    };
  });
  // Scores in single precision may order what nearly ties either way.
  constexpr double kRounding = 1e-7;
  std::vector<double> gaps(tasks, kNaN);
  for (std::size_t t = 0; t < tasks && sums[tasks] > 0; ++t) {
    const double gap = sums[t] / sums[tasks];
    gaps[t] = gap > kRounding ? gap : 0;
  }
  return gaps;
}

std::vector<TaskImportance> taskImportance(const Predictions& predictions,
                                           std::span<const double> weights, std::stop_token stop) {
  const std::vector<double> discounts = placeDiscounts(largestSlate(predictions));
  const std::vector<double> gaps = ndcgGaps(predictions, weights, stop);
  const std::vector<double> regret = regrets(predictions, weights, discounts, stop);
  std::vector<double> served;
  for (const double value : regret)
    served.push_back(std::isnan(value) ? 0 : std::max(0.0, 1 - value));
  const std::vector<double> gapShares = sharesOf(gaps), regretShares = sharesOf(served);
  std::vector<TaskImportance> importance;
  for (std::size_t t = 0; t < predictions.tasks; ++t) {
    importance.push_back(
        {gaps[t], gapShares[t], regret[t], std::isnan(regret[t]) ? kNaN : regretShares[t]});
  }
  return importance;
}

std::vector<double> spreadInSlates(const Predictions& predictions) {
  std::vector<double> spread;
  for (std::size_t t = 0; t < predictions.tasks; ++t) {
    const std::span<const float> p = predictions.task(t);
    double variances = 0;
    std::size_t slates = 0;
    for (std::size_t b = 0; b + 1 < predictions.offsets.size(); ++b) {
      const auto begin = static_cast<std::size_t>(predictions.offsets[b]);
      const auto end = static_cast<std::size_t>(predictions.offsets[b + 1]);
      if (begin == end) continue;
      double sum = 0, squares = 0;
      for (std::size_t i = begin; i < end; ++i) {
        // Differences from the slate's first keep a small spread beside a large mean.
        const double difference = static_cast<double>(p[i]) - p[begin];
        sum += difference;
        squares += difference * difference;
      }
      const auto count = static_cast<double>(end - begin);
      variances += std::max(0.0, squares / count - sum / count * (sum / count));
      ++slates;
    }
    spread.push_back(slates > 0 ? std::sqrt(variances / static_cast<double>(slates)) : 0);
  }
  return spread;
}

}  // namespace luce
