#include "core/evaluation/evaluate.h"

#include <fmt/format.h>

#include <map>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate_scores.h"
#include "core/evaluation/report_json.h"
#include "core/foreign/foreign_policy.h"
#include "core/training/reward_model.h"
#include "core/workspace/segment_names.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string checkpoint = "result";
  std::string policy;
  std::string policyFile;
  std::string compare;
  std::string split = "test";
  std::string interval = "bootstrap";
  std::string rule = "slope";
  std::vector<std::string> parameters;
  bool rewardModel = true;
  int folds = 3;
  std::string category;
  std::string segments;
  int places = 10;
  std::string csv;
  std::string rewardModelCsv;
  PolicyChoice choice;
  OffPolicySettings offPolicy;
  Output output;
};

bool isPolicyWord(const std::string& name) {
  return name == "uniform" || name == "logging";
}

/// A policy that is judged: a run, one that needs no run, or one from elsewhere.
struct JudgedPolicy {
  std::string name;
  std::optional<ForeignPolicy> foreign;
  std::optional<TrainedRun> trained;
  std::optional<Estimator> estimator;
  std::optional<Estimator> supervised;  ///< what KL is measured to
};

JudgedPolicy openPolicy(const Workspace& workspace, const std::string& word, const std::string& run,
                        const std::string& checkpoint = "result") {
  JudgedPolicy policy;
  if (isPolicyWord(word)) {
    policy.name = word;
    if (!run.empty()) policy.trained = loadRun(workspace, run, "result");
    return policy;
  }
  policy.name = (word == "supervised" ? "supervised " : "run ") + run;
  policy.trained = loadRun(workspace, run, word == "supervised" ? word : checkpoint);
  policy.estimator = Estimator::fromCheckpoint(policy.trained->checkpoint);
  const auto supervised = workspace.loadCheckpoint(policy.trained->record.id, "supervised");
  if (supervised) policy.supervised = Estimator::fromCheckpoint(*supervised);
  return policy;
}

class Evaluation {
 public:
  explicit Evaluation(const Options& options)
      : options_(options), workspace_(openExisting(options.workspace)) {
    const bool runTells = options.dataset.empty() && !options.run.empty();
    dataset_ =
        chooseDataset(workspace_, runTells ? workspace_.run(options.run).dataset : options.dataset);
    if (options.policyFile.empty()) {
      policy_ = openPolicy(workspace_, options.policy, options.run, options.checkpoint);
    }
    if (!options.compare.empty()) {
      other_ = isPolicyWord(options.compare) ? openPolicy(workspace_, options.compare, "")
                                             : openPolicy(workspace_, "", options.compare);
    }
    // A policy from elsewhere is judged on the slates, and by the rewards, of the run beside it.
    if (policy_.trained) {
      experiment_ = policy_.trained->experiment;
    } else if (!options.policyFile.empty() && other_ && other_->trained) {
      experiment_ = other_->trained->experiment;
    }
    table_ = workspace_.loadDataset(dataset_.name, progressLine(), stopToken());
    slates_ = chooseSlates(splitSlates(table_, experiment_.split), options.split);
    settings_ = policySettings(table_, experiment_, options.choice);
    if (!options.policyFile.empty()) openForeign();
    fitAids();
    finishProgressLine();
  }

  EvaluationResult run() {
    EvaluationResult result;
    result.split = options_.split;
    result.settings = options_.offPolicy;
    result.report = judge(policy_, settings_);
    if (predictions_) result.quality = judgeQuality();
    if (other_) {
      // Each policy keeps its own value model; both are paid by the same rewards.
      PolicySettings settings = settings_;
      if (other_->trained && options_.choice.weights.empty()) {
        const Experiment& experiment = other_->trained->experiment;
        settings.valueWeights = valueWeights(experiment, table_.schema().tasks);
        if (!options_.choice.temperature) settings.temperature = experiment.temperature;
      }
      result.compared = judge(*other_, settings);
      result.differences =
          comparePolicies(result.report.estimate, result.compared->estimate, options_.offPolicy);
    }
    return result;
  }

 private:
  void openForeign() {
    policy_.name = "file " + options_.policyFile;
    policy_.foreign =
        loadForeignPolicy(options_.policyFile, table_, slates_, progressLine(), stopToken());
    // Value weights are for probabilities; without, the file's scores stand as they are.
    scoresAlone_ = !policy_.foreign->hasProbabilities() || options_.choice.weights.empty();
    if (scoresAlone_ && !options_.segments.empty()) {
      throw Error("Segments are judged by task probabilities, and this policy gives scores alone.");
    }
  }

