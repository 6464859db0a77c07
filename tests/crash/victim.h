// A process of its own group that is killed at a moment.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace luce {

using Duration = std::chrono::duration<double>;

/// What is to be interrupted: luce-cli with these arguments, or work in a child process.
struct Victim {
  std::vector<std::string> arguments;
  std::function<void()> work;
};

/// How long something took: the whole, and the part after a file appeared.
struct Times {
  Duration whole{}, work{};
};

/// Lets it run to its end. sign: the file that appears when its work begins. Throws
/// std::runtime_error if it failed.
Times runToItsEnd(const Victim& victim, const std::filesystem::path& sign = {});

/// Starts it, and kills it and what it started after that time, counted from its start, or from
/// when the sign appears if there is one. True if it had not ended before.
bool killAfter(const Victim& victim, Duration moment, const std::filesystem::path& sign = {});

}  // namespace luce
