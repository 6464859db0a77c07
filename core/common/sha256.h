// SHA-256 (FIPS 180-4) of files, so that people can find one again with sha256sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

namespace luce {

class Sha256 {
 public:
  void add(std::span<const std::byte> bytes);
  /// 64 hexadecimal digits, in small letters. Ends the sum: nothing may be added afterwards.
  std::string finish();

 private:
  static constexpr std::size_t kBlock = 64;
  void addBlock(const std::byte* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, kBlock> waiting_{};
  std::uint64_t count_ = 0;  ///< bytes that were added
};

/// Throws Error when the file cannot be read, Cancelled.
std::string sha256OfFile(const std::filesystem::path& file, const std::stop_token& stop = {});

}  // namespace luce
