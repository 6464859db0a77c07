// What `luce-cli export` writes about runs: reports, and event files for TensorBoard.
#pragma once

#include <string>
#include <vector>

namespace luce::cli {

/// As HTML or PDF, by how `out` ends. Throws CLI::ValidationError for another ending, Error as
/// gatherReport(), or when the file cannot be written.
void exportReport(const std::string& workspace, const std::vector<std::string>& runs,
                  const std::string& title, const std::string& out);

void exportEvents(const std::string& workspace, const std::vector<std::string>& runs,
                  const std::string& folder);

}  // namespace luce::cli
