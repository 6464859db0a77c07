#include "core/policy/policy_summary.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>

#include "core/common/error.h"
#include "core/policy/summary_kernel.h"

namespace luce {

namespace {

constexpr std::size_t kBlockCandidates = 4096;
constexpr std::size_t kBlocksWorthAThread = 8;
/// Exponents down to this below the largest possible one need no maximum a slate: the least mass of
/// a slate, exp(−60), is far from where floats end.
constexpr double kSafeSpan = 60;

/// The smallest float ≥ value, the largest ≤ value: comparing floats with them is exact.
float ceiling(double value) {
  const auto near = static_cast<float>(value);
  return near < value ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}
float floorOf(double value) {
  const auto near = static_cast<float>(value);
  return near > value ? std::nextafter(near, -std::numeric_limits<float>::infinity()) : near;
}

/// Counts floats into the bins of ratioHistogram without a logarithm a ratio. A float's exponent
/// and first mantissa bits name a range narrower than a bin, in which at most one bin begins.
class BinTable {
 public:
  BinTable() {
    const RatioHistogram shape = ratioHistogram({});
    const std::size_t bins = shape.counts.size();
    edges_.resize(bins, 0.0f);
    for (std::size_t bin = 1; bin < bins; ++bin) edges_[bin] = firstOf(shape, bin);
    for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
      const float first = std::bit_cast<float>(slot << kShift);
      if (std::isnan(first)) {
        slots_[slot] = {std::numeric_limits<float>::infinity(), static_cast<std::uint32_t>(bins)};
        continue;
      }
      const auto above = std::upper_bound(edges_.begin() + 1, edges_.end(), first);
      slots_[slot] = {above == edges_.end() ? std::numeric_limits<float>::infinity() : *above,
                      static_cast<std::uint32_t>(above - edges_.begin() - 1)};
      if (std::isinf(first)) slots_[slot].next = std::numeric_limits<float>::quiet_NaN();
    }
  }

  /// counts: one more than there are bins, for what is not a number.
  void count(std::span<const float> ratios, std::span<std::int64_t> counts) const {
    for (const float ratio : ratios) {
      const Slot& slot = slots_[(std::bit_cast<std::uint32_t>(ratio) >> kShift) % kSlots];
      ++counts[slot.bin + (ratio >= slot.next ? 1u : 0u)];
    }
  }

 private:
  static constexpr unsigned kShift = 19;  // keeps four bits of the mantissa
  static constexpr std::uint32_t kSlots = 1u << (31 - kShift);
  struct Slot {
    float next = 0;  ///< where the next bin begins
    std::uint32_t bin = 0;
  };

  /// The smallest float that ratioHistogram counts in the bin.
  static float firstOf(const RatioHistogram& shape, std::size_t bin) {
    const auto bins = static_cast<double>(shape.counts.size());
    const auto reaches = [&](float ratio) {
      return (std::log10(static_cast<double>(ratio)) - shape.low) *
                 (bins / (shape.high - shape.low)) >=
             static_cast<double>(bin);
    };
    auto edge = static_cast<float>(
        std::pow(10, shape.low + static_cast<double>(bin) * (shape.high - shape.low) / bins));
    while (reaches(edge)) edge = std::nextafter(edge, 0.0f);
    while (!reaches(edge)) edge = std::nextafter(edge, std::numeric_limits<float>::infinity());
    return edge;
  }

  std::vector<float> edges_;
  std::array<Slot, kSlots> slots_;
};

const BinTable& binTable() {
  static const BinTable table;
  return table;
}

}  // namespace

struct PolicySummariser::Request {
  std::vector<float> valueWeights;  ///< over the temperature
  std::vector<float> rewardWeights;
  float shift = 0;            ///< no less than any exponent
  bool shiftsSlates = false;  ///< exponents lie so far apart that every slate needs its own shift
  float low = 0, high = 0;
};

struct PolicySummariser::BlockSums {
  kernel::RatioSums ratios;
  double entropy = 0;
  std::int64_t slates = 0;  ///< not empty
};

struct PolicySummariser::Scratch {
  std::vector<float> exponents, exponentials, ratios, rewards, mass, energy;
  std::vector<std::int64_t> counts;
};

PolicySummariser::PolicySummariser(std::shared_ptr<const SlateTable> table,
                                   std::shared_ptr<const Predictions> predictions, RowKind rows,
                                   PropensityRule rule)
    : table_(std::move(table)), predictions_(std::move(predictions)), kind_(rows) {
  for (std::size_t task = 0; task < predictions_->tasks; ++task) {
    const std::span<const float> column = predictions_->task(task);
    const auto [least, most] = std::minmax_element(column.begin(), column.end());
    least_.push_back(column.empty() ? 0 : *least);
    most_.push_back(column.empty() ? 0 : *most);
  }
  cutBlocks();
  LoggedRows logged;
  selectRows(*table_, predictions_->slates, rows, rule, logged);
  takeRows(logged);
}

