// What Luce and luce-model-runner say to each other through a socket. Numbers lie as in memory:
// both are programs of one machine.
//
//   runner → Luce   Reply{Ready}, payload: JSON {"inputs": 1 or 2, "numeric": […] or null,
//                   "categories": […] or null}
//   Luce → runner   Block, rows × numbers floats, rows × categories int64
//   runner → Luce   Reply{Scores}, payload: rows floats, rows × tasks floats
//   …               until Luce closes its end; instead of an answer may come
//   runner → Luce   Reply{Refused}, payload: a sentence for people
#pragma once

#include <cstdint>

namespace luce {

struct ModelBlock {
  std::uint32_t rows = 0;
  std::uint32_t numbers = 0;
  std::uint32_t categories = 0;
};

enum class ModelReplyKind : std::uint32_t { Ready = 1, Scores = 2, Refused = 3 };

struct ModelReply {
  ModelReplyKind kind = ModelReplyKind::Refused;
  std::uint32_t tasks = 0;  ///< columns of p; 0 = the model gives scores alone
  std::uint64_t bytes = 0;  ///< of the payload
};

/// Longest payload of Ready and Refused.
inline constexpr std::uint64_t kLongestModelText = 1 << 20;

}  // namespace luce
