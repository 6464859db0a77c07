#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/number_checks.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/csv_field.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/common/shell_word.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/tuning/importance.h"
#include "core/tuning/importance_solver.h"
#include "core/tuning/sweep.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

constexpr const char* kStandard = "standard";
constexpr const char* kShow = "show";

struct Options {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string sweep;
  std::string importance;
  std::string checkpoint = "result";
  std::string split = "validation";
  std::string kind;
  std::optional<int> points;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> front;
  int resamples = 200;
  int show = 20;
  ShareSolverSettings solver;
  PolicyChoice choice;
  std::string csv;
  int pick = 0;  ///< a point of the sweep, from 1; 0 = none
  std::string save;
  Output output;
};

/// A run's estimator on the slates that settings are tried on.
struct Tuned {
  Experiment experiment;
  std::string dataset;
  SlateTable table;
  PolicySettings settings;
  Predictions predictions;

  const std::vector<std::string>& tasks() const { return table.schema().tasks; }
};

Tuned load(const Options& options) {
  const Workspace workspace = openExisting(options.workspace);
  const TrainedRun trained = loadRun(workspace, options.run, options.checkpoint);
  Tuned tuned;
  tuned.experiment = trained.experiment;
  tuned.dataset = options.dataset.empty() ? trained.record.dataset : options.dataset;
  tuned.table = workspace.loadDataset(tuned.dataset, progressLine(), stopToken());
  tuned.settings = policySettings(tuned.table, trained.experiment, options.choice);
  const std::vector<std::uint32_t> slates =
      chooseSlates(splitSlates(tuned.table, trained.experiment.split), options.split);
  if (slates.empty()) {
    throw Error(fmt::format("The {} part of {} has no slate; choose another with --split.",
                            options.split, tuned.dataset));
  }
  tuned.predictions =
      Estimator::fromCheckpoint(trained.checkpoint).predict(tuned.table, slates, stopToken());
  finishProgressLine();
  return tuned;
}

/// CSV to a file, or to the standard output for "-".
void writeCsv(const std::string& target, const std::string& text) {
  if (target.empty()) return;
  if (target == "-") {
    fmt::print("{}", text);
  } else {
    writeFileSafely(target, [&](std::ostream& file) { file << text; });
  }
}

/// The run's experiment with another setting. What an action is worth stays: linked reward weights
/// keep their values.
void saveExperiment(const std::string& file, const Tuned& tuned, const TaskWeights& weights,
                    double temperature) {
  if (file.empty()) return;
  Experiment experiment = tuned.experiment;
  experiment.rewardWeights.emplace();
  experiment.valueWeights.clear();
  for (std::size_t t = 0; t < weights.size(); ++t) {
    const std::string& task = tuned.tasks()[t];
    experiment.valueWeights[task] = weights[t];
    (*experiment.rewardWeights)[task] = tuned.settings.rewardWeights[t];
  }
  experiment.temperature = temperature;
  writeFileSafely(file,
                  [&](std::ostream& stream) { stream << experimentToJson(experiment) << '\n'; });
}

std::string withInterval(const Interval& value) {
  return std::isnan(value.low) || value.low == value.high
             ? shortNumber(value.value)
             : fmt::format("{} [{}, {}]", shortNumber(value.value), shortNumber(value.low),
                           shortNumber(value.high));
}

/// None where the ranges are to be standard. Read before anything is loaded, so that a mistake in
/// it is told at once.
std::optional<Sweep> readSweep(const Options& options) {
  if (options.sweep.empty() || options.sweep == kStandard) return std::nullopt;
  return sweepFromJson(readFile(options.sweep));
}

Sweep sweepOf(const Options& options, const std::optional<Sweep>& document, const Tuned& tuned,
              const TuningSetting& base) {
  Sweep sweep = document ? *document : standardSweep(tuned.tasks(), base);
  if (!options.kind.empty()) sweep.kind = sweepKindFromString(options.kind);
  if (options.points) sweep.points = *options.points;
  if (options.seed) sweep.seed = *options.seed;
  return sweep;
}

/// Standard: every task's outcome, or the reward and the sample size where there is one task.
std::vector<std::string> frontOf(const Options& options, const SweepResult& result) {
  if (!options.front.empty()) return options.front;
  if (result.tasks.size() > 1) return result.tasks;
  return {"reward", "ess"};
}

/// With the rewards, since without them evaluate pays by the weights that rank.
std::string weightOptions(const TaskWeights& weights, const Tuned& tuned) {
  return "--weights " + shellWord(taskWeightsText(weights, tuned.tasks())) + " --reward-weights " +
         shellWord(taskWeightsText(tuned.settings.rewardWeights, tuned.tasks()));
}

