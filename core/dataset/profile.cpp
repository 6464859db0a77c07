#include "core/dataset/profile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "core/common/error.h"
#include "core/common/hash.h"
#include "core/dataset/profile_warnings.h"

namespace luce {

namespace {

constexpr std::size_t kFeatureBins = 32;
constexpr std::size_t kPropensityBins = 40;
constexpr std::int64_t kMostSizeBins = 100;
constexpr std::int64_t kWideSizeBins = 50;
constexpr std::int64_t kFewestRowsAtPlace = 30;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Histogram evenBins(double low, double high, std::size_t bins) {
  Histogram histogram;
  for (std::size_t i = 0; i <= bins; ++i) {
    histogram.edges.push_back(low +
                              (high - low) * static_cast<double>(i) / static_cast<double>(bins));
  }
  histogram.counts.assign(bins, 0);
  return histogram;
}

void count(Histogram& histogram, double value) {
  const double low = histogram.edges.front(), width = histogram.edges.back() - low;
  const auto bins = static_cast<double>(histogram.counts.size());
  const double place = width > 0 ? (value - low) / width * bins : 0;
  ++histogram.counts[static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1))];
}

/// Sums over pairs (x, y) for Pearson's correlation, with x and y near zero mean for accuracy.
struct PairSums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  void add(double a, double b) {
    n += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  double correlation() const {
    const double covariance = xy - x * y / n;
    const double varianceX = xx - x * x / n, varianceY = yy - y * y / n;
    // What rounding leaves of a constant's variance is none.
    constexpr double kNothing = 1e-12;
    if (!(varianceX > kNothing * xx && varianceY > kNothing * yy)) return kNaN;
    return covariance / std::sqrt(varianceX * varianceY);
  }
};

class Profiler {
 public:
  Profiler(const SlateTable& table, const Progress& progress, std::stop_token stop)
      : table_(table), progress_(progress), stop_(std::move(stop)) {
    bandit_ = table.shape() == LogShape::Bandit;
    steps_ = static_cast<double>(table.schema().features.size() + 3);
  }

  DatasetProfile profile() {
    profile_.shape = table_.shape();
    profile_.slates = static_cast<std::int64_t>(table_.slateCount());
    profile_.candidates = table_.candidateCount();
    profile_.rows = static_cast<std::int64_t>(table_.loggedCount());
    profile_.items = static_cast<std::int64_t>(table_.catalogue().size());
    findTimes();
    findTasks();
    step();
    findSlateSizes();
    findRepeatedItems();
    step();
    findPropensities();
    step();
    findFeatures();
    profile_.warnings = warningsOf(profile_);
    return std::move(profile_);
  }

 private:
  void step() {
    if (stop_.stop_requested()) throw Cancelled();
    if (progress_) progress_(std::min(1.0, ++done_ / steps_), "Describing the log");
  }

  void findTimes() {
    profile_.firstTime = profile_.lastTime = kNaN;
    for (const double time : table_.times()) {
      if (std::isnan(time)) continue;
      if (!(profile_.firstTime <= time)) profile_.firstTime = time;
      if (!(profile_.lastTime >= time)) profile_.lastTime = time;
    }
    std::int64_t stated = 0;
    for (const std::uint16_t position : table_.logged().position) stated += position > 0 ? 1 : 0;
    profile_.statedPositions = share(stated, profile_.rows);
  }

