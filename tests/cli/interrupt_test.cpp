// Ctrl-C during an import ends the program in an orderly way and leaves the workspace as it was.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/workspace/workspace.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

TEST(InterruptTest, StopsAnImportAndKeepsThePreviousState) {
  const TemporaryFolder folder;
  const auto workspace = folder / "study.luce";
  {
    Workspace study = Workspace::open(workspace);
    const auto writer = study.createDataset("before", "");
    writeUnevenSlates(*writer, 4);
    writer->commit();
  }
  // Four million lines: seconds of work, stopped after its first megabyte.
  const auto log = folder / "long.csv";
  {
    std::ofstream stream(log);
    stream << "slate_id,item_id,click\n";
    for (int i = 0; i < 4000000; ++i) stream << 's' << i << ",a,0\n";
  }
  const auto errors = folder / "errors.txt";
  std::vector<std::string> arguments{std::string(LUCE_BINARY_DIR) + "/bin/luce-cli", "import",
                                     log.string(), "--workspace", workspace.string()};
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  ASSERT_EQ(posix_spawn(&child, argv[0], &files, &attributes, argv.data(), environ), 0);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);

  // The import is on its way when its transaction has reached the disk.
  const std::filesystem::path journal = workspace.string() + "-wal";
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  std::error_code error;
  while (std::chrono::steady_clock::now() < end &&
         !(std::filesystem::file_size(journal, error) > (1u << 20) && !error)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ASSERT_EQ(kill(child, SIGINT), 0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_NE(contentOf(errors).find("Cancelled."), std::string::npos) << contentOf(errors);
  const Workspace study = Workspace::open(workspace);
  ASSERT_EQ(study.datasets().size(), 1u);
  EXPECT_EQ(study.datasets().front().name, "before");
}

}  // namespace
}  // namespace luce