/// What judges a setting as tuning did, on slates that it was not tuned on.
std::string evaluateCommand(const Options& options, const Tuned& tuned,
                            const TuningSetting& setting) {
  std::string command = fmt::format("luce-cli evaluate {} --run {}", shellWord(options.workspace),
                                    shellWord(options.run));
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) command += fmt::format(" {} {}", name, shellWord(value));
  };
  add("--dataset", options.dataset);
  if (options.checkpoint != Options().checkpoint) add("--checkpoint", options.checkpoint);
  add("--split", options.split == "test" ? "validation" : "test");
  add("--rows", options.choice.rows);
  add("--propensity-rule", options.choice.propensityRule);
  return fmt::format("{} --temperature {} {}", command, setting.temperature,
                     weightOptions(setting.weights, tuned));
}

/// advised: see evaluateCommand().
void print(const SweepResult& result, const std::vector<bool>& front,
           const std::vector<std::string>& names, const std::vector<std::size_t>& shown, int most,
           const std::function<std::string(const TuningSetting&)>& advised) {
  std::vector<std::string> heading{""};
  for (const std::string& task : result.tasks) heading.push_back("weight of " + task);
  heading.emplace_back("temperature");
  for (const std::size_t outcome : shown) heading.push_back(result.outcomes[outcome].name);
  const std::size_t reward = result.tasks.size();
  const bool rewardShown = std::find(shown.begin(), shown.end(), reward) != shown.end();
  if (!rewardShown) heading.emplace_back("reward");
  heading.emplace_back("reward − now");
  std::vector<std::vector<std::string>> table{heading};
  const auto add = [&](const std::string& name, const SweepPoint& point) {
    std::vector<std::string> row{name};
    for (const double weight : point.setting.weights) row.push_back(shortNumber(weight));
    row.push_back(shortNumber(point.setting.temperature));
    for (const std::size_t outcome : shown) row.push_back(withInterval(point.outcomes[outcome]));
    if (!rewardShown) row.push_back(withInterval(point.outcomes[reward]));
    row.push_back(withInterval(point.differences[reward]));
    table.push_back(std::move(row));
  };
  add("now", result.base);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (front[i]) order.push_back(i);
  }
  const std::size_t size = order.size();
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return result.points[a].outcomes[reward].value > result.points[b].outcomes[reward].value;
  });
  if (order.size() > static_cast<std::size_t>(most)) order.resize(static_cast<std::size_t>(most));
  for (const std::size_t i : order) add(fmt::format("{}", i + 1), result.points[i]);
  fmt::print("{} settings on {} rows of {} slates ({} rows); {} are on the front of {}\n",
             result.points.size(), toString(result.basis.rows), result.slates, result.rows, size,
             fmt::join(names, ", "));
  printTable(table);
  if (size > order.size()) {
    fmt::print("… and {} more; --show tells more of them, --csv all points.\n",
               size - order.size());
  }
  fmt::print(
      "{}\nThe best of many settings on the same slates is flattered by chance: judge it on "
      "others, by the same rewards, as this does for the {}:\n{}\n",
      describe(result.basis.rows), order.empty() ? "present setting" : "first of the front",
      advised(order.empty() ? result.base.setting : result.points[order.front()].setting));
  for (const std::string& warning : result.warnings) fmt::print("! {}\n", warning);
}

void runSweepCommand(const Options& options, const std::optional<Sweep>& document,
                     const Tuned& tuned) {
  const TuningSetting base{tuned.settings.valueWeights, tuned.settings.temperature};
  const Sweep sweep = sweepOf(options, document, tuned, base);
  const std::vector<TuningSetting> settings = sweepSettings(sweep, tuned.tasks(), base);
  TuningBasis basis{tuned.settings.rewardWeights, tuned.settings.rows, tuned.settings.rule};
  basis.resamples = options.resamples;
  if (options.pick > static_cast<int>(settings.size())) {
    throw Error(
        fmt::format("There is no point {}; the sweep has {}.", options.pick, settings.size()));
  }
  const SettingEvaluator evaluator(tuned.table, tuned.predictions, basis);
  const SweepResult result =
      runSweep(evaluator, tuned.tasks(), settings, base, progressLine(), stopToken());
  finishProgressLine();
  const std::vector<std::string> names = frontOf(options, result);
  std::vector<std::size_t> outcomes;
  for (const std::string& name : names) outcomes.push_back(outcomeIndex(result, name));
  const std::vector<bool> front = paretoFront(result, outcomes);
  writeCsv(options.csv, sweepToCsv(result, front));
  if (options.pick > 0) {
    const TuningSetting& picked = settings[static_cast<std::size_t>(options.pick - 1)];
    saveExperiment(options.save, tuned, picked.weights, picked.temperature);
  }
  if (options.output.json) {
    ordered_json object{{"mode", "sweep"},
                        {"dataset", tuned.dataset},
                        {"run", options.run},
                        {"split", options.split},
                        {"sweep", ordered_json::parse(sweepToJson(sweep))}};
    object.update(ordered_json::parse(sweepToJson(result, front, names)));
    printJson(object);
  } else if (options.csv != "-") {
    print(result, front, names, outcomes, options.show,
          [&](const TuningSetting& setting) { return evaluateCommand(options, tuned, setting); });
  }
}

