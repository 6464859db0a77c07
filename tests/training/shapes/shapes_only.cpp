// LibTorch's C++ library lacks some shape functions of the meta device (PyTorch adds them in
// Python). Here they are made from the operators themselves: run on zeros of the same shape, of
// whose results only the shapes are kept. What reads a value (item(), copies to the CPU) is not
// among them, so it still fails on that device, and so does a mix of devices.
#include <torch/library.h>
#include <torch/torch.h>
#include <torch/version.h>

#if TORCH_VERSION_MAJOR >= 2

namespace {

torch::Tensor zerosLike(const torch::Tensor& shape) {
  if (!shape.defined() || (shape.dim() == 0 && shape.is_cpu())) return shape;
  TORCH_CHECK(shape.is_meta(), "a tensor of ", shape.device(), " among tensors without values");
  return torch::zeros(shape.sizes(), shape.options().device(torch::kCPU));
}

torch::Tensor shapeOf(const torch::Tensor& values) {
  return torch::empty(values.sizes(), values.options().device(torch::kMeta));
}

void runOnZeros(const c10::OperatorHandle& op, torch::jit::Stack* stack) {
  const auto& arguments = op.schema().arguments();
  const std::size_t first = stack->size() - arguments.size();
  std::vector<torch::Tensor> written;  // "out" arguments, which take on the result's shape
  for (std::size_t i = first; i < stack->size(); ++i) {
    c10::IValue& value = (*stack)[i];
    const auto* alias = arguments[i - first].alias_info();
    if (alias != nullptr && alias->isWrite()) written.push_back(value.toTensor());
    if (value.isTensor()) value = zerosLike(value.toTensor());
    if (value.isTensorList()) {
      std::vector<torch::Tensor> list;
      for (const torch::Tensor& tensor : value.toTensorVector()) list.push_back(zerosLike(tensor));
      value = list;
    }
  }
  op.callBoxed(stack);
  const std::size_t results = stack->size() - op.schema().returns().size();
  for (std::size_t i = results; i < stack->size(); ++i) {
    c10::IValue& result = (*stack)[i];
    if (!result.isTensor()) continue;
    if (written.empty()) {
      result = shapeOf(result.toTensor());
    } else {
      result = written[i - results].resize_(result.toTensor().sizes());
    }
  }
}

}  // namespace

TORCH_LIBRARY_IMPL(aten, Meta, library) {
  for (const char* name : {"where.self", "abs.out", "_logcumsumexp", "logical_and.out", "flip",
                           "embedding_dense_backward", "relu", "index_select"}) {
    library.impl(name, torch::CppFunction::makeFromBoxedFunction<&runOnZeros>());
  }
}
#endif
