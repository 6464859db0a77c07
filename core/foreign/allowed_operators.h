// The TorchScript operators that a model from elsewhere may use: mathematics on tensors and plain
// values, nothing that reads or writes files, calls Python, makes threads or objects of C++
// classes, or reaches memory beyond a tensor's own.
#pragma once

#include <string_view>

namespace luce {

/// name: as LibTorch writes it, "aten::add" or "prim::If", without an overload's name.
bool isAllowedOperator(std::string_view name);

}  // namespace luce
