// Opens one foreign TorchScript model and scores candidates with it, locked in: see
// core/foreign/foreign_model.h. Started by Luce, not by people.
//
//   luce-model-runner MODEL LARGEST_FILE FURTHER_MEMORY
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "core/common/error.h"
#include "core/foreign/sandbox.h"
#include "core/foreign/untrusted_module.h"

namespace luce {

namespace {

constexpr int kBrokenPipe = 3;

void writeAll(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) _exit(kBrokenPipe);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

/// False at the end of what Luce asks.
bool readAll(std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

void reply(ModelReplyKind kind, const std::string& text) {
  const ModelReply head{kind, 0, text.size()};
  writeAll(std::as_bytes(std::span(&head, 1)));
  writeAll(std::as_bytes(std::span(text)));
}

std::string contentOf(const char* path, std::uintmax_t largest) {
  std::ifstream file(path, std::ios::binary);
  std::string content;
  std::vector<char> block(1 << 20);
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    content.append(block.data(), static_cast<std::size_t>(file.gcount()));
    if (content.size() > largest) throw Error("The file grew while it was read.");
  }
  if (!file.eof()) throw Error("The file cannot be read. Check its permissions.");
  return content;
}

void answerAll(UntrustedModule& module) {
  ModelBlock block;
  std::vector<float> numeric;
  std::vector<std::int64_t> categories;
  while (readAll(std::as_writable_bytes(std::span(&block, 1)))) {
    numeric.resize(std::size_t{block.rows} * block.numbers);
    categories.resize(std::size_t{block.rows} * block.categories);
    if (!readAll(std::as_writable_bytes(std::span(numeric))) ||
        !readAll(std::as_writable_bytes(std::span(categories)))) {
      return;
    }
    const UntrustedModule::Outputs outputs = module.run(block, numeric, categories);
    const ModelReply head{ModelReplyKind::Scores, static_cast<std::uint32_t>(outputs.tasks),
                          (outputs.scores.size() + outputs.p.size()) * sizeof(float)};
    writeAll(std::as_bytes(std::span(&head, 1)));
    writeAll(std::as_bytes(std::span(outputs.scores)));
    writeAll(std::as_bytes(std::span(outputs.p)));
  }
}

int run(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    std::string content = contentOf(argv[1], std::strtoull(argv[2], nullptr, 10));
    warmUpForLockIn();
    lockIn(std::strtoull(argv[3], nullptr, 10));
    UntrustedModule module(std::move(content));
    reply(ModelReplyKind::Ready, module.description());
    answerAll(module);
    // Destructors of what a stranger made are not worth waiting for.
    _exit(0);
  } catch (const std::bad_alloc&) {
    reply(ModelReplyKind::Refused, "The model wants more memory than foreign models get.");
  } catch (const std::exception& error) {
    reply(ModelReplyKind::Refused, error.what());
  }
  _exit(1);
}

}  // namespace

}  // namespace luce

int main(int argc, char** argv) {
  return luce::run(argc, argv);
}
