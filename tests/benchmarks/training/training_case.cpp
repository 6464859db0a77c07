#include "tests/benchmarks/training/training_case.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>

#include "core/estimator/device.h"
#include "core/objective/scheme.h"
#include "core/training/policy_diagnostics.h"
#include "core/training/shuffle.h"

namespace luce {

namespace {

constexpr std::size_t kContextNumbers = 4, kCandidateNumbers = 10, kItemNumbers = 2;
constexpr std::int64_t kItems = 2000;
constexpr std::int64_t kLeastCandidates = 20'000;
constexpr std::int64_t kBatches = 4;
constexpr int kLossesToCompare = 5;
constexpr double kKlWeight = 0.1;

SlateTable makeTable(const TrainingCase& task) {
  Schema schema;
  for (std::size_t t = 0; t < task.tasks; ++t) schema.tasks.push_back(fmt::format("task_{}", t));
  schema.hasPosition = true;
  schema.hasPropensity = true;
  const auto add = [&](const std::string& name, FeatureScope scope, FeatureKind kind) {
    Feature feature;
    feature.name = name;
    feature.scope = scope;
    feature.kind = kind;
    schema.features.push_back(feature);
  };
  const auto addNumbers = [&](const char* name, FeatureScope scope, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      add(fmt::format("{}_{}", name, i), scope, FeatureKind::Numeric);
    }
  };
  addNumbers("context", FeatureScope::Context, kContextNumbers);
  addNumbers("candidate", FeatureScope::Candidate, kCandidateNumbers);
  addNumbers("item", FeatureScope::Item, kItemNumbers);
  add("segment", FeatureScope::Context, FeatureKind::Category);
  add("genre", FeatureScope::Candidate, FeatureKind::Category);

  std::mt19937_64 random(1);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  const auto numbers = [&](std::vector<double>& values) {
    for (double& value : values) value = normal(random);
  };
  SlateTableBuilder builder;
  builder.begin(schema);
  std::vector<std::string> keys;
  std::vector<double> itemNumbers(kItemNumbers), contextNumbers(kContextNumbers),
      candidateNumbers(kCandidateNumbers);
  std::vector<float> labels(task.tasks);
  for (std::int64_t item = 0; item < kItems; ++item) {
    keys.push_back(fmt::format("item-{}", item));
    numbers(itemNumbers);
    ItemRecord record;
    record.key = keys.back();
    record.numeric = itemNumbers;
    builder.addItem(record);
  }
  const std::int64_t candidates = std::max(kLeastCandidates, kBatches * task.batch);
  const std::int64_t slates = std::max<std::int64_t>(1, candidates / task.slateSize);
  std::vector<std::string> segments, genres;
  for (int i = 0; i < 20; ++i) segments.push_back(fmt::format("segment-{}", i));
  for (int i = 0; i < 50; ++i) genres.push_back(fmt::format("genre-{}", i));
  for (std::int64_t s = 0; s < slates; ++s) {
    numbers(contextNumbers);
    const std::string key = std::to_string(s);
    const std::string_view segment = segments[random() % segments.size()];
    SlateRecord slate;
    slate.key = key;
    slate.contextNumeric = contextNumbers;
    slate.contextCategory = {&segment, 1};
    builder.addSlate(slate);
    for (std::int64_t place = 0; place < task.slateSize; ++place) {
      numbers(candidateNumbers);
      const std::string_view genre = genres[random() % genres.size()];
      for (float& label : labels) label = uniform(random) < 0.2 ? 1.0f : 0.0f;
      CandidateRecord candidate;
      candidate.item = keys[random() % keys.size()];
      candidate.position = static_cast<std::uint16_t>(place + 1);
      candidate.propensity = (0.5 + uniform(random)) / static_cast<double>(task.slateSize);
      candidate.numeric = candidateNumbers;
      candidate.category = {&genre, 1};
      candidate.labels = labels;
      builder.addCandidate(candidate);
    }
  }
  return builder.finish();
}

std::vector<std::uint32_t> allSlates(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

EstimatorShape shapeOf(const SlateTable& table, const TrainingCase& task) {
  EstimatorSettings settings;
  settings.hidden = task.hidden;
  return {featureLayout(table.schema()), table.schema().tasks,
          numericMoments(table, allSlates(table)), settings};
}

PolicyLoss policyLoss() {
  PolicyLoss loss;
  loss.scheme = &findScheme("ppo_clip");
  loss.parameters = standardParameters(*loss.scheme);
  loss.klWeight = kKlWeight;
  return loss;
}

std::vector<double> taskWeights(std::size_t tasks) {
  std::vector<double> weights(tasks);
  for (std::size_t task = 0; task < tasks; ++task) weights[task] = 1.0 + static_cast<double>(task);
  return weights;
}

template <class Value>
void writeValues(const std::filesystem::path& file, std::span<const Value> values) {
  std::ofstream out(file, std::ios::binary);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size_bytes()));
}

