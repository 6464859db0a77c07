#include "core/estimator/checkpoint.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;

EstimatorShape shapeFromJson(const std::string& text) {
  try {
    const json document = json::parse(text);
    EstimatorShape shape;
    document.at("numeric_features").get_to(shape.features.numeric);
    document.at("category_features").get_to(shape.features.category);
    document.at("tasks").get_to(shape.tasks);
    document.at("mean").get_to(shape.moments.mean);
    document.at("deviation").get_to(shape.moments.deviation);
    JsonReader reader(document, "checkpoint");
    reader.integers("hidden", shape.settings.hidden, 1, 16384);
    reader.integer("embedding_dimension", shape.settings.embeddingDimension, 0, 1024);
    reader.integer("hash_buckets", shape.settings.hashBuckets, 1, 1 << 26);
    reader.boolean("item_embedding", shape.settings.itemEmbedding);
    if (shape.moments.mean.size() != shape.features.numeric.size() ||
        shape.moments.deviation.size() != shape.features.numeric.size() || shape.tasks.empty() ||
        shape.features.category.empty()) {
      throw Error("The checkpoint is damaged: its description contradicts itself.");
    }
    return shape;
  } catch (const json::exception& error) {
    throw Error(fmt::format("The checkpoint is damaged: its description cannot be read ({}).",
                            error.what()));
  }
}

}  // namespace

std::string shapeToJson(const EstimatorShape& shape) {
  const EstimatorSettings& settings = shape.settings;
  return json{{"numeric_features", shape.features.numeric},
              {"category_features", shape.features.category},
              {"tasks", shape.tasks},
              {"mean", shape.moments.mean},
              {"deviation", shape.moments.deviation},
              {"hidden", settings.hidden},
              {"embedding_dimension", settings.embeddingDimension},
              {"hash_buckets", settings.hashBuckets},
              {"item_embedding", settings.itemEmbedding}}
      .dump();
}

EstimatorShape shapeFromMetadata(const TensorFile& file) {
  const auto description = file.metadata.find(kCheckpointMetadata);
  if (description == file.metadata.end()) {
    throw Error("This safetensors file does not hold a Luce estimator.");
  }
  return shapeFromJson(description->second);
}

std::size_t embeddedColumns(const EstimatorShape& shape) {
  if (shape.settings.embeddingDimension == 0) return 0;
  return shape.features.category.size() - (shape.settings.itemEmbedding ? 0 : 1);
}

std::int64_t inputWidth(const EstimatorShape& shape) {
  return static_cast<std::int64_t>(shape.features.numeric.size() +
                                   embeddedColumns(shape) *
                                       static_cast<std::size_t>(shape.settings.embeddingDimension));
}

std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensorShapes(
    const EstimatorShape& shape) {
  const EstimatorSettings& settings = shape.settings;
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> named;
  const auto columns = static_cast<std::int64_t>(embeddedColumns(shape));
  if (columns > 0) {
    named.push_back({"embedding", {columns * settings.hashBuckets, settings.embeddingDimension}});
  }
  std::vector<std::int64_t> outputs(settings.hidden.begin(), settings.hidden.end());
  outputs.push_back(static_cast<std::int64_t>(shape.tasks.size()));
  std::int64_t width = inputWidth(shape);
  for (std::size_t layer = 0; layer < outputs.size(); ++layer) {
    named.push_back({fmt::format("layers.{}.weight", layer), {outputs[layer], width}});
    named.push_back({fmt::format("layers.{}.bias", layer), {outputs[layer]}});
    width = outputs[layer];
  }
  return named;
}

CheckpointContent readCheckpoint(std::span<const std::byte> checkpoint) {
  TensorFile file = readSafetensors(checkpoint);
  CheckpointContent content{shapeFromMetadata(file), std::move(file.tensors)};
  const auto expected = tensorShapes(content.shape);
  bool fits = content.tensors.size() == expected.size();
  for (std::size_t i = 0; fits && i < expected.size(); ++i) {
    fits = content.tensors[i].name == expected[i].first &&
           content.tensors[i].shape == expected[i].second;
  }
  if (!fits) throw Error("The checkpoint is damaged: its tensors are not those it describes.");
  return content;
}

}  // namespace luce
