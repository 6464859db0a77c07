// A TorchScript module that was written by a stranger. For luce-model-runner, after lockIn().
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/foreign/model_wire.h"

namespace luce {

class UntrustedModule {
 public:
  /// Reads the module and walks through everything it holds and does. Throws Error with a sentence
  /// for people when it is no TorchScript, or wants more than mathematics.
  explicit UntrustedModule(std::string content);
  ~UntrustedModule();

  /// JSON, see model_wire.h.
  std::string description() const;

  struct Outputs {
    std::vector<float> scores;  ///< rows
    std::vector<float> p;       ///< rows × tasks
    std::size_t tasks = 0;
  };
  /// Throws Error when the module fails or answers with something else than it should.
  Outputs run(const ModelBlock& block, std::span<float> numeric,
              std::span<std::int64_t> categories);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One thread from now on, and everything loaded that LibTorch loads when it first computes: lockIn
/// leaves no other chance.
void warmUpForLockIn();

}  // namespace luce
