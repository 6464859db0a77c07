// A ranker as an ONNX model (operator set 15), for ONNX Runtime and the servers that understand it.
//
// Inputs and outputs are named as in export/ranking_model.h; the first axis, "rows", is free, also
// 0. The metadata hold tasks, numeric_features, category_features, value_weights (JSON lists),
// temperature and category_hash (the rule in words).
#pragma once

#include <string>

#include "core/export/ranking_model.h"

namespace luce {

/// The content of the file. Throws Error for models of more than 2 GB, which ONNX cannot hold in
/// one file.
std::string onnxModel(const RankingModel& ranker);

}  // namespace luce
