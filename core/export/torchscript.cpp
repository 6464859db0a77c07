#include "core/export/torchscript.h"

#include <fmt/format.h>
#include <torch/script.h>

#include <filesystem>

#include "core/common/error.h"
#include "core/estimator/network.h"

namespace luce {

namespace {

torch::Tensor constant(const torch::Tensor& tensor) {
  return tensor.detach().cpu().clone().contiguous();
}

torch::jit::IValue textList(const std::vector<std::string>& texts) {
  c10::List<std::string> list;
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

/// The module's forward, in TorchScript: the same expression as Network::logits, then the value
/// model.
std::string forwardSource(const Network& network) {
  const bool embeds = network.categoryColumns() > 0;
  std::string source = fmt::format(
      "def forward(self, numeric: Tensor, categories: Tensor) -> Tuple[Tensor, Tensor]:\n"
      "    x = (numeric - self.mean) / self.deviation\n"
      "    x = torch.clamp(torch.nan_to_num(x, 0.0, {0:.1f}, -{0:.1f}), -{0:.1f}, {0:.1f})\n",
      kInputLimit);
  if (embeds) {
    source += fmt::format(
        "    rows = torch.remainder(categories[:, :{0}], {1}) + torch.arange({0}, "
        "device=categories.device) * {1}\n"
        "    x = torch.cat([x, torch.embedding(self.embedding, rows).flatten(1)], 1)\n",
        network.categoryColumns(), network.shape.settings.hashBuckets);
  }
  for (std::size_t layer = 0; layer < network.weights.size(); ++layer) {
    const bool hidden = layer + 1 < network.weights.size();
    source += fmt::format("    x = torch.linear(x, self.weight_{0}, self.bias_{0})\n", layer);
    if (hidden) source += "    x = torch.relu(x)\n";
  }
  return source +
         "    p = torch.sigmoid(x)\n"
         "    return torch.matmul(p, self.value_weights), p\n";
}

torch::jit::Module buildModule(const Network& network, std::span<const double> valueWeights) {
  torch::jit::Module module("LuceRanker");
  module.register_buffer("mean", constant(network.mean));
  module.register_buffer("deviation", constant(network.deviation));
  const std::vector<float> weights(valueWeights.begin(), valueWeights.end());
  module.register_buffer("value_weights", torch::tensor(weights, torch::kFloat32));
  if (network.categoryColumns() > 0) {
    module.register_parameter("embedding", constant(network.embedding), false);
  }
  for (std::size_t layer = 0; layer < network.weights.size(); ++layer) {
    module.register_parameter(fmt::format("weight_{}", layer), constant(network.weights[layer]),
                              false);
    module.register_parameter(fmt::format("bias_{}", layer), constant(network.biases[layer]),
                              false);
  }
  const auto texts = c10::ListType::create(c10::StringType::get());
  module.register_attribute("tasks", texts, textList(network.shape.tasks));
  module.register_attribute("numeric_features", texts, textList(network.shape.features.numeric));
  module.register_attribute("category_features", texts, textList(network.shape.features.category));
  module.define(forwardSource(network));
  module.eval();
  return module;
}

}  // namespace

void exportTorchScript(const Estimator& estimator, std::span<const double> valueWeights,
                       const std::filesystem::path& file) {
  const Network& network = estimator.network();
  if (valueWeights.size() != network.shape.tasks.size()) {
    throw Error(fmt::format("The estimator has {} tasks, but {} value weights were given.",
                            network.shape.tasks.size(), valueWeights.size()));
  }
  const std::filesystem::path temporary = file.string() + ".part";
  try {
    buildModule(network, valueWeights).save(temporary.string());
    std::filesystem::rename(temporary, file);
  } catch (const c10::Error& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw Error(fmt::format("Cannot write {}: {}", file.string(), error.what_without_backtrace()));
  } catch (const std::filesystem::filesystem_error& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw Error(fmt::format("Cannot write {}: {}.", file.string(), error.code().message()));
  }
}

}  // namespace luce
