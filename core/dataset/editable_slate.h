// One slate taken out of its log, to be changed: other feature values, candidates left out or
// added.
//
//   EditableSlate slate = editableSlate(table, 7);
//   slate.candidates[2].dropped = true;
//   const Predictions predictions = estimator.predict(asTable(table, slate), one);
//
// A plain value, so that steps of changes can be kept and compared.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

inline constexpr std::int64_t kAdded = -1;

/// Features of the candidate and of its item alike are the candidate's own here: changing an item's
/// price changes it for this candidate alone.
struct EditableCandidate {
  std::uint32_t item = 0;               ///< of the log's catalogue
  std::int64_t logged = kAdded;         ///< index in the log's slate
  bool dropped = false;                 ///< not in the slate, but not forgotten
  std::vector<float> numeric;           ///< candidateFeatures(…, Numeric); NaN = missing
  std::vector<std::uint32_t> category;  ///< candidateFeatures(…, Category); categoryHash
};

struct EditableSlate {
  std::uint32_t slate = 0;                     ///< of the log
  std::vector<float> contextNumeric;           ///< NaN = missing
  std::vector<std::uint32_t> contextCategory;  ///< categoryHash
  std::vector<EditableCandidate> candidates;   ///< those of the log in its order, then added ones
};

/// Missing numbers equal each other.
bool operator==(const EditableCandidate& a, const EditableCandidate& b);
bool operator==(const EditableSlate& a, const EditableSlate& b);

/// Features of one kind that a candidate has: Candidate, Item, then Pair, each in schema order.
std::vector<Feature> candidateFeatures(const Schema& schema, FeatureKind kind);

EditableSlate editableSlate(const SlateTable& table, std::uint32_t slate);

/// One candidate as it stands in the log, not yet in the slate.
EditableCandidate loggedCandidate(const SlateTable& table, std::size_t slate, std::int64_t i);

/// An item of a slate log's catalogue as a candidate: with the candidate's features of a logged row
/// where it stood, all of them missing if row < 0.
EditableCandidate catalogueCandidate(const SlateTable& table, std::uint32_t item, std::int64_t row);

/// A log of one slate with the same schema, whose candidates are those not dropped, in order. What
/// users did is not known of such a slate: labels are 0, places and propensities unknown.
SlateTable asTable(const SlateTable& source, const EditableSlate& slate);

}  // namespace luce
