#include "tests/support/peer_python.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

namespace luce {

std::string peerPython() {
  const std::string python = LUCE_SOURCE_DIR "/build/python/bin/python";
  return std::filesystem::exists(python) ? python : "";
}

std::string runPeer(const std::string& script, const std::vector<std::string>& arguments) {
  std::string command = "'" + peerPython() + "' '" LUCE_SOURCE_DIR "/" + script + "'";
  for (const std::string& argument : arguments) command += " '" + argument + "'";
  command += " 2>&1";
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) {
    ADD_FAILURE() << "no pipe for " << command;
    return output;
  }
  for (int letter = fgetc(pipe); letter != EOF; letter = fgetc(pipe)) {
    output += static_cast<char>(letter);
  }
  EXPECT_EQ(pclose(pipe), 0) << output;
  return output;
}

}  // namespace luce
