// Where the sample logs and experiments are, from whatever folder a program runs.
#pragma once

#include <filesystem>
#include <string>

namespace luce {

/// name: below sample_data. Looked for as installed (../share/luce beside the program's folder) and
/// in the folders above the program, as in a build tree. Throws Error when it is nowhere.
std::filesystem::path sampleData(const std::string& name);

}  // namespace luce
