// A policy that was not trained here: scores of candidates, perhaps with task probabilities.
#pragma once

#include <filesystem>
#include <span>
#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/policy/predictions.h"

namespace luce {

struct ForeignPolicy {
  /// One column: the scores, as evaluateScores takes them.
  Predictions scores;
  /// The tasks of the table; none when the model gives scores alone.
  Predictions probabilities;
  bool hasProbabilities() const { return probabilities.tasks > 0; }
};

/// A file of scores (.csv, .tsv; foreign/scores_csv.h) or a model (any other; foreign_model.h).
/// Throws Error, ImportError with the lines at fault, Cancelled.
ForeignPolicy loadForeignPolicy(const std::filesystem::path& file, const SlateTable& table,
                                std::span<const std::uint32_t> slates,
                                const Progress& progress = {}, std::stop_token stop = {});

}  // namespace luce
