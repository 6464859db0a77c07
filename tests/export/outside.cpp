#include "tests/export/outside.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace luce {

using nlohmann::json;

std::string pythonWith(const std::string& modules) {
  for (const std::string python :
       {LUCE_SOURCE_DIR "/build/python/bin/python", "/usr/bin/python3", "python3"}) {
    // Not imported for the question alone, which takes seconds.
    const std::string question =
        "'" + python +
        "' -c 'import sys, importlib.util as u; sys.exit(any(u.find_spec(m) is None for m in "
        "sys.argv[1].split(\", \")))' '" +
        modules + "' > /dev/null 2>&1";
    if (std::system(question.c_str()) == 0) return python;
  }
  return "";
}

json runPython(const std::string& python, const std::filesystem::path& folder,
               const std::string& script, const json& inputs) {
  std::ofstream(folder / "inputs.json") << inputs.dump();
  std::ofstream(folder / "script.py") << "import json\ni = json.load(open('inputs.json'))\n"
                                      << script << "\njson.dump(o, open('outputs.json', 'w'))\n";
  const std::string command = "cd '" + folder.string() + "' && rm -f outputs.json && '" + python +
                              "' script.py > said 2>&1";
  if (std::system(command.c_str()) != 0) {
    std::ostringstream said;
    said << std::ifstream(folder / "said").rdbuf();
    ADD_FAILURE() << said.str();
    return {};
  }
  std::ifstream outputs(folder / "outputs.json");
  const json result = json::parse(outputs);
  for (const char* name : {"inputs.json", "script.py", "outputs.json", "said"}) {
    std::filesystem::remove(folder / name);
  }
  return result;
}

std::string codeBlock(const std::string& markdown, const std::string& language) {
  const std::string opening = "```" + language + "\n";
  const std::size_t begin = markdown.find(opening);
  if (begin == std::string::npos ||
      markdown.find(opening, begin + opening.size()) != std::string::npos) {
    ADD_FAILURE() << "not exactly one block of " << language;
    return "";
  }
  const std::size_t first = begin + opening.size();
  return markdown.substr(first, markdown.find("```", first) - first);
}

}  // namespace luce
