// The Python that reads Luce's files with other people's libraries (.ci/install-python).
#pragma once

#include <string>
#include <vector>

namespace luce {

/// Empty where .ci/install-python has not run: skip the test and say so.
std::string peerPython();

/// What the script printed. Fails the test, with what it said on stderr, if it did not end well.
std::string runPeer(const std::string& script, const std::vector<std::string>& arguments);

}  // namespace luce
