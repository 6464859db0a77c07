#pragma once

#include <string>
#include <vector>

namespace luce {

/// The estimator p_θ(t): a multi-task network over normalised numbers and hashed embeddings.
struct EstimatorSettings {
  std::vector<int> hidden{64, 32};  ///< widths of the hidden layers; empty = linear
  int embeddingDimension = 8;       ///< of every category, 0 = categories are not used
  int hashBuckets = 2048;           ///< embedding rows a category column
  bool itemEmbedding = true;        ///< whether the item's own key is one of the categories
  bool operator==(const EstimatorSettings&) const = default;
};

/// What the layers multiply in while they are trained. Weights, inputs, loss and optimiser are
/// float32 in either.
enum class Precision {
  Float32,
  BFloat16,  ///< mixed: quicker where the device multiplies it in hardware, coarser (8 bits)
};
std::string toString(Precision precision);  ///< "float32", "bfloat16"

}  // namespace luce
