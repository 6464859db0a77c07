#include <fmt/format.h>

#include <fstream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/estimator_study.h"
#include "app/cli/number_checks.h"
#include "core/common/safe_file.h"

namespace luce::cli {

namespace {

struct Options {
  EstimatorStudyPlan plan = standardEstimatorStudy();
  std::string world;
  std::string out;
  Output output;
};

std::string share(double value) {
  return fmt::format("{:.1f} %", 100 * value);
}

void print(const EstimatorStudyResult& result) {
  fmt::print("{} rows: true value {:.4f}, logging policy {:.4f}, effective {:.0f} % of the rows\n",
             result.size, result.truth, result.logging, 100 * result.effectiveShare);
  std::vector<std::vector<std::string>> table{
      {"estimator", "bias", "deviation", "error", "bootstrap", "normal", "Bernstein"}};
  for (const EstimatorRecord& record : result.records) {
    const ValueEstimatorDescription& description = describe(record.estimator);
    table.push_back({std::string(description.title) + (description.claimsCoverage ? "" : " *"),
                     shortNumber(record.bias), shortNumber(record.deviation),
                     shortNumber(record.error), share(record.cover[0]), share(record.cover[1]),
                     share(record.cover[2])});
  }
  printTable(table);
}

void run(Options& options) {
  if (!options.world.empty()) options.plan.world = simulationFromJson(readFile(options.world));
  const Progress progress = progressLine();
  const auto whole = static_cast<double>(options.plan.logs);
  const auto tell = [&](int size, int done) {
    if (progress) progress(done / whole, fmt::format("logs of {} rows", size));
  };
  const std::vector<EstimatorStudyResult> results =
      studyEstimators(options.plan, tell, stopToken());
  finishProgressLine();
  const nlohmann::ordered_json object = estimatorStudyJson(options.plan, results);
  if (!options.out.empty()) {
    writeFileSafely(options.out, [&](std::ostream& out) { out << object.dump(1) << '\n'; });
  }
  if (options.output.json) {
    printJson(object);
    return;
  }
  for (const EstimatorStudyResult& result : results) print(result);
  fmt::print(
      "shares: how many of {} logs' 95 % intervals hold the true value\n"
      "* trades bias for variance: its intervals do not tell of the bias\n",
      options.plan.logs);
}

}  // namespace

void addEstimators(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "estimators", "Bias, spread and coverage of every off-policy estimator on simulated logs");
  command->add_option("world", options->world,
                      "Simulation settings of a bandit world; standard: 20 items, three tasks");
  command->add_option("--sizes", options->plan.sizes, "Rows of the logs")
      ->delimiter(',')
      ->check(CLI::Range(10, 10'000'000));
  command->add_option("--logs", options->plan.logs, "Logs of each size")
      ->check(CLI::Range(2, 1'000'000));
  command
      ->add_option("--temperature", options->plan.temperature,
                   "Temperature of the judged policy, which knows the truth")
      ->check(numberFrom(1e-6, 1e6));
  command->add_option("--resamples", options->plan.resamples, "Bootstrap resamples of each log")
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--seed", options->plan.seed, "Seed of the first log")->check(wholeNumber());
  command->add_option("--out", options->out,
                      "Also write the result as a JSON file, for luce-charts");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
