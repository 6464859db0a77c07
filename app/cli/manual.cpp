#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command_outline.h"
#include "app/cli/commands.h"
#include "app/version/build_facts.h"

namespace luce::cli {

namespace {

constexpr const char* kDescription = R"(.SH DESCRIPTION
.B luce\-cli
does everything that
.BR luce (1),
the desktop of Luce, does: it reads logs of a recommender or a search engine into a workspace (one
.I .luce
file), trains an estimator of user actions, aligns it with the reward that its value model ranks by,
judges policies by what another one logged, tunes value weights, and writes models for production.
.PP
Results go to the standard output, everything else to the standard error. With
.B \-\-json
a command prints one JSON object.
)";

constexpr const char* kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Failed; the standard error tells why. A log with mistakes is refused as a whole.
.TP
.B 2
Wrong usage.
.SH EXAMPLES
Import a log, train on it, and judge the result on slates that it never saw:
.PP
.nf
.RS
luce\-cli import slates.csv \-\-workspace study.luce
luce\-cli train study.luce \-\-experiment experiment.json \-\-run aligned
luce\-cli evaluate study.luce \-\-run aligned
.RE
.fi
.PP
The whole story on the sample log, with charts:
.PP
.nf
.RS
luce\-cli demo \-\-out demo
.RE
.fi
.SH FILES
.TP
.I FILE.luce
A workspace: an SQLite database with datasets, runs, metrics and weights. One program at a time writes
to it; others read it meanwhile.
.TP
.I ../share/luce/sample_data
Beside the folder of the program: the sample log, experiments, and documents for
.BR simulate " and " study .
.SH SEE ALSO
.BR luce (1),
.BR luce\-charts (1)
)";

/// Text of a paragraph: hyphens that stay hyphens, nothing taken for a command.
std::string roff(const std::string& text) {
  std::string result;
  for (const char character : text) {
    if (character == '\\') {
      result += "\\e";
    } else if (character == '-') {
      result += "\\-";
    } else {
      result += character;
    }
  }
  return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string optionText(const OptionOutline& option) {
  std::string head;
  if (option.names.empty()) {
    head = "\\fI" + roff(option.place) + "\\fR";
  } else {
    std::vector<std::string> names;
    for (const std::string& name : option.names) names.push_back("\\fB" + roff(name) + "\\fR");
    head = fmt::format("{}", fmt::join(names, ", "));
    if (!option.value.empty()) head += " \\fI" + roff(option.value) + "\\fR";
  }
  if (option.repeats) head += " ...";
  const std::string required = option.required && !option.names.empty() ? " Required." : "";
  return ".TP\n" + head + '\n' + roff(option.description) + '.' + required + '\n';
}

std::string commandText(const CommandOutline& command) {
  std::string text = ".SS \"" + command.name + "\"\n" + roff(command.description) +
                     (command.description.ends_with('?') ? "\n" : ".\n") + ".PP\n\\fBluce\\-cli " +
                     roff(command.name) + "\\fR [\\fIoptions\\fR]";
  for (const OptionOutline& place : command.places) {
    const std::string name = "\\fI" + roff(place.place) + "\\fR" + (place.repeats ? " ..." : "");
    text += place.required ? ' ' + name : " [" + name + ']';
  }
  text += '\n';
  for (const OptionOutline& place : command.places) text += optionText(place);
  for (const OptionOutline& option : command.options) text += optionText(option);
  return text;
}

}  // namespace

void addManual(CLI::App& program) {
  CLI::App* command = program.add_subcommand("manual", "The manual page, as man reads it");
  command->group("");
  command->callback([&program] {
    const ProgramOutline outline = outlineOf(program);
    fmt::print(
        ".TH LUCE\\-CLI 1 \"\" \"Luce {}\" \"Luce\"\n.SH NAME\nluce\\-cli \\- "
        "laboratory for reward\\-aligned ranking, on the command line\n.SH SYNOPSIS\n"
        "\\fBluce\\-cli\\fR \\fIcommand\\fR [\\fIoptions\\fR] [\\fIarguments\\fR]\n{}"
        ".SH OPTIONS\n",
        programVersion(), kDescription);
    for (const OptionOutline& option : outline.program.options) {
      fmt::print("{}", optionText(option));
    }
    fmt::print(".SH COMMANDS\n");
    for (const CommandOutline& each : outline.commands) fmt::print("{}", commandText(each));
    fmt::print("{}", kEnd);
  });
}

}  // namespace luce::cli
