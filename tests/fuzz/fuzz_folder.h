// A folder for the files that a fuzz target writes, in memory where there is such a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/temporary_folder.h"

namespace luce {

class FuzzFolder {
 public:
  FuzzFolder() {
    std::error_code error;
    if (std::filesystem::is_directory("/dev/shm", error)) setenv("TMPDIR", "/dev/shm", 1);
    folder_ = new TemporaryFolder();
  }
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const auto file = *folder_ / name;
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
  }
  std::filesystem::path operator/(const std::string& name) const { return *folder_ / name; }

 private:
  // libFuzzer ends the process without destroying statics; so does this.
  TemporaryFolder* folder_;
};

inline std::string_view bytesOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace luce
