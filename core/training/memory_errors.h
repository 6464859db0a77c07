// LibTorch's errors that tell of a device without room, as OutOfMemory. For tensor code.
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "core/training/step_engine.h"

namespace luce {

/// Calls work. Where the device has no room, the parameters' gradients are given up first: what is
/// saved next needs room too.
template <class Work>
auto translatingMemoryErrors(std::vector<torch::Tensor>& parameters, Work&& work) {
  try {
    return work();
  } catch (const c10::Error& error) {
    // The kinds of error differ between LibTorch 1 and 2 and between devices, their words do not.
    const std::string text = error.what_without_backtrace();
    for (const char* const words : {"out of memory", "allocate memory", "not enough memory"}) {
      if (text.find(words) == std::string::npos) continue;
      for (torch::Tensor& parameter : parameters) parameter.mutable_grad() = torch::Tensor();
      throw OutOfMemory(text);
    }
    throw;
  }
}

}  // namespace luce
