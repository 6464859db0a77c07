// SHA-256 (FIPS 180-4) of files, so that people can find one again with sha256sum.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

namespace luce {

/// 64 hexadecimal digits, in small letters. Throws Error when the file cannot be read, Cancelled.
std::string sha256OfFile(const std::filesystem::path& file, const std::stop_token& stop = {});

}  // namespace luce