std::string networkName(const std::vector<int>& hidden) {
  return hidden.empty() ? "linear" : fmt::format("{}", fmt::join(hidden, "-"));
}

}  // namespace

std::string TrainingCase::name() const {
  return fmt::format("{}/net:{}/batch:{}/slate:{}/tasks:{}", aligned ? "align" : "supervise",
                     networkName(hidden), batch, slateSize, tasks);
}

std::vector<TrainingCase> trainingCases() {
  const std::vector<int> linear, standard = EstimatorSettings{}.hidden, large{512, 256, 128};
  std::vector<TrainingCase> cases;
  for (const std::vector<int>& hidden : {linear, standard, large}) {
    for (const std::int64_t batch : {64, 256, 1024, 4096, 16384, 65536}) {
      cases.push_back({.batch = batch, .hidden = hidden});
    }
  }
  for (const std::int64_t size : {2, 50, 200}) {
    cases.push_back({.batch = 4096, .hidden = standard, .slateSize = size});
  }
  for (const std::size_t tasks : {1, 8}) {
    cases.push_back({.batch = 4096, .hidden = standard, .tasks = tasks});
  }
  for (const std::int64_t batch : {64, 1024, 4096, 65536}) {
    cases.push_back({.batch = batch, .hidden = standard, .aligned = false});
  }
  return cases;
}

TrainingCaseRun::TrainingCaseRun(const TrainingCase& task)
    : task_(task),
      table_(makeTable(task)),
      estimator_(shapeOf(table_, task), 1),
      reference_(estimator_.clone()),
      loss_(policyLoss()),
      weights_(taskWeights(task.tasks)),
      crew_(threadsInUse()),
      learner_(estimator_, {.rewardWeights = weights_, .crew = &crew_}, weights_),
      order_(allSlates(table_)) {
  shuffleSlates(order_, 1, 0);
}

void TrainingCaseRun::gatherNext() {
  const auto size = static_cast<std::size_t>(task_.slatesPerBatch());
  if (next_ + size > order_.size()) next_ = 0;
  const auto slates = std::span<const std::uint32_t>(order_).subspan(next_, size);
  next_ += size;
  if (task_.aligned) {
    gatherAlignmentBatch(table_, slates, RowKind::Article, PropensityRule::One, weights_, batch_,
                         &crew_);
    // As in a first epoch: the reference is computed too, which later epochs remember.
    batch_.slates.clear();
  } else {
    gatherSupervisedBatch(table_, slates, batch_, &crew_);
  }
}

StepResult TrainingCaseRun::step() {
  gatherNext();
  if (!task_.aligned) {
    learner_.superviseStep(batch_);
    return learner_.results().front();
  }
  learner_.alignStep(batch_, loss_, reference_);
  const StepResult result = learner_.results().front();
  const SlateObjective<float>& policy = learner_.objective();
  policyDiagnostics({batch_.inputs.offsets, policy.logPolicy(), policy.policy(), batch_.stated,
                     &batch_.rows, policy.ratios(), policy.advantages(), policy.rowCoefficients(),
                     loss_.scheme->clipBounds(loss_.parameters)},
                    scratch_);
  return result;
}

