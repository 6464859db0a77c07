// Words of commands that people paste into a shell.
#pragma once

#include <string>

namespace luce {

/// In single quotes where a POSIX shell would take it for more than one word, or for none.
std::string shellWord(const std::string& text);

}  // namespace luce
