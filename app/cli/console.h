// What every command shares: results on stdout, everything else on stderr, and stopping.
#pragma once

#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"

namespace luce::cli {

/// --json: one object on stdout instead of text.
struct Output {
  bool json = false;
};

/// Prints the object on one line.
void printJson(const nlohmann::ordered_json& object);

/// Prints rows in columns wide enough for them; numbers as given. The first row is the heading.
void printTable(const std::vector<std::vector<std::string>>& rows);

/// Four significant digits; "–" for NaN.
std::string shortNumber(double value);
/// null for what JSON cannot say.
nlohmann::ordered_json jsonNumber(double value);

/// A line on stderr that is overwritten as work goes on; silent when stderr is not a terminal.
Progress progressLine();
void finishProgressLine();

/// From now on the first Ctrl-C or SIGTERM asks to stop, a second one ends the program at once.
void listenForSignals();
std::stop_token stopToken();

/// The whole file; "-" = standard input. Throws Error naming it, also if it is empty.
std::string readFile(const std::string& path);

}  // namespace luce::cli
