#include "app/cli/console.h"

#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/common/error.h"

namespace luce::cli {

namespace {

std::stop_source& stopSource() {
  static std::stop_source source;
  return source;
}

/// Characters of a UTF-8 text, for padding.
std::size_t width(const std::string& text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  return count;
}

}  // namespace

void printJson(const nlohmann::ordered_json& object) {
  fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printTable(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line += std::string(widths[i] - width(row[i]) + 2, ' ');
    }
    fmt::print("{}\n", line);
  }
}

std::string shortNumber(double value) {
  return std::isnan(value) ? "–" : fmt::format("{:.4g}", value);
}

nlohmann::ordered_json jsonNumber(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

Progress progressLine() {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [](double fraction, std::string_view stage) {
    fmt::print(stderr, "\r{} {:3.0f} %\033[K", stage, 100 * fraction);
    std::fflush(stderr);
  };
}

void finishProgressLine() {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K");
}

void listenForSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals] {
    constexpr int kEndedBySignal = 128;
    for (bool first = true;; first = false) {
      int signal = 0;
      sigwait(&signals, &signal);
      if (!first) _exit(kEndedBySignal + signal);
      stopSource().request_stop();
    }
  }).detach();
}

std::stop_token stopToken() {
  return stopSource().get_token();
}

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  if (!file || !(content << file.rdbuf())) {
    throw Error("The file " + path + " cannot be read. Check its name and its permissions.");
  }
  return content.str();
}

}  // namespace luce::cli