  static double share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
  }

  void findTasks() {
    const std::size_t tasks = table_.taskCount();
    const Matrix<float>& labels = table_.logged().labels;
    std::vector<PairSums> pairs(tasks * tasks);
    std::vector<std::int64_t> positives(tasks), notBinary(tasks);
    for (std::size_t row = 0; row < labels.rows(); ++row) {
      const std::span<const float> label = labels.row(row);
      for (std::size_t a = 0; a < tasks; ++a) {
        positives[a] += label[a] > 0 ? 1 : 0;
        notBinary[a] += label[a] != 0 && label[a] != 1 ? 1 : 0;
        for (std::size_t b = 0; b <= a; ++b) pairs[a * tasks + b].add(label[a], label[b]);
      }
    }
    profile_.taskCorrelation.assign(tasks * tasks, 0);
    for (std::size_t a = 0; a < tasks; ++a) {
      profile_.tasks.push_back({.name = table_.schema().tasks[a],
                                .mean = table_.taskMean(a),
                                .positives = positives[a],
                                .notBinary = share(notBinary[a], profile_.rows)});
      for (std::size_t b = 0; b <= a; ++b) {
        const double correlation = pairs[a * tasks + b].correlation();
        profile_.taskCorrelation[a * tasks + b] = correlation;
        profile_.taskCorrelation[b * tasks + a] = correlation;
      }
    }
  }

  void findSlateSizes() {
    const std::size_t slates = table_.slateCount();
    if (slates == 0) return;
    std::vector<std::int64_t> sizes(slates);
    for (std::size_t slate = 0; slate < slates; ++slate) {
      sizes[slate] = table_.candidates(slate).count;
    }
    const auto [smallest, largest] = std::minmax_element(sizes.begin(), sizes.end());
    profile_.smallestSlate = *smallest;
    profile_.largestSlate = *largest;
    const std::int64_t range = *largest - *smallest + 1;
    const auto low = static_cast<double>(*smallest) - 0.5;
    const auto high = static_cast<double>(*largest) + 0.5;
    profile_.slateSizes = evenBins(
        low, high, static_cast<std::size_t>(range <= kMostSizeBins ? range : kWideSizeBins));
    for (const std::int64_t size : sizes) count(profile_.slateSizes, static_cast<double>(size));
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(slates / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    profile_.medianSlate = static_cast<double>(*middle);
    if (slates % 2 == 0) {
      profile_.medianSlate =
          (profile_.medianSlate + static_cast<double>(*std::max_element(sizes.begin(), middle))) /
          2;
    }
  }

  /// A bandit's candidates are its catalogue, in which an item has one place.
  void findRepeatedItems() {
    if (bandit_) return;
    std::vector<std::uint32_t> items;
    for (std::size_t slate = 0; slate < table_.slateCount(); ++slate) {
      items.clear();
      for (std::int64_t i = 0; i < table_.candidates(slate).count; ++i) {
        items.push_back(table_.item(slate, i));
      }
      std::sort(items.begin(), items.end());
      if (std::adjacent_find(items.begin(), items.end()) == items.end()) continue;
      if (profile_.repeatingSlates++ == 0) profile_.repeatingSlate = table_.slateKey(slate);
    }
  }

  void findPropensities() {
    PropensityProfile& found = profile_.propensities;
    found.rows = profile_.rows;
    double inverse = 0;
    for (const double propensity : table_.logged().propensity) {
      if (std::isnan(propensity)) continue;
      found.smallest = found.stated == 0 ? propensity : std::min(found.smallest, propensity);
      found.largest = std::max(found.largest, propensity);
      inverse += 1 / propensity;
      ++found.stated;
    }
    found.acrossPlaces = kNaN;
    if (found.stated == 0) return;
    found.meanInverse = inverse / static_cast<double>(found.stated);
    found.logHistogram =
        evenBins(std::log10(found.smallest), std::log10(found.largest), kPropensityBins);
    goThroughSlates(found);
    if (bandit_) comparePlaces(found);
  }

  /// What needs the slate of each row: tiny ones, sums, uniform logging.
  void goThroughSlates(PropensityProfile& found) {
    std::map<std::int64_t, double> firstOfSize;
    found.constant = true;
    double worst = -1;
    for (std::size_t slate = 0; slate < table_.slateCount(); ++slate) {
      const CandidateRange range = table_.candidates(slate);
      const std::size_t first = bandit_ ? slate : static_cast<std::size_t>(range.first);
      const std::size_t rows = bandit_ ? 1 : static_cast<std::size_t>(range.count);
      double sum = 0;
      bool whole = !bandit_ && rows > 0;
      for (std::size_t row = first; row < first + rows; ++row) {
        const double propensity = table_.logged().propensity[row];
        if (std::isnan(propensity)) {
          whole = false;
          continue;
        }
        count(found.logHistogram, std::log10(propensity));
        sum += propensity;
        found.tiny += propensity * 100 * static_cast<double>(range.count) < 1 ? 1 : 0;
        const double same = firstOfSize.try_emplace(range.count, propensity).first->second;
        if (std::abs(propensity - same) > 1e-6 * same) found.constant = false;
      }
      if (!whole) continue;
      ++found.summedSlates;
      const double distance = std::abs(sum - 1);
      if (distance > 1e-3) ++found.unevenSlates;
      if (distance <= worst) continue;
      worst = distance;
      found.worstSlate = table_.slateKey(slate);
      found.worstSum = sum;
    }
  }

  void comparePlaces(PropensityProfile& found) {
    struct Sum {
      double sum = 0;
      std::int64_t rows = 0;
    };
    std::map<std::pair<std::uint32_t, std::uint16_t>, Sum> sums;
    for (std::size_t slate = 0; slate < table_.slateCount(); ++slate) {
      const double propensity = table_.logged().propensity[slate];
      const std::uint16_t position = table_.logged().position[slate];
      if (std::isnan(propensity) || position == 0) continue;
      Sum& sum = sums[{table_.action(slate), position}];
      sum.sum += propensity;
      ++sum.rows;
    }
    double low = 0, high = 0;
    std::int64_t item = -1;
    for (const auto& [place, sum] : sums) {
      if (sum.rows < kFewestRowsAtPlace) continue;
      const double mean = sum.sum / static_cast<double>(sum.rows);
      if (item != static_cast<std::int64_t>(place.first)) {
        item = place.first;
        low = high = mean;
        continue;
      }
      low = std::min(low, mean);
      high = std::max(high, mean);
      if (!(found.acrossPlaces >= high / low)) found.acrossPlaces = high / low;
    }
  }

  void findFeatures() {
    std::map<std::pair<FeatureScope, FeatureKind>, std::size_t> next;
    for (const Feature& feature : table_.schema().features) {
      const std::size_t column = next[{feature.scope, feature.kind}]++;
      FeatureProfile found;
      found.feature = feature;
      found.labelCorrelation = kNaN;
      if (feature.scope == FeatureScope::Pair) {
        describePairs(column, found);
      } else if (feature.kind == FeatureKind::Numeric) {
        describeNumbers(numbers(feature.scope), column, found);
        findLabelCorrelation(feature.scope, column, found);
      } else {
        describeCategories(categories(feature.scope), column, found);
      }
      profile_.features.push_back(std::move(found));
      step();
    }
  }

  const Matrix<float>& numbers(FeatureScope scope) const {
    return scope == FeatureScope::Context ? table_.contextNumeric()
           : scope == FeatureScope::Item  ? table_.catalogue().numeric
                                          : table_.candidateNumeric();
  }
  const Matrix<std::uint32_t>& categories(FeatureScope scope) const {
    return scope == FeatureScope::Context ? table_.contextCategory()
           : scope == FeatureScope::Item  ? table_.catalogue().category
                                          : table_.candidateCategory();
  }

  static void describeNumbers(const Matrix<float>& matrix, std::size_t column,
                              FeatureProfile& found) {
    describe(
        static_cast<std::int64_t>(matrix.rows()),
        [&](auto&& take) {
          for (std::size_t row = 0; row < matrix.rows(); ++row) take(matrix(row, column));
        },
        found);
  }

  /// Pairs that are not stored are zero.
  void describePairs(std::size_t column, FeatureProfile& found) const {
    const PairFeatures& pairs = table_.pairs();
    std::int64_t stored = 0;
    for (const std::uint32_t feature : pairs.feature) stored += feature == column ? 1 : 0;
    describe(
        profile_.candidates,
        [&](auto&& take) {
          for (std::size_t i = 0; i < pairs.value.size(); ++i) {
            if (pairs.feature[i] == column) take(pairs.value[i]);
          }
          take(0.0f, profile_.candidates - stored);
        },
        found);
  }

  /// each: calls take(value, times) for all values.
  template <class Each>
  static void describe(std::int64_t all, Each&& each, FeatureProfile& found) {
    double n = 0, mean = 0, squares = 0;
    each([&](float value, std::int64_t times = 1) {
      if (std::isnan(value) || times == 0) return;
      if (n == 0) found.smallest = found.largest = value;
      found.smallest = std::min(found.smallest, static_cast<double>(value));
      found.largest = std::max(found.largest, static_cast<double>(value));
      // Welford's update, for `times` equal values at once.
      const auto weight = static_cast<double>(times);
      const double distance = value - mean;
      n += weight;
      mean += distance * weight / n;
      squares += weight * distance * (value - mean);
    });
    found.missing = all > 0 ? 1 - n / static_cast<double>(all) : 0;
    found.mean = n > 0 ? mean : kNaN;
    found.deviation = n > 0 ? std::sqrt(squares / n) : kNaN;
    if (n == 0) return;
    found.histogram = evenBins(found.smallest, found.largest, kFeatureBins);
    each([&](float value, std::int64_t times = 1) {
      if (std::isnan(value)) return;
      const double width = found.largest - found.smallest;
      const double place = width > 0 ? (value - found.smallest) / width * kFeatureBins : 0;
      found.histogram.counts[std::min(static_cast<std::size_t>(place), kFeatureBins - 1)] += times;
    });
  }

  /// With the labels of the rows that the feature belongs to: candidates, or a slate's action, or
  /// each of a slate's candidates.
  void findLabelCorrelation(FeatureScope scope, std::size_t column, FeatureProfile& found) const {
    if (scope == FeatureScope::Item) return;
    const Matrix<float>& matrix = numbers(scope);
    const Matrix<float>& labels = table_.logged().labels;
    std::vector<PairSums> sums(table_.taskCount());
    const double centre = std::isnan(found.mean) ? 0 : found.mean;
    const auto add = [&](std::size_t place, std::size_t row) {
      const float value = matrix(place, column);
      if (std::isnan(value)) return;
      for (std::size_t task = 0; task < sums.size(); ++task) {
        sums[task].add(value - centre, labels(row, task));
      }
    };
    if (scope == FeatureScope::Candidate || bandit_) {
      for (std::size_t row = 0; row < labels.rows(); ++row) add(row, row);
    } else {
      for (std::size_t slate = 0; slate < table_.slateCount(); ++slate) {
        const CandidateRange range = table_.candidates(slate);
        for (std::int64_t i = 0; i < range.count; ++i) {
          add(slate, static_cast<std::size_t>(range.first + i));
        }
      }
    }
    for (std::size_t task = 0; task < sums.size(); ++task) {
      const double correlation = std::abs(sums[task].correlation());
      if (!std::isnan(correlation) && !(found.labelCorrelation >= correlation)) {
        found.labelCorrelation = correlation;
        found.correlatedTask = task;
      }
    }
  }

  static void describeCategories(const Matrix<std::uint32_t>& matrix, std::size_t column,
                                 FeatureProfile& found) {
    const std::uint32_t nothing = categoryHash(found.feature.name, "");
    std::unordered_map<std::uint32_t, std::int64_t> counts;
    std::int64_t missing = 0;
    bool all = true;
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
      const std::uint32_t value = matrix(row, column);
      if (value == nothing) {
        ++missing;
      } else if (const auto known = counts.find(value); known != counts.end()) {
        ++known->second;
      } else if (static_cast<std::int64_t>(counts.size()) < FeatureProfile::kMostDistinct) {
        counts.emplace(value, 1);
      } else {
        all = false;
      }
    }
    const auto rows = static_cast<std::int64_t>(matrix.rows());
    std::int64_t most = 0;
    for (const auto& [value, times] : counts) most = std::max(most, times);
    found.missing = share(missing, rows);
    found.distinct = static_cast<std::int64_t>(counts.size());
    found.mostFrequent = all ? share(most, rows) : kNaN;
  }

  const SlateTable& table_;
  const Progress& progress_;
  std::stop_token stop_;
  bool bandit_ = false;
  double steps_ = 1, done_ = 0;
  DatasetProfile profile_;
};

}  // namespace

DatasetProfile profileOf(const SlateTable& table, const Progress& progress, std::stop_token stop) {
  return Profiler(table, progress, std::move(stop)).profile();
}

}  // namespace luce
