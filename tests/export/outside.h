// Programs from outside that read what Luce wrote: Python with the packages of .ci/python-packages.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace luce {

/// A Python that has these modules ("torch", "onnx, onnxruntime"): build/python as
/// .ci/install-python makes it, or the system's own; empty if there is none.
std::string pythonWith(const std::string& modules);

/// What a test says when it skips.
inline constexpr const char* kNoPython = "no Python with these packages; run .ci/install-python";

/// Runs the script in the folder with `i` = inputs; it sets `o`, which is returned. Fails the test,
/// with what Python said, if the script does.
nlohmann::json runPython(const std::string& python, const std::filesystem::path& folder,
                         const std::string& script, const nlohmann::json& inputs);

/// The only block of that language in a Markdown document; fails the test if there is not one.
std::string codeBlock(const std::string& markdown, const std::string& language);

}  // namespace luce
