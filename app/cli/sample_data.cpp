#include "app/cli/sample_data.h"

#include "core/common/error.h"

namespace luce::cli {

std::filesystem::path sampleData(const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path places[]{
      program.parent_path() / "share" / "luce" / "sample_data",          // installed
      program.parent_path().parent_path().parent_path() / "sample_data"  // build/<preset>/bin
  };
  for (const fs::path& place : places) {
    if (fs::exists(place / name)) return place / name;
  }
  throw Error("The sample file " + name + " was not found; looked in " + places[0].string() +
              " and " + places[1].string() + ".");
}

}  // namespace luce::cli
