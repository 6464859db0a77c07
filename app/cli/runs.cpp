#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/workspace/run_result.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::vector<std::string> runs;
  std::optional<std::string> rename, note, colour;
  bool remove = false, restore = false, purge = false, removed = false;
  Output output;

  bool changes() const { return rename || note || colour || remove || restore; }
};

std::string schemeOf(const RunRecord& run) {
  try {
    return experimentFromJson(run.experiment).objective.scheme;
  } catch (const Error&) {
    // A run of another Luce can be listed all the same.
    return "–";
  }
}

ordered_json describe(const RunRecord& run, const RunResult& result) {
  ordered_json object{{"name", run.name},
                      {"dataset", run.dataset},
                      {"scheme", schemeOf(run)},
                      {"status", toString(run.status)},
                      {"message", run.message},
                      {"started", run.started},
                      {"seconds", run.seconds},
                      {"kept_step", nullptr},
                      {"held_out", nullptr},
                      {"colour", run.colour},
                      {"note", run.note},
                      {"removed", nullptr},
                      {"environment", ordered_json::parse(run.environment, nullptr, false)},
                      {"experiment", ordered_json::parse(run.experiment)}};
  if (!object["environment"].is_object()) object["environment"] = nullptr;
  if (!run.removed.empty()) object["removed"] = run.removed;
  if (result.keptStep >= 0) object["kept_step"] = result.keptStep;
  if (result.heldOut) {
    object["held_out"] = {{"value", jsonNumber(result.heldOut->value)},
                          {"low", jsonNumber(result.heldOut->low)},
                          {"high", jsonNumber(result.heldOut->high)}};
  }
  return object;
}

std::vector<std::string> line(const RunRecord& run, const RunResult& result) {
  std::string heldOut = "–";
  if (result.heldOut) {
    heldOut = fmt::format("{} [{}, {}]", shortNumber(result.heldOut->value),
                          shortNumber(result.heldOut->low), shortNumber(result.heldOut->high));
  }
  std::string note = run.note;
  std::replace(note.begin(), note.end(), '\n', ' ');
  return {run.name,
          run.dataset,
          schemeOf(run),
          heldOut,
          result.keptStep < 0 ? "–" : std::to_string(result.keptStep),
          run.removed.empty() ? toString(run.status) : "removed",
          run.started,
          fmt::format("{:.1f}", run.seconds),
          note};
}

void list(const Options& options, const Workspace& workspace) {
  std::vector<RunRecord> runs = options.removed ? workspace.runsPutAway() : workspace.runs();
  if (!options.runs.empty() && !options.changes() && !options.purge) {
    runs.clear();
    for (const std::string& name : options.runs) runs.push_back(workspace.run(name));
  }
  std::vector<std::vector<std::string>> table{
      {"run", "dataset", "scheme", "held-out", "kept", "status", "started", "seconds", "note"}};
  ordered_json objects = ordered_json::array();
  for (const RunRecord& run : runs) {
    const RunResult result = resultOf(workspace, run.id);
    if (options.output.json) {
      objects.push_back(describe(run, result));
    } else {
      table.push_back(line(run, result));
    }
  }
  if (options.output.json) {
    printJson({{"workspace", options.workspace}, {"runs", std::move(objects)}});
  } else if (runs.empty()) {
    fmt::print("No run.\n");
  } else {
    printTable(table);
  }
}

std::int64_t findRun(const Options& options, const Workspace& workspace, const std::string& name) {
  if (!options.restore) return workspace.run(name).id;
  for (const RunRecord& run : workspace.runsPutAway()) {
    if (run.name == name) return run.id;
  }
  throw Error(fmt::format("\"{}\" has no removed run named \"{}\"; see luce-cli runs --removed.",
                          options.workspace, name));
}

void run(const Options& options) {
  if (options.changes() && options.runs.empty()) {
    throw CLI::ValidationError("--run", "name the runs that are to be changed");
  }
  if (options.rename && options.runs.size() > 1) {
    throw CLI::ValidationError("--rename", "one run at a time can get a name");
  }
  if (options.purge && (options.rename || options.note || options.colour)) {
    throw CLI::ValidationError("--purge", "what is removed for good takes no name, note or colour");
  }
  const bool writes = options.changes() || options.purge;
  Workspace workspace = openExisting(options.workspace, writes ? Access::Write : Access::Read);
  std::vector<RunChange> changes;
  for (const std::string& name : options.runs) {
    if (!options.changes()) break;
    RunChange change{.run = findRun(options, workspace, name),
                     .name = options.rename,
                     .colour = options.colour,
                     .note = options.note};
    if (options.remove || options.restore) change.putAway = options.remove;
    changes.push_back(std::move(change));
  }
  if (options.changes()) workspace.changeRuns(changes);
  if (options.purge) {
    const int count =
        options.runs.empty() ? workspace.purgeRuns() : workspace.purgeRuns(options.runs);
    if (!options.output.json) {
      fmt::print("{} {} removed for good.\n", count, count == 1 ? "run was" : "runs were");
    }
  }
  list(options, workspace);
}

}  // namespace

void addRuns(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("runs", "List the runs of a workspace; name, note, remove them");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--run", options->runs, "A run's name; can be given several times")
      ->allow_extra_args(false);
  command->add_option("--rename", options->rename, "Give the run this name");
  command->add_option("--note", options->note, "Write this about the runs; \"\" = nothing");
  command->add_option("--colour", options->colour,
                      "Draw the runs in this colour, like #0072b2; \"\" = by their number");
  CLI::Option* remove =
      command->add_flag("--remove", options->remove, "Remove the runs; --restore brings them back");
  CLI::Option* restore =
      command->add_flag("--restore", options->restore, "Bring removed runs back")->excludes(remove);
  command
      ->add_flag("--purge", options->purge,
                 "Remove the runs for good, which must have been removed; without --run, all that "
                 "were removed")
      ->excludes(restore);
  command->add_flag("--removed", options->removed, "List the runs that were removed");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
