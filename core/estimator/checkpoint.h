// What a checkpoint holds, without LibTorch: for code that writes an estimator in another form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/estimator/estimator.h"
#include "core/estimator/safetensors.h"

namespace luce {

/// How many deviations from the mean a numeric input may lie: a wild value in a log or at serving
/// must not drown all others.
inline constexpr double kInputLimit = 10.0;

/// Key of the description in the metadata.
inline constexpr const char* kCheckpointMetadata = "luce";

struct CheckpointContent {
  EstimatorShape shape;
  /// "embedding" where categories are embedded, then "layers.<k>.weight" (outputs × inputs) and
  /// "layers.<k>.bias" of the hidden layers and the output layer.
  std::vector<NamedTensor> tensors;
};

/// Throws Error when the content is damaged, not an estimator, or its tensors are not those of its
/// shape.
CheckpointContent readCheckpoint(std::span<const std::byte> checkpoint);

/// Category columns that are embedded: the gathered ones, without the item key if it is not used.
std::size_t embeddedColumns(const EstimatorShape& shape);
/// Inputs of the first layer: numbers, then the embeddings column by column.
std::int64_t inputWidth(const EstimatorShape& shape);
/// Names and shapes of an estimator's trained tensors, in order.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensorShapes(
    const EstimatorShape& shape);

/// The description inside a checkpoint, and its inverse, which throws Error.
std::string shapeToJson(const EstimatorShape& shape);
EstimatorShape shapeFromMetadata(const TensorFile& file);

}  // namespace luce
