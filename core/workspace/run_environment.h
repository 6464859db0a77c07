// What a run records of its surroundings, so that its numbers can be made again.
#pragma once

#include <map>
#include <string>

namespace luce {

/// One JSON object: `luce`, `libtorch`, `sqlite` and, where it says so itself, `blas` (versions),
/// `processor` (its name), `device`, `threads`, and what `more` has, such as the version of Qt.
std::string environmentJson(const std::string& device, int threads,
                            const std::map<std::string, std::string>& more = {});

}  // namespace luce
