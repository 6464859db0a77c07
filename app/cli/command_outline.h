// What the program can be asked, as plain values: what --help tells, for the manual page and the
// shells' completion, so that none of them is written by hand.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace luce::cli {

/// What an option's value names, where a shell can help.
enum class ValueKind {
  None,       ///< a flag
  Free,       ///< a number or a text of its own
  File,       ///< any file
  Workspace,  ///< a .luce file
  Dataset,    ///< of the workspace on the command line
  Run,        ///< of the workspace on the command line
  Policy,     ///< of the workspace on the command line
};

struct OptionOutline {
  std::vector<std::string> names;  ///< "--help", "-h"; empty for a place
  std::string place;               ///< name of a positional argument, else empty
  std::string value;  ///< what stands behind the name, as in --help: "RUN", "{one,drop}"; may be
                      ///< empty
  std::string description;
  ValueKind kind = ValueKind::None;
  std::vector<std::string> choices;  ///< words that are values, beside those that kind tells
  bool commaList = false;            ///< one value may hold several choices with commas between
  bool required = false;
  bool repeats = false;  ///< may be given several times, or takes several values
};

struct CommandOutline {
  std::string name, description;
  std::vector<OptionOutline> places;   ///< in order
  std::vector<OptionOutline> options;  ///< in the order of --help
};

struct ProgramOutline {
  CommandOutline program;
  std::vector<CommandOutline> commands;  ///< those that --help lists
};

/// Names the values of options by what they are, "RUN" instead of "TEXT", in --help too. To be
/// called when all commands are there.
void nameValues(CLI::App& program);

ProgramOutline outlineOf(const CLI::App& program);

}  // namespace luce::cli
