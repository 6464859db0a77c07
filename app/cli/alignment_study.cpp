#include "app/cli/alignment_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/common/json_reader.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"
#include "core/simulation/known_log.h"
#include "core/training/trainer.h"

namespace luce::cli {

namespace {

using nlohmann::json;

/// The variants are patches of the cell's experiment (RFC 7396).
std::vector<Experiment> readVariants(JsonReader& cell, const char* name, const json& base) {
  const json* found = cell.member(name);
  if (found == nullptr || !found->is_array() || found->empty()) {
    cell.wrong(name, found == nullptr ? json() : *found, "a list of changes to the experiment");
  }
  std::vector<Experiment> variants;
  for (const json& change : *found) {
    json document = base;
    document.merge_patch(change);
    variants.push_back(experimentFromJson(document.dump()));
  }
  return variants;
}

StudyCell readCell(const json& object, const std::string& path, const json& base) {
  JsonReader reader(object, path);
  StudyCell cell;
  reader.text("name", cell.name);
  if (const json* simulation = reader.member("simulation")) {
    cell.simulation = simulationFromJson(simulation->dump());
  }
  json experiment = base;
  if (const json* change = reader.member("experiment")) experiment.merge_patch(*change);
  cell.supervised = readVariants(reader, "supervised", experiment);
  cell.aligned = readVariants(reader, "aligned", experiment);
  reader.finish();
  return cell;
}

std::vector<double> readTemperatures(JsonReader& reader) {
  std::vector<double> temperatures{1.0};
  const json* found = reader.member("temperatures");
  if (found == nullptr) return temperatures;
  try {
    temperatures = found->get<std::vector<double>>();
  } catch (const json::exception&) {
    reader.wrong("temperatures", *found, "a list of numbers");
  }
  const bool positive = std::all_of(temperatures.begin(), temperatures.end(),
                                    [](double temperature) { return temperature > 0; });
  if (temperatures.empty() || !positive) {
    reader.wrong("temperatures", *found, "a list of positive numbers");
  }
  return temperatures;
}

/// What an experiment differs in from others of a study, in a few words.
std::string describeSettings(const Experiment& experiment) {
  if (experiment.schedule.alignmentEpochs == 0) {
    return fmt::format("learning rate {}, weight decay {}", experiment.optimiser.learningRate,
                       experiment.optimiser.weightDecay);
  }
  const ObjectiveSettings& objective = experiment.objective;
  return fmt::format("{} on {} rows, λ {}, β {}, BCE {}, τ {}", objective.scheme,
                     objective.rows ? toString(*objective.rows) : "natural", objective.weight,
                     objective.klWeight, objective.taskWeight, experiment.temperature);
}

struct HeldOutChoice {
  double temperature = 1;
  double estimate = -std::numeric_limits<double>::infinity();
};

HeldOutChoice chooseTemperature(const SlateTable& table, const Predictions& predictions,
                                const TaskWeights& weights, std::span<const double> temperatures) {
  HeldOutChoice choice;
  OffPolicySettings offPolicy;
  offPolicy.estimators = {ValueEstimator::Snips};
  offPolicy.resamples = 0;
  for (const double temperature : temperatures) {
    const PolicySettings settings{weights, weights, temperature, naturalRowKind(table),
                                  PropensityRule::Drop};
    const double estimate =
        estimateValue(weighRows(table, predictions, settings), {}, offPolicy).snips().value;
    if (estimate > choice.estimate) choice = {temperature, estimate};
  }
  return choice;
}

/// Trains every variant and keeps the one with the best held-out estimate.
RankerResult bestRanker(const StudyPlan& plan, const std::vector<Experiment>& variants,
                        const KnownLog& log, const KnownLog& test, int seed, std::stop_token stop) {
  RankerResult best;
  best.heldOut = -std::numeric_limits<double>::infinity();
  for (Experiment experiment : variants) {
    experiment.seed = static_cast<std::uint64_t>(seed);
    TrainingControl control;
    const std::stop_callback forward(stop, [&] { control.stop(); });
    const TrainingOutcome outcome = train(log.table, experiment, control, nullptr, {});
    if (outcome.phase == TrainingPhase::Stopped) throw Cancelled();
    if (outcome.phase == TrainingPhase::Failed) throw Error(outcome.message);
    const TaskWeights weights = valueWeights(experiment, log.table.schema().tasks);
    const Estimator estimator = Estimator::fromCheckpoint(outcome.result);
    const Split split = splitSlates(log.table, experiment.split);
    const HeldOutChoice choice = chooseTemperature(
        log.table, estimator.predict(log.table, split.validation), weights, plan.temperatures);
    if (!(choice.estimate > best.heldOut)) continue;
    best.settings = describeSettings(experiment);
    best.temperature = choice.temperature;
    best.heldOut = choice.estimate;
    best.value = valueInTruth(estimator.predict(test.table, allSlates(test.table)), test.truth,
                              weights, weights, choice.temperature, plan.topK);
  }
  return best;
}

/// The greedy ranking by the truth itself.
double oracleValue(const KnownLog& test, std::span<const double> weights) {
  const Predictions truth = truthAsPredictions(test);
  return valueInTruth(truth, test.truth, weights, weights, 1.0, 1).greedy;
}

/// Mean true value of what the logging policy placed first.
double loggingValue(const KnownLog& test, const TaskWeights& weights) {
  LoggedRows rows;
  selectRows(test.table, allSlates(test.table), RowKind::Drawn, PropensityRule::One, rows);
  double sum = 0;
  for (const std::int64_t candidate : rows.candidate) {
    sum += reward(test.truth.row(static_cast<std::size_t>(candidate)), weights);
  }
  return sum / static_cast<double>(rows.size());
}

}  // namespace

StudyPlan studyFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The study");
  JsonReader reader(document, "study");
  StudyPlan plan;
  reader.integer("seeds", plan.seeds, 2, 1000);
  reader.integer("test_slates", plan.testSlates, 1, 10'000'000);
  reader.integer("top_k", plan.topK, 1, 1000);
  plan.temperatures = readTemperatures(reader);
  json base = json::object();
  if (const json* experiment = reader.member("experiment")) base = *experiment;
  const json* cells = reader.member("cells");
  if (cells == nullptr || !cells->is_array() || cells->empty()) {
    reader.wrong("cells", cells == nullptr ? json() : *cells, "a list of comparisons");
  }
  for (std::size_t i = 0; i < cells->size(); ++i) {
    plan.cells.push_back(readCell((*cells)[i], fmt::format("study.cells[{}]", i), base));
  }
  reader.finish();
  return plan;
}

std::vector<SeedResult> runCell(const StudyPlan& plan, const StudyCell& cell,
                                const std::function<void(const SeedResult&)>& tell,
                                std::stop_token stop) {
  std::vector<SeedResult> results;
  for (int seed = 1; seed <= plan.seeds; ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    const KnownLog log = simulateLog(cell.simulation, cell.simulation.slates, number, number);
    const KnownLog test = simulateTestLog(cell.simulation, plan.testSlates, number, number);
    const TaskWeights weights = valueWeights(cell.supervised.front(), log.table.schema().tasks);
    SeedResult result;
    result.seed = seed;
    result.oracle = oracleValue(test, weights);
    result.logging = loggingValue(test, weights);
    result.supervised = bestRanker(plan, cell.supervised, log, test, seed, stop);
    result.aligned = bestRanker(plan, cell.aligned, log, test, seed, stop);
    results.push_back(result);
    tell(result);
  }
  return results;
}

}  // namespace luce::cli
