// How a long task tells how far it is. Called from the thread that does the task, at most a few
// hundred times in all; the receiver hands it on to its own thread.
#pragma once

#include <functional>
#include <string_view>

namespace luce {

/// fraction: 0..1; stage: a few words for people ("Reading men.csv").
using Progress = std::function<void(double fraction, std::string_view stage)>;

}  // namespace luce
