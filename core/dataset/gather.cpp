#include "core/dataset/gather.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace luce {

namespace {

constexpr std::int64_t kRowsWorthAThread = 500;

/// Copies one candidate after another into the gathered columns.
class Gatherer {
 public:
  Gatherer(const SlateTable& table, GatheredSlates& out)
      : table_(table),
        out_(out),
        slateLog_(table.shape() == LogShape::Slate),
        pairColumns_(table.schema().select(FeatureScope::Pair, FeatureKind::Numeric).size()),
        numericColumns_(table.contextNumeric().columns() + table.candidateNumeric().columns() +
                        table.catalogue().numeric.columns() + pairColumns_),
        categoryColumns_(table.contextCategory().columns() + table.candidateCategory().columns() +
                         table.catalogue().category.columns() + 1) {}

  std::size_t numericColumns() const { return numericColumns_; }

  /// Makes room for rows as out.offsets says.
  void makeRoom() {
    const auto rows = static_cast<std::size_t>(out_.rows());
    out_.numeric.resize(rows * numericColumns_);
    out_.category.resize(rows * categoryColumns_);
  }

  /// What is added next goes to that row and after it.
  void startAt(std::int64_t row) {
    numeric_ = out_.numeric.data() + static_cast<std::size_t>(row) * numericColumns_;
    category_ = out_.category.data() + static_cast<std::size_t>(row) * categoryColumns_;
  }

  void addSlate(std::size_t slate) {
    const CandidateRange range = table_.candidates(slate);
    float* const first = numeric_;
    for (std::int64_t i = 0; i < range.count; ++i) {
      copyCandidate(slate, i, static_cast<std::size_t>(range.first + i));
    }
    if (pairColumns_ > 0) {
      for (std::size_t entry = pairBegin(slate); entry < pairEnd(slate); ++entry) {
        *pairPlace(first + table_.pairs().item[entry] * numericColumns_, entry) =
            table_.pairs().value[entry];
      }
    }
  }

  void addAction(std::size_t slate) {
    const std::uint32_t action = table_.action(slate);
    float* const place = numeric_;
    copyCandidate(slate, action, 0);
    if (pairColumns_ > 0) {
      for (std::size_t entry = pairBegin(slate); entry < pairEnd(slate); ++entry) {
        if (table_.pairs().item[entry] != action) continue;
        *pairPlace(place, entry) = table_.pairs().value[entry];
      }
    }
  }

 private:
  void copyCandidate(std::size_t slate, std::int64_t i, std::size_t row) {
    const std::uint32_t item = table_.item(slate, i);
    const Catalogue& catalogue = table_.catalogue();
    numeric_ = copyRow(table_.contextNumeric().row(slate), numeric_);
    if (slateLog_) numeric_ = copyRow(table_.candidateNumeric().row(row), numeric_);
    numeric_ = copyRow(catalogue.numeric.row(item), numeric_);
    if (pairColumns_ > 0) numeric_ = std::fill_n(numeric_, pairColumns_, 0.0f);
    category_ = copyRow(table_.contextCategory().row(slate), category_);
    if (slateLog_) category_ = copyRow(table_.candidateCategory().row(row), category_);
    category_ = copyRow(catalogue.category.row(item), category_);
    *category_++ = catalogue.keyHash[item];
  }

  template <class Value>
  static Value* copyRow(std::span<const Value> row, Value* target) {
    // Rows are a few values long: a call of memmove would take longer than copying them.
    constexpr std::size_t kAtOnce = 16 / sizeof(Value);
    const Value* from = row.data();
    std::size_t left = row.size();
    for (; left >= kAtOnce; left -= kAtOnce, from += kAtOnce, target += kAtOnce) {
      std::memcpy(target, from, kAtOnce * sizeof(Value));
    }
    switch (left) {
      case 3:
        target[2] = from[2];
        [[fallthrough]];
      case 2:
        target[1] = from[1];
        [[fallthrough]];
      case 1:
        target[0] = from[0];
        break;
      default:
        break;
    }
    return target + left;
  }

  std::size_t pairBegin(std::size_t slate) const {
    return static_cast<std::size_t>(table_.pairs().offsets[slate]);
  }
  std::size_t pairEnd(std::size_t slate) const {
    return static_cast<std::size_t>(table_.pairs().offsets[slate + 1]);
  }
  float* pairPlace(float* candidate, std::size_t entry) const {
    return candidate + (numericColumns_ - pairColumns_) + table_.pairs().feature[entry];
  }

