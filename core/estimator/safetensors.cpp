#include "core/estimator/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/common/error.h"

namespace luce {

namespace {

using nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little,
              "values are written as they lie in memory");

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kAlignment = 8;

[[noreturn]] void damaged(const std::string& reason) {
  throw Error("The checkpoint is damaged: " + reason + ".");
}

std::size_t elementCount(std::span<const std::int64_t> shape, std::size_t limit) {
  std::size_t count = 1;
  for (const std::int64_t extent : shape) {
    if (extent < 0) damaged("a tensor has a negative extent");
    const auto size = static_cast<std::size_t>(extent);
    if (size != 0 && count > limit / size) damaged("a tensor is larger than the file");
    count *= size;
  }
  return count;
}

NamedTensor readTensor(const std::string& name, const ordered_json& entry,
                       std::span<const std::byte> values) {
  if (entry.at("dtype") != "F32") damaged("tensor \"" + name + "\" does not hold 32-bit numbers");
  NamedTensor tensor;
  tensor.name = name;
  tensor.shape = entry.at("shape").get<std::vector<std::int64_t>>();
  const auto bounds = entry.at("data_offsets").get<std::vector<std::uint64_t>>();
  const std::size_t count = elementCount(tensor.shape, values.size());
  if (bounds.size() != 2 || bounds[0] > bounds[1] || bounds[1] > values.size() ||
      bounds[1] - bounds[0] != count * sizeof(float)) {
    damaged("the bytes of tensor \"" + name + "\" do not fit its shape");
  }
  tensor.values.resize(count);
  if (count > 0)
    std::memcpy(tensor.values.data(), values.data() + bounds[0], count * sizeof(float));
  return tensor;
}

}  // namespace

std::vector<std::byte> writeSafetensors(const TensorFile& file) {
  ordered_json header = ordered_json::object();
  header["__metadata__"] = file.metadata;
  std::size_t end = 0;
  for (const NamedTensor& tensor : file.tensors) {
    const std::size_t begin = end;
    end += tensor.values.size() * sizeof(float);
    header[tensor.name] = {
        {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, end}}};
  }
  std::string text = header.dump();
  text.resize((text.size() + kAlignment - 1) / kAlignment * kAlignment, ' ');

  std::vector<std::byte> content(kLengthBytes + text.size() + end);
  const std::uint64_t length = text.size();
  std::memcpy(content.data(), &length, kLengthBytes);
  std::memcpy(content.data() + kLengthBytes, text.data(), text.size());
  std::byte* place = content.data() + kLengthBytes + text.size();
  for (const NamedTensor& tensor : file.tensors) {
    const std::size_t bytes = tensor.values.size() * sizeof(float);
    if (bytes > 0) std::memcpy(place, tensor.values.data(), bytes);
    place += bytes;
  }
  return content;
}

TensorFile readSafetensors(std::span<const std::byte> content) {
  std::uint64_t length = 0;
  if (content.size() < kLengthBytes) damaged("it is shorter than its header");
  std::memcpy(&length, content.data(), kLengthBytes);
  if (length > content.size() - kLengthBytes) damaged("it is shorter than its header");
  const auto* text = reinterpret_cast<const char*>(content.data() + kLengthBytes);
  const std::span<const std::byte> values =
      content.subspan(kLengthBytes + static_cast<std::size_t>(length));
  try {
    const ordered_json header = ordered_json::parse(text, text + length);
    TensorFile file;
    for (const auto& [name, entry] : header.items()) {
      if (name == "__metadata__") {
        file.metadata = entry.get<std::map<std::string, std::string>>();
      } else {
        file.tensors.push_back(readTensor(name, entry, values));
      }
    }
    return file;
  } catch (const ordered_json::exception& error) {
    damaged(std::string("its header cannot be read (") + error.what() + ")");
  }
}

}  // namespace luce