/// One line a task: what it was, and what the solution makes of it.
struct ImportanceLine {
  std::string task;
  double weight = 0;
  TaskImportance now;
  double wanted = kMissing;
  double found = kMissing;  ///< the weight
  TaskImportance then;
};

std::string importanceCsv(const std::vector<ImportanceLine>& lines, bool solved) {
  std::string text = "task,weight,gap,gap_share,regret,regret_share";
  if (solved) text += ",wanted,found_weight,found_gap_share,found_regret,found_regret_share";
  text += '\n';
  const auto field = [](double value) {
    return std::isfinite(value) ? fmt::format(",{:.9g}", value) : std::string(",");
  };
  for (const ImportanceLine& line : lines) {
    text += csvField(line.task);
    for (const double value :
         {line.weight, line.now.gap, line.now.gapShare, line.now.regret, line.now.regretShare}) {
      text += field(value);
    }
    if (solved) {
      for (const double value :
           {line.wanted, line.found, line.then.gapShare, line.then.regret, line.then.regretShare}) {
        text += field(value);
      }
    }
    text += '\n';
  }
  return text;
}

ordered_json importanceJson(const TaskImportance& importance) {
  return {{"gap", jsonNumber(importance.gap)},
          {"gap_share", jsonNumber(importance.gapShare)},
          {"regret", jsonNumber(importance.regret)},
          {"regret_share", jsonNumber(importance.regretShare)}};
}

void print(const std::vector<ImportanceLine>& lines,
           const std::optional<ImportanceSolution>& solution, const Tuned& tuned) {
  std::vector<std::string> heading{"task", "weight", "share by NDCG gap", "regret",
                                   "share by regret"};
  if (solution) {
    heading.insert(heading.end(), {"wanted", "weight found", "share reached", "regret then"});
  }
  std::vector<std::vector<std::string>> table{heading};
  for (const ImportanceLine& line : lines) {
    std::vector<std::string> row{line.task};
    for (const double value :
         {line.weight, line.now.gapShare, line.now.regret, line.now.regretShare}) {
      row.push_back(shortNumber(value));
    }
    if (solution) {
      for (const double value : {line.wanted, line.found, line.then.gapShare, line.then.regret}) {
        row.push_back(shortNumber(value));
      }
    }
    table.push_back(std::move(row));
  }
  printTable(table);
  fmt::print(
      "NDCG gap: what the ranking loses when the task's weight is zero. Regret: how far the "
      "ranking "
      "stays behind the task's own (0 = as good, 1 = no better than chance).\n");
  if (!solution) return;
  fmt::print("{} after {} rankings, largest miss {:.4f}: {}\n",
             solution->converged ? "Found" : "Not reached", solution->evaluations, solution->error,
             weightOptions(solution->weights, tuned));
  if (!solution->converged) fmt::print("! {}\n", solution->reason);
}

