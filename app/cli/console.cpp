#include "app/cli/console.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "core/common/error.h"

namespace luce::cli {

namespace {

std::stop_source& stopSource() {
  static std::stop_source source;
  return source;
}

constexpr int kEndedBySignal = 128;

/// Leads from the handler, which may do next to nothing, to a thread that may do anything. A
/// blocked mask and sigwait would not do: libraries start threads before main, and those would get
/// the signal.
std::array<int, 2> signalPipe{};

void passSignalOn(int signal) {
  const int saved = errno;
  const char byte = static_cast<char>(signal);
  if (write(signalPipe[1], &byte, 1) != 1) _exit(kEndedBySignal + signal);
  errno = saved;
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
  if (pipe2(signalPipe.data(), O_CLOEXEC) != 0) throw Error("The program is out of file handles.");
  std::thread([] {
    char signal = 0;
    for (bool first = true; read(signalPipe[0], &signal, 1) == 1; first = false) {
      if (!first) _exit(kEndedBySignal + signal);
      stopSource().request_stop();
    }
  }).detach();
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler == SIG_IGN) continue;  // as a shell asks of programs in the background
    action = {};
    action.sa_handler = passSignalOn;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
  }
}

std::stop_token stopToken() {
  return stopSource().get_token();
}

std::string readFile(const std::string& path) {
  const bool standardInput = path == "-";
  std::ifstream file;
  if (!standardInput) file.open(path, std::ios::binary);
  std::istream& source = standardInput ? std::cin : file;
  if (source && source.peek() == std::char_traits<char>::eof() && !source.bad()) {
    throw Error(standardInput ? "The standard input is empty." : "The file " + path + " is empty.");
  }
  std::ostringstream content;
  if (!source || !(content << source.rdbuf())) {
    throw Error("The file " + path + " cannot be read. Check its name and its permissions.");
  }
  return content.str();
}

}  // namespace luce::cli
