#include "core/export/python_snippet.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/common/hash.h"
#include "core/estimator/checkpoint.h"

namespace luce {

namespace {

constexpr std::string_view kHash = R"(def category_hash(feature, text):
    h = 0xcbf29ce484222325
    for byte in f"{feature}={text}".encode():
        h = (h ^ byte) * 0x100000001b3 % 2**64
    h = (h ^ h >> 33) * 0xff51afd7ed558ccd % 2**64
    return (h ^ h >> 33) >> 32
)";

constexpr std::string_view kTorchScript = R"(
model = torch.jit.load({0})
hashes = [[category_hash(f, t) for f, t in zip(model.category_features, row)] for row in texts]
rows = torch.tensor(numbers, dtype=torch.float32), torch.tensor(hashes)
scores, p = model(*rows)
policy, ranking = model.policy(*rows), model.rank(*rows, noise=torch.rand(len(numbers)))
)";

constexpr std::string_view kOnnx = R"(
model = onnxruntime.InferenceSession({0})
features = json.loads(model.get_modelmeta().custom_metadata_map["category_features"])
hashes = [[category_hash(f, t) for f, t in zip(features, row)] for row in texts]
scores, p = model.run(["scores", "p"], {{"numeric": np.array(numbers, np.float32),
                                        "categories": np.array(hashes, np.int64)}})
)";

constexpr std::string_view kSafetensors = R"(
w, about = load_file({0}), json.load(open({1}))
x = (np.array(numbers, np.float32) - w["mean"]) / w["deviation"]
x = np.nan_to_num(x, nan=0).clip(-about["normalisation"]["limit"], about["normalisation"]["limit"])
if e := about["embedding"]:
    hashes = [[category_hash(f, t) for f, t in zip(e["columns"], row)] for row in texts]
    rows = np.array(hashes) % e["hash_buckets"] + np.arange(len(e["columns"])) * e["hash_buckets"]
    x = np.hstack([x, w["embedding"][rows].reshape(len(x), -1)])
for layer in about["layers"]:
    x = x @ w[layer["weight"]].T + w[layer["bias"]]
    x = np.maximum(x, 0) if layer["activation"] == "relu" else 1 / (1 + np.exp(-x))
scores, p = x @ w["value_weights"], x
)";

/// A text as Python reads it, too.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string listOf(const std::vector<float>& numbers) {
  std::string list;
  for (const float number : numbers) {
    list += (list.empty() ? "" : ", ") + (std::isnan(number) ? "nan" : fmt::format("{}", number));
  }
  return "[" + list + "]";
}

std::string listOf(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted(text);
  return "[" + list + "]";
}

template <class Rows>
std::string listOfRows(const Rows& rows) {
  std::string list;
  for (const auto& row : rows) list += (list.empty() ? "" : ", ") + listOf(row);
  return "[" + list + "]";
}

std::string rowLines(const ExampleRows& rows) {
  return fmt::format("numbers = {}\ntexts = {}\n", listOfRows(rows.numbers),
                     listOfRows(rows.texts));
}

}  // namespace

ExampleRows exampleRows(const EstimatorShape& shape) {
  const std::vector<float>& mean = shape.moments.mean;
  std::vector<float> above = mean;
  for (std::size_t i = 0; i < above.size(); ++i) above[i] += shape.moments.deviation[i];
  const std::size_t texts = shape.features.category.size();
  return {{mean, above},
          {std::vector<std::string>(texts), std::vector<std::string>(texts, "example")}};
}

GatheredSlates gather(const ExampleRows& rows, const EstimatorShape& shape) {
  GatheredSlates gathered;
  gathered.offsets = {0, static_cast<std::int64_t>(rows.texts.size())};
  for (const std::vector<float>& row : rows.numbers) {
    gathered.numeric.insert(gathered.numeric.end(), row.begin(), row.end());
  }
  for (const std::vector<std::string>& row : rows.texts) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      gathered.category.push_back(categoryHash(shape.features.category[i], row[i]));
    }
  }
  return gathered;
}

std::string pythonSnippet(const ExportFormat& format, const std::string& file,
                          const ExampleRows& rows) {
  const std::string_view id = format.id;
  const std::string start = "\n" + std::string(kHash) + "\n" + rowLines(rows);
  if (id == "torchscript") {
    return "import torch\nfrom math import nan\n" + start +
           fmt::format(fmt::runtime(kTorchScript), quoted(file));
  }
  if (id == "onnx") {
    return "import json, numpy as np, onnxruntime\nfrom math import nan\n" + start +
           fmt::format(fmt::runtime(kOnnx), quoted(file));
  }
  if (id == "safetensors") {
    return "import json, numpy as np\nfrom math import nan\nfrom safetensors.numpy import "
           "load_file\n" +
           start + fmt::format(fmt::runtime(kSafetensors), quoted(file), quoted(file + ".json"));
  }
  return "";
}

}  // namespace luce
