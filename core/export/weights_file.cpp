#include "core/export/weights_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace luce {

namespace {

using nlohmann::ordered_json;

ordered_json embeddingJson(const EstimatorShape& shape) {
  const std::size_t columns = embeddedColumns(shape);
  if (columns == 0) return nullptr;
  return {{"tensor", "embedding"},
          {"columns", std::vector<std::string>(
                          shape.features.category.begin(),
                          shape.features.category.begin() + static_cast<std::ptrdiff_t>(columns))},
          {"dimension", shape.settings.embeddingDimension},
          {"hash_buckets", shape.settings.hashBuckets},
          {"row", "column * hash_buckets + category_hash mod hash_buckets, columns from 0"},
          {"category_hash",
           "h = FNV-1a 64 bit over the UTF-8 bytes of feature name + '=' + text; h ^= h >> 33; h = "
           "h * 0xff51afd7ed558ccd mod 2^64; h ^= h >> 33; the upper 32 bits of h"}};
}

ordered_json layersJson(const EstimatorShape& shape) {
  ordered_json layers = ordered_json::array();
  const std::size_t count = shape.settings.hidden.size() + 1;
  for (std::size_t layer = 0; layer < count; ++layer) {
    const bool hidden = layer + 1 < count;
    layers.push_back(
        {{"weight", fmt::format("layers.{}.weight", layer)},
         {"bias", fmt::format("layers.{}.bias", layer)},
         {"outputs", hidden ? shape.settings.hidden[layer] : static_cast<int>(shape.tasks.size())},
         {"activation", hidden ? "relu" : "sigmoid"}});
  }
  return layers;
}

}  // namespace

std::vector<std::byte> weightsFile(const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  TensorFile file;
  file.tensors = ranker.estimator.tensors;
  const auto numbers = static_cast<std::int64_t>(shape.features.numeric.size());
  file.tensors.push_back({"mean", {numbers}, shape.moments.mean});
  file.tensors.push_back({"deviation", {numbers}, shape.moments.deviation});
  file.tensors.push_back({"value_weights",
                          {static_cast<std::int64_t>(shape.tasks.size())},
                          {ranker.valueWeights.begin(), ranker.valueWeights.end()}});
  file.metadata["format"] = "luce ranker";
  return writeSafetensors(file);
}

std::string architectureJson(const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  return ordered_json{
             {"format", "luce ranker"},
             {"tasks", shape.tasks},
             {"numeric_features", shape.features.numeric},
             {"category_features", shape.features.category},
             {"normalisation",
              {{"mean", "mean"},
               {"deviation", "deviation"},
               {"limit", kInputLimit},
               {"formula",
                "clamp((numeric - mean) / deviation, -limit, limit); missing (NaN) becomes 0"}}},
             {"embedding", embeddingJson(shape)},
             {"input_width", inputWidth(shape)},
             {"input", "normalised numbers, then the embeddings, column by column"},
             {"layers", layersJson(shape)},
             {"layer_formula",
              "x = activation(weight x + bias); weight is outputs x inputs; the last "
              "layer's x is p, one probability a task"},
             {"value_weights", ranker.valueWeights},
             {"score_formula", "score = sum over tasks of value_weight * p"},
             {"temperature", ranker.temperature},
             {"policy_formula",
              "policy = softmax over the candidates of a slate of score / temperature"}}
             .dump(2) +
         "\n";
}

}  // namespace luce