  const SlateTable& table_;
  GatheredSlates& out_;
  bool slateLog_;
  std::size_t pairColumns_, numericColumns_, categoryColumns_;
  float* numeric_ = nullptr;
  std::uint32_t* category_ = nullptr;
};

}  // namespace

FeatureLayout featureLayout(const Schema& schema) {
  FeatureLayout layout;
  for (const FeatureScope scope :
       {FeatureScope::Context, FeatureScope::Candidate, FeatureScope::Item, FeatureScope::Pair}) {
    for (const Feature& feature : schema.select(scope, FeatureKind::Numeric)) {
      layout.numeric.push_back(feature.name);
    }
    for (const Feature& feature : schema.select(scope, FeatureKind::Category)) {
      layout.category.push_back(feature.name);
    }
  }
  layout.category.push_back("item");
  return layout;
}

void gatherSlates(const SlateTable& table, std::span<const std::uint32_t> slates,
                  GatheredSlates& out, Crew* crew) {
  out.offsets.resize(slates.size() + 1);
  out.offsets.front() = 0;
  for (std::size_t i = 0; i < slates.size(); ++i) {
    out.offsets[i + 1] = out.offsets[i] + table.candidates(slates[i]).count;
  }
  Gatherer(table, out).makeRoom();
  const auto gather = [&](Share share) {
    Gatherer gatherer(table, out);
    gatherer.startAt(out.offsets[share.begin]);
    for (std::size_t i = share.begin; i < share.end; ++i) gatherer.addSlate(slates[i]);
  };
  const int members = crew == nullptr ? 1
                                      : static_cast<int>(std::clamp<std::int64_t>(
                                            out.rows() / kRowsWorthAThread, 1, crew->size()));
  if (members == 1) {
    gather({0, slates.size()});
    return;
  }
  crew->run(members, [&](int member) { gather(shareOf(slates.size(), member, members)); });
}

void gatherActions(const SlateTable& table, std::span<const std::uint32_t> slates,
                   GatheredSlates& out) {
  out.offsets.resize(slates.size() + 1);
  std::iota(out.offsets.begin(), out.offsets.end(), std::int64_t{0});
  Gatherer gatherer(table, out);
  gatherer.makeRoom();
  gatherer.startAt(0);
  for (const std::uint32_t slate : slates) gatherer.addAction(slate);
}

NumericMoments numericMoments(const SlateTable& table, std::span<const std::uint32_t> slates) {
  return momentSums(table, slates).moments();
}

MomentSums momentSums(const SlateTable& table, std::span<const std::uint32_t> slates) {
  constexpr std::size_t kSlatesPerBlock = 256;
  GatheredSlates block;
  const std::size_t columns = featureLayout(table.schema()).numeric.size();
  // Welford's update: sums of squares of timestamps would lose all digits.
  MomentSums sums{std::vector<double>(columns), std::vector<double>(columns),
                  std::vector<double>(columns)};
  for (std::size_t begin = 0; begin < slates.size(); begin += kSlatesPerBlock) {
    gatherSlates(table, slates.subspan(begin, std::min(kSlatesPerBlock, slates.size() - begin)),
                 block);
    for (std::size_t place = 0; place < block.numeric.size(); ++place) {
      const double value = block.numeric[place];
      if (std::isnan(value)) continue;
      const std::size_t column = place % columns;
      const double difference = value - sums.mean[column];
      sums.mean[column] += difference / ++sums.count[column];
      sums.squares[column] += difference * (value - sums.mean[column]);
    }
  }
  return sums;
}

void MomentSums::join(const MomentSums& other) {
  for (std::size_t column = 0; column < count.size(); ++column) {
    const double all = count[column] + other.count[column];
    if (all == 0) continue;
    const double difference = other.mean[column] - mean[column];
    const double share = other.count[column] / all;
    mean[column] += difference * share;
    squares[column] += other.squares[column] + difference * difference * count[column] * share;
    count[column] = all;
  }
}

NumericMoments MomentSums::moments() const {
  NumericMoments moments;
  for (std::size_t column = 0; column < count.size(); ++column) {
    const double deviation = count[column] > 0 ? std::sqrt(squares[column] / count[column]) : 0.0;
    const bool constant = !(deviation > 1e-12 * std::max(1.0, std::abs(mean[column])));
    moments.mean.push_back(static_cast<float>(mean[column]));
    moments.deviation.push_back(constant ? 1.0f : static_cast<float>(deviation));
  }
  return moments;
}

}  // namespace luce
