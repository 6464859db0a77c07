#include "core/estimator/network.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/common/error.h"
#include "core/estimator/dense_pass.h"

namespace luce {

namespace {

constexpr double kEmbeddingDeviation = 0.1;

torch::Tensor vectorTensor(const std::vector<float>& values, torch::Device device) {
  return torch::tensor(values, torch::kFloat32).to(device);
}

/// Part of `values` as a tensor that gradients are kept of.
torch::Tensor parameter(const torch::Tensor& values, std::size_t first, torch::IntArrayRef shape) {
  std::int64_t count = 1;
  for (const std::int64_t size : shape) count *= size;
  return values.narrow(0, static_cast<std::int64_t>(first), count)
      .view(shape)
      .detach()
      .set_requires_grad(true);
}

}  // namespace

Network::Network(EstimatorShape shape_, torch::Device device_)
    : shape(std::move(shape_)),
      device(device_),
      mean(vectorTensor(shape.moments.mean, device)),
      deviation(vectorTensor(shape.moments.deviation, device)) {
  const DenseLayout layout(shape);
  const auto size = [](std::size_t number) { return static_cast<std::int64_t>(number); };
  values = torch::zeros({size(layout.parameters)}, torch::TensorOptions().device(device));
  embedding = parameter(values, 0, {size(layout.columns * layout.buckets), size(layout.dimension)});
  for (const DenseLayout::Layer& layer : layout.layers) {
    weights.push_back(parameter(values, layer.weight, {size(layer.out), size(layer.in)}));
    biases.push_back(parameter(values, layer.bias, {size(layer.out)}));
  }
}

void Network::initialise(std::uint64_t seed) {
  const torch::NoGradGuard noGradient;
  // A generator of our own: another thread's random numbers must not change this run.
  at::Generator generator = at::detail::createCPUGenerator(seed);
  const auto fill = [&](torch::Tensor& target, auto&& draw) {
    torch::Tensor drawn = torch::empty(target.sizes(), torch::kFloat32);
    draw(drawn);
    target.copy_(drawn);
  };
  fill(embedding,
       [&](torch::Tensor& drawn) { drawn.normal_(0.0, kEmbeddingDeviation, generator); });
  for (std::size_t layer = 0; layer < weights.size(); ++layer) {
    const double bound =
        1.0 / std::sqrt(std::max(1.0, static_cast<double>(weights[layer].size(1))));
    const auto uniform = [&](torch::Tensor& drawn) { drawn.uniform_(-bound, bound, generator); };
    fill(weights[layer], uniform);
    fill(biases[layer], uniform);
  }
}

std::vector<std::pair<std::string, torch::Tensor>> Network::parameters() const {
  std::vector<std::pair<std::string, torch::Tensor>> named;
  if (embedding.numel() > 0) named.emplace_back("embedding", embedding);
  for (std::size_t layer = 0; layer < weights.size(); ++layer) {
    named.emplace_back(fmt::format("layers.{}.weight", layer), weights[layer]);
    named.emplace_back(fmt::format("layers.{}.bias", layer), biases[layer]);
  }
  return named;
}

std::vector<torch::Tensor> Network::trainable() const {
  std::vector<torch::Tensor> tensors;
  for (const auto& [name, tensor] : parameters()) tensors.push_back(tensor);
  return tensors;
}

void Network::assign(const TensorFile& file) {
  const torch::NoGradGuard noGradient;
  const auto named = parameters();
  if (file.tensors.size() != named.size()) {
    throw Error(fmt::format("The checkpoint holds {} tensors; this estimator has {}.",
                            file.tensors.size(), named.size()));
  }
  for (const auto& [name, target] : named) {
    const auto found = std::find_if(file.tensors.begin(), file.tensors.end(),
                                    [&](const NamedTensor& tensor) { return tensor.name == name; });
    if (found == file.tensors.end()) throw Error("The checkpoint lacks the tensor " + name + ".");
    if (target.sizes().vec() != found->shape) {
      throw Error("The checkpoint's tensor " + name + " does not have the estimator's shape.");
    }
    auto* stored = const_cast<float*>(found->values.data());  // from_blob wants it; only read
    target.copy_(torch::from_blob(stored, found->shape, torch::kFloat32));
  }
}

void Network::copyWeights(const Network& other) {
  const torch::NoGradGuard noGradient;
  values.copy_(other.values);
}

std::span<float> Network::numbers() {
  return {values.data_ptr<float>(), static_cast<std::size_t>(values.numel())};
}

std::span<const float> Network::numbers() const {
  return {values.data_ptr<float>(), static_cast<std::size_t>(values.numel())};
}

std::size_t Network::categoryColumns() const {
  return embeddedColumns(shape);
}

NetworkInputs Network::inputs(const GatheredSlates& gathered,
                              std::vector<std::int64_t>& buffer) const {
  const std::int64_t rows = gathered.rows();
  const std::size_t stride = shape.features.category.size();
  const std::size_t columns = categoryColumns();
  const auto buckets = static_cast<std::uint32_t>(shape.settings.hashBuckets);
  buffer.resize(static_cast<std::size_t>(rows) * columns);
  std::size_t place = 0;
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::uint32_t bucket = gathered.category[row * stride + column] % buckets;
      buffer[place++] = static_cast<std::int64_t>(column) * buckets + bucket;
    }
  }
  auto* numeric = const_cast<float*>(gathered.numeric.data());  // from_blob wants it; only read
  return {
      torch::from_blob(numeric, {rows, static_cast<std::int64_t>(shape.features.numeric.size())},
                       torch::kFloat32)
          .to(device),
      torch::from_blob(buffer.data(), {rows, static_cast<std::int64_t>(columns)}, torch::kInt64)
          .to(device)};
}

torch::Tensor Network::logits(const NetworkInputs& inputs, Precision precision) const {
  torch::Tensor x = (inputs.numeric - mean) / deviation;
  // Only a number equals itself; isnan() does not run without values (see kShapesOnly).
  x = torch::where(x == x, x, torch::zeros_like(x)).clamp(-kInputLimit, kInputLimit);
  if (inputs.rows.size(1) > 0) {
    x = torch::cat({x, torch::embedding(embedding, inputs.rows).flatten(1)}, 1);
  }
  const bool mixed = precision == Precision::BFloat16;
  const auto multiplied = [mixed](const torch::Tensor& tensor) {
    return mixed ? tensor.to(torch::kBFloat16) : tensor;
  };
  x = multiplied(x);
  for (std::size_t layer = 0; layer < weights.size(); ++layer) {
    x = torch::linear(x, multiplied(weights[layer]), multiplied(biases[layer]));
    if (layer + 1 < weights.size()) x = torch::relu(x);
  }
  return mixed ? x.to(torch::kFloat32) : x;
}

}  // namespace luce
