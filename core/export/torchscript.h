// An estimator as a TorchScript module that Python's torch.jit.load opens. LibTorch stays inside.
//
//   module(numeric: float[R, F], categories: int64[R, C]) -> (scores float[R], p float[R, T])
//
// numeric: raw feature values in the order of FeatureLayout (NaN = missing, replaced inside);
// categories: categoryHash values (see common/hash.h), reduced to embedding rows inside. Scores are
// Σ_t vm_t·p_t. Module attributes: tasks, numeric_features, category_features, value_weights.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "core/estimator/estimator.h"

namespace luce {

/// Writes to a temporary file beside `file` and renames it. Throws Error naming the file.
void exportTorchScript(const Estimator& estimator, std::span<const double> valueWeights,
                       const std::filesystem::path& file);

}  // namespace luce
