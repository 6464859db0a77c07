#include "core/tensor_library/tensor_module.h"

#include <dlfcn.h>

#include <filesystem>

#include "core/common/error.h"
#include "core/tensor_library/tensor_library.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

/// Beside the program, as built, or where libraries are installed that one program alone uses.
fs::path libraryFile() {
  constexpr const char* kName = "luce-tensors.so";
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  const fs::path folder = program.parent_path();
  for (const fs::path& file : {folder / kName, folder / "../lib/luce/modules" / kName}) {
    if (!failure && fs::exists(file)) return file;
  }
  throw Error(
      "The library luce-tensors.so, without which nothing can be trained, is not there: it "
      "belongs into lib/luce/modules beside the folder of " +
      program.filename().string() + ". Install Luce anew.");
}

/// dlerror() of this thread.
std::string reason() {
  const char* text = dlerror();
  return text == nullptr ? "unknown" : text;
}

const TensorFunctions& load() {
  // Seen by all, as if the program were linked with it: LibTorch's parts look for each other, and
  // Luce for the linear algebra beneath. Never unloaded, since threads and objects live in it.
  void* library = dlopen(libraryFile().c_str(), RTLD_LAZY | RTLD_GLOBAL | RTLD_NODELETE);
  if (library == nullptr) throw Error("LibTorch cannot be loaded: " + reason());
  auto* tell = reinterpret_cast<TellTensorFunctions*>(dlsym(library, kTellTensorFunctions));
  if (tell == nullptr) throw Error("luce-tensors.so is damaged: " + reason());
  const TensorFunctions& functions = *tell();
  if (std::string(functions.version) != LUCE_VERSION) {
    throw Error(std::string("luce-tensors.so belongs to Luce ") + functions.version +
                ", not to " LUCE_VERSION ". Install Luce anew.");
  }
  return functions;
}

}  // namespace

const TensorFunctions& tensorFunctions() {
  // Others wait for the one that loads. After an error the next call tries again.
  static const TensorFunctions& functions = load();
  return functions;
}

void loadTensors() {
  tensorFunctions();
}

}  // namespace luce
