#include "core/foreign/untrusted_module.h"

#include <fmt/format.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/python/update_graph_executor_opt.h>
#include <torch/script.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/common/error.h"
#include "core/foreign/allowed_operators.h"

namespace luce {

namespace {

constexpr std::size_t kMostNodes = 100'000;
constexpr std::int64_t kMostTasks = 1000;
constexpr int kDeepestCalls = 100;

/// What LibTorch says, without the stack of its own calls, as one line. A failure inside a module
/// comes with the module's text first and the reason last.
std::string reasonIn(const std::string& text) {
  const std::size_t reason = text.rfind("Error: ");
  const std::size_t begin = reason == std::string::npos ? 0 : text.rfind('\n', reason) + 1;
  std::string line;
  for (const char character : text.substr(begin, text.find("\n\n", begin) - begin)) {
    line += static_cast<unsigned char>(character) < ' ' ? ' ' : character;
    if (line.size() == 300) return line + "…";
  }
  return line;
}

/// Throws Error for anything in a module that is not a plain value.
class Inspection {
 public:
  void inspect(const torch::jit::Module& module) {
    for (const torch::jit::Module& part : module.modules()) {
      for (const torch::jit::Method& method : part.get_methods()) {
        if (method.name() == "__setstate__" || method.name() == "__getstate__") {
          throw Error("The model has code of its own for being read (" + method.name() +
                      "), which is not run here.");
        }
      }
      for (const auto& attribute : part.named_attributes(false)) value(attribute.value);
    }
    const auto graph = module.get_method("forward").graph()->copy();
    for (int depth = 0; hasCalls(*graph->block()) && depth < kDeepestCalls; ++depth) {
      torch::jit::Inline(*graph);
    }
    block(*graph->block());
  }

 private:
  void value(const c10::IValue& found) {
    if (found.isTensor()) {
      tensor(found.toTensor());
    } else if (found.isList()) {
      for (const c10::IValue& entry : found.toListRef()) value(entry);
    } else if (found.isTuple()) {
      for (const c10::IValue& entry : found.toTupleRef().elements()) value(entry);
    } else if (found.isGenericDict()) {
      for (const auto& entry : found.toGenericDict()) {
        value(entry.key());
        value(entry.value());
      }
    } else if (!found.isNone() && !found.isScalar() && !found.isBool() && !found.isString() &&
               !found.isDevice() && !found.isModule()) {
      throw Error("The model holds an object of type " + found.tagKind() +
                  "; only tensors, numbers, texts and lists of them are taken.");
    }
  }

  /// A file may say of a tensor that it is longer than the numbers behind it.
  static void tensor(const torch::Tensor& found) {
    if (!found.defined()) return;
    if (found.layout() != torch::kStrided || !found.device().is_cpu() || found.is_quantized()) {
      throw Error("The model holds a tensor that is sparse, quantised or on a device.");
    }
    if (found.numel() == 0) return;
    std::int64_t last = found.storage_offset();
    bool sound = last >= 0;
    for (std::int64_t i = 0; i < found.dim(); ++i) {
      std::int64_t reach = 0;
      sound = sound && found.size(i) > 0 && found.stride(i) >= 0 &&
              !__builtin_mul_overflow(found.size(i) - 1, found.stride(i), &reach) &&
              !__builtin_add_overflow(last, reach, &last);
    }
    const auto held = static_cast<std::int64_t>(found.storage().nbytes() / found.itemsize());
    if (!sound || last >= held) {
      throw Error("The model is damaged: a tensor is larger than the numbers it holds.");
    }
  }

  /// Calls of the model's own functions; inlining takes away one level at a time.
  static bool hasCalls(const torch::jit::Block& part) {
    for (const torch::jit::Node* node : part.nodes()) {
      if (node->kind() == torch::jit::prim::CallMethod ||
          node->kind() == torch::jit::prim::CallFunction) {
        return true;
      }
      for (const torch::jit::Block* inner : node->blocks()) {
        if (hasCalls(*inner)) return true;
      }
    }
    return false;
  }

  void block(const torch::jit::Block& part) {
    for (const torch::jit::Node* node : part.nodes()) {
      if (++nodes_ > kMostNodes) {
        throw Error(fmt::format("The model takes more than {} steps.", kMostNodes));
      }
      check(*node);
      for (const torch::jit::Block* inner : node->blocks()) block(*inner);
    }
  }

  void check(const torch::jit::Node& node) {
    const std::string name = node.kind().toQualString();
    if (!isAllowedOperator(name)) {
      throw Error("The model uses the operator " + name +
                  ", which is not among the plain mathematics that a foreign model may use.");
    }
    if (node.kind() == torch::jit::prim::Constant) constant(node);
    if (node.kind() == torch::jit::prim::Loop) {
      const auto count = torch::jit::toIValue(node.inputs().at(0));
      if (count && count->isInt() && count->toInt() == std::numeric_limits<std::int64_t>::max()) {
        throw Error(
            "The model has a loop without a bound (while); only loops over a range are run.");
      }
    }
  }

  void constant(const torch::jit::Node& node) {
    if (const auto found = torch::jit::toIValue(node.output())) value(*found);
  }

  std::size_t nodes_ = 0;
};

std::size_t inputsOf(const torch::jit::Module& module) {
  std::size_t tensors = 0;
  const auto& arguments = module.get_method("forward").function().getSchema().arguments();
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i].default_value()) break;
    ++tensors;
  }
  if (tensors != 1 && tensors != 2) {
    throw Error(fmt::format(
        "The model's forward takes {} inputs; it should take (numeric) or (numeric, categories).",
        tensors));
  }
  return tensors;
}

