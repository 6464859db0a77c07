// Scores that another program gave candidates, as CSV: a policy without a model.
//
//   slate_id,item_id,score
//   slate-1,item-12,0.83
//
// Columns are found by name: "slate_id" or "slate", "item_id" or "item", "score"; others are not
// read, so that Luce's own predictions can be read back. Lines may stand in any order.
#pragma once

#include <filesystem>
#include <span>
#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/policy/predictions.h"

namespace luce {

/// Whether the file's name says that it holds scores: .csv, .tsv, perhaps compressed.
bool namesScores(const std::filesystem::path& file);

/// One column of scores for the candidates of `slates`, each of which must have exactly one line
/// (an item that stands in a slate several times, as many lines, in the slate's order). Lines of
/// the table's other slates are checked, and otherwise not used. Throws ImportError with the lines
/// at fault: an unknown slate or item, a score that is no finite number or beyond a float, a
/// candidate twice or missing; Error when the file cannot be read; Cancelled.
Predictions readScores(const std::filesystem::path& file, const SlateTable& table,
                       std::span<const std::uint32_t> slates, const Progress& progress = {},
                       std::stop_token stop = {});

/// The same of every slate of the table that the file scores, ascending. `needed` (ascending) must
/// be among them; no slate may be scored in part.
Predictions readAllScores(const std::filesystem::path& file, const SlateTable& table,
                          std::span<const std::uint32_t> needed, const Progress& progress = {},
                          std::stop_token stop = {});

}  // namespace luce
