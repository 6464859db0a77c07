// luce-model-runner as Luce sees it: a program that may answer anything, late or never.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/foreign/model_wire.h"

namespace luce {

class ModelProcess {
 public:
  /// Starts the runner, which is beside this program. Throws Error if it cannot.
  ModelProcess(const std::filesystem::path& model, std::uintmax_t fileBytes,
               std::uintmax_t memoryBytes);
  /// Ends the runner, whatever it is at.
  ~ModelProcess();
  ModelProcess(const ModelProcess&) = delete;
  ModelProcess& operator=(const ModelProcess&) = delete;

  struct Answer {
    ModelReply reply;
    std::vector<std::byte> payload;
  };
  /// Waits for the next answer. longest: bytes of a payload that are taken. Throws Error when the
  /// runner refuses (with its reason), ends, answers nonsense or is not done in time; Cancelled.
  Answer receive(double seconds, std::uint64_t longest, const std::stop_token& stop);
  /// Throws like receive().
  void send(std::span<const std::byte> bytes, double seconds, const std::stop_token& stop);

 private:
  void read(std::span<std::byte> bytes, double seconds, const std::stop_token& stop);
  [[noreturn]] void ended();

  std::filesystem::path model_;
  pid_t process_ = -1;
  int socket_ = -1;
};

}  // namespace luce