  void fitAids() {
    aids_.category = options_.category;
    aids_.balanced = true;
    // Observed rows know all rewards, so that a reward model has nothing to add but its own errors.
    if (!options_.rewardModel || settings_.rows != RowKind::Drawn) return;
    RewardModelSettings model;
    model.folds = options_.folds;
    if (slates_.size() < static_cast<std::size_t>(2 * model.folds)) return;
    rewardModel_ = fitRewardModel(table_, slates_, model, progressLine(), stopToken());
    aids_.rewardModel = &*rewardModel_;
    if (!options_.rewardModelCsv.empty()) {
      writeRewardModelCsv(table_, *rewardModel_, options_.rewardModelCsv);
    }
  }

  PolicyReport judge(const JudgedPolicy& policy, const PolicySettings& settings) {
    if (policy.name == "uniform")
      return evaluateUniform(table_, slates_, settings, options_.offPolicy, aids_);
    if (policy.name == "logging")
      return evaluateLogging(table_, slates_, settings, options_.offPolicy, aids_);
    if (policy.foreign) return judgeForeign(*policy.foreign, settings);
    Predictions predictions = policy.estimator->predict(table_, slates_, stopToken());
    std::optional<Predictions> reference;
    if (policy.supervised) reference = policy.supervised->predict(table_, slates_, stopToken());
    PolicyReport report =
        evaluatePredictions(table_, predictions, settings, reference ? &*reference : nullptr,
                            options_.offPolicy, aids_);
    report.policy = policy.name;
    if (&policy == &policy_) predictions_ = std::move(predictions);
    return report;
  }

  PolicyReport judgeForeign(const ForeignPolicy& foreign, const PolicySettings& settings) {
    PolicyReport report =
        scoresAlone_ ? evaluateScores(table_, foreign.scores, settings, options_.offPolicy, aids_)
                     : evaluatePredictions(table_, foreign.probabilities, settings, nullptr,
                                           options_.offPolicy, aids_);
    report.policy = policy_.name;
    predictions_ = scoresAlone_ ? foreign.scores : foreign.probabilities;
    return report;
  }

  QualityResult judgeQuality() {
    const Predictions& predictions = *predictions_;
    const PolicySettings settings = scoresAlone_ ? scoreSettings(settings_) : settings_;
    QualityResult quality;
    quality.ranking = rankingQuality(table_, predictions, settings);
    quality.rankingMeans = rankingMeans(quality.ranking, options_.offPolicy);
    quality.exposure = exposureOf(table_, predictions, settings);
    if (!scoresAlone_) quality.calibration = calibrate(table_, predictions);
    if (table_.shape() == LogShape::Slate) {
      quality.places = static_cast<std::size_t>(options_.places);
      quality.slateValue = slateValue(table_, predictions, settings,
                                      placeWeights(PlaceWeighting::Reciprocal, quality.places),
                                      options_.offPolicy, stopToken());
    }
    if (!options_.segments.empty()) addSegments(predictions, quality);
    return quality;
  }

  void addSegments(const Predictions& predictions, QualityResult& quality) {
    quality.segmentation = segment(table_, predictions, settings_, chooseCut());
    SlateBrowser browser(options_.workspace, dataset_);
    nameSegments(browser, *quality.segmentation);
    if (quality.segmentation->cut.ofRows()) return;
    OffPolicySettings offPolicy = options_.offPolicy;
    offPolicy.estimators = {ValueEstimator::Snips};
    for (const Segment& part : quality.segmentation->segments) {
      const Predictions own = choosePredictions(predictions, part.localSlates);
      quality.segmentRewards.push_back(
          estimateValue(weighRows(table_, own, settings_),
                        loggingRewards(table_, own.slates, settings_.rewardWeights), offPolicy)
              .snips());
    }
  }

  SegmentCut chooseCut() const {
    std::string known;
    for (const SegmentCut& cut : possibleCuts(table_)) {
      if (cut.name == options_.segments) return cut;
      known += (known.empty() ? "" : ", ") + cut.name;
    }
    throw Error("The log cannot be cut by \"" + options_.segments + "\"; choose of " + known + ".");
  }

  const Options& options_;
  Workspace workspace_;
  DatasetSummary dataset_;
  JudgedPolicy policy_;
  std::optional<JudgedPolicy> other_;
  Experiment experiment_;
  SlateTable table_;
  std::vector<std::uint32_t> slates_;
  PolicySettings settings_;
  EvaluationAids aids_;
  std::optional<Predictions> rewardModel_;
  bool scoresAlone_ = false;
  std::optional<Predictions> predictions_;  ///< of policy_, once judged
};