void TrainingCaseRun::lossAgain() {
  if (logits_.empty()) {
    step();
    logits_.resize(static_cast<std::size_t>(batch_.inputs.rows()) * task_.tasks);
    std::mt19937_64 random(2);
    std::normal_distribution<float> normal;
    for (float& logit : logits_) logit = normal(random);
    gradient_.resize(logits_.size());
  }
  const auto policy = learner_.objective().logPolicy();
  ObjectiveBatch<float> view;
  view.offsets = batch_.inputs.offsets;
  view.rows = &batch_.rows;
  view.rewards = batch_.rewards;
  if (task_.aligned) view.referenceLogPolicy = policy;
  again_.evaluate(logits_, weights_, 1, batch_.labelled, task_.aligned ? &loss_ : nullptr, view,
                  gradient_);
}

std::vector<TrainingCaseRun::Product> TrainingCaseRun::products() const {
  const EstimatorShape& shape = estimator_.shape();
  const auto embedded =
      static_cast<std::int64_t>(shape.features.category.size()) * shape.settings.embeddingDimension;
  const std::int64_t rows = task_.slatesPerBatch() * task_.slateSize;
  std::vector<std::int64_t> widths{static_cast<std::int64_t>(shape.features.numeric.size()) +
                                   embedded};
  widths.insert(widths.end(), task_.hidden.begin(), task_.hidden.end());
  widths.push_back(static_cast<std::int64_t>(task_.tasks));
  std::vector<Product> products;
  for (std::size_t layer = 0; layer + 1 < widths.size(); ++layer) {
    const std::int64_t in = widths[layer], out = widths[layer + 1];
    products.push_back({rows, in, out});                         // forward
    if (task_.aligned) products.push_back({rows, in, out});      // the reference's
    products.push_back({out, rows, in});                         // gradient of the weights
    products.push_back({rows, out, layer > 0 ? in : embedded});  // gradient of the inputs
  }
  return products;
}

void TrainingCaseRun::write(const TrainingCase& task, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  TrainingCaseRun run(task);
  const EstimatorShape& shape = run.estimator_.shape();
  const std::vector<std::uint32_t> slates = allSlates(run.table_);
  TrainingBatch all;
  gatherAlignmentBatch(run.table_, slates, RowKind::Article, PropensityRule::One, run.weights_,
                       all);
  const auto buckets = static_cast<std::uint32_t>(shape.settings.hashBuckets);
  const std::size_t columns = shape.features.category.size();
  std::vector<std::int64_t> rows(all.inputs.category.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<std::int64_t>(i % columns * buckets + all.inputs.category[i] % buckets);
  }
  writeValues<float>(folder / "numeric.f32", all.inputs.numeric);
  writeValues<std::int64_t>(folder / "rows.i64", rows);
  writeValues<float>(folder / "labels.f32", all.labelled.labels);
  writeValues<double>(folder / "behaviour.f64", all.rows.behaviour);
  writeValues<std::uint32_t>(folder / "order.u32", run.order_);
  writeValues<std::byte>(folder / "weights.safetensors", run.estimator_.checkpoint());
  std::vector<double> losses;
  for (int i = 0; i < kLossesToCompare; ++i) losses.push_back(run.step().loss.total);
  const nlohmann::json document{{"name", task.name()},
                                {"aligned", task.aligned},
                                {"slate_size", task.slateSize},
                                {"slates_per_batch", task.slatesPerBatch()},
                                {"hidden", task.hidden},
                                {"tasks", task.tasks},
                                {"numeric", shape.features.numeric.size()},
                                {"columns", columns},
                                {"mean", shape.moments.mean},
                                {"deviation", shape.moments.deviation},
                                {"weights", run.weights_},
                                {"clip", run.loss_.parameters.front()},
                                {"kl_weight", kKlWeight},
                                {"losses", losses}};
  std::ofstream(folder / "case.json") << document.dump(1);
}

}  // namespace luce
