// Which Luce this is: what --version and the About box tell.
#pragma once

#include <string>
#include <vector>

namespace luce {

struct BuildFact {
  std::string name;   ///< "build", "LibTorch"
  std::string value;  ///< "Release", "1.13.1"; for people, never empty
};

std::string programVersion();  ///< such as "0.1.0"

/// The commit that the sources were checked out at, with "-dirty" behind it when files differed
/// from it; empty when built from sources without a repository.
std::string sourceRevision();

/// Revision (if known), build type, compiler, LibTorch as built with, and SQLite as it runs.
std::vector<BuildFact> buildFacts();

/// "luce-cli 0.1.0", then a line "name value" for each fact, without a last newline. more: of the
/// program itself.
std::string versionText(const std::string& program, const std::vector<BuildFact>& more = {});

}  // namespace luce
