#include "tests/cli/program.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/support/temporary_folder.h"

namespace luce {

namespace {

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char character : text) {
    if (character == '\'') {
      result += "'\\''";
    } else {
      result += character;
    }
  }
  return result + '\'';
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

}  // namespace

ProgramResult runLuce(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  std::string command = quoted(std::string(LUCE_BINARY_DIR) + "/bin/luce-cli");
  for (const std::string& argument : arguments) command += ' ' + quoted(argument);
  command += " > " + quoted((folder / "output").string()) + " 2> " +
             quoted((folder / "errors").string()) + " < /dev/null";
  const int status = std::system(command.c_str());
  ProgramResult result;
  result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.output = contentOf(folder / "output");
  result.errors = contentOf(folder / "errors");
  return result;
}

}  // namespace luce
