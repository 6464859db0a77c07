#include "core/common/sha256.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

#include "core/common/error.h"

namespace luce {

std::string sha256OfFile(const std::filesystem::path& file, const std::stop_token& stop) {
  constexpr std::size_t kReadAtOnce = 1 << 20;
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure)) {
    throw Error("There is no file " + file.string() + ".");
  }
  std::ifstream stream(file, std::ios::binary);
  sha256_ctx sum;
  sha256_init(&sum);
  std::vector<char> buffer(kReadAtOnce);
  while (stream) {
    if (stop.stop_requested()) throw Cancelled();
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    sha256_update(&sum, static_cast<std::size_t>(stream.gcount()),
                  reinterpret_cast<const std::uint8_t*>(buffer.data()));
  }
  if (!stream.eof()) {
    throw Error(file.string() + " cannot be read. Check who may read it.");
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&sum, digest.size(), digest.data());
  std::string digits;
  for (const std::uint8_t byte : digest) digits += fmt::format("{:02x}", byte);
  return digits;
}

}  // namespace luce
