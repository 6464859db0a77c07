#include "core/export/onnx.h"

#include <fmt/format.h>
#include <onnx/onnx_pb.h>

#include <bit>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/common/error.h"

namespace luce {

namespace {

using Names = std::vector<std::string>;

static_assert(std::endian::native == std::endian::little,
              "values are written as they lie in memory");

constexpr int kOperatorSet = 15;
constexpr int kFormatVersion = 8;  // the one that came with this operator set
constexpr const char* kRows = "rows";

/// Writes nodes and constants one after another; each step returns the name of its result.
class GraphWriter {
 public:
  explicit GraphWriter(onnx::GraphProto& graph) : graph_(graph) {}

  void input(const std::string& name, int type, std::int64_t columns) {
    describe(*graph_.add_input(), name, type, columns);
  }
  void output(const std::string& name, std::int64_t columns) {
    describe(*graph_.add_output(), name, onnx::TensorProto::FLOAT, columns);
  }

  std::string floats(const std::string& name, std::span<const float> values,
                     std::span<const std::int64_t> shape) {
    return constant(name, onnx::TensorProto::FLOAT, std::as_bytes(values), shape);
  }
  std::string floats(const std::string& name, std::span<const float> values) {
    const std::int64_t size = static_cast<std::int64_t>(values.size());
    return floats(name, values, {&size, 1});
  }
  std::string number(const std::string& name, float value) { return floats(name, {&value, 1}, {}); }
  std::string integers(const std::string& name, const std::vector<std::int64_t>& values) {
    const std::int64_t size = static_cast<std::int64_t>(values.size());
    return constant(name, onnx::TensorProto::INT64, std::as_bytes(std::span(values)), {&size, 1});
  }

  std::string node(const char* type, const Names& inputs, const std::string& result,
                   const std::vector<std::pair<const char*, std::int64_t>>& attributes = {}) {
    onnx::NodeProto& node = *graph_.add_node();
    node.set_op_type(type);
    node.set_name(result);
    for (const std::string& input : inputs) node.add_input(input);
    node.add_output(result);
    for (const auto& [name, value] : attributes) {
      onnx::AttributeProto& attribute = *node.add_attribute();
      attribute.set_name(name);
      attribute.set_type(onnx::AttributeProto::INT);
      attribute.set_i(value);
    }
    return result;
  }

 private:
  /// columns: −1 = the value has one axis only.
  static void describe(onnx::ValueInfoProto& value, const std::string& name, int type,
                       std::int64_t columns) {
    value.set_name(name);
    onnx::TypeProto::Tensor& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(type);
    tensor.mutable_shape()->add_dim()->set_dim_param(kRows);
    if (columns >= 0) tensor.mutable_shape()->add_dim()->set_dim_value(columns);
  }

  std::string constant(const std::string& name, int type, std::span<const std::byte> values,
                       std::span<const std::int64_t> shape) {
    onnx::TensorProto& tensor = *graph_.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (const std::int64_t extent : shape) tensor.add_dims(extent);
    tensor.set_raw_data(values.data(), values.size());
    return name;
  }

