// Records of logs without features, for tests that need a few rows of their own.
#pragma once

#include <array>
#include <string_view>

#include "core/dataset/slate_table.h"

namespace luce {

inline void addPlainItem(DatasetSink& sink, std::string_view key) {
  sink.addItem({.key = key, .numeric = {}, .category = {}});
}

inline void addPlainSlate(DatasetSink& sink, std::string_view key,
                          const BanditAction* action = nullptr) {
  sink.addSlate({.key = key,
                 .time = kMissing,
                 .contextNumeric = {},
                 .contextCategory = {},
                 .action = action,
                 .pairs = {}});
}

/// Of a log with one task.
inline void addPlainCandidate(DatasetSink& sink, std::string_view item, float label,
                              double examination = kMissing, std::uint16_t position = 0) {
  const std::array<float, 1> labels{label};
  sink.addCandidate({.item = item,
                     .position = position,
                     .propensity = kMissing,
                     .examination = examination,
                     .numeric = {},
                     .category = {},
                     .labels = labels});
}

}  // namespace luce
