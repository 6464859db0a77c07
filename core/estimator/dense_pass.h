// The network of estimator/network.h computed on the processor without tensors: forward, and
// backward from a gradient on the logits to one on the parameters.
//
// Each thread takes rows of its own through all layers, block by block, so that a block's
// activations stay in its cache; each sums the gradients of its rows, and the sums are joined in
// the order of the threads: with one number of threads the numbers are always the same. After the
// first batch of a size nothing is allocated.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/common/crew.h"
#include "core/dataset/gather.h"
#include "core/estimator/estimator.h"

namespace luce {

/// Where each tensor begins in an array of all parameters: the embedding, then each layer's
/// weight (out × in) and bias. The order of checkpoints.
struct DenseLayout {
  explicit DenseLayout(const EstimatorShape& shape);

  struct Layer {
    std::size_t in, out, weight, bias;
  };
  std::size_t numeric, columns, buckets, dimension;
  std::size_t embedding;   ///< values of the embedding, which come first
  std::size_t parameters;  ///< in all
  std::vector<Layer> layers;
  std::size_t embedded() const { return columns * dimension; }
};

class DensePass {
 public:
  /// crew must outlive it.
  DensePass(const EstimatorShape& shape, Crew& crew);

  const DenseLayout& layout() const { return layout_; }

  /// Logits, rows × tasks, of rows with the shape's columns; valid until the next call. backward()
  /// starts from the latest forward(), and `parameters` must be the same then.
  std::span<const float> forward(std::span<const float> parameters, const GatheredSlates& rows);
  void backward(std::span<const float> parameters, std::span<const float> logitGradient);
  /// As if a batch without rows had gone through both.
  void clearGradient();

  /// ∂loss/∂parameters of the latest backward().
  std::span<const float> gradient() const { return gradient_; }
  /// Rows of the embedding where it is not 0, each once.
  std::span<const std::uint32_t> touched() const { return touched_; }

  /// Gives all memory back that the next batch takes again; there is no gradient until then.
  void release();

  /// The logits alone, rows × tasks; remembers nothing.
  void predict(std::span<const float> parameters, const GatheredSlates& rows,
               std::span<float> logits);

 private:
  int membersFor(std::size_t rows) const;
  void findEmbeddingRows(const GatheredSlates& rows, std::size_t begin, std::size_t end);
  void prepareInput(std::span<const float> parameters, const GatheredSlates& rows,
                    std::size_t begin, std::size_t end, float* input);
  /// activations[k]: where the block's inputs of layer k go, out: its logits.
  void throughLayers(std::span<const float> parameters, std::span<float* const> activations,
                     std::size_t rows, float* out) const;
  void blockBackward(std::span<const float> parameters, std::span<const float> logitGradient,
                     std::size_t begin, std::size_t end, int member);
  void scatter(int member, int members);
  void joinSums(int member, int members);

  DenseLayout layout_;
  std::vector<float> mean_, deviation_;
  std::size_t tasks_, categories_, widest_, block_;
  Crew& crew_;

  std::size_t rows_ = 0;                         ///< of the latest forward()
  std::vector<std::uint32_t> embeddingRows_;     ///< rows × columns
  std::vector<std::vector<float>> activations_;  ///< inputs of each layer, rows × in
  std::vector<float> logits_, gradient_;
  std::vector<float> inputGradient_;  ///< rows × embedded()
  std::vector<std::uint32_t> touched_, touchedAt_;
  std::uint32_t pass_ = 0;

  struct Member {
    std::vector<float> delta, nextDelta, sums;
    std::vector<std::vector<float>> activations;
    std::vector<std::uint32_t> touched;
    std::vector<float*> places;
  };
  std::vector<Member> members_;
};

}  // namespace luce
