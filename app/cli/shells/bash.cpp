#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/shells/shells.h"

namespace luce::cli {

namespace {

// Names of runs and datasets come from files of others: they are compared as they are, never given
// to "compgen -W", which would run commands in them.
constexpr const char* kHelpers =
    R"sh(# bash completion for luce-cli, written by "luce-cli completion bash"

_luce_cli_words() {
  COMPREPLY+=($(compgen -W "$1" -- "$word"))
}

_luce_cli_list() {
  local head=
  [[ $word == *,* ]] && head=${word%,*},
  COMPREPLY+=($(compgen -P "$head" -W "$1" -- "${word##*,}"))
  compopt -o nospace
}

_luce_cli_files() {
  compopt -o filenames
  local found
  while IFS= read -r found; do
    COMPREPLY+=("$found")
  done < <(if [[ ${1-} ]]; then compgen -f -X "!*.$1" -- "$word"; compgen -d -- "$word";
           else compgen -f -- "$word"; fi)
}

_luce_cli_names() {
  local argument file name program=${COMP_WORDS[0]/#\~\//$HOME/}
  for argument in "${COMP_WORDS[@]:2}"; do
    file=${argument//\\/}
    file=${file/#\~\//$HOME/}
    [[ $file == *.luce && -f $file ]] || continue
    while IFS= read -r name; do
      [[ $name == "$word"* ]] && COMPREPLY+=("$(printf %q "$name")")
    done < <("$program" names "$1" "$file" 2>/dev/null)
    return
  done
}

)sh";

std::string callFor(const OptionOutline& option) {
  std::vector<std::string> calls;
  if (!option.choices.empty()) {
    calls.push_back(fmt::format("{} '{}'", option.commaList ? "_luce_cli_list" : "_luce_cli_words",
                                fmt::join(option.choices, " ")));
  }
  switch (option.kind) {
    case ValueKind::File:
      calls.emplace_back("_luce_cli_files");
      break;
    case ValueKind::Workspace:
      calls.emplace_back("_luce_cli_files luce");
      break;
    case ValueKind::Dataset:
      calls.emplace_back("_luce_cli_names datasets");
      break;
    case ValueKind::Run:
      calls.emplace_back("_luce_cli_names runs");
      break;
    case ValueKind::Policy:
      calls.emplace_back("_luce_cli_names policies");
      break;
    case ValueKind::None:
    case ValueKind::Free:
      break;
  }
  return calls.empty() ? ":" : fmt::format("{}", fmt::join(calls, "; "));
}

std::string optionNames(const CommandOutline& command) {
  std::vector<std::string> names;
  for (const OptionOutline& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return fmt::format("{}", fmt::join(names, " "));
}

}  // namespace

std::string bashCompletion(const ProgramOutline& outline) {
  std::string commands, values, options, places;
  for (const CommandOutline& command : outline.commands) {
    commands += command.name + ' ';
    options +=
        fmt::format("      {}) _luce_cli_words '{}' ;;\n", command.name, optionNames(command));
    if (!command.places.empty()) {
      places += fmt::format("      {}) {} ;;\n", command.name, callFor(command.places.front()));
    }
    for (const OptionOutline& option : command.options) {
      if (option.kind == ValueKind::None) continue;
      values += fmt::format("    '{} {}') {}; return ;;\n", command.name, option.names.front(),
                            callFor(option));
    }
  }
  return kHelpers + fmt::format(R"sh(_luce_cli() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _luce_cli_words '{}{}'
    return
  fi
  # bash makes three words of --option=value.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  case "$command $before" in
{}  esac
  if [[ $word == -* ]]; then
    case $command in
{}    esac
  else
    case $command in
{}    esac
  fi
}}
complete -F _luce_cli luce-cli
)sh",
                                commands, optionNames(outline.program), values, options, places);
}

}  // namespace luce::cli
