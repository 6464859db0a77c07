// A dataset in memory, by columns. Immutable once built, so any number of threads may read it.
//
// In a slate log, candidate rows are stored one after another and `offsets` cuts them into slates.
// In a bandit log every slate has the whole catalogue as candidates; catalogue features are stored
// once and candidate rows are virtual: row = slate * catalogue size + item. Code that goes through
// candidates() and the gatherers (dataset/gather.h) need not know which of the two it has.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/common/matrix.h"
#include "core/common/string_column.h"
#include "core/dataset/dataset_sink.h"
#include "core/dataset/schema.h"

namespace luce {

/// Items: the whole action set of a bandit log, or every item seen in a slate log (which may then
/// have no features).
struct Catalogue {
  StringColumn keys;
  Matrix<float> numeric;               ///< items × Item numeric features
  Matrix<std::uint32_t> category;      ///< items × Item category features, as categoryHash
  std::vector<std::uint32_t> keyHash;  ///< categoryHash("item", key)
  std::size_t size() const { return keys.size(); }
};

/// Non-zero Pair features of a slate s: entries [offsets[s], offsets[s+1]).
struct PairFeatures {
  std::vector<std::int64_t> offsets{0};
  std::vector<std::uint32_t> item;
  std::vector<std::uint32_t> feature;
  std::vector<float> value;
};

/// What the log knows of one row: a (slate, candidate) pair whose actions were recorded.
/// Slate logs have one logged row a candidate, in the same order; bandit logs one a slate.
struct LoggedColumns {
  std::vector<std::uint16_t> position;  ///< 1 = first place, 0 = unknown
  std::vector<double> propensity;       ///< π_β, NaN = not stated
  std::vector<float> examination;       ///< empty if the log states none; else in (0,1]
  Matrix<float> labels;                 ///< rows × tasks, in [0,1]
};

struct CandidateRange {
  std::int64_t first = 0;  ///< row of the first candidate
  std::int64_t count = 0;
};

struct EditableSlate;

class SlateTable {
 public:
  const Schema& schema() const { return schema_; }
  LogShape shape() const { return schema_.shape; }
  std::size_t taskCount() const { return schema_.tasks.size(); }
  std::size_t slateCount() const { return slateKeys_.size(); }
  /// Number of candidate rows, virtual ones included.
  std::int64_t candidateCount() const;
  CandidateRange candidates(std::size_t slate) const {
    if (shape() == LogShape::Bandit) {
      const auto size = static_cast<std::int64_t>(catalogue_.size());
      return {static_cast<std::int64_t>(slate) * size, size};
    }
    return {offsets_[slate], offsets_[slate + 1] - offsets_[slate]};
  }
  std::size_t largestSlate() const;

  std::string_view slateKey(std::size_t slate) const { return slateKeys_[slate]; }
  /// Index of the slate with this key.
  std::optional<std::size_t> findSlate(std::string_view key) const;
  /// Seconds since 1970 UTC; empty when the log has no time.
  std::span<const double> times() const { return time_; }

  const Catalogue& catalogue() const { return catalogue_; }
  /// Catalogue index of the item in the i-th place of the slate's candidate list.
  std::uint32_t item(std::size_t slate, std::int64_t i) const {
    return shape() == LogShape::Bandit ? static_cast<std::uint32_t>(i)
                                       : item_[static_cast<std::size_t>(offsets_[slate] + i)];
  }

  const LoggedColumns& logged() const { return logged_; }
  std::size_t loggedCount() const { return logged_.labels.rows(); }
  /// Bandit logs: index of the chosen action among the slate's candidates.
  std::uint32_t action(std::size_t slate) const { return action_[slate]; }

  const Matrix<float>& contextNumeric() const { return contextNumeric_; }
  const Matrix<std::uint32_t>& contextCategory() const { return contextCategory_; }
  const Matrix<float>& candidateNumeric() const { return candidateNumeric_; }
  const Matrix<std::uint32_t>& candidateCategory() const { return candidateCategory_; }
  const PairFeatures& pairs() const { return pairs_; }

  /// Mean label of a task over the logged rows.
  double taskMean(std::size_t task) const;

 private:
  friend class SlateTableBuilder;
  friend SlateTable asTable(const SlateTable& source, const EditableSlate& slate);
  Schema schema_;
  StringColumn slateKeys_;
  std::vector<double> time_;
  Matrix<float> contextNumeric_;
  Matrix<std::uint32_t> contextCategory_;
  Catalogue catalogue_;
  LoggedColumns logged_;
  std::vector<std::int64_t> offsets_{0};     // slate logs
  std::vector<std::uint32_t> item_;          // slate logs
  Matrix<float> candidateNumeric_;           // slate logs
  Matrix<std::uint32_t> candidateCategory_;  // slate logs
  std::vector<std::uint32_t> action_;        // bandit logs
  PairFeatures pairs_;                       // bandit logs
};

/// Builds a SlateTable from records. Throws Error on records that do not fit the schema (wrong
/// number of values, unknown item index, duplicate item key).
class SlateTableBuilder final : public DatasetSink {
 public:
  void begin(const Schema& schema) override;
  void addItem(const ItemRecord& item) override;
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;
  /// The same for an item known by its number in the catalogue; candidate.item is not read.
  void addCandidate(std::uint32_t item, const CandidateRecord& candidate);

  /// Makes room for a log of known size.
  void reserve(std::int64_t slates, std::int64_t loggedRows);

  /// Hands the table over; the builder is empty afterwards.
  SlateTable finish();

 private:
  std::uint32_t itemIndex(std::string_view key);
  void requireItem(std::uint32_t item) const;
  void addLogged(std::uint16_t position, double propensity, double examination,
                 std::span<const float> labels);

  SlateTable table_;
  std::unordered_map<std::string, std::uint32_t> itemIndex_;
  std::vector<Feature> contextCategories_, candidateCategories_, itemCategories_;
  std::size_t pairFeatures_ = 0;
};

}  // namespace luce
