// The tensors of an estimator. For the few files that compute with LibTorch; all others use
// estimator/estimator.h.
//
//   x      = [ clamp((numeric − mean) / deviation, ±10), missing = 0 ; embeddings of categories ]
//   x      = relu(W_k x + b_k)   for each hidden layer
//   logits = W x + b             R × tasks
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/estimator/checkpoint.h"
#include "core/estimator/estimator.h"
#include "core/estimator/safetensors.h"

namespace luce {

struct NetworkInputs {
  torch::Tensor numeric;  ///< float R × F, raw; NaN = missing
  torch::Tensor rows;     ///< int64 R × C, rows of the embedding table
};

struct Network {
  /// Weights are zero until initialise() or assign().
  Network(EstimatorShape shape, torch::Device device);

  EstimatorShape shape;
  torch::Device device;
  torch::Tensor mean;                          ///< F
  torch::Tensor deviation;                     ///< F
  torch::Tensor values;                        ///< all trainable numbers, as DenseLayout says
  torch::Tensor embedding;                     ///< (C · buckets) × dimension; C may be 0
  std::vector<torch::Tensor> weights, biases;  ///< hidden layers, then the output layer

  /// PyTorch's own scheme for linear layers, from the seed alone.
  void initialise(std::uint64_t seed);

  /// Trainable tensors by their names in checkpoints; they lie in `values`.
  std::vector<std::pair<std::string, torch::Tensor>> parameters() const;
  /// The same without names.
  std::vector<torch::Tensor> trainable() const;
  /// Throws Error when a tensor is missing, left over or of another shape.
  void assign(const TensorFile& file);
  void copyWeights(const Network& other);
  /// All trainable numbers of a network on the processor.
  std::span<float> numbers();
  std::span<const float> numbers() const;

  /// Category columns that are embedded: the gathered ones, without the item key if it is not used.
  std::size_t categoryColumns() const;
  /// Copies to the device. buffer keeps the embedding rows and must outlive the result.
  NetworkInputs inputs(const GatheredSlates& gathered, std::vector<std::int64_t>& buffer) const;
  /// Float32 whatever the precision.
  torch::Tensor logits(const NetworkInputs& inputs, Precision precision = Precision::Float32) const;
};

}  // namespace luce
