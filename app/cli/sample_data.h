#pragma once

#include <filesystem>
#include <string>

namespace luce::cli {

/// A file of the sample data that comes with Luce. Throws Error when it is not found.
std::filesystem::path sampleData(const std::string& name);

}  // namespace luce::cli
