// Runs luce-cli as a script would.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace luce {

struct ProgramResult {
  int exitCode = -1;
  std::string output;  ///< stdout
  std::string errors;  ///< stderr
  /// Throws when the output is not one JSON object.
  nlohmann::json json() const { return nlohmann::json::parse(output); }
};

ProgramResult runLuce(const std::vector<std::string>& arguments);

}  // namespace luce
