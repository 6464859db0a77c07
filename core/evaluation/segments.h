// Where an estimator ranks and predicts well, and where not: predicted slates, or their rows, cut
// into segments by what is known of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/category_values.h"
#include "core/evaluation/calibration.h"
#include "core/policy/policy_view.h"

namespace luce {

enum class SegmentBy {
  Context,    ///< a feature of the slate
  SlateSize,  ///< number of candidates
  HourOfDay,  ///< UTC
  DayOfWeek,  ///< UTC
  Candidate,  ///< a feature of the shown candidate; cuts rows
  Item,       ///< a feature of the catalogue's item; cuts rows
  Place,      ///< where the candidate was shown; cuts rows
};

struct SegmentCut {
  SegmentBy by = SegmentBy::SlateSize;
  FeatureKind kind = FeatureKind::Numeric;  ///< Context, Candidate, Item
  std::size_t column = 0;                   ///< among the features of that scope and kind
  std::string name;                         ///< for people: the feature's name, "slate size" …
  /// Rows of one slate lie in different segments, so nothing can be said of whole slates.
  bool ofRows() const {
    return by == SegmentBy::Candidate || by == SegmentBy::Item || by == SegmentBy::Place;
  }
  bool operator==(const SegmentCut&) const = default;
};

/// What the log can be cut by, in schema order.
std::vector<SegmentCut> possibleCuts(const SlateTable& table);

struct SegmentSettings {
  /// Buckets of about equally many slates or rows that numbers are cut into; a number with at most
  /// twice as many different values is cut into those.
  std::size_t buckets = 6;
  std::size_t most = 24;  ///< segments, the largest; the others together are one more
};

enum class SegmentKind { Value, Missing, Others };

struct Segment {
  SegmentKind kind = SegmentKind::Value;
  std::string label;  ///< "0.25 – 0.5", "14:00 – 14:59 UTC", "category #…"
  std::optional<CategoryPlace> category;  ///< whose text says more than the label
  std::int64_t slates = 0;                ///< with a row in it
  std::int64_t rows = 0;
  double meanReward = 0;  ///< Σ_t w_t·label over its rows, as logged
  double ndcg = 0;        ///< @10, linear gain; mean over judgedSlates, NaN if none or cut by rows
  std::int64_t judgedSlates = 0;  ///< with a positive reward
  std::vector<TaskFit> tasks;
  std::vector<std::uint32_t> localSlates;  ///< indices of predictions.slates; empty if cut by rows
};

struct Segmentation {
  SegmentCut cut;
  Segment all;
  /// Categories by size; numbers, places and times by value; then the missing and the others.
  std::vector<Segment> segments;
};

/// Throws Error when the log has no such column.
Segmentation segment(const SlateTable& table, const Predictions& predictions,
                     const PolicySettings& settings, const SegmentCut& cut,
                     const SegmentSettings& segments = {});

/// The predictions of some of their slates: what any estimate of a segment is made of.
Predictions choosePredictions(const Predictions& predictions,
                              std::span<const std::uint32_t> localSlates);

}  // namespace luce
