#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/dataset_text.h"
#include "core/common/safe_file.h"
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
  Output output;
};

void run(const Options& options) {
  if (options.workspace.empty() && options.csv.empty()) {
    throw CLI::ValidationError("simulate", "give --workspace or --csv");
  }
  const SimulationSettings settings = simulationFromJson(readFile(options.settings));
  const Simulator simulator(settings);
  ordered_json object{{"simulation", ordered_json::parse(simulationToJson(settings))}};
  if (!options.csv.empty()) {
    writeFileSafely(options.csv, [&](std::ostream& stream) {
      CsvSink sink(stream);
      simulator.writeLog(sink);
    });
    object["csv"] = options.csv;
    if (!options.output.json) fmt::print("Wrote {} slates to {}\n", settings.slates, options.csv);
  }
  if (!options.workspace.empty()) {
    Workspace workspace = Workspace::open(options.workspace);
    const auto writer = workspace.createDataset(
        options.dataset, "simulated from " + fs::path(options.settings).filename().string());
    simulator.writeLog(*writer);
    writer->commit();
    const DatasetSummary summary = workspace.dataset(options.dataset);
    object["dataset"] = describeDataset(summary);
    if (!options.output.json) printDataset(summary);
  }
  if (options.output.json) printJson(object);
}

}  // namespace

void addSimulate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("simulate", "Make a log whose truth is known");
  command->add_option("simulation", options->settings, "Simulation document (JSON)")->required();
  command->add_option("--workspace", options->workspace, "Workspace to put the log into");
  command->add_option("--dataset", options->dataset, "Its name there");
  command->add_option("--csv", options->csv, "Slate logs: file to write the log to");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
