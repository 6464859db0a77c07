// A workspace as the first layout had it, made without Luce's own code.
#pragma once

#include <filesystem>

namespace luce {

/// Layout 1: a dataset "old log" of two slates with two and one candidates (tasks click and like,
/// one numeric candidate feature "price"), a finished run "aligned" with two metrics and a
/// checkpoint "best" of five bytes (1, 2, 3, 4, 5), and a run "lost" whose program died.
/// ballast: megabytes of a further checkpoint "ballast", for a larger file.
void makeFirstLayoutWorkspace(const std::filesystem::path& file, int ballast = 0);

}  // namespace luce
