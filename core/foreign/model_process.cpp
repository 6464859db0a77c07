#include "core/foreign/model_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "core/common/error.h"

namespace luce {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kMillisecondsBetweenLooks = 50;  // at the stop token

/// Beside the program, as built, or where programs are installed that people do not start.
fs::path runnerProgram() {
  constexpr const char* kName = "luce-model-runner";
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  const fs::path folder = program.parent_path();
  for (const fs::path& runner : {folder / kName, folder / "../libexec/luce" / kName}) {
    if (!failure && fs::exists(runner)) return runner;
  }
  throw Error(
      "The program luce-model-runner, which opens foreign models, is not there: it belongs "
      "beside " +
      program.filename().string() + ". Install or build it.");
}

/// Waits until the handle is ready. Throws Cancelled, or Error when the time is over.
void await(int handle, short events, Clock::time_point end, const std::stop_token& stop,
           const fs::path& model) {
  for (;;) {
    if (stop.stop_requested()) throw Cancelled();
    if (Clock::now() >= end) {
      throw Error(
          model.string() +
          ": the model was not done in time and was ended. Let it score fewer candidates, or "
          "write its scores as CSV.");
    }
    pollfd waiting{handle, events, 0};
    const int ready = poll(&waiting, 1, kMillisecondsBetweenLooks);
    if (ready > 0) return;
    if (ready < 0 && errno != EINTR) throw Error("poll failed.");
  }
}

/// What a stranger wrote must not steer the terminal.
std::string printable(std::span<const std::byte> bytes) {
  std::string text;
  for (const std::byte byte : bytes) {
    const auto character = std::to_integer<unsigned char>(byte);
    text += character < ' ' || character == 0x7f ? ' ' : static_cast<char>(character);
  }
  return text;
}

Clock::time_point after(double seconds) {
  return Clock::now() +
         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

}  // namespace

ModelProcess::ModelProcess(const fs::path& model, std::uintmax_t fileBytes,
                           std::uintmax_t memoryBytes)
    : model_(model) {
  const std::string runner = runnerProgram().string();
  const std::string file = fs::absolute(model).string();
  const std::string sizes[] = {std::to_string(fileBytes), std::to_string(memoryBytes)};
  // A socket, since writing to a pipe whose reader has died would end Luce too.
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw Error("The program is out of file handles.");
  }
  socket_ = ends[0];
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> environment{"OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1",
                                       "MKL_NUM_THREADS=1"};
  if (const char* libraries = std::getenv("LD_LIBRARY_PATH")) {
    environment.push_back(std::string("LD_LIBRARY_PATH=") + libraries);
  }
  std::vector<char*> variables, arguments;
  for (std::string& variable : environment) variables.push_back(variable.data());
  variables.push_back(nullptr);
  for (const std::string* argument : {&runner, &file, &sizes[0], &sizes[1]}) {
    arguments.push_back(const_cast<char*>(argument->c_str()));
  }
  arguments.push_back(nullptr);
  const int failure =
      posix_spawn(&process_, runner.c_str(), &actions, nullptr, arguments.data(), variables.data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failure != 0) {
    process_ = -1;
    close(socket_);
    throw Error("The program luce-model-runner cannot be started. Check that it may be run.");
  }
}

ModelProcess::~ModelProcess() {
  close(socket_);
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void ModelProcess::ended() {
  throw Error(
      model_.string() +
      ": the model's process ended before it was done. It may be damaged, or want more memory "
      "than foreign models get.");
}

void ModelProcess::read(std::span<std::byte> bytes, double seconds, const std::stop_token& stop) {
  const Clock::time_point end = after(seconds);
  while (!bytes.empty()) {
    await(socket_, POLLIN, end, stop, model_);
    const ssize_t count = ::read(socket_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ended();
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

void ModelProcess::send(std::span<const std::byte> bytes, double seconds,
                        const std::stop_token& stop) {
  const Clock::time_point end = after(seconds);
  while (!bytes.empty()) {
    await(socket_, POLLOUT, end, stop, model_);
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return;  // it has ended, and receive() tells why
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

ModelProcess::Answer ModelProcess::receive(double seconds, std::uint64_t longest,
                                           const std::stop_token& stop) {
  Answer answer;
  read(std::as_writable_bytes(std::span(&answer.reply, 1)), seconds, stop);
  const bool isText = answer.reply.kind == ModelReplyKind::Refused;
  if (answer.reply.bytes > (isText ? kLongestModelText : longest)) {
    throw Error(model_.string() + ": the model's process answers nonsense.");
  }
  answer.payload.resize(answer.reply.bytes);
  read(answer.payload, seconds, stop);
  if (isText) throw Error(model_.string() + ": " + printable(answer.payload));
  return answer;
}

}  // namespace luce
