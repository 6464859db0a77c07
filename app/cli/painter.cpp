#include "app/cli/painter.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>

extern char** environ;

namespace luce::cli {

namespace {

std::filesystem::path painter() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "luce-charts";
}

}  // namespace

bool hasPainter() {
  return std::filesystem::exists(painter());
}

int runPainter(const std::vector<std::string>& arguments) {
  std::vector<std::string> line{painter().string()};
  line.insert(line.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& argument : line) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  const int failure = posix_spawn(&child, argv[0], nullptr, nullptr, argv.data(), environ);
  if (failure != 0) return failure;
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return errno;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace luce::cli
