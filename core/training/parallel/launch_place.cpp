#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

#include "core/common/error.h"
#include "core/training/parallel/process_group.h"

namespace luce {

namespace {

std::optional<int> number(const char* name, int low, int high) {
  const char* const text = std::getenv(name);
  if (text == nullptr || *text == '\0') return std::nullopt;
  int value = 0;
  const char* const end = text + std::strlen(text);
  const auto [rest, error] = std::from_chars(text, end, value);
  if (error != std::errc() || rest != end || value < low || value > high) {
    throw Error(fmt::format(
        "The environment variable {} is \"{}\"; training in several processes needs a whole number "
        "from {} to {} there. A launcher such as torchrun sets it.",
        name, text, low, high));
  }
  return value;
}

int required(const char* name, int low, int high) {
  const std::optional<int> value = number(name, low, high);
  if (!value) {
    throw Error(fmt::format(
        "WORLD_SIZE asks for training in several processes, but the environment variable {} is not "
        "set. Start them with a launcher such as torchrun, or unset WORLD_SIZE.",
        name));
  }
  return *value;
}

}  // namespace

std::optional<LaunchPlace> launchPlace() {
  constexpr int kMostProcesses = 4096;
  LaunchPlace place;
  place.size = number("WORLD_SIZE", 1, kMostProcesses).value_or(1);
  if (place.size == 1) return std::nullopt;
  place.rank = required("RANK", 0, place.size - 1);
  place.port = required("MASTER_PORT", 1, 65535);
  place.localSize = number("LOCAL_WORLD_SIZE", 1, place.size).value_or(1);
  place.localRank = number("LOCAL_RANK", 0, place.localSize - 1).value_or(0);
  const char* const host = std::getenv("MASTER_ADDR");
  place.host = host != nullptr && *host != '\0' ? host : "127.0.0.1";
  const char* const served = std::getenv("TORCHELASTIC_USE_AGENT_STORE");
  place.served = served != nullptr && std::strcmp(served, "True") == 0;
  const char* const attempt = std::getenv("TORCHELASTIC_RESTART_COUNT");
  place.attempt = attempt != nullptr ? attempt : "0";
  return place;
}

}  // namespace luce
