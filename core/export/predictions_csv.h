// Predictions and policies as CSV, one line a candidate.
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/common/progress.h"
#include "core/policy/policy_view.h"

namespace luce {

/// Columns: slate_id, item_id, p_<task>…, score, policy, behaviour, ratio, reward (empty =
/// unknown). Numbers have nine significant digits. Writes to a temporary file beside `file` and
/// renames it.
void exportPredictionsCsv(const SlateTable& table, const Predictions& predictions,
                          const PolicySettings& settings, const std::filesystem::path& file,
                          const Progress& progress = {}, std::stop_token stop = {});

}  // namespace luce
