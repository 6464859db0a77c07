#include "core/common/sample_data.h"

#include "core/common/error.h"

namespace luce {

std::filesystem::path sampleData(const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path installed = program.parent_path() / "share" / "luce" / "sample_data" / name;
  if (fs::exists(installed)) return installed;
  for (fs::path folder = program; folder != folder.parent_path(); folder = folder.parent_path()) {
    // With the experiments beside it: a folder of that name elsewhere is not ours.
    const fs::path samples = folder / "sample_data";
    if (fs::exists(samples / "experiments") && fs::exists(samples / name)) return samples / name;
  }
  throw Error("The sample file " + name + " was not found; looked for " + installed.string() +
              " and in the folders sample_data above " + program.string() + ".");
}

}  // namespace luce
