// Where a dataset is written to: importers and the simulator produce records, a workspace or a
// SlateTableBuilder takes them. The order of calls is begin, items (if a catalogue is known),
// then for each slate addSlate followed by its candidates (slate logs only).
//
// Spans and views are only read during the call. Producers have validated what they pass:
// propensities are in (0,1] or NaN, labels are in [0,1].
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "core/dataset/schema.h"

namespace luce {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

struct ItemRecord {
  std::string_view key;
  std::span<const double> numeric;             ///< Item features of kind Numeric, schema order
  std::span<const std::string_view> category;  ///< Item features of kind Category
};

/// A value of a Pair feature that is not zero.
struct PairValue {
  std::uint32_t item = 0;     ///< index into the catalogue
  std::uint32_t feature = 0;  ///< index among the schema's Pair features
  double value = 0;
};

/// The one action that a bandit log shows.
struct BanditAction {
  std::uint32_t item = 0;      ///< index into the catalogue
  std::uint16_t position = 0;  ///< 1 = first place; 0 = unknown
  double propensity = kMissing;
  double examination = kMissing;
  std::span<const float> labels;  ///< one per task
};

struct SlateRecord {
  std::string_view key;
  double time = kMissing;  ///< seconds since 1970 UTC
  std::span<const double> contextNumeric;
  std::span<const std::string_view> contextCategory;
  const BanditAction* action = nullptr;  ///< bandit logs: never null
  std::span<const PairValue> pairs;
};

struct CandidateRecord {
  std::string_view item;  ///< key; need not be in a catalogue
  std::uint16_t position = 0;
  double propensity = kMissing;  ///< π_β of this candidate being placed first
  double examination = kMissing;
  std::span<const double> numeric;
  std::span<const std::string_view> category;
  std::span<const float> labels;
};

class DatasetSink {
 public:
  virtual ~DatasetSink() = default;
  virtual void begin(const Schema& schema) = 0;
  virtual void addItem(const ItemRecord& item) = 0;
  virtual void addSlate(const SlateRecord& slate) = 0;
  virtual void addCandidate(const CandidateRecord& candidate) = 0;
};

}  // namespace luce
