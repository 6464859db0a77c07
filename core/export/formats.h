// The forms in which a run leaves Luce. Command line, export dialog and model cards read this
// table.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace luce {

struct ExportFormat {
  const char* id;       ///< on the command line: "onnx"
  const char* title;    ///< for people: "Model as ONNX"
  const char* meaning;  ///< one or two sentences for people: what is in the file, who opens it
  const char* ending;   ///< of the file: ".onnx"
  bool isModel;         ///< estimator and value weights, with a model card beside it
};

/// Those that this Luce was built with.
std::span<const ExportFormat> exportFormats();
/// Throws Error that lists the formats there are.
const ExportFormat& exportFormat(const std::string& id);

/// Every file that an export to `file` writes: itself, then what stands beside it.
std::vector<std::filesystem::path> exportedFiles(const ExportFormat& format,
                                                 const std::filesystem::path& file);

}  // namespace luce