void PolicySummariser::cutBlocks() {
  const std::vector<std::int64_t>& offsets = predictions_->offsets;
  const std::size_t slates = predictions_->slates.size();
  for (std::size_t first = 0; first < slates;) {
    const auto begin = static_cast<std::size_t>(offsets[first]);
    std::size_t last = first + 1;
    while (last < slates &&
           static_cast<std::size_t>(offsets[last + 1]) - begin <= kBlockCandidates) {
      ++last;
    }
    blocks_.push_back({first, last, begin, static_cast<std::size_t>(offsets[last]) - begin, 0, 0});
    first = last;
  }
}

void PolicySummariser::takeRows(const LoggedRows& rows) {
  const std::vector<std::int64_t>& offsets = predictions_->offsets;
  everyCandidate_ = rows.size() == static_cast<std::size_t>(predictions_->candidates()) &&
                    table_->shape() == LogShape::Slate;
  std::size_t row = 0;
  for (Block& block : blocks_) {
    block.firstRow = row;
    while (row < rows.size() && rows.slate[row] < block.lastSlate) ++row;
    block.rows = row - block.firstRow;
    for (std::size_t i = block.firstRow; i < row && !everyCandidate_; ++i) {
      candidate_.push_back(static_cast<std::uint32_t>(static_cast<std::size_t>(rows.candidate[i]) -
                                                      block.firstCandidate));
      slate_.push_back(static_cast<std::uint32_t>(rows.slate[i] - block.firstSlate));
    }
  }
  if (everyCandidate_) {
    for (const std::uint32_t slate : predictions_->slates) {
      loggedRow_.push_back(table_->candidates(slate).first);
    }
  } else {
    loggedRow_ = rows.loggedRow;
  }
  if (rows.kind != RowKind::Observed) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t slate = rows.slate[i];
      const bool itself = rows.rule == PropensityRule::Self && std::isnan(rows.behaviour[i]);
      behaviour_.push_back(
          itself ? std::numeric_limits<float>::quiet_NaN()
                 : static_cast<float>(resolveBehaviour(rows.behaviour[i], rows.rule, 1,
                                                       offsets[slate + 1] - offsets[slate])));
    }
  }
  const auto examined = [](float examination) { return examination == 1.0f; };
  if (!std::all_of(rows.examination.begin(), rows.examination.end(), examined)) {
    for (const float examination : rows.examination) {
      inverseExamination_.push_back(1 / examination);
    }
  }
}

std::span<const std::int64_t> PolicySummariser::offsetsOf(const Block& block) const {
  return std::span(predictions_->offsets)
      .subspan(block.firstSlate, block.lastSlate - block.firstSlate + 1);
}

void PolicySummariser::fillRatios(const Block& block, Scratch& scratch) const {
  if (everyCandidate_) {
    kernel::divideBySlate(offsetsOf(block), scratch.exponentials, scratch.mass, scratch.ratios);
  } else {
    for (std::size_t i = 0; i < block.rows; ++i) {
      const std::size_t row = block.firstRow + i;
      scratch.ratios[i] = scratch.exponentials[candidate_[row]] / scratch.mass[slate_[row]];
    }
  }
  if (!behaviour_.empty()) {
    kernel::divide(scratch.ratios, std::span(behaviour_).subspan(block.firstRow, block.rows));
  }
}

void PolicySummariser::fillRewards(const Request& request, const Block& block,
                                   Scratch& scratch) const {
  const float* const labels = table_->logged().labels.values().data();
  const std::size_t tasks = request.rewardWeights.size();
  const std::span<float> out = std::span(scratch.rewards).first(block.rows);
  if (everyCandidate_) {
    const std::int64_t* const offsets = predictions_->offsets.data();
    for (std::size_t slate = block.firstSlate; slate < block.lastSlate;) {
      // Slates that are neighbours in the log are one stretch.
      const std::int64_t first = loggedRow_[slate];
      const auto begin = static_cast<std::size_t>(offsets[slate]) - block.firstCandidate;
      std::size_t last = slate + 1;
      while (last < block.lastSlate && loggedRow_[last] - first == offsets[last] - offsets[slate]) {
        ++last;
      }
      const auto count = static_cast<std::size_t>(offsets[last] - offsets[slate]);
      kernel::rewards(labels + static_cast<std::size_t>(first) * tasks, request.rewardWeights,
                      out.subspan(begin, count));
      slate = last;
    }
  } else {
    for (std::size_t i = 0; i < block.rows; ++i) {
      const auto row = static_cast<std::size_t>(loggedRow_[block.firstRow + i]);
      kernel::rewards(labels + row * tasks, request.rewardWeights, out.subspan(i, 1));
    }
  }
  if (!inverseExamination_.empty()) {
    kernel::multiply(out, std::span(inverseExamination_).subspan(block.firstRow, block.rows));
  }
}