nlohmann::json names(const torch::jit::Module& module, const char* attribute) {
  if (!module.hasattr(attribute)) return nullptr;
  const c10::IValue value = module.attr(attribute);
  if (!value.isList()) return nullptr;
  nlohmann::json list = nlohmann::json::array();
  for (const c10::IValue& entry : value.toListRef()) {
    if (!entry.isString()) return nullptr;
    list.push_back(entry.toStringRef());
  }
  return list;
}

std::string shapeOf(const torch::Tensor& tensor) {
  std::string text;
  for (const std::int64_t extent : tensor.sizes()) {
    text += (text.empty() ? "" : ", ") + std::to_string(extent);
  }
  return "[" + text + "]";
}

std::vector<float> values(const torch::Tensor& tensor) {
  const torch::Tensor plain = tensor.to(torch::kFloat32).contiguous();
  const float* data = plain.data_ptr<float>();
  return {data, data + plain.numel()};
}

}  // namespace

struct UntrustedModule::State {
  torch::jit::Module module;
  std::size_t inputs = 2;
};

UntrustedModule::UntrustedModule(std::string content) : state_(std::make_unique<State>()) {
  try {
    std::istringstream stream(std::move(content));
    state_->module = torch::jit::load(stream, torch::kCPU);
    state_->module.eval();
    state_->inputs = inputsOf(state_->module);
    Inspection().inspect(state_->module);
  } catch (const c10::Error& error) {
    throw Error(fmt::format(
        "This is no TorchScript module that can be read ({}). Save one with "
        "torch.jit.script(model).save(\"model.pt\"); files of torch.save are not taken.",
        reasonIn(error.what_without_backtrace())));
  }
}

UntrustedModule::~UntrustedModule() = default;

std::string UntrustedModule::description() const {
  return nlohmann::json{{"inputs", state_->inputs},
                        {"numeric", names(state_->module, "numeric_features")},
                        {"categories", names(state_->module, "category_features")}}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

UntrustedModule::Outputs UntrustedModule::run(const ModelBlock& block, std::span<float> numeric,
                                              std::span<std::int64_t> categories) {
  const c10::InferenceMode inference;
  const std::int64_t rows = block.rows;
  std::vector<c10::IValue> inputs{
      torch::from_blob(numeric.data(), {rows, block.numbers}, torch::kFloat32)};
  if (state_->inputs == 2) {
    inputs.emplace_back(
        torch::from_blob(categories.data(), {rows, block.categories}, torch::kInt64));
  }
  c10::IValue answer;
  try {
    answer = state_->module.forward(std::move(inputs));
  } catch (const std::exception& error) {
    const auto* torchError = dynamic_cast<const c10::Error*>(&error);
    throw Error(
        fmt::format("The model fails on {} candidates with {} numbers and {} categories: {}", rows,
                    block.numbers, block.categories,
                    reasonIn(torchError ? torchError->what_without_backtrace() : error.what())));
  }
  torch::Tensor scores, p;
  if (answer.isTensor()) {
    scores = answer.toTensor();
  } else if (answer.isTuple() && !answer.toTupleRef().elements().empty() &&
             answer.toTupleRef().elements()[0].isTensor()) {
    const auto& elements = answer.toTupleRef().elements();
    scores = elements[0].toTensor();
    if (elements.size() > 1 && elements[1].isTensor()) p = elements[1].toTensor();
  } else {
    throw Error("The model answers with " + answer.tagKind() +
                "; it should be scores [candidates], or (scores, p).");
  }
  if (scores.dim() == 2 && scores.size(1) == 1) scores = scores.squeeze(1);
  if (scores.dim() != 1 || scores.size(0) != rows || scores.is_complex()) {
    throw Error(
        fmt::format("The model's scores have the shape {}; for {} candidates it should be [{}].",
                    shapeOf(scores), rows, rows));
  }
  Outputs outputs;
  outputs.scores = values(scores);
  if (p.defined()) {
    if (p.dim() != 2 || p.size(0) != rows || p.size(1) > kMostTasks || p.is_complex()) {
      throw Error(
          fmt::format("The model's p has the shape {}; for {} candidates it should be [{}, tasks].",
                      shapeOf(p), rows, rows));
    }
    outputs.tasks = static_cast<std::size_t>(p.size(1));
    outputs.p = values(p);
  }
  return outputs;
}

void warmUpForLockIn() {
  at::set_num_threads(1);
  at::set_num_interop_threads(1);
  // oneDNN writes machine code of its own, which is not allowed when locked in.
  at::globalContext().setUserEnabledMkldnn(false);
  // Graphs run as they were inspected.
  torch::jit::setGraphExecutorOptimize(false);
  const c10::InferenceMode inference;
  const torch::Tensor x = torch::ones({64, 64});
  torch::softmax(torch::linear(x, x, x[0]).sigmoid(), 1).sum().item<float>();
  torch::jit::Module module("warm");
  module.define("def forward(self, x: Tensor) -> Tensor:\n    return torch.relu(x) + 1.0\n");
  std::stringstream file;
  module.save(file);
  torch::jit::Module again = torch::jit::load(file);
  again.forward({x});
}

}  // namespace luce