  onnx::GraphProto& graph_;
};

/// clamp((numeric − mean) / deviation, ±limit), missing = 0.
std::string normalised(GraphWriter& graph, const EstimatorShape& shape) {
  const std::string centred =
      graph.node("Sub", {"numeric", graph.floats("mean", shape.moments.mean)}, "centred");
  const std::string scaled =
      graph.node("Div", {centred, graph.floats("deviation", shape.moments.deviation)}, "scaled");
  const std::string known = graph.node(
      "Where", {graph.node("IsNaN", {scaled}, "missing"), graph.number("zero", 0), scaled},
      "known");
  const auto limit = static_cast<float>(kInputLimit);
  return graph.node("Clip", {known, graph.number("lowest", -limit), graph.number("highest", limit)},
                    "numbers");
}

/// The embeddings of all embedded columns, beside each other.
std::string embedded(GraphWriter& graph, const EstimatorShape& shape, const NamedTensor& table) {
  const auto columns = static_cast<std::int64_t>(embeddedColumns(shape));
  const std::int64_t buckets = shape.settings.hashBuckets;
  std::vector<std::int64_t> firstRows;
  for (std::int64_t column = 0; column < columns; ++column) firstRows.push_back(column * buckets);
  std::string hashes = "categories";
  if (embeddedColumns(shape) < shape.features.category.size()) {
    hashes =
        graph.node("Slice",
                   {hashes, graph.integers("first_column", {0}),
                    graph.integers("last_column", {columns}), graph.integers("column_axis", {1})},
                   "embedded_categories");
  }
  // Mod without fmod takes the sign of the divisor, as torch.remainder does.
  const std::string bucket =
      graph.node("Mod", {hashes, graph.integers("hash_buckets", {buckets})}, "bucket");
  const std::string row =
      graph.node("Add", {bucket, graph.integers("first_rows", firstRows)}, "embedding_row");
  const std::string looked = graph.node(
      "Gather", {graph.floats(table.name, table.values, table.shape), row}, "embeddings");
  return graph.node("Reshape",
                    {looked, graph.integers("embeddings_shape",
                                            {0, columns * shape.settings.embeddingDimension})},
                    "flat_embeddings");
}

/// A first layer without inputs: one that counts for nothing stands in, since few runtimes multiply
/// matrices without columns.
std::string nothing(GraphWriter& graph) {
  const std::string column =
      graph.node("Slice",
                 {"categories", graph.integers("first_column", {0}),
                  graph.integers("last_column", {1}), graph.integers("column_axis", {1})},
                 "any_category");
  const std::string number =
      graph.node("Cast", {column}, "any_number", {{"to", onnx::TensorProto::FLOAT}});
  return graph.node("Mul", {number, graph.number("zero", 0)}, "nothing");
}

std::string inputsOf(GraphWriter& graph, const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  const bool numbers = !shape.features.numeric.empty();
  const bool embeddings = embeddedColumns(shape) > 0;
  if (!numbers && !embeddings) return nothing(graph);
  if (!embeddings) return normalised(graph, shape);
  const std::string texts = embedded(graph, shape, ranker.estimator.tensors.front());
  if (!numbers) return texts;
  return graph.node("Concat", {normalised(graph, shape), texts}, "inputs", {{"axis", 1}});
}

void writeGraph(const RankingModel& ranker, onnx::GraphProto& proto) {
  const EstimatorShape& shape = ranker.estimator.shape;
  GraphWriter graph(proto);
  proto.set_name("ranker");
  graph.input("numeric", onnx::TensorProto::FLOAT,
              static_cast<std::int64_t>(shape.features.numeric.size()));
  graph.input("categories", onnx::TensorProto::INT64,
              static_cast<std::int64_t>(shape.features.category.size()));
  graph.output("scores", -1);
  graph.output("p", static_cast<std::int64_t>(shape.tasks.size()));

  std::string x = inputsOf(graph, ranker);
  const std::size_t layers = shape.settings.hidden.size() + 1;
  const NamedTensor* tensor = &ranker.estimator.tensors.back() - (2 * layers - 1);
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const NamedTensor& weight = *tensor++;
    const NamedTensor& bias = *tensor++;
    std::vector<float> values = weight.values;
    std::vector<std::int64_t> extents = weight.shape;
    if (extents[1] == 0) {
      extents[1] = 1;
      values.assign(static_cast<std::size_t>(extents[0]), 0.0f);
    }
    x = graph.node(
        "Gemm",
        {x, graph.floats(weight.name, values, extents), graph.floats(bias.name, bias.values)},
        fmt::format("layer_{}", layer), {{"transB", 1}});
    if (layer + 1 < layers) x = graph.node("Relu", {x}, fmt::format("hidden_{}", layer));
  }
  graph.node("Sigmoid", {x}, "p");
  const std::vector<float> weights(ranker.valueWeights.begin(), ranker.valueWeights.end());
  // A matrix, since few runtimes multiply no rows with a vector.
  const std::int64_t column[] = {static_cast<std::int64_t>(weights.size()), 1};
  const std::string sums =
      graph.node("MatMul", {"p", graph.floats("value_weights", weights, column)}, "sums");
  graph.node("Squeeze", {sums, graph.integers("score_axis", {1})}, "scores");
}

void addMetadata(const RankingModel& ranker, onnx::ModelProto& model) {
  const EstimatorShape& shape = ranker.estimator.shape;
  const auto add = [&](const char* key, const std::string& value) {
    onnx::StringStringEntryProto& entry = *model.add_metadata_props();
    entry.set_key(key);
    entry.set_value(value);
  };
  add("tasks", nlohmann::json(shape.tasks).dump());
  add("numeric_features", nlohmann::json(shape.features.numeric).dump());
  add("category_features", nlohmann::json(shape.features.category).dump());
  add("value_weights", nlohmann::json(ranker.valueWeights).dump());
  add("temperature", nlohmann::json(ranker.temperature).dump());
  add("category_hash",
      "FNV-1a 64 bit over the UTF-8 bytes of feature name + '=' + text; h ^= h >> 33; h *= "
      "0xff51afd7ed558ccd; h ^= h >> 33; the upper 32 bits of h");
}

}  // namespace

std::string onnxModel(const RankingModel& ranker) {
  onnx::ModelProto model;
  model.set_ir_version(kFormatVersion);
  model.set_producer_name("Luce");
  model.set_producer_version(LUCE_VERSION);
  model.add_opset_import()->set_version(kOperatorSet);
  writeGraph(ranker, *model.mutable_graph());
  addMetadata(ranker, model);
  if (model.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw Error(
        "The model is larger than 2 GB, which an ONNX file cannot hold. Export it as safetensors "
        "or TorchScript.");
  }
  return model.SerializeAsString();
}

}  // namespace luce
