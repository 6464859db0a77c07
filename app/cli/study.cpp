#include <fmt/format.h>

#include "app/cli/alignment_study.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/evaluation/seed_mean.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string file;
  int seeds = 0;
  std::string cell;
  Output output;
};

ordered_json describe(const RankerResult& ranker) {
  return {{"settings", ranker.settings},
          {"temperature", ranker.temperature},
          {"held_out", jsonNumber(ranker.heldOut)},
          {"stochastic", ranker.value.stochastic},
          {"greedy", ranker.value.greedy},
          {"greedy_top", ranker.value.greedyTop}};
}

template <class ValueOf>
SeedMean meanOver(const std::vector<SeedResult>& results, ValueOf&& valueOf) {
  std::vector<double> values;
  for (const SeedResult& result : results) values.push_back(valueOf(result));
  return seedMean(values);
}

std::string withInterval(const SeedMean& mean) {
  return fmt::format("{:.3f} ± {:.3f}", mean.mean, mean.halfWidth);
}

struct Measure {
  const char* title;
  const char* id;
  double TrueValue::*value;
};
constexpr Measure kMeasures[]{{"stochastic, own τ", "stochastic", &TrueValue::stochastic},
                              {"greedy top 1", "greedy", &TrueValue::greedy},
                              {"greedy top K", "greedy_top", &TrueValue::greedyTop}};

std::vector<std::vector<std::string>> tableOf(const std::string& name,
                                              const std::vector<SeedResult>& results) {
  std::vector<std::vector<std::string>> rows;
  for (const Measure& measure : kMeasures) {
    const auto supervised = [&](const SeedResult& r) { return r.supervised.value.*measure.value; };
    const auto aligned = [&](const SeedResult& r) { return r.aligned.value.*measure.value; };
    rows.push_back({name, measure.title, withInterval(meanOver(results, supervised)),
                    withInterval(meanOver(results, aligned)),
                    withInterval(meanOver(results, [&](const SeedResult& r) {
                      return aligned(r) - supervised(r);
                    }))});
  }
  return rows;
}

ordered_json jsonOf(const std::string& name, const std::vector<SeedResult>& results) {
  ordered_json seeds = ordered_json::array();
  for (const SeedResult& result : results) {
    seeds.push_back({{"seed", result.seed},
                     {"oracle", result.oracle},
                     {"logging", result.logging},
                     {"supervised", describe(result.supervised)},
                     {"aligned", describe(result.aligned)}});
  }
  ordered_json difference = ordered_json::object();
  for (const Measure& measure : kMeasures) {
    const SeedMean mean = meanOver(results, [&](const SeedResult& r) {
      return r.aligned.value.*measure.value - r.supervised.value.*measure.value;
    });
    difference[measure.id] = {{"mean", mean.mean},
                              {"low", mean.mean - mean.halfWidth},
                              {"high", mean.mean + mean.halfWidth}};
  }
  return {{"name", name}, {"aligned_minus_supervised", difference}, {"seeds", seeds}};
}

void run(const Options& options) {
  StudyPlan plan = studyFromJson(readFile(options.file));
  if (options.seeds > 0) plan.seeds = options.seeds;
  std::vector<std::vector<std::string>> table{
      {"log, estimator", "true value", "supervised", "aligned", "aligned − supervised"}};
  ordered_json cells = ordered_json::array();
  for (const StudyCell& cell : plan.cells) {
    if (!options.cell.empty() && cell.name != options.cell) continue;
    const auto results = runCell(
        plan, cell,
        [&](const SeedResult& result) {
          fmt::print(stderr,
                     "{}, seed {}: oracle {:.3f}, logging {:.3f}\n"
                     "  supervised {:.3f} / {:.3f} / {:.3f}  held out {:.3f}, τ {} ({})\n"
                     "  aligned    {:.3f} / {:.3f} / {:.3f}  held out {:.3f}, τ {} ({})\n",
                     cell.name, result.seed, result.oracle, result.logging,
                     result.supervised.value.stochastic, result.supervised.value.greedy,
                     result.supervised.value.greedyTop, result.supervised.heldOut,
                     result.supervised.temperature, result.supervised.settings,
                     result.aligned.value.stochastic, result.aligned.value.greedy,
                     result.aligned.value.greedyTop, result.aligned.heldOut,
                     result.aligned.temperature, result.aligned.settings);
        },
        stopToken());
    for (auto& row : tableOf(cell.name, results)) table.push_back(std::move(row));
    cells.push_back(jsonOf(cell.name, results));
  }
  if (options.output.json) {
    printJson({{"seeds", plan.seeds}, {"top_k", plan.topK}, {"cells", cells}});
  } else {
    printTable(table);
  }
}

}  // namespace

void addStudy(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "study", "Does alignment pay? Supervised against aligned rankers in the simulator's truth");
  command->add_option("plan", options->file, "Study document (JSON)")->required();
  command->add_option("--seeds", options->seeds, "Number of seeds instead of the plan's")
      ->check(CLI::Range(2, 1000));
  command->add_option("--cell", options->cell, "Only the comparison of this name");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
