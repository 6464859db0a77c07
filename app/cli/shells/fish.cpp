#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/shells/shells.h"

namespace luce::cli {

namespace {

constexpr const char* kHead =
    R"sh(# fish completion for luce-cli, written by "luce-cli completion fish"

function __luce_cli_names
    set -l arguments (commandline -opc)
    for argument in $arguments
        set -l file (string replace -r '^~/' "$HOME/" -- $argument)
        if string match -q '*.luce' -- $file; and test -f $file
            $arguments[1] names $argv[1] $file 2>/dev/null
            return
        end
    end
end

complete -c luce-cli -f
)sh";

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char character : text) {
    if (character == '\'' || character == '\\') result += '\\';
    result += character;
  }
  return result + '\'';
}

std::string valueOf(const OptionOutline& option) {
  const std::string choices = fmt::format("{}", fmt::join(option.choices, " "));
  switch (option.kind) {
    case ValueKind::None:
      return "";
    case ValueKind::File:
      return " -r -F";
    case ValueKind::Workspace:
      return " -x -a '(__fish_complete_suffix .luce)'";
    case ValueKind::Dataset:
      return " -x -a '(__luce_cli_names datasets)'";
    case ValueKind::Run:
      return choices.empty() ? " -x -a '(__luce_cli_names runs)'"
                             : " -x -a '(__luce_cli_names runs) " + choices + "'";
    case ValueKind::Policy:
      return " -x -a '(__luce_cli_names policies)'";
    case ValueKind::Free:
      break;
  }
  if (choices.empty()) return " -x";
  return option.commaList ? " -x -a '(__fish_complete_list , \"string split \\\" \\\" \\\"" +
                                choices + "\\\"\")'"
                          : " -x -a '" + choices + '\'';
}

std::string placeValue(const OptionOutline& place) {
  if (place.kind == ValueKind::Workspace) return " -k -a '(__fish_complete_suffix .luce)'";
  if (place.kind == ValueKind::File) return " -F";
  return fmt::format(" -a '{}'", fmt::join(place.choices, " "));
}

std::string lineFor(const std::string& condition, const OptionOutline& option) {
  std::string line = "complete -c luce-cli -n " + quoted(condition);
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  return line + valueOf(option) + " -d " + quoted(option.description) + '\n';
}

}  // namespace

std::string fishCompletion(const ProgramOutline& outline) {
  std::string lines = kHead;
  for (const OptionOutline& option : outline.program.options) {
    lines += lineFor("__fish_use_subcommand", option);
  }
  for (const CommandOutline& command : outline.commands) {
    lines += fmt::format("complete -c luce-cli -n __fish_use_subcommand -a {} -d {}\n",
                         command.name, quoted(command.description));
  }
  for (const CommandOutline& command : outline.commands) {
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    if (!command.places.empty()) {
      lines += "complete -c luce-cli -n " + quoted(condition) + placeValue(command.places.front()) +
               '\n';
    }
    for (const OptionOutline& option : command.options) lines += lineFor(condition, option);
  }
  return lines;
}

}  // namespace luce::cli
