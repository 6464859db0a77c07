#include "core/export/torchscript.h"

#include <fmt/format.h>
#include <torch/script.h>

#include <sstream>

#include "core/common/error.h"

namespace luce {

namespace {

torch::Tensor constant(std::span<const float> values, torch::IntArrayRef shape) {
  auto* data = const_cast<float*>(values.data());  // from_blob wants it; only read
  return torch::from_blob(data, shape, torch::kFloat32).clone();
}

torch::Tensor constant(std::span<const float> values) {
  return constant(values, {static_cast<std::int64_t>(values.size())});
}

torch::jit::IValue textList(const std::vector<std::string>& texts) {
  c10::List<std::string> list;
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

/// "layers.0.weight" is no name of a Python attribute.
std::string attributeName(std::string name) {
  for (char& character : name) {
    if (character == '.') character = '_';
  }
  return name;
}

/// The module's forward, in TorchScript: the same expression as Network::logits, then the value
/// model.
std::string forwardSource(const EstimatorShape& shape) {
  std::string source = fmt::format(
      "def forward(self, numeric: Tensor, categories: Tensor) -> Tuple[Tensor, Tensor]:\n"
      "    x = (numeric - self.mean) / self.deviation\n"
      "    x = torch.clamp(torch.nan_to_num(x, 0.0, {0:.1f}, -{0:.1f}), -{0:.1f}, {0:.1f})\n",
      kInputLimit);
  if (const std::size_t columns = embeddedColumns(shape); columns > 0) {
    source += fmt::format(
        "    rows = torch.remainder(categories[:, :{0}], {1}) + torch.arange({0}, "
        "device=categories.device) * {1}\n"
        "    x = torch.cat([x, torch.embedding(self.embedding, rows).flatten(1)], 1)\n",
        columns, shape.settings.hashBuckets);
  }
  for (std::size_t layer = 0; layer <= shape.settings.hidden.size(); ++layer) {
    source += fmt::format("    x = torch.linear(x, self.layers_{0}_weight, self.layers_{0}_bias)\n",
                          layer);
    if (layer < shape.settings.hidden.size()) source += "    x = torch.relu(x)\n";
  }
  return source +
         "    p = torch.sigmoid(x)\n"
         "    return torch.matmul(p, self.value_weights), p\n";
}

std::string policySource(double temperature) {
  return fmt::format(
      "def policy(self, numeric: Tensor, categories: Tensor, temperature: float = {0:#.17g}) -> "
      "Tensor:\n"
      "    return torch.softmax(self.forward(numeric, categories)[0] / temperature, 0)\n"
      "def rank(self, numeric: Tensor, categories: Tensor, temperature: float = {0:#.17g}, "
      "noise: Optional[Tensor] = None) -> Tensor:\n"
      "    keys = self.forward(numeric, categories)[0].double()\n"
      "    if noise is not None:\n"
      "        drawn = torch.clamp(noise.double(), {1:.0e}, 1.0 - {2:.0e})\n"
      "        keys = keys / temperature - torch.log(-torch.log(drawn))\n"
      "    return torch.sort(keys, stable=True, dim=0, descending=True)[1]\n",
      temperature, 1e-300, 1e-16);
}

torch::jit::Module buildModule(const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  torch::jit::Module module("LuceRanker");
  module.register_buffer("mean", constant(shape.moments.mean));
  module.register_buffer("deviation", constant(shape.moments.deviation));
  const std::vector<float> weights(ranker.valueWeights.begin(), ranker.valueWeights.end());
  module.register_buffer("value_weights", constant(weights));
  for (const NamedTensor& tensor : ranker.estimator.tensors) {
    module.register_parameter(attributeName(tensor.name), constant(tensor.values, tensor.shape),
                              false);
  }
  const auto texts = c10::ListType::create(c10::StringType::get());
  module.register_attribute("tasks", texts, textList(shape.tasks));
  module.register_attribute("numeric_features", texts, textList(shape.features.numeric));
  module.register_attribute("category_features", texts, textList(shape.features.category));
  module.register_attribute("temperature", c10::FloatType::get(), ranker.temperature);
  module.define(forwardSource(shape));
  module.define(policySource(ranker.temperature));
  module.eval();
  return module;
}

}  // namespace

std::string torchScriptModule(const RankingModel& ranker) {
  try {
    std::ostringstream content;
    buildModule(ranker).save(content);
    return std::move(content).str();
  } catch (const c10::Error& error) {
    throw Error(fmt::format("The model cannot be put into TorchScript: {}",
                            error.what_without_backtrace()));
  }
}

}  // namespace luce
