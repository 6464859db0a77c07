#include "app/cli/command_outline.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/dataset/importers/importer.h"
#include "core/objective/scheme.h"

namespace luce::cli {

namespace {

constexpr const char* kAnyText = "TEXT";

/// By "--option" for all commands, or by "command --option" or "command place".
const std::map<std::string, std::string>& valueNames() {
  static const std::map<std::string, std::string> names{{"--workspace", "FILE"},
                                                        {"--dataset", "DATASET"},
                                                        {"--run", "RUN"},
                                                        {"--compare", "RUN"},
                                                        {"--continue", "RUN"},
                                                        {"--policy-name", "POLICY"},
                                                        {"--compare-policy", "POLICY"},
                                                        {"policies --policy", "POLICY"},
                                                        {"--keep", "NAME"},
                                                        {"--scheme", "SCHEME"},
                                                        {"--schemes", "SCHEME"},
                                                        {"--device", "DEVICE"},
                                                        {"--experiment", "FILE"},
                                                        {"--schema", "FILE"},
                                                        {"--simulation", "FILE"},
                                                        {"--cases", "FILE"},
                                                        {"--sweep", "FILE"},
                                                        {"--csv", "FILE"},
                                                        {"--markdown", "FILE"},
                                                        {"--reward-model-csv", "FILE"},
                                                        {"--save", "FILE"},
                                                        {"--out", "FILE"},
                                                        {"--policy-file", "FILE"},
                                                        {"experiment --check", "FILE"},
                                                        {"demo --out", "FOLDER"},
                                                        {"workspace", "FILE"},
                                                        {"import files", "FILE"},
                                                        {"import --dataset", "NAME"},
                                                        {"import --format", "FORMAT"},
                                                        {"simulate --dataset", "NAME"},
                                                        {"train --run", "NAME"},
                                                        {"simulate simulation", "FILE"},
                                                        {"study plan", "FILE"},
                                                        {"estimators world", "FILE"},
                                                        {"--weights", "WEIGHTS"},
                                                        {"--reward-weights", "WEIGHTS"}};
  return names;
}

std::string nameOf(const CLI::Option& option) {
  return option.nonpositional() ? "--" + option.get_lnames().front() : option.get_name(true, false);
}

/// Without its checks: "TEXT" of "TEXT:{one,drop}".
std::string typeOf(const CLI::Option& option) {
  const std::string full = option.get_type_name();
  return full.substr(0, full.find(':'));
}

std::vector<std::string> schemeNames(const std::string& option) {
  std::vector<std::string> names;
  if (option == "--schemes") names.emplace_back("supervised");
  for (const Scheme* scheme : schemes()) names.push_back(scheme->description().id);
  if (option == "--scheme") {
    for (const Scheme* scheme : regularisers()) names.push_back(scheme->description().id);
  }
  return names;
}

/// What a check lists between braces.
std::vector<std::string> members(const std::string& type) {
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

std::vector<std::string> choicesOf(const CLI::Option& option) {
  const std::string type = typeOf(option), name = nameOf(option);
  if (type == "SCHEME") return schemeNames(name);
  if (type == "DEVICE") return {"auto", "cpu", "cuda"};
  if (name == "--compare") return {"uniform", "logging"};
  if (type != "FORMAT") return members(option.get_type_name());
  std::vector<std::string> formats{"auto"};
  for (const auto& importer : importers()) formats.push_back(importer->id());
  return formats;
}

ValueKind kindOf(const CLI::Option& option) {
  const std::string type = typeOf(option), name = nameOf(option);
  if (option.get_items_expected_max() == 0) return ValueKind::None;
  if (name == "workspace" || name == "--workspace") return ValueKind::Workspace;
  if (type == "DATASET") return ValueKind::Dataset;
  if (type == "RUN") return ValueKind::Run;
  if (type == "POLICY") return ValueKind::Policy;
  return type == "FILE" || type == "FOLDER" ? ValueKind::File : ValueKind::Free;
}

/// "{one,drop}" where the check says all, else the type with the check's own words.
std::string valueText(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "";
  const std::string full = option.get_type_name();
  const std::string before = std::string(kAnyText) + ':';
  if (full.starts_with(before + '{')) return full.substr(before.size());
  return full.starts_with("INT:INT") || full.starts_with("FLOAT:FLOAT")
             ? full.substr(full.find(':') + 1)
             : full;
}

OptionOutline outlineOf(const CLI::Option& option) {
  OptionOutline outline;
  for (const std::string& name : option.get_lnames()) outline.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) outline.names.push_back("-" + name);
  if (!option.nonpositional()) outline.place = option.get_name(true, false);
  outline.value = valueText(option);
  outline.description = option.get_description();
  outline.kind = kindOf(option);
  outline.choices = choicesOf(option);
  outline.commaList = option.get_delimiter() == ',';
  outline.required = option.get_required();
  outline.repeats = option.get_items_expected_max() > 1;
  return outline;
}

CommandOutline outlineOfCommand(const CLI::App& command) {
  CommandOutline outline{command.get_name(), command.get_description(), {}, {}};
  for (const CLI::Option* option : command.get_options()) {
    (option->nonpositional() ? outline.options : outline.places).push_back(outlineOf(*option));
  }
  return outline;
}

std::vector<const CLI::App*> visibleCommands(const CLI::App& program) {
  return program.get_subcommands(
      [](const CLI::App* command) { return !command->get_group().empty(); });
}

}  // namespace

void nameValues(CLI::App& program) {
  for (CLI::App* command : program.get_subcommands(nullptr)) {
    for (CLI::Option* option : command->get_options()) {
      if (typeOf(*option) != kAnyText || !members(option->get_type_name()).empty()) continue;
      const std::string name = nameOf(*option);
      auto found = valueNames().find(command->get_name() + ' ' + name);
      if (found == valueNames().end()) found = valueNames().find(name);
      if (found != valueNames().end()) option->type_name(found->second);
    }
  }
}

ProgramOutline outlineOf(const CLI::App& program) {
  ProgramOutline outline{outlineOfCommand(program), {}};
  for (const CLI::App* command : visibleCommands(program)) {
    outline.commands.push_back(outlineOfCommand(*command));
  }
  return outline;
}

}  // namespace luce::cli
