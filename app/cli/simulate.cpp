#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dataset_text.h"
#include "app/cli/feedback.h"
#include "app/cli/workspace_options.h"
#include "core/common/json_reader.h"
#include "core/common/safe_file.h"
#include "core/simulation/audience/audience_log.h"
#include "core/simulation/csv_sink.h"
#include "core/simulation/simulator.h"
#include "core/workspace/workspace.h"

namespace luce::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct Options {
  std::string settings;
  std::string workspace;
  std::string dataset = "simulated";
  std::string csv;
  std::string markdown;
  std::string against;
  int rounds = 0;
  int seeds = 0;
  bool list = false;
  Output output;
};

/// A log of either world, as a document asks for it.
struct Log {
  ordered_json settings;
  std::function<void(DatasetSink&)> write;
};

Log worldLog(const std::string& document) {
  const SimulationSettings settings = simulationFromJson(document);
  auto simulator = std::make_shared<const Simulator>(settings);
  return {ordered_json::parse(simulationToJson(settings)),
          [simulator](DatasetSink& sink) { simulator->writeLog(sink); }};
}

Log audienceLog(const nlohmann::json& document) {
  const AudienceLogSettings settings = audienceLogFromJson(document);
  return {ordered_json::parse(audienceLogToJson(settings).dump()), [settings](DatasetSink& sink) {
            writeAudienceLog(settings, sink, progressLine(), stopToken());
            finishProgressLine();
          }};
}

void writeLog(const Options& options, const Log& log) {
  if (options.workspace.empty() && options.csv.empty()) {
    throw CLI::ValidationError("simulate", "give --workspace or --csv");
  }
  ordered_json object{{"simulation", log.settings}};
  if (!options.csv.empty()) {
    writeFileSafely(options.csv, [&](std::ostream& stream) {
      CsvSink sink(stream);
      log.write(sink);
    });
    object["csv"] = options.csv;
    if (!options.output.json) fmt::print("Wrote {}\n", options.csv);
  }
  if (!options.workspace.empty()) {
    Workspace workspace = Workspace::open(options.workspace);
    const auto writer = workspace.createDataset(
        options.dataset, "simulated from " + fs::path(options.settings).filename().string());
    log.write(*writer);
    writer->commit();
    const DatasetSummary summary = workspace.dataset(options.dataset);
    object["dataset"] = describeDataset(summary);
    if (!options.output.json) printDataset(summary);
  }
  if (options.output.json) printJson(object);
}

void playLoop(const Options& options, const std::string& document) {
  LoopSettings settings = loopFromJson(document);
  if (options.rounds > 0) settings.rounds = options.rounds;
  if (options.seeds > 0) settings.seeds = options.seeds;
  playFeedbackLoop(settings, {options.workspace, options.dataset, options.csv, options.markdown,
                              options.against, options.output.json});
}

void run(const Options& options) {
  const std::string document = readFile(options.settings);
  const nlohmann::json parsed = JsonReader::parse(document, options.settings);
  const bool loop = parsed.is_object() && parsed.contains("rounds");
  if (!loop && (options.rounds > 0 || options.seeds > 0)) {
    throw CLI::ValidationError("simulate", "--rounds and --seeds are for documents with rounds");
  }
  if (loop) {
    playLoop(options, document);
  } else if (parsed.is_object() && parsed.contains("audience")) {
    writeLog(options, audienceLog(parsed));
  } else {
    writeLog(options, worldLog(document));
  }
}

/// What documents may say: the members of an audience and the presets.
void printReference(const Output& output) {
  ordered_json parameters = ordered_json::array(), presets = ordered_json::array();
  std::vector<std::vector<std::string>> table{{"audience", "standard", "from", "to", "meaning"}};
  const AudienceSettings standard;
  for (const AudienceParameter& parameter : audienceParameters()) {
    const double value = valueOf(standard, parameter);
    parameters.push_back({{"id", parameter.id},
                          {"group", parameter.group},
                          {"standard", value},
                          {"low", parameter.low},
                          {"high", parameter.high},
                          {"help", parameter.help}});
    table.push_back({parameter.id, shortNumber(value), shortNumber(parameter.low),
                     shortNumber(parameter.high), parameter.help});
  }
  std::vector<std::vector<std::string>> presetTable{{"preset", "what it shows"}};
  for (const AudiencePreset& preset : audiencePresets()) {
    presets.push_back({{"id", preset.id},
                       {"title", preset.title},
                       {"help", preset.help},
                       {"changes", ordered_json::parse(preset.changes)}});
    presetTable.push_back({preset.id, preset.help});
  }
  if (output.json) {
    printJson({{"parameters", parameters}, {"presets", presets}, {"rankers", rankerKinds()}});
    return;
  }
  printTable(table);
  fmt::print("\n");
  printTable(presetTable);
}

}  // namespace

void addSimulate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "simulate", "Make a log whose truth is known, or play the closed feedback loop");
  CLI::Option* document = command->add_option("simulation", options->settings,
                                              "Simulation document (JSON); with \"rounds\" the "
                                              "closed loop of log, train and deploy");
  command->add_option("--workspace", options->workspace,
                      "Workspace to put the log, or the loop's logs and runs, into");
  command->add_option("--dataset", options->dataset, "Their name there")->check(datasetName());
  command->add_option("--csv", options->csv,
                      "File to write the slate log, or the measures of all rounds, to");
  command->add_option("--markdown", options->markdown,
                      "Closed loop: file to write the table of results to");
  command->add_option("--against", options->against,
                      "Closed loop: ranker that the others are held against");
  command->add_option("--rounds", options->rounds, "Rounds instead of the document's")
      ->check(CLI::Range(1, 10'000));
  command->add_option("--seeds", options->seeds, "Repetitions instead of the document's")
      ->check(CLI::Range(1, 1000));
  CLI::Option* list = command->add_flag("--list", options->list,
                                        "Print what an audience may be given, and its presets");
  list->excludes(document);
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] {
    if (options->list) {
      printReference(options->output);
      return;
    }
    if (options->settings.empty()) throw CLI::RequiredError("simulation");
    run(*options);
  });
}

}  // namespace luce::cli
