#include "core/dataset/importers/unpacked_file.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"

namespace luce {

namespace {

constexpr std::size_t kBlock = 1u << 20;

std::filesystem::path copy(ByteStream& stream) {
  std::string name = (std::filesystem::temp_directory_path() / "luce-log-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) throw Error("The folder for temporary files cannot be written to.");
  close(descriptor);
  std::error_code ignored;
  try {
    std::ofstream out(name, std::ios::binary);
    std::vector<char> block(kBlock);
    while (const std::size_t count = stream.read(block)) {
      if (!out.write(block.data(), static_cast<std::streamsize>(count))) break;
    }
    if (!out.flush()) {
      throw Error(
          "The folder for temporary files is full, into which the log is unpacked. Free some "
          "space, "
          "name another folder in the environment variable TMPDIR, or unpack the log yourself.");
    }
  } catch (...) {
    std::filesystem::remove(name, ignored);
    throw;
  }
  return name;
}

}  // namespace

UnpackedFile::UnpackedFile(const std::filesystem::path& file) : path_(file) {
  const std::unique_ptr<ByteStream> stream = ByteStream::open(file);
  if (!stream->isPacked()) return;
  path_ = copy(*stream);
  isCopy_ = true;
}

UnpackedFile::~UnpackedFile() {
  std::error_code ignored;
  if (isCopy_) std::filesystem::remove(path_, ignored);
}

}  // namespace luce
