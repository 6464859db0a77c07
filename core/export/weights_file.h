// A ranker as bare numbers: a safetensors file, and a JSON document that tells what they mean.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/export/ranking_model.h"

namespace luce {

/// The checkpoint's tensors (see CheckpointContent), then "mean" and "deviation" [F] and
/// "value_weights" [T].
std::vector<std::byte> weightsFile(const RankingModel& ranker);

/// Features and tasks in order, layers, activation, normalisation, hashing and embedding, value
/// weights, temperature, and the formulas in words: enough to compute scores without Luce.
/// Indented.
std::string architectureJson(const RankingModel& ranker);

}  // namespace luce
