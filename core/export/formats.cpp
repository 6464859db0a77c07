#include "core/export/formats.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "core/common/error.h"

namespace luce {

namespace {

constexpr std::array kFormats{
    ExportFormat{"torchscript", "Model as TorchScript",
                 "Features in, score and task probabilities out; normalisation, value weights and "
                 "the Plackett–Luce ranking are inside. Python opens it with torch.jit.load.",
                 ".pt", true},
#ifdef LUCE_HAS_ONNX
    ExportFormat{"onnx", "Model as ONNX",
                 "Features in, score and task probabilities out; normalisation and value weights "
                 "are inside. ONNX Runtime opens it, and most servers of models do.",
                 ".onnx", true},
#endif
    ExportFormat{"safetensors", "Weights as safetensors",
                 "The trained numbers alone, with a JSON file beside them that tells how they are "
                 "put together. Nothing in it is ever executed.",
                 ".safetensors", true},
    ExportFormat{"predictions", "Predictions as CSV",
                 "One line a candidate: task probabilities, score, policy, logging policy, ratio, "
                 "reward, under the value weights and the temperature as they are.",
                 ".csv", false},
};

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
  return file.string() + ending;
}

}  // namespace

std::span<const ExportFormat> exportFormats() {
  return kFormats;
}

const ExportFormat& exportFormat(const std::string& id) {
  std::string known;
  for (const ExportFormat& format : kFormats) {
    if (id == format.id) return format;
    known += (known.empty() ? "" : ", ") + std::string(format.id);
  }
  throw Error(fmt::format("There is no export format \"{}\"; choose of {}.", id, known));
}

std::vector<std::filesystem::path> exportedFiles(const ExportFormat& format,
                                                 const std::filesystem::path& file) {
  std::vector<std::filesystem::path> files{file};
  if (std::string_view(format.id) == "safetensors") files.push_back(beside(file, ".json"));
  if (format.isModel) files.push_back(beside(file, ".md"));
  return files;
}

}  // namespace luce
