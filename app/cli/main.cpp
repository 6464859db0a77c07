#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "app/cli/command_outline.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/version/build_facts.h"
#include "core/common/error.h"
#include "core/common/nearest_name.h"
#include "core/dataset/importers/importer.h"

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

/// Empty unless the first word is to be a command and is none.
std::string unknownCommand(const CLI::App& program, int argc, char** argv) {
  if (argc < 2) return {};
  const std::string word = argv[1];
  if (word.empty() || word.front() == '-') return {};
  std::vector<std::string> known;
  for (const CLI::App* command : program.get_subcommands(nullptr)) {
    if (command->get_name() == word) return {};
    if (!command->get_group().empty()) known.push_back(command->get_name());
  }
  return fmt::format("There is no command \"{}\".{} luce-cli --help lists them.", word,
                     luce::didYouMean(word, known));
}

int runProgram(int argc, char** argv) {
  CLI::App program{"Luce: a laboratory for reward-aligned ranking", "luce-cli"};
  program.require_subcommand(1);
  program.set_version_flag("--version", [] { return luce::versionText("luce-cli"); });
  luce::cli::addImport(program);
  luce::cli::addInfo(program);
  luce::cli::addTrain(program);
  luce::cli::addEvaluate(program);
  luce::cli::addPolicy(program);
  luce::cli::addWhatIf(program);
  luce::cli::addTune(program);
  luce::cli::addObjective(program);
  luce::cli::addSimulate(program);
  luce::cli::addExport(program);
  luce::cli::addRuns(program);
  luce::cli::addPolicies(program);
  luce::cli::addCompare(program);
  luce::cli::addDevices(program);
  luce::cli::addStudy(program);
  luce::cli::addEstimators(program);
  luce::cli::addExperiment(program);
  luce::cli::addDemo(program);
  luce::cli::addCompletion(program);
  luce::cli::addNames(program);
  luce::cli::addManual(program);
  luce::cli::nameValues(program);
  if (const std::string unknown = unknownCommand(program, argc, argv); !unknown.empty()) {
    fmt::print(stderr, "{}\n", unknown);
    return kWrongUsage;
  }
  try {
    program.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    return program.exit(error, std::cout, std::cerr) == 0 ? 0 : kWrongUsage;
  }
}

}  // namespace

int main(int argc, char** argv) {
  luce::cli::listenForSignals();
  spdlog::set_default_logger(spdlog::stderr_color_mt("luce"));
  try {
    return runProgram(argc, argv);
  } catch (const luce::ImportError& error) {
    luce::cli::finishProgressLine();
    for (const luce::ImportProblem& problem : error.problems()) {
      fmt::print(stderr, "{}\n", problem.text());
    }
    const auto more = error.total() - static_cast<std::int64_t>(error.problems().size());
    if (more > 0) fmt::print(stderr, "… and {} more problems.\n", more);
    return kFailed;
  } catch (const std::exception& error) {
    luce::cli::finishProgressLine();
    fmt::print(stderr, "{}\n", error.what());
    return kFailed;
  }
}
