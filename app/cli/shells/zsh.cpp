#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/shells/shells.h"

namespace luce::cli {

namespace {

constexpr const char* kHead = R"sh(#compdef luce-cli
# zsh completion for luce-cli, written by "luce-cli completion zsh"

# _arguments puts options of compadd before the kind of names.
_luce_cli_names() {
  local argument file
  local -a names
  for argument in $words; do
    file=${(Q)argument}
    [[ $file == '~/'* ]] && file=$HOME/${file#'~/'}
    [[ $file == *.luce && -f $file ]] || continue
    names=(${(f)"$(${(Q)_luce_cli_program} names ${@[-1]} $file 2>/dev/null)"})
    compadd "${@[1,-2]}" -a names
    return
  done
}

)sh";

/// Inside the brackets of an option's description.
std::string described(const std::string& text) {
  std::string result;
  for (const char character : text) {
    if (character == '[' || character == ']' || character == ':' || character == '\\') {
      result += '\\';
    }
    result += character;
  }
  return result;
}

std::string actionFor(const OptionOutline& option) {
  const std::string choices = fmt::format("{}", fmt::join(option.choices, " "));
  switch (option.kind) {
    case ValueKind::File:
      return "_files";
    case ValueKind::Workspace:
      return "_files -g \"*.luce(-.)\"";
    case ValueKind::Dataset:
      return "_luce_cli_names datasets";
    case ValueKind::Run:
      return option.choices.empty() ? "_luce_cli_names runs"
                                    : "{_luce_cli_names runs; compadd - " + choices + "}";
    case ValueKind::Policy:
      return "_luce_cli_names policies";
    case ValueKind::None:
    case ValueKind::Free:
      break;
  }
  if (option.choices.empty()) return " ";
  return option.commaList ? "_sequence compadd - " + choices : '(' + choices + ')';
}

std::string singleQuoted(const std::string& text) {
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

std::string optionSpecs(const OptionOutline& option) {
  std::string specs;
  for (const std::string& name : option.names) {
    std::string spec = option.repeats ? "*" : "";
    spec += name + '[' + described(option.description) + ']';
    if (option.kind != ValueKind::None) {
      spec += ':' + name.substr(name.find_first_not_of('-')) + ':' + actionFor(option);
    }
    specs += " \\\n        " + singleQuoted(spec);
  }
  return specs;
}

std::string specsOf(const CommandOutline& command) {
  std::string specs;
  for (const OptionOutline& option : command.options) specs += optionSpecs(option);
  int place = 0;
  for (const OptionOutline& option : command.places) {
    specs += " \\\n        " +
             singleQuoted(fmt::format("{}:{}:{}", option.repeats ? "*" : std::to_string(++place),
                                      option.place, actionFor(option)));
  }
  return specs;
}

}  // namespace

std::string zshCompletion(const ProgramOutline& outline) {
  std::string commands, cases;
  for (const CommandOutline& command : outline.commands) {
    commands += "      " + singleQuoted(command.name + ':' + described(command.description)) + '\n';
    cases += fmt::format("    {})\n      _arguments{}\n      ;;\n", command.name, specsOf(command));
  }
  return kHead + fmt::format(R"sh(_luce_cli() {{
  local _luce_cli_program=${{words[1]}}
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
{})
    _describe -t commands command commands
    _arguments{}
    return
  fi
  shift words
  (( CURRENT-- ))
  case ${{words[1]}} in
{}  esac
}}

_luce_cli "$@"
)sh",
                             commands, specsOf(outline.program), cases);
}

}  // namespace luce::cli
