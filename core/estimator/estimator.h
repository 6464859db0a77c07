// The estimator behind plain types: p_θ(t) for each candidate. LibTorch stays inside.
//
// A checkpoint is a safetensors file in memory: eight bytes of header length (little endian), a
// JSON header with name, dtype "F32", shape and byte offsets of each parameter, then the values;
// header["__metadata__"]["luce"] holds layout, tasks, moments and settings as JSON text. Reading
// one checks every length and never executes anything.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/dataset/gather.h"
#include "core/estimator/estimator_settings.h"
#include "core/policy/predictions.h"

namespace luce {

/// What an estimator is made for; fixed for its life.
struct EstimatorShape {
  FeatureLayout features;
  std::vector<std::string> tasks;
  NumericMoments moments;
  EstimatorSettings settings;
};

struct Network;  // holds the tensors; estimator/network.h

class Estimator {
 public:
  /// Random weights from the seed. device: "cpu", "cuda", "cuda:1"; see estimator/device.h.
  Estimator(EstimatorShape shape, std::uint64_t seed, const std::string& device = "cpu");
  /// Throws Error when the checkpoint is damaged or not an estimator.
  static Estimator fromCheckpoint(std::span<const std::byte> checkpoint,
                                  const std::string& device = "cpu");
  Estimator(Estimator&&) noexcept;
  Estimator& operator=(Estimator&&) noexcept;
  ~Estimator();

  const EstimatorShape& shape() const;
  std::vector<std::byte> checkpoint() const;
  /// A copy with weights of its own, for a frozen reference.
  Estimator clone() const;
  /// Takes over the weights of an estimator of the same shape.
  void copyWeights(const Estimator& other);

  /// Task probabilities of the slates, in blocks; not thread-safe against training the same object.
  /// Throws Error if the table's features or tasks differ from the shape; Cancelled.
  Predictions predict(const SlateTable& table, std::span<const std::uint32_t> slates,
                      std::stop_token stop = {}) const;
  /// Of any rows with the shape's columns: task columns, see policy/value_model.h.
  std::vector<float> probabilities(const GatheredSlates& rows) const;

  /// Whether its tensors are in the processor's memory.
  bool onProcessor() const;
  /// All trainable numbers of an estimator on the processor, in the order of DenseLayout.
  std::span<float> parameters();
  std::span<const float> parameters() const;

  Network& network() { return *network_; }
  const Network& network() const { return *network_; }

 private:
  explicit Estimator(std::unique_ptr<Network> network);
  /// Shared so that whoever destroys it need not know what it is: see tensor_library.h.
  std::shared_ptr<Network> network_;
};

}  // namespace luce
