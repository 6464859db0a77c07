// The safetensors form of named float tensors: eight bytes of header length (little endian), a JSON
// header with name, dtype, shape and byte offsets, then the values. Reading checks every length
// against the content and never executes anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace luce {

struct NamedTensor {
  std::string name;
  std::vector<std::int64_t> shape;
  std::vector<float> values;  ///< row-major, as many as the shape says
};

struct TensorFile {
  std::vector<NamedTensor> tensors;             ///< in the order of their bytes
  std::map<std::string, std::string> metadata;  ///< the header's "__metadata__"
};

std::vector<std::byte> writeSafetensors(const TensorFile& file);

/// Throws Error when the content is damaged or holds anything but F32 tensors.
TensorFile readSafetensors(std::span<const std::byte> content);

}  // namespace luce