void readParameters(Options& options) {
  for (const std::string& text : options.parameters) {
    const std::size_t equals = text.find('=');
    const std::string key = text.substr(0, equals);
    const ValueEstimator estimator = valueEstimatorFromString(key);
    if (describe(estimator).parameter == nullptr) {
      throw CLI::ValidationError("--parameter",
                                 describe(estimator).title + std::string(" has no parameter"));
    }
    double value = -1;
    if (equals != std::string::npos && !CLI::detail::lexical_cast(text.substr(equals + 1), value))
      value = -1;
    const bool bounded = estimator == ValueEstimator::SgIps || estimator == ValueEstimator::SgDr;
    if (!(value >= 0) || (bounded && value > 1)) {
      throw CLI::ValidationError("--parameter", "\"" + text + "\": write it as " + key +
                                                    "=NUMBER, a number from 0" +
                                                    (bounded ? " to 1" : ""));
    }
    options.offPolicy.parameters[estimator] = value;
  }
}

void run(Options& options) {
  const bool needsRun =
      (options.policy.empty() && options.policyFile.empty()) || options.policy == "supervised";
  if (needsRun && options.run.empty()) {
    throw CLI::ValidationError(
        "evaluate", "give --run NAME, --policy uniform or logging, or --policy-file FILE");
  }
  readParameters(options);
  options.offPolicy.interval = intervalKindFromString(options.interval);
  options.offPolicy.rule = parameterRuleFromString(options.rule);
  const EvaluationResult result = Evaluation(options).run();
  if (!options.csv.empty()) writeEvaluationCsv(result, options.csv);
  if (options.output.json) {
    printJson(evaluationJson(result));
  } else if (options.csv != "-") {
    printEvaluation(result);
  }
}

}  // namespace

void addEvaluate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("evaluate", "What a policy would have earned on logged slates");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--dataset", options->dataset,
                      "Dataset; standard: the run's own, or the only one there is");
  command->add_option("--run", options->run, "A trained run");
  addCheckpointOption(*command, options->checkpoint);
  CLI::Option* word =
      command
          ->add_option("--policy", options->policy,
                       "uniform, logging, or supervised (the run's checkpoint after warm-up)")
          ->check(CLI::IsMember({"uniform", "logging", "supervised"}));
  command
      ->add_option("--policy-file", options->policyFile,
                   "A policy from elsewhere: scores as CSV (slate_id, item_id, score) or a "
                   "TorchScript model (numeric, categories) -> scores or (scores, p)")
      ->excludes(word)
      ->excludes("--run");
  command->add_option("--compare", options->compare,
                      "Another run, uniform or logging: the paired difference on the same slates");
  command->add_option("--split", options->split, "train, validation, test or all")
      ->check(CLI::IsMember({"train", "validation", "test", "all"}));
  addPolicyOptions(*command, options->choice);
  command
      ->add_option("--interval", options->interval,
                   "Which 95 % interval low and high are: bootstrap, normal or bernstein")
      ->check(CLI::IsMember({"bootstrap", "normal", "bernstein"}));
  command
      ->add_option("--parameter", options->parameters,
                   "An estimator's hyper-parameter, as in switch_dr=10; standard: chosen from the "
                   "log by --parameter-rule")
      ->type_name("ESTIMATOR=NUMBER");
  command
      ->add_option("--parameter-rule", options->rule,
                   "How hyper-parameters are chosen: slope or mse_bound")
      ->check(CLI::IsMember({"slope", "mse_bound"}));
  command->add_flag("!--no-reward-model", options->rewardModel,
                    "Leave out DM and the doubly robust estimators, whose model takes a while");
  command->add_option("--folds", options->folds, "Folds of the reward model's cross-fitting")
      ->check(CLI::Range(2, 20));
  command->add_option("--category", options->category,
                      "Item category of MIPS; standard: chosen by SLOPE");
  command->add_option(
      "--segments", options->segments,
      "Also by segment: a feature, or slate size, hour of day …; a wrong name lists "
      "them");
  command->add_option("--places", options->places, "Places that a whole slate's value counts")
      ->check(CLI::Range(1, 1000));
  command->add_option("--resamples", options->offPolicy.resamples, "Bootstrap resamples")
      ->check(CLI::Range(0, 1'000'000));
  command->add_option("--seed", options->offPolicy.seed, "Seed of the bootstrap");
  command->add_option("--csv", options->csv, "Write the estimates as CSV; - = to the output");
  command->add_option("--reward-model-csv", options->rewardModelCsv,
                      "Write what the reward model says of every candidate as CSV");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
