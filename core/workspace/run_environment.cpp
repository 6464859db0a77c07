#include "core/workspace/run_environment.h"

#include <dlfcn.h>
#include <sqlite3.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/estimator/device.h"

namespace luce {

namespace {

/// "OpenBLAS 0.3.21 … Haswell MAX_THREADS=64"; empty: another library, which does not tell.
std::string blasVersion() {
  using Teller = const char* (*)();
  auto* tell = reinterpret_cast<Teller>(dlsym(RTLD_DEFAULT, "openblas_get_config"));
  return tell == nullptr ? "" : tell();
}

/// As Linux calls it; empty where it does not.
std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "";
}

}  // namespace

std::string environmentJson(const std::string& device, int threads,
                            const std::map<std::string, std::string>& more) {
  nlohmann::json environment{{"luce", luceVersion()},
                             {"libtorch", libtorchVersion()},
                             {"sqlite", sqlite3_libversion()},
                             {"device", device},
                             {"threads", threads}};
  for (const auto& [name, value] : more) environment[name] = value;
  const auto addIfKnown = [&](const char* name, const std::string& value) {
    if (!value.empty()) environment[name] = value;
  };
  addIfKnown("blas", blasVersion());
  addIfKnown("processor", processorName());
  return environment.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace luce