void runImportanceCommand(const Options& options, const Tuned& tuned) {
  const TaskWeights& weights = tuned.settings.valueWeights;
  const auto now = taskImportance(tuned.predictions, weights, stopToken());
  std::vector<ImportanceLine> lines;
  for (std::size_t t = 0; t < tuned.tasks().size(); ++t) {
    lines.push_back({tuned.tasks()[t], weights[t], now[t], kMissing, kMissing, {}});
  }
  std::optional<ImportanceSolution> solution;
  if (options.importance != kShow) {
    const std::vector<double> wanted = parseShares(options.importance, tuned.tasks());
    solution = solveImportance(tuned.predictions, tuned.tasks(), weights, wanted, options.solver,
                               progressLine(), stopToken());
    finishProgressLine();
    const auto then = taskImportance(tuned.predictions, solution->weights, stopToken());
    for (std::size_t t = 0; t < lines.size(); ++t) {
      lines[t].wanted = wanted[t];
      lines[t].found = solution->weights[t];
      lines[t].then = then[t];
    }
  }
  writeCsv(options.csv, importanceCsv(lines, solution.has_value()));
  if (solution && solution->converged) {
    saveExperiment(options.save, tuned, solution->weights, tuned.settings.temperature);
  }
  if (options.output.json) {
    ordered_json tasks = ordered_json::object(), found = ordered_json::object();
    for (const ImportanceLine& line : lines) {
      ordered_json task{{"weight", line.weight}};
      task.update(importanceJson(line.now));
      if (solution) {
        task["wanted"] = line.wanted;
        task["found"] = importanceJson(line.then);
        task["found"]["weight"] = line.found;
        found[line.task] = line.found;
      }
      tasks[line.task] = std::move(task);
    }
    ordered_json object{{"mode", "importance"},
                        {"dataset", tuned.dataset},
                        {"run", options.run},
                        {"split", options.split},
                        {"slates", tuned.predictions.slates.size()},
                        {"tasks", std::move(tasks)}};
    if (solution) {
      object["converged"] = solution->converged;
      object["error"] = jsonNumber(solution->error);
      object["tolerance"] = options.solver.tolerance;
      object["evaluations"] = solution->evaluations;
      object["reason"] = solution->reason;
      object["weights"] = std::move(found);
    }
    printJson(object);
  } else if (options.csv != "-") {
    print(lines, solution, tuned);
  }
  if (solution && !solution->converged) {
    throw Error("The wanted shares were not reached. " + solution->reason);
  }
}

void run(const Options& options) {
  if (options.sweep.empty() == options.importance.empty()) {
    throw CLI::ValidationError("tune", "give either --sweep or --importance");
  }
  if (options.output.json && options.csv == "-") {
    throw CLI::ValidationError("tune", "--json and --csv - both want the standard output");
  }
  if ((options.pick > 0) != (!options.save.empty() && !options.sweep.empty())) {
    throw CLI::ValidationError("tune", "a sweep needs --pick and --save together");
  }
  const std::optional<Sweep> document = readSweep(options);
  const Tuned tuned = load(options);
  if (options.sweep.empty()) {
    runImportanceCommand(options, tuned);
  } else {
    runSweepCommand(options, document, tuned);
  }
}

}  // namespace

void addTune(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "tune",
      "Try value weights and temperatures on a run's predictions, or find weights for "
      "wanted shares of importance");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset, "Dataset; standard: the run's own");
  command->add_option("--run", options->run, "A trained run")->required();
  command->add_option("--sweep", options->sweep,
                      "Sweep document (JSON), or \"standard\": each weight from a tenth to ten "
                      "times its own, the temperature from a twentieth to twice");
  command
      ->add_option("--importance", options->importance,
                   "Wanted shares, as in click=0.3,like=0.7; \"show\" tells the present ones")
      ->check(namedNumbers(kShow));
  command->add_option("--kind", options->kind, "grid, sobol or random, instead of the document's")
      ->check(CLI::IsMember({"grid", "sobol", "random"}));
  command->add_option("--points", options->points, "Settings to try; of a grid: at most")
      ->check(CLI::Range(1, Sweep::kMostPoints));
  command->add_option("--seed", options->seed, "Of random points")->check(wholeNumber());
  command
      ->add_option("--front", options->front,
                   "Outcomes of the Pareto front, with commas between; standard: the tasks")
      ->delimiter(',');
  command->add_option("--show", options->show, "Points of the front in the table")
      ->check(CLI::Range(1, Sweep::kMostPoints));
  command->add_option("--resamples", options->resamples, "Bootstrap resamples; 0: no intervals")
      ->check(CLI::Range(0, 10'000));
  command->add_option("--tolerance", options->solver.tolerance, "Of each share")
      ->check(numberFrom(1e-9, 1));
  command->add_option("--attempts", options->solver.mostEvaluations, "Rankings the solver may try")
      ->check(CLI::Range(1, 1'000'000));
  addCheckpointOption(*command, options->checkpoint);
  command->add_option("--split", options->split, "train, validation, test or all")
      ->check(CLI::IsMember({"train", "validation", "test", "all"}));
  addPolicyOptions(*command, options->choice);
  command->add_option("--pick", options->pick, "Number of the sweep's point that is to be saved")
      ->check(CLI::Range(1, Sweep::kMostPoints));
  command->add_option("--save", options->save,
                      "File to write the run's experiment to, with the weights found or picked");
  command->add_option("--csv", options->csv, "File to write the table to; - for stdout");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
