// What Qt draws: charts and PDF are made by luce-charts, the program beside this one.
#pragma once

#include <string>
#include <vector>

namespace luce::cli {

/// False when Luce was built without the desktop.
bool hasPainter();

/// Runs luce-charts and waits. Returns its exit code, which is 0 when all went well; it tells
/// failures on stderr.
int runPainter(const std::vector<std::string>& arguments);

}  // namespace luce::cli