PolicySummariser::BlockSums PolicySummariser::summariseBlock(const Request& request,
                                                             const Block& block,
                                                             Scratch& scratch) const {
  const std::size_t slates = block.lastSlate - block.firstSlate;
  scratch.exponents.resize(block.candidates);
  scratch.exponentials.resize(block.candidates);
  scratch.ratios.resize(block.rows);
  scratch.rewards.resize(block.rows);
  scratch.mass.resize(slates);
  scratch.energy.resize(slates);
  std::vector<const float*> columns;
  for (std::size_t task = 0; task < predictions_->tasks; ++task) {
    columns.push_back(predictions_->task(task).data() + block.firstCandidate);
  }
  kernel::weigh(columns, request.valueWeights, request.shift, scratch.exponents);
  const std::span<const std::int64_t> offsets = offsetsOf(block);
  if (request.shiftsSlates) kernel::shiftByMaximum(offsets, scratch.exponents);
  kernel::exponentials(scratch.exponents, scratch.exponentials);
  kernel::sumSlates(offsets, scratch.exponents, scratch.exponentials, scratch.mass, scratch.energy);
  BlockSums sums;
  // Entropy of a slate: log of its mass minus its mean exponent. Eight masses share one logarithm.
  double product = 1;
  for (std::size_t slate = 0; slate < slates; ++slate) {
    if (offsets[slate] == offsets[slate + 1]) continue;
    sums.entropy -= static_cast<double>(scratch.energy[slate] / scratch.mass[slate]);
    product *= static_cast<double>(scratch.mass[slate]);
    if (++sums.slates % 8 == 0) sums.entropy += std::log(std::exchange(product, 1));
  }
  sums.entropy += std::log(product);
  fillRatios(block, scratch);
  fillRewards(request, block, scratch);
  sums.ratios = kernel::sumRatios(scratch.ratios, scratch.rewards, request.low, request.high);
  binTable().count(scratch.ratios, scratch.counts);
  return sums;
}

PolicySummary PolicySummariser::summarise(const PolicySettings& settings, double lowBound,
                                          double highBound, std::stop_token stop) const {
  Request request;
  double least = 0, most = 0;
  for (std::size_t task = 0; task < settings.valueWeights.size(); ++task) {
    const double weight = settings.valueWeights[task] / settings.temperature;
    request.valueWeights.push_back(static_cast<float>(weight));
    least += weight * (weight < 0 ? most_ : least_)[task];
    most += weight * (weight < 0 ? least_ : most_)[task];
  }
  request.shiftsSlates = !(most - least <= kSafeSpan);
  request.shift = request.shiftsSlates ? 0 : static_cast<float>(most);
  for (const double weight : settings.rewardWeights) {
    request.rewardWeights.push_back(static_cast<float>(weight));
  }
  request.low = ceiling(lowBound);
  request.high = floorOf(highBound);

  PolicySummary summary;
  summary.ratios = ratioHistogram({});
  std::vector<BlockSums> sums(blocks_.size());
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  const auto help = [&] {
    Scratch scratch;
    scratch.counts.resize(summary.ratios.counts.size() + 1);
    for (std::size_t i = next++; i < blocks_.size() && !stop.stop_requested(); i = next++) {
      sums[i] = summariseBlock(request, blocks_[i], scratch);
    }
    const std::lock_guard lock(mutex);
    for (std::size_t bin = 0; bin < summary.ratios.counts.size(); ++bin) {
      summary.ratios.counts[bin] += scratch.counts[bin];
    }
  };
  const std::size_t threads = std::clamp<std::size_t>(
      blocks_.size() / kBlocksWorthAThread, 1, std::max(1u, std::thread::hardware_concurrency()));
  {
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(help);
    help();
  }
  if (stop.stop_requested()) throw Cancelled();

  kernel::RatioSums total;
  std::int64_t slates = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const kernel::RatioSums& part = sums[i].ratios;
    total.sum += part.sum;
    total.squares += part.squares;
    total.weighted += part.weighted;
    total.largest = std::max(total.largest, part.largest);
    total.under += part.under;
    total.over += part.over;
    summary.entropy += sums[i].entropy;
    slates += sums[i].slates;
    summary.rows += static_cast<std::int64_t>(blocks_[i].rows);
  }
  const auto rows = static_cast<double>(summary.rows);
  const double divisor =
      kind_ == RowKind::Observed ? static_cast<double>(predictions_->slates.size()) : rows;
  summary.largestRatio = total.largest;
  summary.ips = divisor > 0 ? total.weighted / divisor : 0;
  summary.snips = total.sum > 0 ? total.weighted / total.sum : 0;
  summary.effectiveSampleSize = total.squares > 0 ? total.sum * total.sum / total.squares : 0;
  if (rows > 0) {
    summary.meanRatio = total.sum / rows;
    summary.clipped = {static_cast<double>(total.under) / rows,
                       static_cast<double>(total.over) / rows};
  }
  summary.entropy = slates > 0 ? summary.entropy / static_cast<double>(slates) : 0;
  return summary;
}

}  // namespace luce
